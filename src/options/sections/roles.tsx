import { say } from '../../platform/say.ts';
import { documents, type RoleList, roleLists } from '../../rules/index.ts';
import { RadioControl } from '../../ui/controls.tsx';
import { CheckSetting, ListSetting } from '../bound-controls.tsx';
import { useSetting } from '../settings-context.ts';
import { SourceLink } from '../source-link.tsx';
import { RoleNames } from './role-names.tsx';

/** Which roles make a person a named user: by whose list, and what this institution's contract leaves out besides. */
export function RolesSection() {
  const list = useSetting<string>('roleList');
  const lists: readonly RoleList[] = Object.values(roleLists);
  return (
    <>
      <RadioControl
        label={say('options_role_list')}
        hint={say('options_role_list_hint')}
        locked={list.locked}
        value={list.value}
        options={lists.map((each) => ({ value: each.id, label: say(each.label), about: <AboutList list={each} /> }))}
        onChoose={list.choose}
      />
      <ListSetting path="extraUncountedRoles" text="options_uncounted_roles" />
      <RoleNames />
      <CheckSetting path="inactiveRolesCount" text="options_inactive_roles" />
    </>
  );
}

function AboutList({ list }: { list: RoleList }) {
  const document = documents[list.source];
  return (
    <>
      {say('options_role_list_leaves_out', { roles: list.excludedNames })}{' '}
      <SourceLink document={document} {...(list.dated ? { dated: list.dated } : {})} />
    </>
  );
}

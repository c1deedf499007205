import { say } from '../../platform/say.ts';
import { CheckControl } from '../../ui/controls.tsx';
import { ChoiceSetting, ListSetting } from '../bound-controls.tsx';
import { useSetting } from '../settings-context.ts';

/** User groups that mean something to the rules, shared accounts, and the words by which accounts are recognised. */
export function PeopleSection() {
  const studentExpiry = useSetting<boolean>('studentRolesNeedExpiry');
  return (
    <>
      <ListSetting path="studentGroups" text="options_student_groups" />
      <CheckControl
        label={say('options_student_expiry')}
        hint={say('options_student_expiry_hint')}
        locked={studentExpiry.locked}
        value={studentExpiry.value}
        onChoose={studentExpiry.choose}
      />
      <ListSetting path="linkedGroups" text="options_linked_groups" />
      <ListSetting path="retainedGroups" text="options_retained_groups" />
      <ChoiceSetting path="genericAccounts" text="options_generic_accounts" words={['allow', 'discourage']} />
      <div class="columns">
        <ListSetting path="genericWords" text="options_generic_words" />
        <ListSetting path="setupWords" text="options_setup_words" />
        <ListSetting path="testWords" text="options_test_words" />
      </div>
    </>
  );
}

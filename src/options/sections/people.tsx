import { CheckSetting, ChoiceSetting, ListSetting } from '../bound-controls.tsx';

/** User groups that mean something to the rules, shared accounts, and the words by which accounts are recognised. */
export function PeopleSection() {
  return (
    <>
      <ListSetting path="studentGroups" text="options_student_groups" />
      <CheckSetting path="studentRolesNeedExpiry" text="options_student_expiry" />
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

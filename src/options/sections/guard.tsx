import { ChoiceSetting } from '../bound-controls.tsx';

const words = ['off', 'tell', 'hold'];

/** What happens when somebody is about to do something costly. */
export function GuardSection() {
  return (
    <>
      <ChoiceSetting path="guard.delete" text="options_guard_delete" words={words} />
      <ChoiceSetting path="guard.protectedAccounts" text="options_guard_protected" words={words} />
      <ChoiceSetting path="guard.deactivate" text="options_guard_deactivate" words={words} />
    </>
  );
}

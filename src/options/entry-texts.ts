import { say } from '../platform/say.ts';

/** The texts of a list of entries; its own two are `<key>_none` and `<key>_add`. */
export const entryTexts = (key: string) => ({
  none: say(`${key}_none`),
  add: say(`${key}_add`),
  save: say('options_entry_save'),
  cancel: say('options_cancel'),
  edit: say('options_entry_edit'),
  remove: say('options_entry_remove'),
  editNamed: (name: string) => say('options_entry_edit_named', { name }),
  removeNamed: (name: string) => say('options_entry_remove_named', { name }),
});

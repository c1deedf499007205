import type { Desk } from './desk.ts';
import type { ScreenTab } from './screen-tab.ts';
import { words } from './words.ts';

/** Opens the options and waits until the settings in force are shown. */
export async function openOptions(desk: Desk): Promise<ScreenTab> {
  const options = await desk.openExtension('options');
  await options.until('the settings are shown', async () => (await options.count('#settings')) > 0);
  return options;
}

/** Pastes a policy, looks what would change, and makes the changes. */
export async function takeOver(options: ScreenTab, policy: unknown): Promise<void> {
  await pastePolicy(options, JSON.stringify(policy));
  await options.click('section.report button.primary');
  await saved(options);
}

export async function pastePolicy(options: ScreenTab, text: string): Promise<void> {
  await options.click('#policy-text');
  await options.run((pasted) => {
    const field = document.querySelector<HTMLTextAreaElement>('#policy-text');
    if (!field) throw new Error('No place to paste a policy into.');
    field.value = pasted;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await options.click('button', words('options_import_check'));
}

export const saved = (options: ScreenTab) =>
  options.until('the change is confirmed', async () =>
    (await options.texts('[role="status"]')).includes(words('options_status_saved')),
  );

/** Downloads the policy and gives the text of its file. */
export async function downloadPolicy(options: ScreenTab): Promise<string> {
  await options.run(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      if (file instanceof Blob)
        void file.text().then((text) => document.documentElement.setAttribute('data-exported', text));
      return make.call(URL, file);
    };
  });
  await options.click('button', words('options_export_download'));
  const [exported] = await options.until('the policy is downloaded', async () => {
    const found = await options.attributes('html[data-exported]', 'data-exported');
    return found.length > 0 && found;
  });
  return exported?.['data-exported'] ?? '';
}

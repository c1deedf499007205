/** One step: takes the settings in one version's form and gives them in the next one's. Keeps every key that it does not change. */
export type Migration = (settings: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** The step at index 0 leads from version 1 to version 2, and so on. A released step is never changed. */
const steps: readonly Migration[] = [];

/** The version of the settings' form that this extension writes. */
export const schemaVersion = steps.length + 1;

/**
 * Brings settings of an earlier version to the form in force. A missing or unusable version number is read as the first one;
 * settings of a newer version come back as they are.
 */
export function migrate(
  settings: Readonly<Record<string, unknown>>,
  migrations: readonly Migration[] = steps,
): Readonly<Record<string, unknown>> {
  const version = Number.isInteger(settings.schema) && Number(settings.schema) > 0 ? Number(settings.schema) : 1;
  const pending = migrations.slice(version - 1);
  return pending.reduce((form, step, index) => ({ ...step(form), schema: version + index + 1 }), settings);
}

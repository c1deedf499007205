/** A place on a page that a person has shown to the reader, as a policy keeps it. */
export interface Locator {
  /** A field's name, or `role.name`, `role.status`, `role.scope`, `role.expiryDate` for a column of the role list. */
  readonly field: string;
  /** `id`: of the field's element; `label`: the text of its label; `header`: the id of a column's header; `header-text`: its text. */
  readonly by: 'id' | 'label' | 'header' | 'header-text';
  readonly value: string;
  readonly on: boolean;
}

/** What a policy tells the reader of pages. */
export interface ReadingOptions {
  readonly dateOrder: 'auto' | 'dmy' | 'mdy' | 'ymd';
  readonly taughtLocators: readonly Locator[];
}

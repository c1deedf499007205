/** One entry of a row's menu: the list it belongs to, the row's number as drawn (from 0), the action's key. */
export interface RowActionId {
  readonly list: string;
  readonly row: number;
  /** `undefined` where the menu holds a single action: Alma then leaves the key out. */
  readonly key: string | undefined;
}

const rowAction = /^ROW_ACTION_(?!LI_)(.+?)_(\d+)(?:_(.+))?$/;
const rowHolder = /^ROW_ACTION_(?:LI_)?(.+)_(\d+)$/;
const rowMenu = /^input_(.+)_(\d+)$/;
const pageButton = /^PAGE_BUTTONS_(.+)$/;

/** Reads `ROW_ACTION_<list>_<row>_<key>`; `undefined` for any other id. A menu's holder can have the id of a keyless action: the tag tells. */
export function rowActionOf(id: string): RowActionId | undefined {
  const parts = rowAction.exec(id);
  return parts ? { list: parts[1] ?? '', row: Number(parts[2]), key: parts[3] } : undefined;
}

/** Reads the holder of a row's menu, `ROW_ACTION_<list>_<row>` or `ROW_ACTION_LI_<list>_<row>`; `undefined` for any other id. */
export function rowHolderOf(id: string): { list: string; row: number } | undefined {
  const parts = rowHolder.exec(id);
  return parts ? { list: parts[1] ?? '', row: Number(parts[2]) } : undefined;
}

/** Reads `input_<list>_<row>`, the button that opens a row's menu; `undefined` for any other id. */
export function rowMenuOf(id: string): { list: string; row: number } | undefined {
  const parts = rowMenu.exec(id);
  return parts ? { list: parts[1] ?? '', row: Number(parts[2]) } : undefined;
}

/** Reads the key out of `PAGE_BUTTONS_<key>`; `undefined` for any other id. */
export const pageButtonOf = (id: string): string | undefined => pageButton.exec(id)?.[1];

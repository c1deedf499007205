import {
  type AlmaPage,
  type ExtraControl,
  type ListColumn,
  managementPage,
  type Person,
  rolePage,
  userDetails,
  userList,
} from '../alma/description.ts';
import { offeredRoles } from '../alma/neighbours.ts';
import { exLibrisAccount, namedUser, ordinaryPatron } from '../alma/people.ts';

/** Whose page it is: an account that nobody may touch, a record whose identity cannot be read there, or any other. */
export type Whose = 'protected' | 'unread' | 'ordinary';
export const everybody: readonly Whose[] = ['protected', 'unread', 'ordinary'];

const personOf = (whose: Whose): Person => (whose === 'protected' ? exLibrisAccount : namedUser);

/** A page with controls that do harm. */
export interface Room {
  readonly name: string;
  readonly page: (whose: Whose) => AlmaPage;
  /** The page from which it is reached in place: one on which it was seen whose record it is. Without one it is reached from a page about nobody. */
  readonly from?: (whose: Whose) => AlmaPage | undefined;
  /** What is done first, without any event: Alma's own question is opened. */
  readonly opens?: string;
  /** Whose page it can be; of a page about nobody in particular, one tells. */
  readonly whose?: readonly Whose[];
  /** Only these controls are tried; otherwise every one that does harm. */
  readonly only?: string;
}

/** A page whose script text does not say whose it is. */
const nameless = { skeleton: { entities: 'absent' } } as const;
/** A record whose identity cannot be read: its tab does not show it, nothing else does, and no other tab of it was seen. */
const unreadable = { tab: 'notes', ...nameless } as const;

const columns: readonly ListColumn[] = ['active', 'name', 'id', 'status'];
/** The documented columns, without the identifier. */
const columnsOf = (whose: Whose): readonly ListColumn[] =>
  whose === 'unread' ? columns.filter((column) => column !== 'id') : columns;

const extra = (
  at: ExtraControl['at'],
  known: ExtraControl['known'],
  k: string,
  does: ExtraControl['does'],
  label = 'Go on',
) => ({
  at,
  known,
  k,
  does,
  label,
});

const onRecord: readonly ExtraControl[] = [
  extra('bar', 'prefix', 'cuserbuttonpurge', 'purge'),
  extra('bar', 'prefix', 'cbuttonremove', 'delete'),
  extra('bar', 'prefix', 'cuserdeactivate', 'deactivate'),
  extra('bar', 'prefix', 'cusertoggle_account_type', 'account-type'),
  extra('narrow-bar', 'prefix', 'cbuttondelete_user', 'delete'),
  extra('narrow-bar', 'prefix', 'cbuttonupdate', 'write'),
  extra('form', 'bare', 'cbuttonapply', 'write'),
  extra('form', 'bare', 'cuserdetailsformbuttonadd', 'write'),
  extra('form', 'value', 'c.user.details.button.submit', 'write'),
  extra('form', 'value', 'c.user.details.button.delete', 'delete'),
  extra('menu', 'label', 'none', 'delete', 'Delete'),
  extra('above-list', 'prefix', 'cbuttonremove', 'remove-role'),
];
const inDialog: readonly ExtraControl[] = [
  extra('dialog', 'prefix', 'cbuttonsubmit', 'write'),
  extra('dialog', 'prefix', 'cuserbuttonpurge', 'purge'),
];
const onList: readonly ExtraControl[] = [
  extra('bar', 'prefix', 'cbuttondelete', 'delete'),
  extra('above-list', 'prefix', 'cbuttondelete', 'delete'),
  extra('above-list', 'prefix', 'cuser_purge_selected', 'purge'),
  extra('above-list', 'prefix', 'cuserdeactivate', 'deactivate'),
  extra('menu', 'label', 'none', 'delete', 'Delete'),
];

const record = (whose: Whose, other: Parameters<typeof userDetails>[1]) =>
  userDetails(personOf(whose), { editable: true, ...(whose === 'unread' && unreadable), ...other });
const list = (whose: Whose, other: Parameters<typeof userList>[1] = {}) =>
  userList([personOf(whose)], { columns: columnsOf(whose), ...other });

const confirms = (['modal', 'dialog', 'layer'] as const).map(
  (confirm): Room => ({
    name: `Alma’s question, drawn as ${confirm}`,
    page: (whose) => record(whose, { deleteButton: true, confirm }),
    opens: '[data-does="delete"]',
    only: '.confirmDialog [data-does="confirm"]',
  }),
);

/** Every page of the stand-in on which something can be lost, in the skeleton of 2026, and of 2022 what is drawn by other controls there. */
const inAnyOrder: readonly Room[] = [
  { name: 'record of 2022', page: (whose) => record(whose, { layout: 'new', deleteButton: true }) },
  { name: 'record', page: (whose) => record(whose, { deleteButton: true, extra: onRecord }) },
  { name: 'dialog on a record', page: (whose) => record(whose, { extra: inDialog }), only: '[role="dialog"] button' },
  { name: 'list', page: (whose) => list(whose, { extra: onList }) },
  { name: 'list of 2022', page: (whose) => list(whose, { layout: 'new' }) },
  ...(['2026', 'new'] as const).map(
    (layout): Room => ({
      name: `roles that can be switched, ${layout}`,
      // A tab that does not show whose record it is shows no roles either: here they stand on a page that cannot be read.
      page: (whose) =>
        record(whose, {
          layout,
          roleList: { status: 'toggle' },
          ...(whose === 'unread' &&
            ({ tab: 'general', ids: 'bare', labels: 'none', title: 'Gebruiker', ...nameless } as const)),
        }),
      only: 'table :is([data-does="flip"],[data-does="toggle"],[data-does="remove-role"])',
    }),
  ),
  ...(['notes', 'blocks'] as const).flatMap((tab) =>
    (['new', '2026'] as const).map(
      (layout): Room => ({
        name: `${tab}, ${layout}`,
        page: (whose) => userDetails(personOf(whose), { tab, lines: true, layout, ...nameless }),
        from: (whose) => (whose === 'unread' ? undefined : userDetails(personOf(whose), { layout })),
        only: 'table [data-does]',
      }),
    ),
  ),
  ...(['add-role', 'role-details', 'add-from-profiles'] as const).map(
    (screen): Room => ({
      name: screen,
      page: (whose) => rolePage(screen, personOf(whose), offeredRoles, nameless),
      from: (whose) => (whose === 'unread' ? undefined : userDetails(personOf(whose))),
    }),
  ),
  ...confirms,
  {
    name: 'Merge Users',
    page: (whose) =>
      managementPage('merge-users', whose === 'unread' ? {} : { people: [personOf(whose), ordinaryPatron] }),
  },
  { name: 'Purge User Records', whose: ['ordinary'], page: () => managementPage('purge-add-job') },
  { name: 'Run a Job, Purge users', whose: ['ordinary'], page: () => managementPage('run-job-purge') },
];

/** Those of one layout after those of the other. */
export const rooms: readonly Room[] = ['2026', 'new'].flatMap((layout) =>
  inAnyOrder.filter(({ page }) => page('ordinary').layout === layout),
);

import type { Role } from '../../record/index.ts';
import { subjectOfMerge } from '../actions/subject.ts';
import { firstDrawn, isBlank, isDrawn, textOf } from '../elements.ts';
import { headerNameId } from '../markup/fields.ts';
import {
  addJobWords,
  deletePolicyWords,
  guidedPages,
  jobLabels,
  mergeFields,
  purgeJobNames,
  roleLabels,
} from '../markup/guided-pages.ts';
import { type Words, wordsWith } from '../markup/known.ts';
import { placeIn } from '../place.ts';
import type { DeleteUserPolicy, GuidedFields, GuidedPage, GuidedScreen, Place } from '../screen.ts';
import { codeOf, dayIn, orderFor } from './fields.ts';
import { choiceLabelled, isVisible, labelWith, textLabelled } from './guided-fields.ts';
import { hasChoices, readReport, readTickedProfiles, readTickedRoles, tableWith } from './guided-lists.ts';
import type { ReadingOptions } from './options.ts';
import { pageNameOf } from './recognise.ts';

const rolePages: readonly GuidedPage[] = ['add-role', 'add-from-profiles', 'role-details'];

/** Says whether a page is one on which a person's roles are changed. */
export const isRolePage = (page: GuidedPage): boolean => rolePages.includes(page);

/**
 * Recognises a page that has a guide and reads its fields; `undefined` on every other page, and where two pages might be meant.
 * Fail closed: the page's title or its name has to say it, and its own fields as well; on a page of somebody's roles two of title,
 * name and that person's name above it.
 */
export function readGuidedPage(document: Document, options: ReadingOptions): GuidedScreen | undefined {
  const title = firstDrawn(document, '#breadcrumbs .pageTitle');
  // A list's counter stands inside its page's title.
  const shown = title ? textOf(title).replace(/\s*\(?\d[\d\s.,]*-.*$/, '') : '';
  const menuKey = /menuKey(?:=|%(?:25)*3D)([\w.]+)/i.exec(document.location.href)?.[1] ?? '';
  const names = `${pageNameOf(document) ?? ''} ${menuKey}`;
  const found = guidedPages.filter(([page, name, titles]) => {
    const says = [wordsWith(shown, titles) !== undefined, name.test(names)].filter(Boolean).length;
    if (says === 0 || !contents[page](document)) return false;
    return !isRolePage(page) || says + (headerName(document) ? 1 : 0) > 1;
  });
  const [only, ...others] = found;
  if (!only || others.length > 0) return undefined;
  const [page] = only;
  return { kind: 'guided-page', page, fields: fieldsOf(page, document, options), place: () => placeOn(document) };
}

/** The name that stands above a page of somebody's roles. */
export function headerName(document: Document): string | undefined {
  const header = firstDrawn(document, `[id="${headerNameId}"]`);
  const name = header && textOf(header);
  return name && !isBlank(name) ? name : undefined;
}

const says = (document: Document, selector: string, known: readonly Words[]): boolean =>
  [...document.querySelectorAll(selector)].some(
    (element) => element.childElementCount === 0 && wordsWith(element.textContent ?? '', known) && isDrawn(element),
  );

/** What each page holds that no other page does. */
const contents: Readonly<Record<GuidedPage, (document: Document) => boolean>> = {
  'purge-users': (document) =>
    says(document, 'a,button,span', addJobWords) || labelWith(document, jobLabels.days) !== undefined,
  // A list of all jobs names it, too: in a table it does not count.
  'run-job-purge': (document) => says(document, ':is(h1,h2,h3,h4,span,label):not(table *)', purgeJobNames),
  'delete-user-policy': (document) =>
    Object.values(deletePolicyWords).filter((known) => says(document, 'label,label span,option', known)).length > 1,
  'merge-users': (document) => mergeFields.every((selector) => firstDrawn(document, selector)),
  'staff-login-report': (document) => tableWith(document, ['user', 'lastLogin']) !== undefined,
  'roles-report': (document) => tableWith(document, ['user', 'role']) !== undefined,
  'add-role': (document) => hasChoices(document, 'role'),
  'add-from-profiles': (document) => hasChoices(document, 'profile'),
  'role-details': (document) =>
    labelWith(document, roleLabels.name) !== undefined &&
    (labelWith(document, roleLabels.status) ?? labelWith(document, roleLabels.expiryDate)) !== undefined,
};

function fieldsOf(page: GuidedPage, document: Document, options: ReadingOptions): GuidedFields {
  switch (page) {
    case 'purge-users':
      return labelWith(document, jobLabels.days) ? { job: readJob(document) } : {};
    case 'run-job-purge':
      return { job: known({ waiveThreshold: textLabelled(document, jobLabels.waiveThreshold) }) };
    case 'delete-user-policy':
      return known({ deletePolicy: chosenPolicy(document) });
    case 'merge-users':
      return { merged: subjectOfMerge(document).records };
    case 'staff-login-report':
      return known({ report: readReport(document, 'lastLogin') });
    case 'roles-report':
      return known({ report: readReport(document, 'role') });
    case 'add-role':
      return { roles: readTickedRoles(document) };
    case 'add-from-profiles':
      return readTickedProfiles(document);
    case 'role-details':
      return { roles: readEditedRole(document, options) };
  }
}

/** Leaves out what is not known. */
const known = <T extends object>(fields: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

const readJob = (document: Document): NonNullable<GuidedFields['job']> =>
  known({
    days: textLabelled(document, jobLabels.days),
    recordType: choiceLabelled(document, jobLabels.recordType),
    userGroup: choiceLabelled(document, jobLabels.userGroup),
    waiveThreshold: textLabelled(document, jobLabels.waiveThreshold),
  });

/** The value whose radio button is on, or that is chosen in a list. */
function chosenPolicy(document: Document): DeleteUserPolicy | undefined {
  const texts = [
    ...[...document.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
      .filter((radio) => radio.checked && isVisible(radio))
      .flatMap(({ labels }) => [...(labels ?? [])].map(textOf)),
    ...[...document.querySelectorAll('select')].flatMap((select) => select.selectedOptions[0]?.textContent ?? []),
  ];
  const chosen = (Object.keys(deletePolicyWords) as DeleteUserPolicy[]).filter((policy) =>
    texts.some((text) => wordsWith(text, deletePolicyWords[policy])),
  );
  return chosen.length === 1 ? chosen[0] : undefined;
}

/** The role of User Roles Details, as its fields stand now. */
function readEditedRole(document: Document, options: ReadingOptions): Role[] {
  const name = textLabelled(document, roleLabels.name);
  if (!name || isBlank(name)) return [];
  const role: Role = { name };
  const status = textLabelled(document, roleLabels.status);
  const code = status && codeOf('status', [{ text: status }])?.value;
  if (code === 'ACTIVE' || code === 'INACTIVE') role.status = code;
  const expiry = textLabelled(document, roleLabels.expiryDate);
  const day = expiry === undefined || isBlank(expiry) ? null : dayIn(expiry, orderFor(document, options));
  if (expiry !== undefined && day !== undefined) role.expiryDate = day;
  return [role];
}

/** Where the guide goes: into the form of a purge as long as that is open above the page, else below the page's header. */
function placeOn(document: Document): Place | undefined {
  const label = labelWith(document, jobLabels.days);
  if (!label || isDrawn(label)) return placeIn(document);
  const row = label.closest('.row') ?? label;
  return row.parentElement ? { parent: row.parentElement, before: row } : undefined;
}

import type { Role } from '../../record/index.ts';
import { subjectOfMerge } from '../actions/subject.ts';
import { allById, firstDrawn, isBlank, isDrawn, textOf } from '../elements.ts';
import { headerNameId } from '../markup/fields.ts';
import {
  addJob,
  deletePolicies,
  guidedPages,
  isRolePage,
  jobFields,
  mergeFields,
  purgeJobNames,
  roleFields,
  type Told,
} from '../markup/guided-pages.ts';
import { wordsWith } from '../markup/known.ts';
import { placeIn } from '../place.ts';
import type { GuidedFields, GuidedPage, GuidedScreen, Place } from '../screen.ts';
import { isTranslatedText } from '../translation.ts';
import { codeOf, dayIn, orderFor } from './fields.ts';
import { labelOf, tells, textOfField } from './guided-fields.ts';
import { readReport, readTickedProfiles, readTickedRoles } from './guided-lists.ts';
import type { ReadingOptions } from './options.ts';
import { helpIdOf, pageNameOf } from './page-name.ts';

/**
 * Recognises a page that has a guide and reads its fields; `undefined` on every other page, and where two pages might be meant.
 * Fail closed: the page's title or its name has to say it, and its own fields as well; on a page of somebody's roles two of title,
 * name and that person's name above it.
 */
export function readGuidedPage(document: Document, options: ReadingOptions): GuidedScreen | undefined {
  const title = firstDrawn(document, '#breadcrumbs .pageTitle');
  // A list's counter stands inside its page's title.
  const shown = title ? textOf(title).replace(/\s*\(?\d[\d\s.,]*-.*$/, '') : '';
  const names = `${pageNameOf(document)} ${helpIdOf(document)} ${/menuKey\W\w*?[a-z][\w.]+/i.exec(document.location.href)}`;
  const [only, ...others] = guidedPages.flatMap(([page, name, titles]) => {
    const told = Number(wordsWith(shown, titles) !== undefined) + Number(name.test(names));
    const isTold = told > 0 && told > (isRolePage(page) && !headerName(document) ? 1 : 0);
    const fields = isTold && readers[page](document, options);
    return fields ? [{ kind: 'guided-page' as const, page, fields, place: () => placeOn(document) }] : [];
  });
  return others.length === 0 ? only : undefined;
}

/** The name that stands above a page of somebody's roles. */
export function headerName(document: Document): string | undefined {
  const header = allById(document, headerNameId).find(isDrawn);
  const name = header && textOf(header);
  return name && !isBlank(name) && !isTranslatedText(header) ? name : undefined;
}

/** Reads what each page holds and no other page does; `undefined` where that is not there. */
const readers: Readonly<Record<GuidedPage, (document: Document, options: ReadingOptions) => GuidedFields | undefined>> =
  {
    'purge-users': (document) => {
      if (labelOf(document, jobFields.days)) return { job: fieldsIn(document, jobFields) };
      return [...document.querySelectorAll('a,button,table')].some((each) => tells(each, each.id, addJob))
        ? {}
        : undefined;
    },
    'run-job-purge': (document) =>
      // A list of all jobs names it, too: in a table it does not count.
      [...document.querySelectorAll('h1,h2,h3,h4,span,label')].some(
        (each) => wordsWith(textOf(each), purgeJobNames) && isDrawn(each) && !each.closest('table'),
      )
        ? { job: fieldsIn(document, { waiveThreshold: jobFields.waiveThreshold }) }
        : undefined,
    'delete-user-policy': readDeletePolicy,
    'merge-users': (document) =>
      document.querySelectorAll(mergeFields).length > 1 ? { merged: subjectOfMerge(document).records } : undefined,
    'staff-login-report': (document) => readReport(document, 'lastLogin'),
    'roles-report': (document) => readReport(document, 'role'),
    'add-role': readTickedRoles,
    'add-from-profiles': readTickedProfiles,
    'role-details': readEditedRole,
  };

/** What these fields show; those that could not be read are left out. */
const fieldsIn = <F extends string>(
  document: Document,
  fields: Readonly<Record<F, Told>>,
): { readonly [N in F]?: string } =>
  Object.fromEntries(
    (Object.keys(fields) as F[])
      .map((name) => [name, textOfField(document, fields[name])] as const)
      .filter(([, text]) => text !== undefined),
  ) as { readonly [N in F]?: string };

/** The value whose radio button is on, or that is chosen in a list; at least two of the three have to be there to choose from. */
function readDeletePolicy(document: Document): GuidedFields | undefined {
  const choices = [...document.querySelectorAll<HTMLInputElement & HTMLOptionElement>('input[type="radio"],option')];
  const found = deletePolicies.flatMap(([policy, name]) =>
    choices
      .filter(({ value, labels, text }) => name.test(`${value} ${labels?.[0]?.textContent ?? text}`))
      .map(({ checked, selected }) => ({ policy, isChosen: checked || selected })),
  );
  const [chosen, ...more] = found.filter(({ isChosen }) => isChosen);
  if (found.length < 2) return undefined;
  return chosen && more.length === 0 ? { deletePolicy: chosen.policy } : {};
}

/** The role of User Roles Details, as its fields stand now. */
function readEditedRole(document: Document, options: ReadingOptions): GuidedFields | undefined {
  const { name, status, expiryDate } = fieldsIn(document, roleFields);
  if (!name || (status === undefined && expiryDate === undefined)) return undefined;
  const code = status && codeOf('status', [{ text: status }])?.value;
  const day = expiryDate && dayIn(expiryDate, orderFor(document, options));
  const role: Role = { name };
  if (code === 'ACTIVE' || code === 'INACTIVE') role.status = code;
  if (expiryDate === '') role.expiryDate = null;
  if (day) role.expiryDate = day;
  return { roles: [role] };
}

/** Where the guide goes: into the form of a purge as long as that is open above the page, else below the page's header. */
function placeOn(document: Document): Place | undefined {
  const label = labelOf(document, jobFields.days);
  const row = label?.closest('.row') ?? label;
  return row?.parentElement && !isDrawn(row) ? { parent: row.parentElement, before: row } : placeIn(document);
}

import { say } from '../platform/say.ts';
import { policies, roleLists } from '../rules/index.ts';
import { textKey } from '../rules/judge.ts';
import { textIfAny } from './bound-controls.tsx';

/** The text key of each setting's label, by its path in the policy. */
const labels: Readonly<Record<string, string>> = {
  base: 'options_base',
  name: 'options_policy_name',
  'institution.name': 'options_institution_name',
  'institution.prefixes': 'options_prefixes',
  otherInstitutions: 'options_others',
  protectedAccounts: 'options_protected',
  backupAccounts: 'options_backup_accounts',
  studentGroups: 'options_student_groups',
  linkedGroups: 'options_linked_groups',
  retainedGroups: 'options_retained_groups',
  genericAccounts: 'options_generic_accounts',
  genericWords: 'options_generic_words',
  setupWords: 'options_setup_words',
  testWords: 'options_test_words',
  roleList: 'options_role_list',
  extraUncountedRoles: 'options_uncounted_roles',
  inactiveRolesCount: 'options_inactive_roles',
  studentRolesNeedExpiry: 'options_student_expiry',
  'guard.delete': 'options_guard_delete',
  'guard.protectedAccounts': 'options_guard_protected',
  'guard.deactivate': 'options_guard_deactivate',
  namedUserLimit: 'options_limit',
  lastReview: 'options_last_review',
  lastReviewCount: 'options_last_count',
  loginWindowDays: 'options_login_window',
  dateOrder: 'options_date_order',
  taughtLocators: 'options_taught',
  roleNames: 'options_role_names',
};

/** What a setting is called on the page; for a rule's severity, the rule's title. */
export function pathLabel(path: string): string {
  const [key, part = ''] = path.split('.');
  if (key === 'rules') return textIfAny(`${textKey(part)}_title`) ?? part;
  const label = Object.hasOwn(labels, path) ? labels[path] : undefined;
  return label ? say(label) : path;
}

/** A value of the policy in words, for the preview of an import. */
export function valueText(path: string, value: unknown): string {
  if (value === undefined) return say('options_value_usual');
  if (value === null || value === '') return say('options_value_none');
  if (typeof value === 'boolean') return say(value ? 'options_yes' : 'options_no');
  if (typeof value === 'number') return say('options_value_number', { value });
  if (Array.isArray(value)) return value.length === 0 ? say('options_value_none') : value.map(itemText).join(' · ');
  return typeof value === 'string' ? wordText(path, value) : JSON.stringify(value);
}

function itemText(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  if ('match' in item && 'value' in item && 'label' in item) {
    const match = say(`options_protected_match_${item.match}`);
    return say('options_value_protected', { match, value: String(item.value), label: String(item.label) });
  }
  return Object.values(item)
    .filter((part) => typeof part !== 'boolean' && part !== '')
    .map((part) => (Array.isArray(part) ? part.join(' ') : String(part)))
    .join(', ');
}

function wordText(path: string, word: string): string {
  if (path === 'base') return (Object.hasOwn(policies, word) ? policies[word]?.name : undefined) ?? word;
  if (path === 'roleList') {
    const list = Object.values(roleLists).find(({ id }) => id === word);
    return list ? say(list.label) : word;
  }
  if (path.startsWith('rules.')) return textIfAny(`options_severity_${word}`) ?? word;
  const label = Object.hasOwn(labels, path) ? labels[path] : undefined;
  return label ? (textIfAny(`${label}_${word}`) ?? word) : word;
}

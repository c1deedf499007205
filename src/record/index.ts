export { type Day, dayOf, daysBetween, localDay, parseDay } from './day.ts';
export { fold, personKey } from './fold.ts';
export {
  type FieldName,
  fieldNames,
  type Reading,
  type Role,
  type RolesSeen,
  read,
  recordOf,
  type UnreadReason,
  type UserFields,
  type UserRecord,
  unread,
} from './user-record.ts';

import type { Role } from '../../src/record/index.ts';
import type { Language } from './description.ts';

/** Role type codes (`HFrUserRoles.roleType`) and their English names, as public exports of the user API show them. */
const named: ReadonlyMap<string, string> = new Map([
  ['200', 'Patron'],
  ['21', 'User Manager'],
  ['26', 'General System Administrator'],
  ['50', 'User Administrator'],
  ['204', 'Cataloger'],
  ['32', 'Circulation Desk Operator'],
  ['221', 'Circulation Desk Manager'],
  ['37', 'Receiving Operator'],
  ['54', 'Purchasing Operator'],
  ['55', 'Purchasing Manager'],
  ['56', 'Acquisitions Administrator'],
  ['220', 'Designs Analytics'],
  ['231', 'Course Reserves Manager'],
  ['46', 'Selector'],
  ['0', 'Deposit Manager'],
  ['1', 'Deposit Operator'],
  ['2', 'Deposit Operator Extended'],
  ['12', 'Digital Inventory Operator'],
  ['29', 'Repository Manager'],
  ['33', 'Vendor Manager'],
  ['34', 'Ledger Manager'],
  ['36', 'Fund Manager'],
  ['38', 'Fulfillment Services Operator'],
  ['41', 'License Manager'],
  ['43', 'Invoice Operator'],
  ['44', 'Invoice Manager'],
  ['45', 'Fiscal Period Manager'],
  ['47', 'Purchasing Operator Extended'],
  ['48', 'Invoice Operator Extended'],
  ['51', 'Requests Operator'],
  ['52', 'Fulfillment Administrator'],
  ['53', 'Repository Administrator'],
  ['57', 'Letter Administrator'],
  ['58', 'License Viewer'],
  ['205', 'Catalog Administrator'],
  ['206', 'Catalog Manager'],
  ['208', 'CDI Inventory Operator'],
  ['209', 'Electronic Inventory Operator'],
  ['210', 'Physical Inventory Operator'],
  ['214', 'Work Order Operator'],
  ['215', 'Fulfillment Services Manager'],
  ['217', 'Trial Manager'],
  ['222', 'SDK Write'],
  ['224', 'Electronic Inventory Operator Extended'],
  ['225', 'Physical Inventory Operator Extended'],
  ['226', 'Digital Inventory Operator Extended'],
  ['227', 'Cataloger Extended'],
  ['228', 'Collection Inventory Operator'],
  ['229', 'Collection Inventory Operator Extended'],
  ['238', 'API Infra Read'],
  ['239', 'Resource Sharing Partners Manager'],
  ['243', 'Selector Extended'],
  ['244', 'Usage Data Operator'],
  ['247', 'Purchase Request Manager'],
  ['248', 'Purchase Request Operator Extended'],
  ['250', 'Vendor Account Manager'],
  ['251', 'Course Reserves Viewer'],
  ['300', 'Discovery - Admin'],
  ['301', 'Known issues operator'],
  ['428', 'Printout Queue Manager'],
  ['2200', 'Analytics Administrator'],
]);

const codes: ReadonlyMap<string, string> = new Map([...named].map(([code, name]) => [name, code]));

/** Every role that has a known code, in the order above: `Patron` first. */
export const codedRoleNames: readonly string[] = [...named.values()];

/**
 * A role as a list of Alma shows it: active, institution-wide, without expiry date unless told otherwise.
 * Its code is added where one is known; a role list does not show it.
 */
export function role(name: string, other: Partial<Omit<Role, 'name'>> = {}): Role {
  const code = codes.get(name);
  return {
    name,
    ...(code === undefined ? {} : { code }),
    status: 'ACTIVE',
    scope: institution,
    expiryDate: null,
    ...other,
  };
}

/** The invented institution and its libraries, as scopes are shown. */
export const institution = 'Example University';
export const mainLibrary = 'Main Library';
export const lawLibrary = 'Law Library';

/** Names of roles as Ex Libris' documentation translates them, by the English name; what is not there keeps its English name. */
const translated: Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>> = {
  Patron: { fr: 'Lecteur', es: 'Usuario', pt: 'Usuário de biblioteca' },
  Selector: { de: 'Auswähler', fr: 'Sélectionneur', es: 'Selector' },
  'User Manager': {
    de: 'Benutzer-Manager',
    fr: 'Gestionnaire des utilisateurs',
    es: 'Gestor de usuarios',
    pt: 'Gerente de Usuários',
  },
  'User Administrator': {
    de: 'Benutzer-Administrator',
    fr: 'Administrateur des utilisateurs',
    es: 'Administrador de usuarios',
    pt: 'Administrador de Usuários',
  },
  'General System Administrator': {
    de: 'Allgemeiner Systemadministrator',
    fr: 'Administrateur général du système',
    es: 'Administrador general del sistema',
    pt: 'Administrador Geral do Sistema',
  },
  'Circulation Desk Operator': {
    de: 'Leihstellen-Mitarbeiter',
    fr: 'Opérateur de bureau de prêt',
    es: 'Operador del mostrador de circulación',
    pt: 'Operador de Balcão de Circulação',
  },
  'Purchasing Operator': {
    de: 'Einkaufs-Mitarbeiter',
    fr: 'Opérateur des achats',
    es: 'Operador de compras',
    pt: 'Operador de Compras',
  },
  'Course Reserves Viewer': { fr: 'Lecteur de réserves de cours' },
};

/** The role under the name that a page in that language gives it. */
export const translatedRole = (given: Role, language: Language): Role => ({
  ...given,
  name: translated[given.name]?.[language] ?? given.name,
});

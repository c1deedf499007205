/** Other spellings under which a role is met, and the spelling of the list of roles. */
export const roleAliases: readonly (readonly [alias: string, name: string])[] = [
  ['Design Analytics', 'Designs Analytics'],
  ['Discovery Administrator', 'Discovery - Admin'],
  ['Discovery Admin', 'Discovery - Admin'],
  ['Known Issues Operator', 'Known issues operator'],
  ['Selector-Limited', 'Selector Limited'],
  ['General Administrator', 'General System Administrator'],
  ['Circulation Operator Limited', 'Circulation Desk Operator - Limited'],
  ['Circulation Desk Operator Limited', 'Circulation Desk Operator - Limited'],
  ['Request Operator', 'Requests Operator'],
  ['API-Read', 'API Read'],
  ['Fulfillment Service Operator', 'Fulfillment Services Operator'],
  ['Fulfilment Administrator', 'Fulfillment Administrator'],
];

import { isPickupLocation } from '../account.ts';
import { defineRule } from '../rule.ts';

export const pickupLocationAccount = defineRule({
  id: 'pickup-location-account',
  severity: 'stop',
  needs: ['primaryId', 'userGroup'],
  sources: [{ document: 'wrlc-pickup', section: 'the primary identifier, which is never to be edited' }],
  evaluate: (fields) => isPickupLocation(fields),
});

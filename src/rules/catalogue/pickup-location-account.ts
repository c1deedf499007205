import { isPickupLocation } from '../account.ts';
import { defineRule } from '../rule.ts';

export const pickupLocationAccount = defineRule({
  id: 'pickup-location-account',
  severity: 'stop',
  needs: ['primaryId', 'userGroup'],
  found: isPickupLocation,
});

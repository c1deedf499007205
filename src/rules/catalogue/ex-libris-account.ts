import { fold } from '../../record/index.ts';
import { exLibrisPrefix, startsWith } from '../account.ts';
import { defineRule, type Told, valueRead } from '../rule.ts';

const furtherTexts = new Map<string, Told>([
  ['exl_api', ['api']],
  ['exl_support', ['support']],
]);

export const exLibrisAccount = defineRule({
  id: 'ex-libris-account',
  severity: 'stop',
  needs: ['primaryId'],
  evaluate({ primaryId }) {
    return {
      found: startsWith(primaryId, [exLibrisPrefix]),
      tell: () => {
        const further = furtherTexts.get(fold(valueRead(primaryId) ?? ''));
        return further ? [['message'], further] : [['message']];
      },
    };
  },
});

import { fold } from '../../record/index.ts';
import { exLibrisPrefixes, startsWith } from '../account.ts';
import { defineRule, type Fields, type Told, valueRead } from '../rule.ts';

/** Ex Libris says that it has switched exl_support off and taken its roles off: said where the record was read and is so. */
function furtherText({ primaryId, status, roles }: Fields<'primaryId' | 'status' | 'roles'>): Told | undefined {
  const id = fold(valueRead(primaryId) ?? '');
  if (id === 'exl_api') return ['api'];
  if (id !== 'exl_support') return undefined;
  const [state, held] = [valueRead(status), valueRead(roles)];
  if (state === 'ACTIVE' || (held && held.length > 0)) return ['support_otherwise'];
  return state !== undefined && held ? ['support'] : undefined;
}

export const exLibrisAccount = defineRule({
  id: 'ex-libris-account',
  severity: 'stop',
  needs: ['primaryId', 'status', 'roles'],
  found: ({ primaryId }) => startsWith(primaryId, exLibrisPrefixes),
  tell(fields) {
    const further = furtherText(fields);
    return further ? [['message'], further] : [['message']];
  },
});

// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { enter } from '../../src/content/enter.ts';
import { userDetails } from '../alma/earlier.ts';
import { namedUser } from '../alma/people.ts';
import '../guard/top-layer.ts';
import { answer, beginAnew, eventually, show } from './visited.ts';

beginAnew();

test('a form that holds a control called as what we ask of it, last on the page, keeps no copy from beginning', async () => {
  show(userDetails(namedUser));
  const form = document.createElement('form');
  Object.defineProperty(form, 'matches', { value: document.createElement('input') });
  document.body.append(form);
  enter(window);
  await eventually(() => expect(answer()).toBe('counts'));
});

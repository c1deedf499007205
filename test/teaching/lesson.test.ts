// @vitest-environment happy-dom
import { teachEach } from './lesson-each.ts';

teachEach({ layout: 'new', people: 9, others: 9 });

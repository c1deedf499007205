// @vitest-environment happy-dom
import { teachEach } from './lesson-each.ts';

teachEach({ layout: '2026', people: 3, others: 1 });

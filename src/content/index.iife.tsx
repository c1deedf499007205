import { enter } from './enter.ts';

enter(window);

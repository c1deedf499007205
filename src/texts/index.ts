export { createSay, type Say, type TextValue, type TextValues } from './say.ts';

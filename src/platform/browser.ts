/** The only import of the polyfill: it throws when loaded outside an extension, so tests replace this one module. */
export { default as browser } from 'webextension-polyfill';

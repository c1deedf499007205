import { browser } from '../platform/browser.ts';
import { registerHosts } from '../platform/hosts.ts';
import { openRequestedPages } from '../platform/messages.ts';

browser.runtime.onInstalled.addListener(() => void registerHosts());
browser.runtime.onStartup.addListener(() => void registerHosts());
browser.permissions.onAdded.addListener(() => void registerHosts());
browser.permissions.onRemoved.addListener(() => void registerHosts());
openRequestedPages();

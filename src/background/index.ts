import { styles } from '../guidance/styles.ts';
import { browser } from '../platform/browser.ts';
import { registerHosts } from '../platform/hosts.ts';
import { answerRequests } from '../platform/messages.ts';
import { policyInForce } from '../settings/in-force.ts';

browser.runtime.onInstalled.addListener(() => void registerHosts());
browser.runtime.onStartup.addListener(() => void registerHosts());
browser.permissions.onAdded.addListener(() => void registerHosts());
browser.permissions.onRemoved.addListener(() => void registerHosts());
answerRequests(policyInForce, styles);

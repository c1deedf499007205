import { render } from 'preact';
import { say } from '../../../platform/say.ts';
import { reviewRecord } from '../../model/index.ts';
import type { Desk } from '../desk.ts';
import { standingOf } from '../standing.ts';
import recordStyles from './record.css?inline';
import { RecordView } from './record-view.tsx';

/** Draws the record of now into a place; `false` before there is a review. */
export function drawRecord(desk: Desk, place: Element): boolean {
  const head = desk.head();
  const state = desk.store.get();
  const { reviewed } = state;
  const standing = standingOf(state);
  if (!head || !reviewed || !standing) return false;
  const { people, joined, byKey } = reviewed;
  const record = reviewRecord({ ...head, joined: { ...joined, people } }, people);
  render(<RecordView record={record} byKey={byKey} standing={standing} />, place);
  return true;
}

/** Saves the record as a page of its own, which every browser opens and prints. */
export function saveRecord(desk: Desk): void {
  const page = document.implementation.createHTMLDocument(say('review_record_title'));
  page.documentElement.lang = say('extension_language');
  const charset = page.createElement('meta');
  charset.setAttribute('charset', 'utf-8');
  const styles = page.createElement('style');
  styles.textContent = recordStyles;
  page.head.prepend(charset);
  page.head.append(styles);
  if (!drawRecord(desk, page.body.appendChild(page.createElement('main')))) return;
  const text = `<!doctype html>\n${new XMLSerializer().serializeToString(page.documentElement)}`;
  desk.doors.download(
    `alma-named-user-review-record-${desk.store.get().today}.html`,
    new Blob([text], { type: 'text/html' }),
  );
}

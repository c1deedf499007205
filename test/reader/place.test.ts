// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { placeIn } from '../../src/alma/place.ts';
import { draw, userForm } from './synthetic-pages.ts';

/** Puts something at the place, and says where it then stands. */
function put(): HTMLElement {
  const guidance = document.createElement('alma-user-guard');
  const place = placeIn(document);
  place?.parent.insertBefore(guidance, place.before);
  return guidance;
}

test('guidance goes directly below the page header', () => {
  draw(document, userForm());
  expect(put().previousElementSibling?.id).toBe('breadcrumbs');
});

test('the place is the same once guidance stands there', () => {
  draw(document, userForm());
  const before = placeIn(document);
  put();
  expect(placeIn(document)).toEqual(before);
});

test('the place is looked up anew after a redraw', () => {
  draw(document, userForm());
  const gone = placeIn(document)?.parent;
  draw(document, userForm());
  expect(placeIn(document)?.parent).not.toBe(gone);
  expect(placeIn(document)?.parent.isConnected).toBe(true);
});

test.each([
  ['a table', '<table><tbody><tr><td><div id="breadcrumbs"></div></td></tr></tbody></table>'],
  ['a row', '<div class="row"><div id="breadcrumbs"></div></div>'],
  ['a flex box', '<div style="display: flex"><div id="breadcrumbs"></div></div>'],
])('guidance never goes into %s', (_, html) => {
  draw(document, `<form>${html}<p></p></form>`);
  const guidance = put();
  expect(guidance.parentElement?.tagName).toBe('FORM');
  expect(guidance.nextElementSibling?.tagName).toBe('P');
});

test('without a page header it goes to the top of the form', () => {
  draw(document, userForm().replace(/<div id="breadcrumbs">.*?<\/div><\/div>/, ''));
  const guidance = put();
  expect(document.querySelector('form')?.firstElementChild).toBe(guidance);
});

test('there is no place while the page has neither', () => {
  draw(document, '<div class="loading"></div>');
  expect(placeIn(document)).toBeUndefined();
});

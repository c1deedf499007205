import type { AlmaCase } from './expected.ts';
import { type Html, html } from './html.ts';
import { addressOf } from './render.ts';

/** The page that lists every case with its address. */
export function indexPage(cases: readonly AlmaCase[]): string {
  const items = cases.map(
    ({ id, title, description }): Html => html`<li><a href="${addressOf(description, id)}">${id}</a>: ${title}</li>`,
  );
  return html`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Stand-in Alma</title><link rel="stylesheet" href="/stand-in/look.css"><link rel="icon" href="data:,"></head><body class="standInIndex">
<h1>Stand-in Alma</h1><p>Invented people, not an Ex Libris product. Every page, by its case:</p><ul>${items}</ul></body></html>`
    .markup;
}

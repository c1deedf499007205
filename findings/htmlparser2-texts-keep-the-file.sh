#!/usr/bin/env bash
# A text that htmlparser2 12.0.0 hands over keeps the whole piece of the file alive from which it was cut.
#
# A reader of user records streams 300 MB of XML and keeps of each user an identifier, a group and a few codes: some megabytes.
# Seen: texts of 13 characters and more are slices of the parser's buffer (V8 makes them so, Node 20.20), and one of them that is
#       kept in a table keeps its whole piece: memory grows with the file, not with what is kept. Nothing in the parser's documentation says so.
# Right, as a person who streams expects it: what is kept costs what it holds. A copy (through bytes, say) gives just that.
# @streamparser/json 0.0.26, fed the same users as JSON, hands over texts of their own.
# Ends with 1 when that has changed. Needs node and npm; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts htmlparser2@12.0.0 @streamparser/json@0.0.26
cat >look.mjs <<'JS'
import { Tokenizer, TokenType } from '@streamparser/json';
import { Parser } from 'htmlparser2';

const pieces = 400;
const note = 'An invented note of a user. '.repeat(4_000);
const identifier = (at) => `somebody.${String(at).padStart(6, '0')}@example.org`;
const megabytes = () => {
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1024 / 1024;
};

function keptOfXml(keep) {
  const kept = [];
  let inside = false;
  const parser = new Parser(
    {
      onopentagname: (name) => (inside = name === 'primary_id'),
      ontext: (text) => inside && kept.push(keep(text)),
      onclosetag: () => (inside = false),
    },
    { xmlMode: true },
  );
  parser.write('<users>');
  for (let at = 0; at < pieces; at += 1)
    parser.write(`<user><note>${note}</note><primary_id>${identifier(at)}</primary_id></user>`);
  parser.end('</users>');
  return kept;
}

function keptOfJson() {
  const kept = [];
  const tokenizer = new Tokenizer();
  tokenizer.onToken = ({ token, value }) => {
    if (token === TokenType.STRING && value.endsWith('@example.org')) kept.push(value);
  };
  tokenizer.write('[');
  for (let at = 0; at < pieces; at += 1)
    tokenizer.write(`${at ? ',' : ''}{"note":"${note}","primary_id":"${identifier(at)}"}`);
  tokenizer.write(']');
  return kept;
}

function heldBy(name, read) {
  const before = megabytes();
  const kept = read();
  const held = megabytes() - before;
  if (kept.length !== pieces || kept.at(-1) !== identifier(pieces - 1)) throw new Error(`${name}: not all were read`);
  console.log(`${name}: ${pieces} identifiers hold ${held.toFixed(1)} MB`);
  return held;
}

const read = `${((note.length * pieces) / 1024 / 1024).toFixed(0)} MB`;
console.log(`Node ${process.versions.node}, ${read} streamed in ${pieces} pieces each time`);
heldBy('first use, not counted', () => keptOfXml((text) => Buffer.from(text).toString()));
const asGiven = heldBy('htmlparser2, texts as given', () => keptOfXml((text) => text));
const copied = heldBy('htmlparser2, texts copied', () => keptOfXml((text) => Buffer.from(text).toString()));
const json = heldBy('@streamparser/json, texts as given', keptOfJson);
const asSeen = asGiven > 20 && copied < 2 && json < 2;
console.log(asSeen ? 'As described.' : 'This has changed.');
process.exit(asSeen ? 0 : 1);
JS
node --expose-gc look.mjs

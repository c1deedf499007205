#!/usr/bin/env bash
# fast-xml-parser 5.12.1, as it comes, makes other people of users: identifiers that look like any kind of number become that number.
#
# <primary_id>00042</primary_id> and <primary_id>42</primary_id> are two users of Alma.
# Seen: 42 for both; 100000 for 1e5, 31 for 0x1F, 0.5 for .5; one of 20 digits stays a text. The code 0 of a role (Deposit Manager) is
#       a number that a test for "is there a role" takes for none. `xml2js` 0.6.2 and `xml-js` 1.6.11, as they come, keep every text.
# Right for identifiers: the text that stands there. The option is `parseTagValue: false`.
# JSON that was made so has lost them for good: no reader of it can tell 00042 from 42.
# Ends with 1 when that has changed. Needs node and npm; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts fast-xml-parser@5.12.1 xml2js@0.6.2 xml-js@1.6.11
cat >look.mjs <<'JS'
import { XMLParser } from 'fast-xml-parser';
import xmlJs from 'xml-js';
import xml2js from 'xml2js';

const identifiers = ['00042', '42', '1e5', '0x1F', '.5', '12345678901234567890'];
const users = identifiers.map((identifier) => `<user><primary_id>${identifier}</primary_id></user>`);
const xml = `<users>${users.join('')}</users>`;

/** Prints what was seen, and ends with 1 where it is not what was seen before. */
function expect(what, seen, before) {
  console.log(`${what}: ${JSON.stringify(seen)}`);
  if (JSON.stringify(seen) === JSON.stringify(before)) return;
  console.log(`  changed: was ${JSON.stringify(before)}`);
  process.exitCode = 1;
}
const idsOf = (parser, text = xml) => parser.parse(text).users.user.map(({ primary_id }) => primary_id);
const byXml2js = await xml2js.parseStringPromise(xml);
expect('fast-xml-parser', idsOf(new XMLParser()), [42, 42, 100000, 31, 0.5, '12345678901234567890']);
expect('fast-xml-parser, parseTagValue: false', idsOf(new XMLParser({ parseTagValue: false })), identifiers);
expect('xml2js', byXml2js.users.user.map(({ primary_id }) => primary_id[0]), identifiers);
expect('xml-js', xmlJs.xml2js(xml, { compact: true }).users.user.map((user) => user.primary_id._text), identifiers);
const role = '<user_role><role_type desc="Deposit Manager">0</role_type></user_role>';
expect('fast-xml-parser, a role', new XMLParser().parse(role).user_role.role_type || 'no role', 'no role');
JS
node look.mjs

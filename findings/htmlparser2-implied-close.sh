#!/usr/bin/env bash
# htmlparser2 12.0.0 in its XML mode tells a list that ends properly and one that breaks off by the very same events.
#
# Alma's Export Users action writes empty lists as <user_roles/>. A file that breaks off behind <user_roles> has lost its roles.
# Seen: both come as a close tag that is implied ("isImplied" true); and an end tag that matches nothing comes as no event at all.
# Right: the two can be told apart, as saxes 6.0.0 does, which reports what is not closed as an error.
# A reader of user records that trusts the events takes lost roles for none. `endIndex` against the length of the file tells them apart.
# Ends with 1 when that has changed. Needs node and npm; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts htmlparser2@12.0.0 saxes@6.0.0
cat >look.mjs <<'JS'
import { Parser } from 'htmlparser2';
import saxes from 'saxes';

function eventsOf(xml) {
  const events = [];
  const parser = new Parser(
    {
      onopentag: (name) => events.push(`open ${name}`),
      onclosetag: (name, isImplied) => events.push(`close ${name}${isImplied ? ' implied' : ''}`),
      onerror: (error) => events.push(`error ${error.message}`),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return events.join(', ');
}

function errorsOf(xml) {
  const parser = new saxes.SaxesParser();
  let errors = 0;
  parser.on('error', () => (errors += 1));
  parser.write(xml).close();
  return errors;
}

const empty = '<user_roles/>';
const cutOff = '<user_roles>';
const stray = '<user></user_roles></user>';
console.log(`an empty list:         ${eventsOf(empty)}; saxes: ${errorsOf(empty)} errors`);
console.log(`a list that breaks off: ${eventsOf(cutOff)}; saxes: ${errorsOf(cutOff)} errors`);
console.log(`a stray end tag:       ${eventsOf(stray)}; saxes: ${errorsOf(stray)} errors`);
const asSeen =
  eventsOf(empty) === 'open user_roles, close user_roles implied' &&
  eventsOf(cutOff) === eventsOf(empty) &&
  eventsOf(stray) === 'open user, close user' &&
  errorsOf(empty) === 0 &&
  errorsOf(cutOff) > 0;
console.log(asSeen ? 'As described.' : 'This has changed.');
process.exit(asSeen ? 0 : 1);
JS
node look.mjs

#!/usr/bin/env bash
# A file that is no XML looks like a good one to three XML parsers of npm: a bare `&` in a name, or `&nbsp;`.
#
# Load scripts join texts: <last_name>Ada & One</last_name>. By XML 1.0 (2.4; 4.1, "Entity Declared") that is a fatal error, and whatever
# loads the file holds to it.
# Seen: htmlparser2 12.0.0 (xmlMode) and @xmldom/xmldom 0.9.12 hand over "Ada & One", the first also "Ada&nbsp;One", and report nothing;
#       the validator of fast-xml-parser 5.12.1 finds the bare sign, and calls the undeclared word valid.
# Right: an error for both, as saxes 6.0.0 and sax 1.6.1 (strict, known words of XML alone) have it.
# Who looks through a load file with such a parser first is told that all is fine.
# Ends with 1 when that has changed. Needs node and npm; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts htmlparser2@12.0.0 @xmldom/xmldom@0.9.12 fast-xml-parser@5.12.1 saxes@6.0.0 sax@1.6.1
cat >look.mjs <<'JS'
import { DOMParser } from '@xmldom/xmldom';
import { XMLValidator } from 'fast-xml-parser';
import { Parser } from 'htmlparser2';
import sax from 'sax';
import saxes from 'saxes';

/** Whether a parser passes over what is wrong with a text. */
const passers = {
  htmlparser2(xml) {
    let errors = 0;
    const parser = new Parser({ onerror: () => (errors += 1) }, { xmlMode: true });
    parser.end(xml);
    return errors === 0;
  },
  '@xmldom/xmldom'(xml) {
    let errors = 0;
    new DOMParser({ onError: () => (errors += 1) }).parseFromString(xml, 'text/xml');
    return errors === 0;
  },
  'fast-xml-parser': (xml) => XMLValidator.validate(xml) === true,
  saxes(xml) {
    let errors = 0;
    const parser = new saxes.SaxesParser();
    parser.on('error', () => (errors += 1));
    parser.write(xml).close();
    return errors === 0;
  },
  sax(xml) {
    let errors = 0;
    const parser = sax.parser(true, { strictEntities: true });
    parser.onerror = () => {
      errors += 1;
      parser.resume();
    };
    parser.write(xml).close();
    return errors === 0;
  },
};
const before = {
  'Ada & One': ['htmlparser2', '@xmldom/xmldom'],
  'Ada&nbsp;One': ['htmlparser2', 'fast-xml-parser'],
  'Ada &amp; One': Object.keys(passers),
};
for (const [name, expected] of Object.entries(before)) {
  const xml = `<users><user><last_name>${name}</last_name></user></users>`;
  const content = Object.keys(passers).filter((parser) => passers[parser](xml));
  console.log(`${name}: nothing wrong with it say ${content.join(', ')}`);
  if (content.join() === expected.join()) continue;
  console.log(`  changed: was ${expected.join(', ')}`);
  process.exitCode = 1;
}
console.log(process.exitCode === 1 ? 'This has changed.' : 'As described.');
JS
node look.mjs

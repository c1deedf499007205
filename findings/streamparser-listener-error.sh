#!/usr/bin/env bash
# @streamparser/json 0.0.26 takes an error of the program that listens for a fault of the JSON that it reads.
#
# A program that reads user records asks the tokenizer for each token, and may itself fail on one.
# Seen: what a listener throws does not reach the caller of write(): it is handed to onError, as faults of the text are, and the text was well-formed.
# Right: an error of the listener's own reaches the caller, as with JSON.parse and its reviver.
# A reader that tells people "this file is damaged" in onError says so of a whole file because of its own fault. Keep the listener's errors apart.
# Ends with 1 when that has changed. Needs node and npm; installs into a temporary folder.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @streamparser/json@0.0.26
cat >look.mjs <<'JS'
import { Tokenizer } from '@streamparser/json';

const text = '{"primary_id":"aone"}';
const own = new RangeError('a fault of the listener');
let reported = 'nothing';
let thrown = 'nothing';
const tokenizer = new Tokenizer();
tokenizer.onToken = () => {
  throw own;
};
tokenizer.onError = (error) => {
  reported = error === own ? 'the fault of the listener' : error.message;
};
try {
  tokenizer.write(text);
} catch (error) {
  thrown = error === own ? 'the fault of the listener' : error.message;
}
let fromReviver = 'nothing';
try {
  JSON.parse(text, () => {
    throw own;
  });
} catch (error) {
  fromReviver = error === own ? 'the fault of the listener' : error.message;
}
console.log(`onError was given: ${reported}`);
console.log(`write() threw:     ${thrown}`);
console.log(`JSON.parse threw:  ${fromReviver}`);
const asSeen = reported === 'the fault of the listener' && thrown === 'nothing' && fromReviver === 'the fault of the listener';
console.log(asSeen ? 'As described.' : 'This has changed.');
process.exit(asSeen ? 0 : 1);
JS
node look.mjs

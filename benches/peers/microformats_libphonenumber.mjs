// microformats-parser and libphonenumber-js on the same pages: file names on standard input, `milliseconds<TAB>file` a line out.
//
// Parsing included. The first of four passes is not counted; of the others the best is. libphonenumber-js is told a country, which our reader is not.

import { readFileSync } from 'node:fs';
import { findPhoneNumbersInText } from 'libphonenumber-js';
import { mf2 } from 'microformats-parser';

const files = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const pages = files.map((file) => [file, readFileSync(file, 'utf8')]);

function read(html) {
  try {
    mf2(html, { baseUrl: 'http://example.com/' });
  } catch {
    // A page that it can't read costs what it cost until then.
  }
  const text = html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
  return findPhoneNumbersInText(text, 'US').length;
}

const best = new Map();
for (const timed of [false, true, true, true]) {
  for (const [file, html] of pages) {
    const start = performance.now();
    read(html);
    const took = performance.now() - start;
    if (timed) {
      best.set(file, Math.min(took, best.get(file) ?? took));
    }
  }
}
for (const [file, took] of best) {
  console.log(`${took.toFixed(4)}\t${file}`);
}

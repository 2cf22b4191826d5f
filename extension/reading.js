// A page is read by a program of its own, which has no notebook and no view: what a hostile page does to its reader, it does to nothing else.

import open, { read } from './reader.js';

/** In UTF-16 units. Beyond this a snapshot is broken or hostile. */
const LARGEST = 8 * 1024 * 1024;

const wasm = fetch(new URL('./reader_bg.wasm', import.meta.url));
const opened = import('./carried.js').then(() => open({ module_or_path: wasm }));
opened.catch(() => {});

/** What a snapshot as JSON tells: the reading as JSON, and the page's words. Fails with the key of the sentence why not. */
export async function understand(snapshot) {
  if (typeof snapshot !== 'string' || snapshot.length > LARGEST) {
    throw 'page_empty';
  }
  await opened;
  return read(new TextEncoder().encode(snapshot));
}

globalThis.aftertoneUnderstand = understand;

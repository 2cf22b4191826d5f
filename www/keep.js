// Once opened, the page opens without a network too: what it is made of and its samples are kept in this browser, and offline.js gives them back.

import { ready } from './boot.js';

const root = document.documentElement;

async function keep() {
  const policy = globalThis.trustedTypes?.createPolicy('aftertone-offline', { createScriptURL: (url) => url });
  await navigator.serviceWorker.register(policy?.createScriptURL('offline.js') ?? 'offline.js');
  await ready;
  const here = new URL('./', location.href).href;
  const asked = performance.getEntriesByType('resource').map(({ name }) => name.split(/[?#]/)[0]);
  const samples = [...document.querySelectorAll('[data-samples] a')].map(({ href }) => `${here}samples/${new URL(href).searchParams.get('page')}.html`);
  const own = [here, ...asked, ...samples].filter((url) => url.startsWith(here));
  const kept = await caches.open('aftertone');
  await kept.addAll([...new Set(own)]);
  root.dataset.kept = 'true';
}

// Where the browser keeps nothing, the page works as ever.
if (navigator.serviceWorker) {
  keep().catch(() => {});
}

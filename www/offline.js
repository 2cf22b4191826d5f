// Without a network the page is what it was when it was last opened (keep.js): asked of the network first, so that nothing here grows old.
const KEPT = 'aftertone';

async function answer(request) {
  const kept = await caches.open(KEPT);
  const fresh = await fetch(request).catch(() => null);
  if (fresh?.ok) {
    await kept.put(request, fresh.clone());
    return fresh;
  }
  // A sample is chosen behind the question mark; the page is the same.
  return (await kept.match(request, { ignoreSearch: true })) ?? fresh ?? Response.error();
}

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') {
    event.respondWith(answer(event.request));
  }
});

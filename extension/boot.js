// Starts the program of this page's door, <html data-door="popup">, "panel", "workbench" or "try": the workbench has a program of its own.
// Whatever goes wrong is said in words on the page, as text nodes only.

const root = document.documentElement;
const { door } = root.dataset;
const program = door === 'workbench' ? 'workbench' : 'popup';
// The workbench reads no page.
const reading = program === 'popup' ? import('./reading.js') : null;

// Opening the program takes as long as reading the page does, so both begin at once. The program takes what was asked for here instead of
// asking itself (src/tab.rs), and says what went wrong with it.
if (door === 'popup' || door === 'panel') {
  const tabs = chrome.tabs.query({ active: true, currentWindow: true });
  const results = tabs.then(([{ id }]) =>
    chrome.scripting.executeScript({ target: { tabId: id }, files: ['snapshot.js'], injectImmediately: true }),
  );
  const told = Promise.all([results, reading]).then(([frames, { understand }]) => understand(frames.find(({ frameId }) => frameId === 0)?.result));
  results.catch(() => {});
  told.catch(() => {});
  globalThis.aftertoneAhead = { tabs, results, told };
}

// What the click sent and changed is counted once somebody looks.
addEventListener(
  'toggle',
  ({ target }) => target.dataset.part === 'receipt' && target.open && import('./receipt.js').then(({ receipt }) => receipt(target)),
  true,
);

/** Kept once the screen stands: the program sets the attribute. */
export const ready = new Promise((done) => {
  const watch = new MutationObserver(() => root.dataset.ready && (watch.disconnect(), done()));
  watch.observe(root, { attributeFilter: ['data-ready'] });
});

// What only looks better waits until the decision is there.
ready.then(() => import('./unbroken.js')).catch(() => {});

// The interface's words; the try page brings its own way to them.
if (!globalThis.chrome?.i18n) {
  await import('./words.js');
}
const words = (key, parts) => chrome.i18n.getMessage(key, parts);
root.lang = words('language');
// What stands on a page before the program does is in English, and may have words in the others.
for (const place of document.querySelectorAll('[data-say], [data-say-label]')) {
  const { say, sayLabel } = place.dataset;
  if (say && words(say)) {
    place.textContent = words(say);
  }
  if (sayLabel && words(sayLabel)) {
    place.setAttribute('aria-label', words(sayLabel));
  }
}

function tell(said) {
  // The program puts a sentence of its own there when it fails by itself.
  if (document.querySelector('[data-error="boot"], [data-error="program"]')) {
    return;
  }
  const line = document.createElement('p');
  line.setAttribute('data-error', 'boot');
  line.setAttribute('role', 'alert');
  line.textContent = said;
  document.body.prepend(line);
}

// A wasm that has trapped answers nothing any more: say so instead of standing there dead.
addEventListener('error', (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) {
    tell(words('stopped_in_the_middle'));
  }
});

// Firefox calls its side panel a sidebar, and its button opens one where it has no popup (background.js).
const { action, sidebarAction } = globalThis.chrome ?? {};
if (sidebarAction) {
  chrome.sidePanel ??= {
    open: () => sidebarAction.open(),
    setPanelBehavior: ({ openPanelOnActionClick }) => action.setPopup({ popup: openPanelOnActionClick ? '' : 'popup.html' }),
  };
}

try {
  // Both are asked for while the glue is still being read.
  const carried = import('./carried.js');
  const wasm = fetch(new URL(`./${program}_bg.wasm`, import.meta.url));
  const glue = await (program === 'workbench' ? import('./workbench.js') : import('./popup.js'));
  await Promise.all([carried, reading]);
  await glue.default({ module_or_path: wasm });
} catch (error) {
  console.error(error);
  tell(words('could_not_start', [error instanceof Error ? error.message : String(error)]));
}

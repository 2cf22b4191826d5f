// Does what was asked for by a key or from the page's own menu (background.js), once the screen stands: it presses and types what the user
// would, so that whatever holds for them holds here.

import { ready } from './boot.js';
import { isCopyBarred, show } from './keys.js';

// Older than this it was not meant for this screen.
const FRESH = 60_000;

const root = document.documentElement;
const one = (css) => document.querySelector(css);

function type(css, text) {
  const field = one(css);
  if (field) {
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return field;
}

const ACTS = {
  'log-voicemail': () => one('[data-log=voicemail]')?.click(),
  // Firefox takes no key of its own for a press in the popup: where nobody allowed it to copy, it is asked for, and the button has the focus.
  async 'copy-message'() {
    const copy = one('[data-do=copy]');
    copy?.focus();
    if (await isCopyBarred()) {
      show(() => copy?.click());
    } else {
      copy?.click();
    }
  },
  reason(text) {
    // Words of one's own would hide the reason: they are put aside, as the button does.
    const own = one('[data-do=redraft]:not([hidden])');
    type('[data-input=reason]', text);
    own?.click();
  },
  who(text) {
    const field = type('input[name=search]', text);
    const rows = document.querySelectorAll('a.row');
    if (rows.length === 1) {
      location.replace(rows[0].href);
    } else {
      field?.focus();
    }
  },
};

// A popup that opens later, over another page, is not the one that was meant.
async function isHere(asked) {
  if (asked.do === 'who') {
    return true;
  }
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return asked.tab === undefined || asked.tab === tab?.id;
}

async function take() {
  const here = root.dataset.door === 'workbench' ? ['who'] : ['log-voicemail', 'copy-message', 'reason'];
  const asked = await navigator.locks.request('aftertone-asked', async () => {
    const { asked } = await chrome.storage.session.get('asked');
    const mine = asked && here.includes(asked.do);
    if (mine) {
      await chrome.storage.session.remove('asked');
    }
    return mine && Date.now() - asked.at < FRESH ? asked : null;
  });
  if (asked && (await isHere(asked))) {
    ACTS[asked.do](asked.text);
  }
}

await ready;
await take();
// A popup that is open hears of it; a tab is opened for what it is asked.
chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'session' && changes.asked?.newValue && root.dataset.door === 'popup') {
    take();
  }
});

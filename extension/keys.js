// `?` lists the keys of this screen, and those the browser has for the extension. It is silent where the setting turns single keys off
// (WCAG 2.1.4) and while something is typed; the list is a button in the settings too.

const say = (key) => chrome.i18n.getMessage(key);

// By the keys of their words.
const KEYS = {
  popup: [
    ['1', 'called_nobody'],
    ['2', 'hit_zero_asked'],
    ['3', 'left_voicemail'],
    ['4', 'emailed'],
    ['5', 'talked_with_them'],
  ],
  workbench: [
    ['\u2193 \u2191, j k', 'key_through_a_list'],
    ['Enter', 'key_open_the_person'],
    ['/', 'key_to_the_search'],
    ['o', 'key_to_the_order'],
  ],
};

function make(tag, text, attributes = {}) {
  const element = document.createElement(tag);
  element.textContent = text;
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

async function commands() {
  const all = (await globalThis.chrome?.commands?.getAll?.()) ?? [];
  const words = (command) => (command.name === '_execute_action' ? say('key_open_here') : command.description);
  return all.filter((command) => command.shortcut).map((command) => [command.shortcut, words(command)]);
}

// Firefox lets a press in the popup copy; a key of its own only for whoever allows that.
const COPY = { permissions: ['clipboardWrite'] };

export async function isCopyBarred() {
  const asked = globalThis.chrome?.runtime?.getManifest?.().optional_permissions ?? [];
  return asked.includes(COPY.permissions[0]) && !(await chrome.permissions.contains(COPY));
}

function offer(done) {
  const press = make('button', say('let_the_key_copy'), { type: 'button', 'data-do': 'let-copy' });
  const offered = make('div', '', { class: 'offer' });
  offered.append(make('p', say('key_may_not_copy')), press);
  press.addEventListener('click', async () => {
    if (await chrome.permissions.request(COPY)) {
      offered.remove();
      done?.();
    }
  });
  return offered;
}

/** Lists the keys; where copying by a key is barred the list asks for it first. `allowed`: what follows once it is. */
export async function show(allowed) {
  if (document.querySelector('dialog.keys')) {
    return;
  }
  const barred = await isCopyBarred();
  const door = document.documentElement.dataset.door === 'workbench' ? 'workbench' : 'popup';
  const own = [...KEYS[door], ['?', 'key_this_list'], ['Esc', 'key_close_it']].map(([key, does]) => [key, say(does)]);
  const rows = [...own, ...(await commands())];
  const dialog = make('dialog', '', { class: 'keys', 'aria-labelledby': 'keys-title', 'data-part': 'keys-help' });
  const list = make('dl', '', { class: 'key-list' });
  list.append(...rows.flatMap(([key, does]) => [make('dt', key), make('dd', does)]));
  const close = make('button', say('close'), { type: 'button', class: 'primary', 'data-do': 'keys-close' });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  const copied = () => {
    dialog.close();
    allowed();
  };
  const first = barred ? [offer(allowed && copied)] : [];
  dialog.append(make('h2', say('keys'), { id: 'keys-title' }), ...first, list, close);
  document.body.append(dialog);
  dialog.showModal();
}

addEventListener('keydown', (event) => {
  const plain = event.key === '?' && !(event.ctrlKey || event.altKey || event.metaKey);
  const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
  if (plain && !typing && document.querySelector('[data-log][aria-keyshortcuts], [data-single-keys]')) {
    event.preventDefault();
    show();
  }
});

addEventListener('click', (event) => {
  if (event.target.closest?.('[data-do=keys]')) {
    show();
  }
});

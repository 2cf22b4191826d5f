// The receipt at the end of the popup, counted at the moment that it is unfolded: what this window sent, what reading the page changed in it,
// and which permissions that took.

const say = (key, parts) => chrome.i18n.getMessage(key, parts);

/** Where this window sent a request that left the extension, by the browser's own list. */
function elsewhere() {
  const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name));
  return asked.filter(({ origin, protocol }) => protocol.startsWith('http') && origin !== location.origin).map(({ host }) => host);
}

/** As the reader counted them while it read (snapshot.js); null where no page was read. */
function changed() {
  const counted = /"changed":(\d+)\}$/.exec(globalThis.aftertoneRead?.result?.slice(-40) ?? '');
  return counted && Number(counted[1]);
}

async function permissions() {
  const { permissions: held = [], origins = [] } = await chrome.permissions.getAll();
  // Without a host permission only the press of the button lets a page be read; the notebook is read for every decision.
  const took = new Set(['storage', ...(globalThis.aftertoneRead ? ['activeTab', 'scripting'] : [])]);
  return { used: held.filter((name) => took.has(name)), unused: held.filter((name) => !took.has(name)), origins };
}

function list(names) {
  return names.length > 0 ? names.join(', ') : say('receipt_none');
}

export async function receipt(place) {
  const hosts = elsewhere();
  const nodes = changed();
  const { used, unused, origins } = await permissions();
  const lines = {
    sent: hosts.length === 0 ? say('receipt_nothing_sent') : say('receipt_sent', [String(hosts.length), list([...new Set(hosts)])]),
    changed: nodes === null ? say('receipt_not_read') : say('receipt_changed', [String(nodes)]),
    permissions: say('receipt_permissions', [list(used), list([...unused, ...origins])]),
  };
  const rows = Object.entries(lines).map(([name, words]) => {
    const row = document.createElement('li');
    row.dataset.receipt = name;
    row.textContent = words;
    return row;
  });
  place.querySelector('ul')?.replaceChildren(...rows);
}

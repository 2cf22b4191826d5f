// The receipt at the end of the popup, counted at the moment that it is unfolded: what this window sent, what reading the page changed in it,
// and which permissions that took.

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
  return names.length > 0 ? names.join(', ') : 'none';
}

export async function receipt(place) {
  const hosts = elsewhere();
  const nodes = changed();
  const { used, unused, origins } = await permissions();
  const lines = {
    sent:
      hosts.length === 0
        ? "Bytes sent: 0. This window asked for nothing but the extension's own files."
        : `Requests that left this window: ${hosts.length}, to ${list([...new Set(hosts)])}.`,
    changed: nodes === null ? 'Page nodes changed: 0. No page was read.' : `Page nodes changed: ${nodes}, counted while the page was read.`,
    permissions: `Permissions used: ${list(used)}. Held and not used by this click: ${list([...unused, ...origins])}.`,
  };
  const rows = Object.entries(lines).map(([name, words]) => {
    const row = document.createElement('li');
    row.dataset.receipt = name;
    row.textContent = words;
    return row;
  });
  place.querySelector('ul')?.replaceChildren(...rows);
}

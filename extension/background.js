// The browser starts this script, and ends it again, as it likes: it keeps nothing and reads no page.
// What the toolbar button opens is set by the settings (`chrome.sidePanel.setPanelBehavior`, which Chromium remembers by itself).

// The log is for the extension's own pages: a script injected into a page, or a page that broke out of its renderer, may not read it.
function lockStorage() {
  chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

const say = (key, parts) => chrome.i18n.getMessage(key, parts);

const MENUS = {
  reason: say('menu_reason'),
  who: say('menu_who'),
};

// Longer than any sentence one would say.
const LONGEST = 500;

chrome.runtime.onInstalled.addListener(({ reason }) => {
  lockStorage();
  chrome.contextMenus.removeAll(() => {
    for (const [id, title] of Object.entries(MENUS)) {
      chrome.contextMenus.create({ id, title, contexts: ['selection'] });
    }
  });
  if (reason === 'install') {
    welcome();
  }
  // An update takes the alarms away.
  remind();
});

// A browser may call it an installation where a notebook lies already.
async function welcome() {
  const known = await chrome.storage.local.get(['schema', 'profile']);
  if (Object.keys(known).length === 0) {
    chrome.tabs.create({ url: 'workbench.html#/welcome' });
  }
}

chrome.runtime.onStartup.addListener(lockStorage);

// Firefox has no such choice: there a button without a popup is a press that opens the sidebar, and it is without one until the browser closes.
if (chrome.sidebarAction) {
  chrome.action.onClicked.addListener((tab) => {
    // In the press itself: a moment later Firefox refuses.
    chrome.sidebarAction.open();
    // One that stands open already hears which page to read.
    chrome.storage.session.set({ read: { tab: tab.id, at: Date.now() } });
  });
  chrome.storage.local.get('profile').then(({ profile }) => {
    if (profile?.includes('"opensPanel":true')) {
      chrome.action.setPopup({ popup: '' });
    }
  });
}

// What is asked for lies in the session's storage, which ends with the browser, until the page that does it has taken it (asked.js).
function ask(asked) {
  chrome.storage.session.set({ asked: { ...asked, at: Date.now() } });
}

// The popup must be opened while the press counts as the user's, so nothing is awaited before. Where it is open already it hears of it.
function askPopup(asked) {
  ask(asked);
  chrome.action.openPopup?.()?.catch(() => {});
}

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === 'workbench') {
    chrome.tabs.create({ url: 'workbench.html' });
  } else {
    askPopup({ do: command, tab: tab?.id });
  }
});

chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }, tab) => {
  const text = selectionText.slice(0, LONGEST);
  if (menuItemId === 'who') {
    ask({ do: 'who', text });
    chrome.tabs.create({ url: 'workbench.html#/people' });
  } else {
    askPopup({ do: 'reason', text, tab: tab?.id });
  }
});

// An alarm that was missed rings as the browser starts, which itself asks: one after the other, so that the second finds it said.
function remind() {
  return navigator.locks.request('aftertone-remind', sayWhoIsDue);
}

// Reminders, once the user asked for them: the pages put down whom and when (`due/remind.rs`), here that is waited for and said once.
async function sayWhoIsDue() {
  // Permissions that may be taken back at any time.
  if (!chrome.alarms || !chrome.notifications) {
    return;
  }
  const { reminders, reminded, changed } = await chrome.storage.local.get(['reminders', 'reminded', 'changed']);
  const [all, now, told] = [JSON.parse(reminders ?? '[]'), Date.now(), Number(reminded ?? 0)];
  // Of whom something was logged since, the time no longer holds; the next look at the list puts a new one down.
  const logged = JSON.parse(changed?.slice(changed.indexOf(' ')) ?? '[]');
  const due = all.filter(([at, id]) => at > told && at <= now && !logged.includes(id) && !logged.includes('*'));
  const next = all.find(([at]) => at > now);
  // What was told is put down first: a worker that ends here is silent once, not twice loud.
  await chrome.storage.local.set({ reminded: String(now) });
  if (next) {
    chrome.alarms.create('due', { when: next[0] });
  }
  if (due.length > 0) {
    const names = due.slice(0, 3).map(([, , who]) => who).join('; ');
    chrome.notifications.create(due.length > 1 ? 'due' : due[0][1], {
      type: 'basic',
      iconUrl: 'icons/128.png',
      title: due.length > 1 ? say('people_are_due', [String(due.length)]) : say('due_now'),
      message: due.length > 3 ? say('and_more', [names, String(due.length - 3)]) : names,
    });
  }
}

function open(id) {
  chrome.notifications.clear(id);
  chrome.tabs.create({ url: chrome.runtime.getURL(id === 'due' ? 'workbench.html#/due' : `workbench.html#/person/${id}`) });
}

function listen() {
  chrome.alarms?.onAlarm.addListener(remind);
  chrome.notifications?.onClicked.addListener(open);
}

listen();
chrome.permissions.onAdded.addListener(listen);
// Some browsers forget alarms when they close; what came due meanwhile is said now.
chrome.runtime.onStartup.addListener(remind);

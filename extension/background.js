// The browser starts this script, and ends it again, as it likes: it keeps nothing and reads no page.
// What the toolbar button opens is set by the settings (`chrome.sidePanel.setPanelBehavior`, which Chromium remembers by itself).

// The log is for the extension's own pages: a script injected into a page, or a page that broke out of its renderer, may not read it.
function lockStorage() {
  chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

const MENUS = {
  reason: 'Use as the reason for the call',
  who: 'Who is this?',
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

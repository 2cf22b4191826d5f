// The browser starts this script, and ends it again, as it likes: it keeps nothing and reads no page.
// What the toolbar button opens is set by the settings (`chrome.sidePanel.setPanelBehavior`, which Chromium remembers by itself).

// The log is for the extension's own pages: a script injected into a page, or a page that broke out of its renderer, may not read it.
function lockStorage() {
  chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

chrome.runtime.onInstalled.addListener(lockStorage);
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

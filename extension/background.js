// The browser starts this script, and ends it again, as it likes: it keeps nothing and reads no page.
// What the toolbar button opens is set by the settings (`chrome.sidePanel.setPanelBehavior`, which the browser remembers by itself).

// The log is for the extension's own pages: a script injected into a page, or a page that broke out of its renderer, may not read it.
function lockStorage() {
  chrome.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}

chrome.runtime.onInstalled.addListener(lockStorage);
chrome.runtime.onStartup.addListener(lockStorage);

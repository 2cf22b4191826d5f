// What the test asks of the browser's own window. Installed once as `window.aftertone`; `AHEAD` and `INSIDE` are put in front.
window.aftertone = (() => {
  const requests = [];
  const waiting = new Map();

  Services.mm.addMessageListener('aftertone:told', ({ data }) => {
    waiting.get(data.ask)?.done(data);
  });
  Services.mm.addMessageListener('aftertone:heard', ({ data }) => waiting.get(data.ask)?.heard());
  Services.mm.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(`const AHEAD = ${AHEAD};\n${INSIDE}`), true);

  // Every address that is asked for, and the page that asks.
  Services.obs.addObserver((channel) => {
    const { URI, loadInfo } = channel.QueryInterface(Ci.nsIHttpChannel);
    requests.push([(loadInfo.loadingPrincipal ?? loadInfo.triggeringPrincipal)?.originNoSuffix ?? '', URI.spec]);
  }, 'http-on-modify-request');

  const browserOf = (page) => BrowsingContext.getCurrentTopByBrowserId(page)?.embedderElement;
  const tabOf = (page) => gBrowser.tabs.find((tab) => tab.linkedBrowser.browserId === page);

  /** Where the element stands in the window: a sidebar is a document of its own in it. */
  const placeOf = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const frame = element.ownerDocument.defaultView.browsingContext.embedderElement;
    const around = frame ? placeOf(frame) : { x: 0, y: 0 };
    return { x: x + around.x, y: y + around.y, width, height };
  };

  let asks = 0;
  return {
    open(url) {
      const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
      gBrowser.selectedTab = gBrowser.addTab(url, { triggeringPrincipal });
      return gBrowser.selectedBrowser.browserId;
    },

    /** The tab whose address ends so. */
    tab: (end) => gBrowser.tabs.find((tab) => tab.linkedBrowser.currentURI.spec.endsWith(end))?.linkedBrowser.browserId ?? null,

    show(page) {
      gBrowser.selectedTab = tabOf(page);
    },

    /** Closes a tab, a popup or a sidebar. */
    close(page) {
      const tab = tabOf(page);
      const panel = browserOf(page)?.closest('panel');
      if (tab) {
        gBrowser.removeTab(tab);
      } else if (panel) {
        panel.hidePopup();
      } else {
        SidebarController.hide();
      }
    },

    /** Whether a tab came to the end of loading something. Every tab begins as a blank page. */
    isLoaded(page, blank) {
      const browser = browserOf(page);
      return !!browser && !browser.webProgress.isLoadingDocument && (blank || browser.currentURI.spec !== 'about:blank');
    },

    isThere: (page) => !!browserOf(page),

    /** The popup that stands open. */
    popup() {
      const all = [...document.querySelectorAll('browser.webextension-popup-browser')];
      const open = all.find((browser) => browser.closest('panel')?.state === 'open' && browser.currentURI?.schemeIs('moz-extension'));
      return open?.browserId ?? null;
    },

    /** The page in the sidebar. */
    sidebar() {
      const browser = document.getElementById('sidebar')?.contentDocument?.getElementById('webext-panels-browser');
      return browser?.currentURI?.schemeIs('moz-extension') ? browser.browserId : null;
    },

    showSidebar: (id) => SidebarController.show(id),

    /** The middle of something that the window itself shows. */
    middle(css) {
      const element = document.querySelector(css);
      if (!element?.checkVisibility()) {
        return null;
      }
      const { x, y, width, height } = placeOf(element);
      return [x + width / 2, y + height / 2];
    },

    place(page) {
      const browser = browserOf(page);
      return browser ? placeOf(browser) : null;
    },

    /** The host of an extension's pages, written down at once: a browser that is killed finds its storage by it. */
    host(id) {
      const host = WebExtensionPolicy.getByID(id)?.mozExtensionHostname ?? null;
      Services.prefs.savePrefFile(null);
      return host;
    },

    requests: () => requests,

    /** The words on the clipboard. */
    clipboard() {
      const transfer = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
      transfer.init(null);
      transfer.addDataFlavor('text/plain');
      Services.clipboard.getData(transfer, Services.clipboard.kGlobalClipboard);
      const words = {};
      try {
        transfer.getTransferData('text/plain', words);
      } catch {
        return null;
      }
      return words.value.QueryInterface(Ci.nsISupportsString).data;
    },

    complaints: (host) =>
      Services.console
        .getMessageArray()
        .filter((message) => message instanceof Ci.nsIScriptError && message.sourceName.includes(host))
        .filter((message) => !(message.flags & Ci.nsIScriptError.warningFlag))
        .map((message) => message.errorMessage),

    /** The value of an expression on the page, as JSON. */
    ask(page, expression) {
      if (browserOf(page)?.isRemoteBrowser === false) {
        // Firefox lets no script of ours beside what runs in its own process.
        return { threw: 'the page is one of the browser itself' };
      }
      asks += 1;
      const ask = asks;
      const say = () => browserOf(page)?.messageManager?.sendAsyncMessage('aftertone:ask', { ask, expression });
      const document = () => browserOf(page)?.browsingContext.currentWindowGlobal?.innerWindowId;
      return new Promise((told) => {
        let hearing = null;
        let waited = 0;
        const watch = setInterval(() => {
          waited += 1;
          if (!browserOf(page) || (hearing !== null && hearing !== document())) {
            done({ gone: true });
          } else if (hearing === null && waited % 10 === 0) {
            // A page that moves from one process to another hears nothing for a moment.
            say();
          }
        }, 100);
        const done = (data) => {
          clearInterval(watch);
          waiting.delete(ask);
          told(data);
        };
        waiting.set(ask, { done, heard: () => (hearing = document()) });
        say();
      });
    },

    /** A PNG of what the page shows. */
    async picture(page) {
      const browser = browserOf(page);
      const { width, height } = browser.getBoundingClientRect();
      const drawn = await browser.browsingContext.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, width, height), 1, 'white');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
      canvas.width = drawn.width;
      canvas.height = drawn.height;
      canvas.getContext('2d').drawImage(drawn, 0, 0);
      return canvas.toDataURL().split(',')[1];
    },
  };
})();

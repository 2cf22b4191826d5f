// Pasted HTML as a snapshot, for the try page. Parsing runs no script and loads nothing; the parsed page is only read, never shown.
// DOMParser asks for a Trusted Types policy, so this is the one place that has one.
(() => {
  const pass = (html) => html;
  const policy = globalThis.trustedTypes?.createPolicy('aftertone-parse', { createHTML: pass }) ?? { createHTML: pass };

  /** The snapshot of a page given as text, as one JSON string; `address` is where the page would stand. */
  globalThis.aftertoneParse = (html, address) => {
    const page = new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
    return globalThis.aftertoneSnapshot(page, address);
  };
})();

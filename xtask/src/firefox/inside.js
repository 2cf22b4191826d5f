// Runs beside every page, popup and sidebar of the tested Firefox, as a frame script: puts the test's clock into each document before its
// first line, and answers what it is asked. `AHEAD` is put in front: milliseconds that the pages' clocks run ahead, or null.
(() => {
  const asked = new Map();
  const heard = new Set();
  const tell = (ask, told) => {
    asked.delete(ask);
    sendAsyncMessage('aftertone:told', { ask, ...told });
  };

  // A scope of our own with the page's rights, in which the page's things are as the page sees them.
  const scope = (window) => Cu.Sandbox(window, { sandboxPrototype: window, wantXrays: false });

  // A clock that runs as the real one, only elsewhere in time.
  const clock = `(ahead) => {
    const Real = window.Date;
    if (Real.ahead === ahead) return;
    window.Date = new Proxy(Real, {
      construct: (_, given, to) => Reflect.construct(Real, given.length ? given : [Real.now() + ahead], to),
      apply: () => new window.Date().toString(),
      get: (_, name) => name === 'now' ? () => Real.now() + ahead : name === 'ahead' ? ahead : Real[name],
    });
  }`;

  addEventListener(
    'DOMWindowCreated',
    (event) => {
      const window = event.target.defaultView;
      if (AHEAD !== null && /^(https?|moz-extension|data):$/.test(window.location.protocol)) {
        Cu.evalInSandbox(`(${clock})(${AHEAD})`, scope(window));
      }
    },
    true,
  );

  // What a page that goes away was asked is never answered.
  addEventListener('pagehide', (event) => event.target === content?.document && asked.forEach((_, ask) => tell(ask, { gone: true })), true);

  addMessageListener('aftertone:ask', ({ data: { ask, expression } }) => {
    sendAsyncMessage('aftertone:heard', { ask });
    // What is not heard of in time is asked again.
    if (heard.has(ask)) {
      return;
    }
    heard.add(ask);
    asked.set(ask, expression);
    const failed = (error) => asked.has(ask) && tell(ask, { threw: String(error) });
    try {
      // As in a console: statements have a value too, and promises are awaited. Only what JSON can say comes through.
      const box = scope(content);
      box.value = Cu.evalInSandbox(expression, box);
      const value = Cu.evalInSandbox('(async () => JSON.stringify(await value) ?? "null")()', box);
      value.then((json) => asked.has(ask) && tell(ask, { json }), failed);
    } catch (error) {
      failed(error);
    }
  });
})();

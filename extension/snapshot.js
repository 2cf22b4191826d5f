// Takes the page as it stands: a flat list of visible elements and texts, with the attributes that matter, as one JSON string
// (the shape is `Snapshot` in src/snapshot.rs; src/page/html does the same to saved pages, and a test holds the two together).
//
// The popup injects this file on a click, into a world of its own: the value of the last line is what it gets back. The try page
// loads it too, and calls `aftertoneSnapshot` over pages that it parsed. It reads and never writes: the page stays as it is.

(() => {
  // The caps and lists of src/snapshot.rs, by the same names.
  const KEPT_ATTRIBUTES = new Set([
    'about', 'alt', 'aria-label', 'charset', 'class', 'colspan', 'content', 'data-cfemail', 'datatype', 'datetime', 'href', 'http-equiv',
    'id', 'itemid', 'itemprop', 'itemref', 'itemscope', 'itemtype', 'lang', 'media', 'name', 'placeholder', 'prefix', 'property', 'rel',
    'resource', 'role', 'src', 'title', 'type', 'typeof', 'value', 'vocab', 'xmlns',
  ]);
  const ATTRIBUTE_LONGEST = 2000;
  const LEFT_OUT = new Set([
    'audio', 'canvas', 'datalist', 'iframe', 'math', 'noframes', 'noscript', 'object', 'script', 'style', 'svg', 'template', 'video',
  ]);
  const JSON_LD = 'application/ld+json';
  const JSON_LD_MOST = 20;
  const JSON_LD_LONGEST = 64 * 1024;
  const TEXT_MOST = 400_000;
  const NODES_MOST = 40_000;
  const IN_PART_TEXT = 'Read in part: the page holds more than 400 KB of text.';
  const IN_PART_NODES = 'Read in part: the page holds more than 40,000 elements and texts.';
  // Only a browser needs these two: natively there is no one waiting, and no page can make its attributes up as it goes.
  const TIME_MOST = 300;
  const ATTRIBUTES_MOST = 2_000_000;
  const IN_PART_TIME = 'Read in part: reading the page took longer than 300 ms.';
  const IN_PART_ATTRIBUTES = 'Read in part: the page holds more than 2 MB of attributes.';

  // Of a head only these; and these carry data without ever being shown, wherever they stand.
  const IN_HEAD = new Set(['title', 'meta', 'link', 'base', 'script']);
  const NEVER_SHOWN = new Set(['head', 'title', 'base', 'meta', 'link', 'script', 'area']);

  // <form><input name="firstChild"> answers for the form's own property, in every world. The prototypes' getters can't be taken over.
  const getter = (type, name) => {
    const get = Object.getOwnPropertyDescriptor(type.prototype, name).get;
    return (node) => get.call(node);
  };
  const method = (type, name) => {
    const call = type.prototype[name];
    return (node, ...given) => call.apply(node, given);
  };
  const typeOf = getter(Node, 'nodeType');
  const firstChild = getter(Node, 'firstChild');
  const nextSibling = getter(Node, 'nextSibling');
  const textOf = getter(CharacterData, 'data');
  const localName = getter(Element, 'localName');
  const namespace = getter(Element, 'namespaceURI');
  const shadowRoot = getter(Element, 'shadowRoot');
  const hasAttributes = method(Element, 'hasAttributes');
  const attributeNames = method(Element, 'getAttributeNames');
  const attribute = method(Element, 'getAttribute');
  const hasAttribute = method(Element, 'hasAttribute');
  const hasBox = method(Element, 'checkVisibility');
  const assignedNodes = method(HTMLSlotElement, 'assignedNodes');
  const frameDocument = getter(HTMLIFrameElement, 'contentDocument');
  const rootOf = getter(Document, 'documentElement');
  const bodyOf = getter(Document, 'body');
  const viewOf = getter(Document, 'defaultView');
  const addressOf = getter(Document, 'URL');
  const contentTypeOf = getter(Document, 'contentType');

  const HTML = 'http://www.w3.org/1999/xhtml';
  const VISIBLE = { visibilityProperty: true };
  const CHANGES = { subtree: true, childList: true, attributes: true, characterData: true };

  // How the words inside an element count.
  const FLOW = 0;
  const HEAD = 1;
  const TITLE = 2;
  const PRE = 3;
  const DATA = 4;
  const UNSEEN = 5;
  const insideOf = { head: HEAD, title: TITLE, script: DATA, pre: PRE, textarea: PRE };

  globalThis.aftertoneSnapshot = (doc, address = addressOf(doc)) => {
    const page = { url: address, title: '', lang: null, contentType: contentTypeOf(doc), nodes: [], notes: [] };
    const { nodes } = page;
    // A parsed document that stands in no window has no styles: then attributes alone tell what is hidden, as natively.
    const styled = viewOf(doc) !== null;
    // The receipt's count. Nothing of the page's own runs between the first line here and the last: what changes meanwhile, we changed.
    const watch = new MutationObserver(() => {});
    const watchTree = (tree) => watch.observe(tree, CHANGES);
    watchTree(doc);
    const end = performance.now() + TIME_MOST;
    let room = TEXT_MOST;
    let attributeRoom = ATTRIBUTES_MOST;
    let blocks = 0;

    const note = (words) => page.notes.includes(words) || page.notes.push(words);

    const attributesOf = (element, tag) => {
      const kept = [];
      if (!hasAttributes(element)) {
        return kept;
      }
      for (const name of attributeNames(element)) {
        if (!KEPT_ATTRIBUTES.has(name)) {
          continue;
        }
        const value = attribute(element, name);
        const leftOut =
          value.length > ATTRIBUTE_LONGEST ||
          (name === 'src' && value.startsWith('data:')) ||
          (name === 'value' && tag === 'input' && isType(element, 'password'));
        if (leftOut) {
          continue;
        }
        attributeRoom -= value.length;
        if (attributeRoom < 0) {
          note(IN_PART_ATTRIBUTES);
          return kept;
        }
        kept.push(name, withoutControls(value));
      }
      return kept;
    };

    // Where the walk stands: a level for each open element, with the next node in it, the parent's place, and how words count there.
    // Levels rather than calls: a page 50,000 elements deep must not exhaust the stack.
    const levels = [{ next: rootOf(doc), list: null, parent: -1, inside: FLOW }];
    let seen = 0;
    while (levels.length > 0) {
      const level = levels[levels.length - 1];
      const node = level.next;
      if (!node) {
        levels.pop();
        continue;
      }
      level.next = level.list ? level.list.pop() : level.parent === -1 ? null : nextSibling(node);
      const type = typeOf(node);
      if (type !== 1 && type !== 3 && type !== 4) {
        continue;
      }
      if (nodes.length >= NODES_MOST) {
        note(IN_PART_NODES);
        break;
      }
      seen += 1;
      if (seen % 512 === 0 && performance.now() > end) {
        note(IN_PART_TIME);
        break;
      }

      if (type !== 1) {
        if (level.inside === UNSEEN) {
          continue;
        }
        let words = textOf(node);
        if (level.inside === DATA) {
          words = isLonger(words, JSON_LD_LONGEST) ? '' : words.toWellFormed();
        } else {
          words = clean(words, level.inside === PRE);
          if (words.length * 3 > room) {
            const cut = cutAt(words, room);
            if (cut.length < words.length) {
              note(IN_PART_TEXT);
            }
            words = cut;
          }
          room -= byteLength(words);
        }
        if (level.inside === TITLE && page.title === '') {
          page.title = words.trim();
        }
        if (words !== '' && !(level.inside === HEAD && words.trim() === '')) {
          nodes.push([level.parent, words]);
        }
        continue;
      }

      if (namespace(node) !== HTML) {
        continue;
      }
      const tag = localName(node);
      if (level.inside === HEAD && !IN_HEAD.has(tag)) {
        continue;
      }
      let frame = null;
      if (tag === 'script') {
        const kind = attribute(node, 'type') ?? '';
        if (kind.split(';', 1)[0].trim().toLowerCase() !== JSON_LD) {
          continue;
        }
      } else if (tag === 'iframe') {
        // Null where the frame is of another origin; empty where it only holds a place.
        const inner = styled ? frameDocument(node) : null;
        frame = inner && bodyOf(inner);
        if (!frame || !firstChild(frame)) {
          continue;
        }
        watchTree(inner);
      } else if (LEFT_OUT.has(tag)) {
        continue;
      }

      let inside = insideOf[tag] ?? (level.inside === UNSEEN ? FLOW : level.inside);
      if (level.inside !== HEAD && !NEVER_SHOWN.has(tag)) {
        if (!styled) {
          if (hidesByAttribute(node, tag)) {
            continue;
          }
        } else if (!hasBox(node, VISIBLE)) {
          // No box, or not visible. Folded <details> and `display: contents` have none either, yet hold words that count.
          const style = getComputedStyle(node);
          if (style.display === 'none' || hides(attribute(node, 'style') ?? '')) {
            continue;
          }
          if (style.visibility !== 'visible') {
            inside = UNSEEN;
          }
        }
      }

      if (tag === 'script') {
        blocks += 1;
        if (blocks > JSON_LD_MOST) {
          continue;
        }
      }
      if (tag === 'html') {
        page.lang = (attribute(node, 'lang') ?? '').toWellFormed().trim() || null;
      }
      const at = nodes.length;
      nodes.push([level.parent, tag, attributesOf(node, tag)]);
      const shadow = shadowRoot(node);
      if (shadow) {
        watchTree(shadow);
      }
      const slotted = tag === 'slot' ? assignedNodes(node).reverse() : [];
      if (slotted.length > 0) {
        levels.push({ next: slotted.pop(), list: slotted, parent: at, inside });
      } else {
        levels.push({ next: firstChild(frame ?? shadow ?? node), list: null, parent: at, inside });
      }
    }
    // Last, where the receipt looks for it.
    page.changed = watch.takeRecords().length;
    watch.disconnect();
    return JSON.stringify(page);
  };

  /** By the `hidden` attribute, an inline style, or its kind. What is only `aria-hidden` is shown. */
  function hidesByAttribute(element, tag) {
    return (
      hasAttribute(element, 'hidden') ||
      (tag === 'input' && isType(element, 'hidden')) ||
      (tag === 'dialog' && !hasAttribute(element, 'open')) ||
      hides(attribute(element, 'style') ?? '')
    );
  }

  function isType(input, type) {
    return (attribute(input, 'type') ?? '').trim().toLowerCase() === type;
  }

  function hides(style) {
    return style.split(';').some((declaration) => {
      const [property, ...rest] = declaration.split(':');
      const value = rest.join(':').trim().toLowerCase().replace(/\s*!important$/, '');
      const name = property.trim().toLowerCase();
      return (name === 'display' && value === 'none') || (name === 'visibility' && (value === 'hidden' || value === 'collapse'));
    });
  }

  /** Without control characters and halves of characters; runs of white space as one space, but in `pre`. */
  function clean(text, pre) {
    // Nearly every text needs nothing done.
    if (!/[^ -~]|  /.test(text)) {
      return text;
    }
    const whole = withoutControls(text);
    return pre ? whole : whole.replace(/[ \t\n\f\r]+/g, ' ');
  }

  function withoutControls(text) {
    if (!/[^ -~]/.test(text)) {
      return text;
    }
    // eslint-disable-next-line no-control-regex
    return text.toWellFormed().replace(/[\0-\x08\x0b\x0e-\x1f\x7f-\x9f]+/g, '');
  }

  function byteLength(text) {
    let bytes = text.length;
    if (!/[^\0-\x7f]/.test(text)) {
      return bytes;
    }
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      // Two bytes, or three; a pair of surrogates is four together.
      bytes += unit < 0x80 ? 0 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
    }
    return bytes;
  }

  function isLonger(text, most) {
    return text.length * 3 > most && byteLength(text) > most;
  }

  /** As many whole characters as fit into so many bytes. */
  function cutAt(text, most) {
    let bytes = 0;
    let units = 0;
    for (const character of text) {
      bytes += byteLength(character);
      if (bytes > most) {
        break;
      }
      units += character.length;
    }
    return text.slice(0, units);
  }
})();

globalThis.aftertoneSnapshot(document);

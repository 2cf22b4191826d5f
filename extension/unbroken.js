// Chromium breaks a line behind the hyphens of a telephone number. No style forbids it in a field, and a character that does would stand in
// what is copied. So the text is made that much narrower that the number goes to the next line whole.

const BOXES = '.paper .under, .say, .pin-dialog > p, [data-preview], .timeline-list .words';
const NUMBER = /\d+(?:-\d+)+/g;
// Each number that is kept whole may break one further down.
const TRIES = 12;

// What each box looked like when it was last gone through.
const known = new WeakMap();

/** Every number in the box, as a range of its text. */
function* numbers(box) {
  const texts = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    for (const { 0: number, index } of texts.currentNode.data.matchAll(NUMBER)) {
      const range = document.createRange();
      range.setStart(texts.currentNode, index);
      range.setEnd(texts.currentNode, index + number.length);
      yield range;
    }
  }
}

/** How far from the box's end the first digits of the first broken number end: with less room they go to the next line. 0: none is broken. */
function overhang(box) {
  const { left, right } = box.getBoundingClientRect();
  const toTheLeft = getComputedStyle(box).direction === 'rtl';
  for (const range of numbers(box)) {
    const [first, ...more] = range.getClientRects();
    if (more.some(({ top }) => Math.abs(top - first.top) > 4)) {
      range.setEnd(range.endContainer, range.startOffset + range.toString().indexOf('-') + 1);
      const digits = range.getBoundingClientRect();
      return toTheLeft ? digits.left - left : right - digits.right;
    }
  }
  return 0;
}

function keepWhole(box) {
  // The field over the words has to break where they do.
  const { style } = box.closest('.paper') ?? box;
  style.removeProperty('--whole');
  const own = parseFloat(getComputedStyle(box).paddingInlineEnd);
  const most = (box.clientWidth * 2) / 3;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const over = overhang(box);
    if (over === 0) {
      return;
    }
    if (over - own > most) {
      break;
    }
    style.setProperty('--whole', `${Math.ceil(over - own) + 1}px`);
  }
  style.removeProperty('--whole');
}

const sized = new ResizeObserver((entries) => entries.forEach(({ target }) => look(target)));

function look(box) {
  const now = `${box.offsetWidth} ${box.textContent}`;
  if (known.get(box) !== now) {
    if (!known.has(box)) {
      sized.observe(box);
    }
    known.set(box, now);
    keepWhole(box);
  }
}

const all = () => document.querySelectorAll(BOXES).forEach(look);

all();
new MutationObserver(all).observe(document.body, { subtree: true, childList: true, characterData: true });

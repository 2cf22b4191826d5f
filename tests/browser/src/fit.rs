//! Whether a screen fits the window it is in: nothing sideways, nothing cut off, no words outside of their button, nothing too small to press.

use serde_json::Value;
use xtask::{
    chromium::{Browser, Page},
    driven::Driven,
};

/// The page scrolls sideways; something seen stands beside the window; words are cut off without a way to all of them; words leave their
/// button; what is pressed is smaller than 24 by 24 px.
///
/// Cut words are well where the whole is a title away, or shown while they are edited; a label presses what it holds, and a link within a sentence may
/// be as low as its line (WCAG 2.5.8).
const FAULTS: &str = "(() => {
    const told = [], what = (e) => `${e.cloneNode().outerHTML.slice(0, 110)} ${e.textContent.trim().slice(0, 50)}`;
    const wide = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) told.push(`the page scrolls sideways by ${wide} px`);
    for (const e of document.body.querySelectorAll('*')) {
        if (!e.checkVisibility({visibilityProperty: true, opacityProperty: true}) || e.closest('.visually-hidden, svg, iframe')) continue;
        const box = e.getBoundingClientRect(), style = getComputedStyle(e);
        if (box.width > 0 && (box.right > innerWidth + 1 || box.left < -1)) told.push(`beside the window, ${box.left.toFixed()} to ${box.right.toFixed()}: ${what(e)}`);
        const words = [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
        const hides = (how) => how === 'hidden' || how === 'clip';
        const whole = e.title || e.closest('[title]') || e.isContentEditable || e.tagName === 'SELECT';
        const over = e.scrollWidth > e.clientWidth + 1, under = e.scrollHeight > e.clientHeight + 2;
        if (words && !whole && (over && hides(style.overflowX) || under && hides(style.overflowY))) told.push(`cut off: ${what(e)}`);
        if (e.matches('button, .button, summary') && (over || under) && e.clientWidth) told.push(`leaves its button by ${e.scrollWidth - e.clientWidth}, ${e.scrollHeight - e.clientHeight}: ${what(e)}`);
        if (e.matches('a[href], button, input, select, textarea, summary') && !(e.matches('p a, li a, dd a') && style.display === 'inline')) {
            const press = (e.closest('label') ?? e).getBoundingClientRect();
            if (press.width < 23.9 || press.height < 23.9) told.push(`${press.width.toFixed(1)} x ${press.height.toFixed(1)}: ${what(e)}`);
        }
    }
    return told;
})()";

/// What of this screen does not fit, with every fold open, each once.
pub fn faults(browser: &mut Browser, page: &Page, screen: &str) -> Vec<String> {
    browser.eval(page, "document.querySelectorAll('details').forEach(fold => fold.open = true)").unwrap();
    // The message's height follows in the frame after.
    browser.eval(page, "new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(() => painted(true))))").unwrap();
    let told = browser.eval(page, FAULTS).unwrap();
    told.as_array().into_iter().flatten().filter_map(Value::as_str).map(|fault| format!("{screen}: {fault}")).collect()
}

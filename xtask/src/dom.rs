//! What is asked of a page in either browser, as JavaScript.

use serde_json::json;

/// True once the decision is painted, or the form where the page can't be read.
pub const READY: &str = "!!document.documentElement.dataset.ready";

/// Whether there is such an element.
pub fn has(css: &str) -> String {
    format!("!!document.querySelector({})", json!(css))
}

/// Whether there is such an element and it can be seen.
pub fn visible(css: &str) -> String {
    format!("!!document.querySelector({})?.checkVisibility()", json!(css))
}

/// The words of the first such element, of an input what stands in it.
pub fn text(css: &str) -> String {
    format!("(e => e && (e.value ?? e.textContent))(document.querySelector({}))", json!(css))
}

pub fn attribute(css: &str, name: &str) -> String {
    format!("document.querySelector({})?.getAttribute({})", json!(css), json!(name))
}

/// Unfolds what the element lies folded in, as its user would.
pub fn unfold(css: &str) -> String {
    let open = "(e => { for (let f = e?.closest('details:not([open])'); f; f = f.parentElement?.closest('details:not([open])'))
                if (!f.querySelector(':scope > summary')?.contains(e)) f.querySelector(':scope > summary')?.click() })";
    format!("{open}(document.querySelector({}))", json!(css))
}

/// The middle of the first such element, scrolled into view at once; null while something lies over it.
pub fn middle(css: &str) -> String {
    format!(
        "(e => {{ e.scrollIntoView({{block: 'center', behavior: 'instant'}}); const r = e.getBoundingClientRect();
                  const x = r.x + r.width / 2, y = r.y + r.height / 2; const top = document.elementFromPoint(x, y);
                  return top && (e.contains(top) || top.contains(e) && top.matches('label')) ? [x, y] : null }})(document.querySelector({}))",
        json!(css)
    )
}

/// Picks an option of a `<select>` as a user's choice does.
pub fn pick(css: &str, value: &str) -> String {
    format!(
        "(e => {{ e.value = {}; for (const kind of ['input', 'change']) e.dispatchEvent(new Event(kind, {{bubbles: true}})); }})(document.querySelector({}))",
        json!(value),
        json!(css)
    )
}

pub fn select_all(css: &str) -> String {
    format!("document.querySelector({}).select()", json!(css))
}

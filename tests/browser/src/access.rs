//! What must hold of every screen for whoever uses it without a mouse, without colours or by ear: axe-core's rules (WCAG 2.2 A and AA, and
//! what is good practice), targets of 24 px, and a focus that is seen and not covered.

use std::sync::OnceLock;

use serde_json::{Value, json};
use xtask::{
    chromium::{Browser, Page},
    driven::Driven,
    npm, shell,
};

/// Deque's engine (MPL-2.0), read into the pages under test only.
const AXE: &str = "4.14.1";

const RUN: &str = "(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const told = await axe.run(document, {runOnly: tags, iframes: false, resultTypes: ['violations']});
    return told.violations.flatMap(rule => rule.nodes.map(node =>
        `${rule.id}: ${node.target.join(' ')} ${node.html.slice(0, 160)} (${node.any.concat(node.all, node.none).map(check => check.message).join('; ')})`));
})()";

/// The contrast of 7 to 1 that `prefers-contrast: more` asks for.
const RUN_ENHANCED: &str = "(async () => {
    const told = await axe.run(document, {runOnly: {type: 'rule', values: ['color-contrast-enhanced']}, iframes: false, resultTypes: ['violations']});
    return told.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.target.join(' ')} (${node.any.map(check => check.message).join('; ')})`));
})()";

/// What is smaller than 24 by 24 px and can be pressed; links within a sentence are exempt (WCAG 2.5.8). A label presses what it holds.
const SMALL: &str = "[...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [tabindex=\"0\"]')]
    .filter(e => e.checkVisibility({visibilityProperty: true}) && !(e.matches('p a, li a, dd a, .editable') && getComputedStyle(e).display === 'inline'))
    .map(e => [e, (e.closest('label') ?? e).getBoundingClientRect()])
    .filter(([, box]) => box.width < 23.9 || box.height < 23.9)
    .map(([e, box]) => `${e.outerHTML.slice(0, 120)} is ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`)";

/// What moves by itself: whoever asked for no motion sees none (WCAG 2.3.3).
const MOVING: &str = "[...document.querySelectorAll('*')].flatMap(e => [null, '::before', '::after'].map(part => [e, part, getComputedStyle(e, part)]))
    .filter(([,, s]) => s.transitionDuration.split(', ').some(time => time !== '0s') || s.animationName !== 'none' || s.scrollBehavior !== 'auto')
    .map(([e, part]) => `${e.cloneNode().outerHTML.slice(0, 120)}${part ?? ''} moves`)";

/// Whether what has the focus shows it, by an outline that stands out by 3 to 1 from what it is drawn on (WCAG 1.4.11), and is not wholly
/// covered. Null: nothing has it any more.
const FOCUSED: &str = "(async () => {
    const light = (rgb) => rgb.map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
    const parts = (color) => (color.match(/[\\d.]+/g) ?? []).map(Number);
    const ground = (e) => { for (let at = e; at; at = at.parentElement) { const [r, g, b, a = 1] = parts(getComputedStyle(at).backgroundColor); if (a === 1) return [r, g, b] } return [255, 255, 255] };
    const apart = (one, other) => { const [a, b] = [light(one), light(other)].sort((a, b) => b - a); return (a + .05) / (b + .05) };
    await new Promise(painted => requestAnimationFrame(() => requestAnimationFrame(painted)));
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const what = e.outerHTML.slice(0, 140);
    const rings = [e, e.parentElement].map(one => [one, getComputedStyle(one)]).filter(([, s]) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1.5);
    const seen = rings.some(([one, s]) => apart(parts(s.outlineColor).slice(0, 3), ground(parseFloat(s.outlineOffset) < 0 ? one : one.parentElement)) >= 3);
    const box = e.getBoundingClientRect();
    const points = [[.5, .5], [.1, .1], [.9, .1], [.1, .9], [.9, .9]].map(([x, y]) => [box.x + box.width * x, box.y + box.height * y]);
    const free = points.some(([x, y]) => { const top = document.elementFromPoint(x, y); return top && (e.contains(top) || top.contains(e) && top !== document.body && top !== document.documentElement) });
    const found = [];
    // Within a frame it is the frame's page that shows it.
    if (!seen && e.tagName !== 'IFRAME') found.push(`${what}: its focus is not seen${rings.map(([, s]) => `, ${s.outline}`)}`);
    const [x, y] = points[0];
    if (!free && e.tagName !== 'IFRAME') found.push(`${what}: at ${x.toFixed()}, ${y.toFixed()} of ${innerWidth} x ${innerHeight} stands ${document.elementFromPoint(x, y)?.outerHTML.slice(0, 90)}`);
    e.dataset.wasFocused = (Number(e.dataset.wasFocused) || 0) + 1;
    return {found, again: e.dataset.wasFocused > 1};
})()";

/// Everything that is wrong with the screen as it stands, with every fold open, in light and in dark, and what moves although nothing should.
pub fn faults(browser: &mut Browser, page: &Page, screen: &str) -> Vec<String> {
    browser.eval(page, "document.querySelectorAll('details').forEach(fold => fold.open = true)").unwrap();
    let mut all = vec![];
    for scheme in ["light", "dark"] {
        browser.emulate(page, &[("prefers-color-scheme", scheme)]).unwrap();
        all.extend(axe(browser, page, RUN).into_iter().map(|fault| format!("{screen}, {scheme}: {fault}")));
        browser.emulate(page, &[("prefers-color-scheme", scheme), ("prefers-contrast", "more")]).unwrap();
        all.extend(axe(browser, page, RUN_ENHANCED).into_iter().map(|fault| format!("{screen}, {scheme}, more contrast: {fault}")));
    }
    browser.emulate(page, &[("prefers-reduced-motion", "reduce")]).unwrap();
    all.extend(moving(browser, page).into_iter().map(|fault| format!("{screen}, reduced motion: {fault}")));
    browser.emulate(page, &[]).unwrap();
    all.extend(words(browser.eval(page, SMALL).unwrap()).into_iter().map(|fault| format!("{screen}: {fault}")));
    all
}

/// The same where the system's own colours rule.
pub fn forced_focus_faults(browser: &mut Browser, page: &Page, screen: &str) -> Vec<String> {
    browser.emulate(page, &[("forced-colors", "active")]).unwrap();
    let all = focus_faults(browser, page, &format!("{screen}, forced colours"));
    browser.emulate(page, &[]).unwrap();
    all
}

/// What moves by itself as the system asks now.
pub fn moving(browser: &mut Browser, page: &Page) -> Vec<String> {
    words(browser.eval(page, MOVING).unwrap())
}

/// Goes through the screen with the Tab key, and says at what the focus can't be seen, or that nothing could be reached.
pub fn focus_faults(browser: &mut Browser, page: &Page, screen: &str) -> Vec<String> {
    browser.bring_to_front(page).unwrap();
    // From the top, wherever the focus was.
    browser.eval(page, "document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex')").unwrap();
    let (mut all, mut stops) = (vec![], 0);
    for _ in 0..250 {
        browser.press(page, "Tab").unwrap();
        let told = browser.eval(page, FOCUSED).unwrap();
        if told.is_null() || told["again"] == true {
            break;
        }
        stops += 1;
        all.extend(words(told["found"].clone()).into_iter().map(|fault| format!("{screen}: {fault}")));
    }
    browser.eval(page, "document.querySelectorAll('[data-was-focused]').forEach(e => delete e.dataset.wasFocused)").unwrap();
    if stops < 3 {
        all.push(format!("{screen}: the Tab key reached {stops} things"));
    }
    all
}

fn axe(browser: &mut Browser, page: &Page, run: &str) -> Vec<String> {
    let Some(source) = source() else { return vec![] };
    if browser.eval(page, "typeof axe").unwrap() != json!("object") {
        browser.eval(page, &format!("{source}; true")).unwrap();
    }
    words(browser.eval(page, run).unwrap())
}

/// None where there is no Node to fetch it with: that is said loudly, and in CI it fails.
fn source() -> Option<&'static str> {
    static SOURCE: OnceLock<Option<String>> = OnceLock::new();
    SOURCE
        .get_or_init(|| match npm::file("axe-core", AXE, "axe.min.js") {
            Ok(file) => Some(std::fs::read_to_string(file).unwrap()),
            Err(why) => {
                shell::skip("axe-core over every screen", &why).unwrap();
                None
            }
        })
        .as_deref()
}

fn words(list: Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

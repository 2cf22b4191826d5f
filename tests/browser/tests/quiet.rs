//! Reading leaves no trace: not in the page, not on the network.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use xtask::{chromium::Page, driven::Driven, stage::Stage};

#[test]
fn the_page_stays_as_it_is_and_nothing_is_sent() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    for name in ["contact", "profile", "team"] {
        let page = stage.sample(name).unwrap();
        stage.browser.wait_until(&page, "performance.getEntriesByType('navigation')[0].loadEventEnd > 0").unwrap();
        let watch = "globalThis.changes = 0; globalThis.globals = 0; globals = Object.getOwnPropertyNames(globalThis).length;
                     new MutationObserver(all => { changes += all.length }).observe(document, \
                       {subtree: true, childList: true, attributes: true, characterData: true}); document.documentElement.outerHTML";
        let before = stage.browser.eval(&page, watch).unwrap();
        let asked_before = stage.browser.requests().unwrap().len();

        let popup = stage.press(&page).unwrap();
        if name == "contact" {
            stage.introduce(&popup).unwrap();
        }
        stage.browser.click(&popup, "[data-log=live_route]").unwrap();
        stage.browser.wait_until(&popup, "document.querySelector('[data-count=live_route]').textContent === '1'").unwrap();
        stage.browser.click(&popup, "[data-do=reread]").unwrap();
        stage.browser.wait_until(&popup, "!!document.querySelector('[data-part=decision]').dataset.decision").unwrap();

        assert_eq!(stage.browser.eval(&page, "document.documentElement.outerHTML").unwrap(), before, "{name}");
        assert_eq!(stage.browser.eval(&page, "changes").unwrap(), 0, "{name}");
        assert_eq!(stage.browser.eval(&page, "Object.getOwnPropertyNames(globalThis).length - globals").unwrap(), 0, "{name}");
        assert_eq!(stage.browser.eval(&page, "typeof aftertoneSnapshot").unwrap(), "undefined", "{name}");

        let own = format!("chrome-extension://{}/", stage.extension);
        let asked = stage.browser.requests().unwrap().split_off(asked_before);
        assert!(asked.iter().any(|url| url.ends_with("_bg.wasm")), "the popup's requests are seen: {asked:?}");
        // The receipt says what was just counted from outside.
        let receipt = receipt(&mut stage, &popup);
        assert!(receipt["sent"].starts_with("Bytes sent: 0. "), "{receipt:?}");
        assert_eq!(receipt["changed"], "Page nodes changed: 0, counted while the page was read.");
        let (used, held) = receipt["permissions"].split_once(". Held and not used by this click: ").unwrap();
        let names = |words: &str| words.trim_end_matches('.').split(", ").map(str::to_owned).collect::<BTreeSet<_>>();
        let used = names(used.strip_prefix("Permissions used: ").unwrap());
        assert_eq!(used, ["activeTab", "scripting", "storage"].map(str::to_owned).into());
        assert_eq!(names(held), ["contextMenus", "sidePanel", "unlimitedStorage"].map(str::to_owned).into());

        // The browser's own windows are pages too; what they load comes out of the browser, as data: does out of the address itself.
        let inside = [own.as_str(), "chrome://", "data:"];
        let foreign: Vec<_> = asked.iter().filter(|url| !inside.iter().any(|inside| url.starts_with(inside))).collect();
        assert!(foreign.is_empty(), "{name} asked for {foreign:?}");
        stage.browser.close(&popup).unwrap();
    }
}

/// Whatever the page does by itself is not ours; what reading it does is told.
#[test]
fn the_receipt_counts_what_reading_changed_and_nothing_else() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let restless = "globalThis.turns = 0; new MutationObserver((all) => { turns += all.length; }).observe(document, {subtree: true, attributes: true});
                    const turn = () => { document.body.dataset.turn = turns; queueMicrotask(() => {}); setTimeout(turn, 0); }; turn()";
    stage.browser.eval(&page, restless).unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.wait_until(&page, "turns > 20").unwrap();
    assert_eq!(receipt(&mut stage, &popup)["changed"], "Page nodes changed: 0, counted while the page was read.");
    // Read anew, folded and unfolded: it is counted again.
    stage.browser.click(&popup, "[data-part=receipt] summary").unwrap();
    stage.browser.click(&popup, "[data-do=reread]").unwrap();
    stage.browser.wait_until(&popup, "!!document.querySelector('[data-part=decision]').dataset.decision").unwrap();
    assert_eq!(receipt(&mut stage, &popup)["changed"], "Page nodes changed: 0, counted while the page was read.");

    // And what was counted is what is said.
    stage.browser.click(&popup, "[data-part=receipt] summary").unwrap();
    stage.browser.eval(&popup, "aftertoneRead.result = aftertoneRead.result.replace(/\"changed\":0}$/, '\"changed\":3}')").unwrap();
    assert_eq!(receipt(&mut stage, &popup)["changed"], "Page nodes changed: 3, counted while the page was read.");

    // A reader that writes: the page's own world has a method that the reader asks, and that changes two nodes of every tree it can reach.
    let reader = std::fs::read_to_string(xtask::paths::root().join("extension/snapshot.js")).unwrap();
    let writes = format!(
        "(() => {{
            const shadow = document.body.appendChild(document.createElement('div')).attachShadow({{mode: 'open'}});
            shadow.append(document.createElement('p'));
            const names = Element.prototype.getAttributeNames;
            let left = 1;
            Element.prototype.getAttributeNames = function () {{
                if (left-- === 1) {{ shadow.firstChild.title = 'x'; document.body.title = 'x'; }}
                return names.call(this);
            }};
            const told = JSON.parse((0, eval)({}));
            return told.changed;
        }})()",
        serde_json::json!(reader)
    );
    let other = stage.sample("contact").unwrap();
    assert_eq!(stage.browser.eval(&other, &writes).unwrap(), 1, "the tree that was reached by then");
    stage.browser.quit().unwrap();
}

/// The popup's own policy lets no request out, so that the counting is held against a page that has none.
#[test]
fn the_receipt_tells_of_a_request_that_left() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let elsewhere = xtask::serve::serve(|_| Some(("text/plain".into(), b"heard".to_vec()))).unwrap();
    let asks = format!("for (const n of [1, 2]) new Image().src = {} + n", serde_json::json!(elsewhere));
    let ours = |name: &str| std::fs::read_to_string(xtask::paths::root().join("extension").join(name)).unwrap();
    let (script, english) = (ours("receipt.js"), ours("_locales/en/messages.json"));
    let counted = format!(
        "(async () => {{
            globalThis.chrome ??= {{}};
            chrome.permissions = {{ getAll: async () => ({{ permissions: ['storage'] }}) }};
            const words = {};
            chrome.i18n = {{ getMessage: (key, parts = []) => words[key].message.replace(/\\$(\\d)/g, (_, at) => parts[at - 1]) }};
            const place = document.createElement('div');
            place.append(document.createElement('ul'));
            const text = new Blob([{}], {{ type: 'text/javascript' }});
            await (await import(URL.createObjectURL(text))).receipt(place);
            return place.querySelector('[data-receipt=sent]').textContent;
        }})()",
        english,
        serde_json::json!(script)
    );
    assert!(stage.browser.eval(&page, &counted).unwrap().as_str().unwrap().starts_with("Bytes sent: 0."));
    stage.browser.eval(&page, &asks).unwrap();
    // The browser puts a request on its list once the answer is over.
    let listed = format!(
        "performance.getEntriesByType('resource').filter(({{name}}) => name.startsWith({})).length === 2",
        serde_json::json!(elsewhere)
    );
    stage.browser.wait_until(&page, &listed).unwrap();
    let host = elsewhere.trim_start_matches("http://").trim_end_matches('/');
    assert_eq!(stage.browser.eval(&page, &counted).unwrap(), format!("Requests that left this window: 2, to {host}."));
    stage.browser.quit().unwrap();
}

/// Unfolds the receipt and gives its lines by their names.
fn receipt(stage: &mut Stage, popup: &Page) -> BTreeMap<String, String> {
    stage.browser.eval(popup, "document.querySelector('[data-part=receipt] ul').replaceChildren()").unwrap();
    stage.browser.click(popup, "[data-part=receipt] summary").unwrap();
    stage.browser.wait_for(popup, "[data-receipt=permissions]").unwrap();
    let lines =
        "Object.fromEntries([...document.querySelectorAll('[data-receipt]')].map((line) => [line.dataset.receipt, line.textContent]))";
    serde_json::from_value(stage.browser.eval(popup, lines).unwrap()).unwrap()
}

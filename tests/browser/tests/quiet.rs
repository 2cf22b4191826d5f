//! Reading leaves no trace: not in the page, not on the network.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use xtask::{driven::Driven, stage::Stage};

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
        // The browser's own windows are pages too; what they load comes out of the browser, as data: does out of the address itself.
        let inside = [own.as_str(), "chrome://", "data:"];
        let foreign: Vec<_> = asked.iter().filter(|url| !inside.iter().any(|inside| url.starts_with(inside))).collect();
        assert!(foreign.is_empty(), "{name} asked for {foreign:?}");
        stage.browser.close(&popup).unwrap();
    }
}

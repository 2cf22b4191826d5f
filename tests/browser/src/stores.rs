//! The Store trait's contract over the browser's own stores, in any browser: `chrome.storage.local`, with room and without, and `localStorage`,
//! of the extension and of a page of the web.

use std::{fs, path::Path};

use xtask::{
    driven::{Driven, Options, Stage},
    paths, serve, wasm,
};

use crate::{copied_with, races::LONG};

/// So many pages of the extension add one to the same key, so many times each.
const PAGES: usize = 3;
const TIMES: usize = 60;

/// What the extension asks for, by the words of its manifest.
const ROOM: &str = "\"unlimitedStorage\",";

/// Holds all of them to it.
pub fn every_store_holds<B: Driven>() {
    let folder = tempfile::tempdir().unwrap();
    let built = wasm::contract().unwrap();
    for (name, words) in [("roomy", ROOM), ("small", "")] {
        let (extension, profile) = (folder.path().join(name), folder.path().join(format!("{name} profile")));
        copied_with(&paths::dist(B::BUILT), &extension, ROOM, words);
        add(&built, &extension);
        fs::create_dir(&profile).unwrap();
        let mut stage =
            Stage::<B>::with(extension.clone(), &Options { profile: &profile, headless: true, now: None, zone: None, lang: None }).unwrap();
        let own = stage.browser.origin(&stage.extension.clone()).unwrap();
        holds(&mut stage.browser, &own, "extension", PAGES);
        holds(&mut stage.browser, &own, "page", PAGES);
        // A page of the web has a store of its own, and no extension's. Tabs may be processes of their own there, and then Chromium tells one of
        // what the other wrote a moment late, lock or not: of 180 sums of three 163 were there. One adds up by itself.
        let web = serve::folder(extension).unwrap();
        let web = web.trim_end_matches('/');
        holds(&mut stage.browser, web, "page", 1);
        let page = opened(&mut stage.browser, web, "extension");
        assert!(told(&mut stage.browser, &page).starts_with("Not saved: "));
        stage.browser.quit().unwrap();
    }
}

fn add(built: &Path, to: &Path) {
    let pages = paths::root().join("tests/browser/pages");
    for (folder, name) in [(&pages, "contract.html"), (&pages, "start.js")] {
        fs::copy(folder.join(name), to.join(name)).unwrap();
    }
    for name in ["contract.js", "contract_bg.wasm"] {
        fs::copy(built.join(name), to.join(name)).unwrap();
    }
}

fn holds<B: Driven>(browser: &mut B, origin: &str, store: &str, pages: usize) {
    let page = opened(browser, origin, store);
    assert_eq!(told(browser, &page), "holds", "{store} at {origin}");
    if store == "page" {
        // What a page began to write before it died, the next one finishes.
        let began = r#"localStorage.setItem('aftertone-journal', '{"contract-left": "behind"}')"#;
        browser.eval(&page, began).unwrap();
    }
    browser.close(&page).unwrap();

    let all = pages * TIMES;
    let pages: Vec<_> = (0..pages).map(|_| opened(browser, origin, &format!("{store}={TIMES}"))).collect();
    let sums: Vec<usize> = pages.iter().map(|page| told(browser, page).parse().unwrap()).collect();
    assert_eq!(sums.iter().max(), Some(&all), "{sums:?}, {store} at {origin}");

    if store == "page" {
        let left = "`${localStorage.getItem('aftertone:contract-left')} ${localStorage.getItem('aftertone-journal')}`";
        assert_eq!(browser.eval(&pages[0], left).unwrap(), "behind null");
    }
    pages.iter().for_each(|page| browser.close(page).unwrap());
}

fn opened<B: Driven>(browser: &mut B, origin: &str, asked: &str) -> B::Page {
    browser.open(&format!("{origin}/contract.html?{asked}")).unwrap()
}

fn told<B: Driven>(browser: &mut B, page: &B::Page) -> String {
    browser.wait_for_long(LONG, page, "'contract' in document.documentElement.dataset").unwrap();
    browser.attribute(page, "html", "data-contract").unwrap().unwrap()
}

//! The story of one click, as in Chromium, and that it leaves no trace.

use aftertone_browser_tests::story::{a_voicemail_is_left, it_is_remembered_and_undone};
use xtask::{driven::Driven, firefox::Stage, stage::monday};

#[test]
fn one_click_on_a_contact_page() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&monday(profile.path())).unwrap();
    let page = stage.sample("contact").unwrap();
    let url = format!("{}samples/contact.html", stage.site);
    let watch = "window.changes = 0; window.globals = Object.getOwnPropertyNames(window).length + 2;
                 new MutationObserver(all => { window.changes += all.length }).observe(document, \
                   {subtree: true, childList: true, attributes: true, characterData: true}); document.documentElement.outerHTML";
    let before = stage.browser.eval(&page, watch).unwrap();

    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    a_voicemail_is_left(&mut (&mut stage, &popup), &url);

    // The page is as it was, and nothing was asked of the network but by the page itself.
    assert_eq!(stage.browser.eval(&page, "document.documentElement.outerHTML").unwrap(), before);
    assert_eq!(stage.browser.eval(&page, "window.changes").unwrap(), 0);
    let asked = stage.browser.requests().unwrap();
    assert!(asked.iter().any(|(_, address)| *address == url), "requests are seen: {asked:?}");
    // The browser asks for its own things in its own name.
    let pages = asked.iter().filter(|(asker, _)| asker != "[System Principal]");
    let foreign: Vec<_> =
        pages.filter(|(asker, address)| asker.starts_with("moz-extension") || !address.starts_with(&stage.site)).collect();
    assert!(foreign.is_empty(), "{foreign:?}");

    let mut stage = stage.start_again(&monday(profile.path())).unwrap();
    let page = stage.browser.open(&url).unwrap();
    let popup = stage.press(&page).unwrap();
    it_is_remembered_and_undone(&mut (&mut stage, &popup));
    let complaints = stage.browser.complaints(&stage.extension).unwrap();
    assert!(complaints.is_empty(), "{complaints:?}");
    stage.browser.quit().unwrap();
}

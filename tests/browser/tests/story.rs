//! One click on a contact page: facts, decision, message, stored touch, and the way back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::story::{a_voicemail_is_left, counts, is_stored, it_is_remembered_and_undone};
use xtask::{
    driven::Driven,
    stage::{Stage, monday},
};

#[test]
fn one_click_on_a_contact_page() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let url = format!("{}samples/contact.html", stage.site);
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    a_voicemail_is_left(&mut (&mut stage, &popup), &url);

    let mut stage = stage.start_again(&monday(profile.path())).unwrap();
    let page = stage.browser.open(&url).unwrap();
    let popup = stage.press(&page).unwrap();
    it_is_remembered_and_undone(&mut (&mut stage, &popup));
    let complaints: Vec<_> = stage.browser.complaints().unwrap().into_iter().filter(|words| !words.contains("404")).collect();
    assert!(complaints.is_empty(), "{complaints:?}");
    stage.browser.quit().unwrap();
}

#[test]
fn the_same_page_by_another_address_is_the_same_prospect() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.click(&popup, "[data-log=call]").unwrap();
    counts(&mut (&mut stage, &popup), "call", 1);
    is_stored(&mut (&mut stage, &popup), "call");
    stage.browser.close(&popup).unwrap();

    let other = format!("{}samples/profile.html?utm_source=mail#top", stage.site);
    let page = stage.browser.open(&other).unwrap();
    let popup = stage.press(&page).unwrap();
    assert_eq!(stage.browser.text(&popup, "[data-count=call]").unwrap(), "1");
}

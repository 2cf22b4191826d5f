//! The sidebar: what the popup shows, beside the page, and what the button opens where the settings say so.

use aftertone_browser_tests::story::{WHO, counts, decides};
use xtask::{
    dom::READY,
    driven::Driven,
    firefox::{Page, Stage},
    stage::monday,
};

#[test]
fn the_sidebar_shows_what_the_popup_shows() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&monday(profile.path())).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    decides(&mut (&mut stage, &popup), "skip", "try_live");
    let shown = stage.shown(&popup).unwrap();

    // The popup's own button opens it, and the popup makes room.
    stage.browser.click(&popup, "[data-do=panel]").unwrap();
    let sidebar = stage.browser.sidebar().unwrap();
    stage.browser.until("the popup closed", |browser| Ok((!browser.is_there(&popup)?).then_some(()))).unwrap();
    same(&mut stage, &sidebar, "skip", "try_live");
    assert_eq!(stage.shown(&sidebar).unwrap(), shown);

    // What one of them logs the other shows.
    let popup = stage.press(&page).unwrap();
    stage.browser.click(&popup, "[data-log=live_route]").unwrap();
    counts(&mut (&mut stage, &sidebar), "live_route", 1);
    same(&mut stage, &sidebar, "leave", "leave");
    assert_eq!(stage.shown(&sidebar).unwrap(), stage.shown(&popup).unwrap());
    stage.browser.close(&popup).unwrap();
    stage.browser.click(&sidebar, "[data-log=voicemail]").unwrap();
    counts(&mut (&mut stage, &sidebar), "voicemail", 1);
    let popup = stage.press(&page).unwrap();
    counts(&mut (&mut stage, &popup), "voicemail", 1);
    assert_eq!(stage.shown(&sidebar).unwrap(), stage.shown(&popup).unwrap());

    // It follows the press on another page, and keeps to itself without one.
    stage.browser.close(&popup).unwrap();
    let other = stage.sample("profile").unwrap();
    assert_eq!(stage.shown(&sidebar).unwrap().name, WHO);
    let popup = stage.press(&other).unwrap();
    let name = stage.shown(&popup).unwrap().name;
    assert_ne!(name, WHO);
    stage.browser.wait_until(&sidebar, &format!("document.querySelector('[data-fact=name]').textContent === '{name}'")).unwrap();
    stage.browser.close(&popup).unwrap();
    stage.browser.quit().unwrap();
}

#[test]
fn a_setting_has_the_button_open_the_sidebar() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&monday(profile.path())).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    stage.browser.click(&popup, "[data-do=settings]").unwrap();
    stage.browser.click(&popup, "[data-setting=panel]").unwrap();
    let kept = "(async () => (await chrome.storage.local.get('profile')).profile.includes('\"opensPanel\":true'))()";
    stage.browser.wait_until(&popup, kept).unwrap();
    stage.browser.close(&popup).unwrap();
    let sidebar = stage.press_for_sidebar(&page).unwrap();
    same(&mut stage, &sidebar, "skip", "try_live");

    // Another page is read at the press, in the sidebar that stands there.
    let other = stage.sample("profile").unwrap();
    let sidebar = stage.press_for_sidebar(&other).unwrap();
    stage.browser.wait_until(&sidebar, "!['', 'Dana Whitfield'].includes(document.querySelector('[data-fact=name]').textContent)").unwrap();

    // The browser forgets it as it closes, the settings do not.
    let mut stage = stage.start_again(&monday(profile.path())).unwrap();
    let page = stage.sample("contact").unwrap();
    let sidebar = stage.press_for_sidebar(&page).unwrap();
    same(&mut stage, &sidebar, "skip", "try_live");
    stage.browser.quit().unwrap();
}

fn same(stage: &mut Stage, sidebar: &Page, decision: &str, action: &str) {
    stage.browser.wait_until(sidebar, READY).unwrap();
    assert_eq!(stage.shown(sidebar).unwrap().name, WHO);
    decides(&mut (&mut *stage, sidebar), decision, action);
}

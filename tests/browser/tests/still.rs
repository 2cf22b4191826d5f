//! What is looked at stays where it is: a keystroke, an answer and a logged touch move nothing above themselves.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use serde_json::Value;
use xtask::{chromium::Page, driven::Driven, stage::Stage};

/// Where the parts stand in what scrolls, as left, top and width; the message's height may follow its words.
const PLACES: &str =
    "Object.fromEntries(['h1', '.role', '.clock', 'textarea[data-script]', '.foot', '.logs', '[data-do=settings]'].map((css) => {
    const e = document.querySelector(css), box = e.getBoundingClientRect(), past = e.closest('.scroll')?.scrollTop ?? 0;
    return [css, [box.left, box.top + past, box.width].map(Math.round)] }))";

fn places(stage: &mut Stage, popup: &Page) -> Value {
    stage.browser.eval(popup, PLACES).unwrap()
}

/// And waits until it is drawn.
fn type_it(stage: &mut Stage, popup: &Page, words: &str) {
    stage.browser.fill(popup, "textarea[data-script]", words).unwrap();
    stage.browser.wait_until(popup, &format!("document.querySelector('.under').textContent === {words:?}")).unwrap();
}

#[test]
fn a_keystroke_moves_nothing() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    stage.browser.choose(&popup, "select[data-input=relationship]", "interested_lead").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'").unwrap();
    let before = places(&mut stage, &popup);
    // One more letter, and a sentence that the lints find: the seconds and the findings are drawn anew.
    for words in ["Hi Dana, this is Sam Reyes, 312-555-0188.", "Hi Dana, just checking in, this is Sam Reyes, 312-555-0188."] {
        type_it(&mut stage, &popup, words);
        assert_eq!(places(&mut stage, &popup), before, "something moved under {words:?}");
    }
    stage.browser.quit().unwrap();
}

/// With the touch the message folds: what stood below it is not what comes next.
#[test]
fn after_a_touch_that_turns_the_screen_it_begins_again_at_the_top() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    stage.browser.choose(&popup, "select[data-input=relationship]", "interested_lead").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'").unwrap();
    let at = |stage: &mut Stage| stage.browser.eval(&popup, "document.querySelector('.scroll').scrollTop").unwrap().as_f64().unwrap();
    for (press, action) in [("[data-log=voicemail]", "rest"), ("[data-do=undo]", "leave")] {
        stage.browser.eval(&popup, "document.querySelector('[data-part=checklist]').scrollIntoView({behavior: 'instant'})").unwrap();
        assert!(at(&mut stage) > 100.0);
        stage.browser.click(&popup, press).unwrap();
        stage.browser.wait_until(&popup, &format!("document.querySelector('[data-part=decision]').dataset.action === '{action}'")).unwrap();
        stage.browser.wait_until(&popup, "document.querySelector('.scroll').scrollTop === 0").unwrap();
    }
    // A call changes nothing of it, and moves nothing.
    stage.browser.eval(&popup, "document.querySelector('[data-part=checklist]').scrollIntoView({behavior: 'instant'})").unwrap();
    let before = at(&mut stage);
    stage.browser.click(&popup, "[data-log=call]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=call]').textContent === '1'").unwrap();
    assert!(at(&mut stage) > before / 2.0, "moved from {before}");
    stage.browser.quit().unwrap();
}

#[test]
fn title_and_organization_share_a_line() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    let tops =
        "['jobTitle', 'worksFor'].map((name) => Math.round(document.querySelector(`[data-fact=${name}]`).getBoundingClientRect().top))";
    let tops = stage.browser.eval(&popup, tops).unwrap();
    assert_eq!(tops[0], tops[1], "{tops}");
    // The buttons cover nothing of the name.
    let apart = "(() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('h1 .editable'));
                  return range.getBoundingClientRect().right <= document.querySelector('.tools').getBoundingClientRect().left })()";
    assert_eq!(stage.browser.eval(&popup, apart).unwrap(), true);
    stage.browser.quit().unwrap();
}

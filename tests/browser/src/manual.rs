//! Pages that can't be read, in any browser: the form to fill by hand, and a decision from what is typed.

use xtask::driven::{Driven, Stage};

use crate::story::decides;

/// Opens the page, and gives the popup that says why it can't be read and decides all the same.
pub fn can_not_be_read<B: Driven>(stage: &mut Stage<B>, url: &str) -> B::Page {
    let page = stage.browser.open(url).unwrap();
    let popup = stage.press(&page).unwrap();
    let shown = stage.shown(&popup).unwrap();
    assert_eq!(shown.ready, "manual", "{url}: {shown:?}");
    assert_eq!(shown.errors.len(), 1, "{url} says why: {:?}", shown.errors);
    assert!(["leave", "skip"].contains(&shown.decision.as_str()), "{url}: {shown:?}");
    popup
}

/// Who is calling, whom, and on whose word.
pub fn is_typed<B: Driven>(stage: &mut Stage<B>, popup: &B::Page) {
    stage.introduce(popup).unwrap();
    stage.browser.type_into(popup, "[data-fact=name]", "Ada Example").unwrap();
    stage.browser.type_into(popup, "[data-fact=telephone]", "+1 312 555 0177").unwrap();
    decides(&mut (&mut *stage, popup), "skip", "try_live");
    stage.browser.type_into(popup, "[data-input=referred_by]", "Grace Sample").unwrap();
    decides(&mut (&mut *stage, popup), "leave", "leave");
    // The message follows each key: the last may still be on its way when the first have turned the decision.
    let named = "['Ada', 'Grace Sample'].every((name) => document.querySelector('textarea[data-script]').value.includes(name))";
    stage.browser.wait_until(popup, named).unwrap();
}

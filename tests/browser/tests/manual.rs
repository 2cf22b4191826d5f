//! Pages that can't be read: the form to fill by hand, and a decision from what is typed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::PDF;
use xtask::{serve, stage::Stage};

#[test]
fn what_can_not_be_read_is_typed() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let pdf = serve::serve(|_| Some(("application/pdf".into(), PDF.as_bytes().to_vec()))).unwrap();
    let mut first = true;
    for url in ["chrome://version/", "about:blank", &format!("{pdf}card.pdf"), "data:text/html,<p>Ada"] {
        let page = stage.browser.open(url).unwrap();
        let popup = stage.press(&page).unwrap();
        let shown = stage.shown(&popup).unwrap();
        assert_eq!(shown.ready, "manual", "{url}: {shown:?}");
        assert_eq!(shown.errors.len(), 1, "{url} says why: {:?}", shown.errors);
        assert!(["leave", "skip"].contains(&shown.decision.as_str()), "{url}: {shown:?}");
        if std::mem::take(&mut first) {
            stage.introduce(&popup).unwrap();
        }
        stage.browser.close(&popup).unwrap();
    }
}

#[test]
fn a_decision_comes_from_what_is_typed() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.browser.open("chrome://version/").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    stage.browser.type_into(&popup, "[data-fact=name]", "Ada Example").unwrap();
    stage.browser.type_into(&popup, "[data-fact=telephone]", "+1 312 555 0177").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.action === 'try_live'").unwrap();
    stage.browser.type_into(&popup, "[data-input=referred_by]", "Grace Sample").unwrap();
    let left = "(d => d.decision === 'leave' && d.action === 'leave')(document.querySelector('[data-part=decision]').dataset)";
    stage.browser.wait_until(&popup, left).unwrap();
    let script = stage.browser.text(&popup, "textarea[data-script]").unwrap();
    assert!(script.contains("Ada") && script.contains("Grace Sample"), "{script}");
}

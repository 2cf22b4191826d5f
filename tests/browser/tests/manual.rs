//! Pages that can't be read: the form to fill by hand, and a decision from what is typed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::{
    PDF,
    manual::{can_not_be_read, is_typed},
};
use xtask::{driven::Driven, serve, stage::Stage};

#[test]
fn what_can_not_be_read_is_said() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let pdf = serve::serve(|_| Some(("application/pdf".into(), PDF.as_bytes().to_vec()))).unwrap();
    let mut first = true;
    for url in ["chrome://version/", "about:blank", &format!("{pdf}card.pdf"), "data:text/html,<p>Ada"] {
        let popup = can_not_be_read(&mut stage, url);
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
    let popup = can_not_be_read(&mut stage, "chrome://version/");
    is_typed(&mut stage, &popup);
}

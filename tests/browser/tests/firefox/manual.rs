//! Pages that can't be read: the form to fill by hand, and a decision from what is typed.

use aftertone_browser_tests::{
    PDF,
    manual::{can_not_be_read, is_typed},
};
use xtask::{driven::Driven, firefox::Stage, serve, stage::monday};

#[test]
fn what_can_not_be_read_is_typed() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&monday(profile.path())).unwrap();
    let pdf = serve::serve(|_| Some(("application/pdf".into(), PDF.as_bytes().to_vec()))).unwrap() + "card.pdf";
    for url in ["about:blank", &pdf] {
        let popup = can_not_be_read(&mut stage, url);
        stage.browser.close(&popup).unwrap();
    }
    let popup = can_not_be_read(&mut stage, "about:support");
    is_typed(&mut stage, &popup);
}

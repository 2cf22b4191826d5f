//! Pages that can't be read: the form to fill by hand, and a decision from what is typed.

use aftertone_browser_tests::{PDF, story::decides};
use xtask::{firefox::Stage, serve, stage::monday};

#[test]
fn what_can_not_be_read_is_typed() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::open(&monday(profile.path())).unwrap();
    let pdf = serve::serve(|_| Some(("application/pdf".into(), PDF.as_bytes().to_vec()))).unwrap() + "card.pdf";
    for url in ["about:blank", &pdf, "about:support"] {
        let page = stage.browser.open(url).unwrap();
        let popup = stage.press(&page).unwrap();
        let shown = stage.shown(&popup).unwrap();
        assert_eq!(shown.ready, "manual", "{url}: {shown:?}");
        assert_eq!(shown.errors.len(), 1, "{url} says why: {:?}", shown.errors);
        assert!(["leave", "skip"].contains(&shown.decision.as_str()), "{url}: {shown:?}");
        if url != "about:support" {
            stage.browser.close(&popup).unwrap();
            continue;
        }
        stage.introduce(&popup).unwrap();
        stage.browser.type_into(&popup, "[data-fact=name]", "Ada Example").unwrap();
        stage.browser.type_into(&popup, "[data-fact=telephone]", "+1 312 555 0177").unwrap();
        decides(&mut (&mut stage, &popup), "skip", "try_live");
        stage.browser.type_into(&popup, "[data-input=referred_by]", "Grace Sample").unwrap();
        decides(&mut (&mut stage, &popup), "leave", "leave");
        let script = stage.browser.text(&popup, "textarea[data-script]").unwrap();
        assert!(script.contains("Ada") && script.contains("Grace Sample"), "{script}");
    }
}

//! `aftertone read` and the popup, on the same page, give the same facts.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::{aftertone, sample};
use serde_json::Value;
use xtask::{driven::Driven, stage::Stage};

#[test]
fn the_popup_shows_what_the_command_line_reads() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    for name in ["contact", "team", "speaker", "profile", "directory", "long-names", "nobody"] {
        let page = stage.sample(name).unwrap();
        let url = format!("{}samples/{name}.html", stage.site);
        let read = aftertone(&["read", "--url", &url], &sample(name));
        let who = if read["prospect"].is_null() { &read["people"][0] } else { &read["prospect"] };
        let popup = stage.press(&page).unwrap();
        assert_eq!(stage.shown(&popup).unwrap().ready, "true", "{name}");

        let shown = "Object.fromEntries(['name', 'jobTitle', 'worksFor', 'telephone', 'email', 'timeZone'].map(name => {
                         const e = document.querySelector(`[data-fact=${name}]`);
                         return [name, e ? e.value || e.textContent : ''] }))";
        let shown = stage.browser.eval(&popup, shown).unwrap();
        let calls = who["telephone"].as_array().into_iter().flatten().find(|number| number["line"] != "fax");
        let read = [
            ("name", value(&who["name"])),
            ("jobTitle", value(&who["jobTitle"])),
            ("worksFor", value(&who["worksFor"])),
            ("telephone", calls.map(value).unwrap_or_default()),
            ("email", value(&who["email"][0])),
            ("timeZone", zone(&who["timeZone"])),
        ];
        for (fact, read) in read {
            assert_eq!(shown[fact].as_str().unwrap().trim(), read, "{fact} on {name}");
        }
        stage.browser.close(&popup).unwrap();
    }
}

fn value(fact: &Value) -> String {
    fact["value"].as_str().unwrap_or_default().to_owned()
}

fn zone(zone: &Value) -> String {
    zone["value"].as_str().or(zone["candidates"][0].as_str()).unwrap_or_default().to_owned()
}

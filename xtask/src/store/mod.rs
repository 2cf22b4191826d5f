//! `cargo xtask shots --store`: five pictures of 1280 by 800 for the stores' listings, put together from real screens.

use anyhow::Result;
use base64::Engine;
use serde_json::json;

use crate::{
    chromium::Page,
    driven::Driven,
    paths,
    stage::{self, Stage},
};

const FRAME: &str = include_str!("frame.html");

/// What the page behind the popup, and a page alone, are pictured at.
const PAGE: (u32, u32) = (800, 688);

/// What stands beside a picture.
struct Words {
    file: &'static str,
    headline: &'static str,
    sentence: &'static str,
}

const LEAVE: Words = Words {
    file: "store-1-leave",
    headline: "Leave a message?",
    sentence: "One click on a prospect’s page: who it is, the decision with its reason, and thirty seconds to read aloud.",
};
const SKIP: Words = Words {
    file: "store-2-skip",
    headline: "Or skip it.",
    sentence: "With every skip comes what to do instead, the words for it, and what would turn the decision.",
};
const COUNTED: Words = Words {
    file: "store-3-counted",
    headline: "Every touch counted.",
    sentence: "Calls, messages, e-mails and talks with one press each, undo beside them, and when to try next.",
};
const DUE: Words = Words {
    file: "store-4-due",
    headline: "Who is next?",
    sentence: "Calls you owe first, then who is due and in their hours now. Next copies the line for your CRM and opens the page.",
};
const YOURS: Words = Words {
    file: "store-5-yours",
    headline: "It stays with you.",
    sentence: "No account, no server. See every key that is kept, take it with you, or delete it, with proof.",
};

/// Takes all five.
pub fn pictures() -> Result<()> {
    let profile = tempfile::tempdir()?;
    let mut stage = Stage::on_monday(profile.path())?;
    let page = stage.sample("contact")?;
    let behind = stage.browser.picture_of_size(&page, PAGE.0, PAGE.1)?;
    let popup = stage.press(&page)?;
    stage.introduce(&popup)?;
    let decided = |what: &str| format!("document.querySelector('[data-part=decision]').dataset.{what}");
    stage.browser.wait_until(&popup, &decided("action === 'try_live'"))?;
    let skip = stage.browser.picture(&popup)?;
    stage.browser.click(&popup, "[data-log=live_route]")?;
    stage.browser.wait_until(&popup, &decided("decision === 'leave'"))?;
    let leave = stage.browser.picture(&popup)?;
    stage.browser.click(&popup, "[data-log=voicemail]")?;
    stage.browser.wait_until(&popup, &decided("action === 'rest'"))?;
    let counted = stage.browser.picture(&popup)?;
    stage.browser.close(&popup)?;
    frame(&mut stage, &LEAVE, &[("page", &behind), ("front", &leave)])?;
    frame(&mut stage, &SKIP, &[("page", &behind), ("front", &skip)])?;
    frame(&mut stage, &COUNTED, &[("page", &behind), ("front", &counted)])?;

    let bench = crate::shots::filled_workbench(&mut stage)?;
    for (route, there, words) in [("due", "[data-part=due] .row", &DUE), ("privacy", "[data-part=keys]", &YOURS)] {
        stage.browser.eval(&bench, &format!("location.hash = '#/{route}'"))?;
        stage.browser.wait_for(&bench, there)?;
        let picture = stage.browser.picture_of_size(&bench, PAGE.0, PAGE.1)?;
        frame(&mut stage, words, &[("alone", &picture)])?;
    }
    stage.browser.quit()
}

/// Puts the words and the pictures into the frame, and pictures that.
fn frame(stage: &mut Stage, words: &Words, pictures: &[(&str, &[u8])]) -> Result<()> {
    let page = stage.browser.open(&data("text/html", FRAME.as_bytes()))?;
    let icon = std::fs::read(paths::root().join("extension/icons/128.png"))?;
    let shown: Vec<_> = pictures.iter().map(|(class, png)| json!([class, data("image/png", png)])).collect();
    let fill = format!(
        "(async () => {{ const [icon, headline, sentence, pictures] = {};
           document.querySelector('#icon').src = icon;
           document.querySelector('#headline').textContent = headline;
           document.querySelector('#sentence').textContent = sentence;
           for (const [name, src] of pictures) {{
             const img = document.createElement('img');
             img.className = name; img.alt = ''; img.src = src;
             document.querySelector('#figure').append(img);
           }}
           await Promise.all([...document.images].map(img => img.decode())) }})()",
        json!([data("image/png", &icon), words.headline, words.sentence, shown])
    );
    stage.browser.eval(&page, &fill)?;
    let png = picture(stage, &page)?;
    println!("{}", stage::keep_picture("shots", words.file, &png)?.display());
    stage.browser.close(&page)
}

fn picture(stage: &mut Stage, page: &Page) -> Result<Vec<u8>> {
    stage.browser.resize(page, 1280, 800)?;
    stage.browser.picture(page)
}

fn data(kind: &str, bytes: &[u8]) -> String {
    format!("data:{kind};base64,{}", base64::engine::general_purpose::STANDARD.encode(bytes))
}

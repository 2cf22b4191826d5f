//! Pictures of the message: underlined and priced, pinned side by side, on the shelf, on the stage, and what came of it.

use anyhow::Result;
use serde_json::json;

use super::{both, go, part};
use crate::{chromium::Page, driven::Driven, stage::Stage};

/// The popup's half: what is wrong with a script, and the dialog that pins it.
pub(super) fn popup(stage: &mut Stage) -> Result<()> {
    let page = stage.sample("contact")?;
    let popup = stage.press(&page)?;
    stage.browser.choose(&popup, "select[data-input=relationship]", "interested_lead")?;
    let drafted = stage.browser.text(&popup, "textarea[data-script]")?;
    stage.browser.fill(&popup, "textarea[data-script]", &format!("Just touching base. {drafted} I haven't heard from you."))?;
    stage.browser.wait_for(&popup, "[data-lint=blame]")?;
    part(stage, &popup, "script")?;
    stage.browser.fill(&popup, "textarea[data-script]", &drafted)?;
    stage.browser.click(&popup, "[data-do=rehearse]")?;
    stage.browser.wait_for(&popup, ".prompter .now")?;
    stage.browser.eval(&popup, "document.querySelector('.prompter').scrollIntoView({block: 'center', behavior: 'instant'})")?;
    both(stage, &popup, "part-prompter")?;
    stage.browser.eval(&popup, "document.querySelector('[data-do=stage]').addEventListener('click', (event) => event.preventDefault())")?;
    stage.browser.click(&popup, "[data-do=stage]")?;
    stage.browser.click(&popup, "[data-do=pin]")?;
    part(stage, &popup, "pin")?;
    stage.browser.click(&popup, "[data-do=save-pin]")?;
    stage.browser.click(&popup, "[data-part=pins] [data-do=use-pin]")?;
    part(stage, &popup, "pins")?;
    stage.browser.close(&popup)
}

/// The workbench's half, over a notebook whose log tells of a year of messages.
pub(super) fn workbench(stage: &mut Stage) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("year.jsonl");
    std::fs::write(&file, year())?;
    let bench = stage.own_page("workbench.html#/exchange")?;
    stage.browser.choose_file(&bench, "#file", &file)?;
    stage.browser.click(&bench, "[data-do=import]")?;
    stage.browser.wait_for(&bench, "[data-said]")?;
    go(stage, &bench, "results", "[data-by=hour] [data-line]")?;
    both(stage, &bench, "results")?;
    if stage.browser.scroll_on(&bench)? {
        both(stage, &bench, "results-below")?;
    }
    go(stage, &bench, "pins", "[data-part=shelf]")?;
    for frame in ["referral", "five steps"] {
        stage.browser.click(&bench, &format!("[data-act=pin-starter][data-on='{frame}']"))?;
        stage.browser.wait_for(&bench, "[data-said]")?;
    }
    stage.browser.eval(&bench, "scrollTo({top: 0, behavior: 'instant'})")?;
    both(stage, &bench, "scripts")?;
    stage.browser.click(&bench, "[data-pin] [data-act=pin-edit]")?;
    stage.browser.wait_for(&bench, "[data-preview]")?;
    both(stage, &bench, "script-edit")?;
    stage.browser.click(&bench, "[data-act=pin-cancel]")?;
    stage.browser.eval(&bench, "document.querySelector('[data-part=shelf]').scrollIntoView({behavior: 'instant'})")?;
    both(stage, &bench, "shelf")?;
    rehearsal(stage, &bench)?;
    stage.browser.close(&bench)
}

fn rehearsal(stage: &mut Stage, bench: &Page) -> Result<()> {
    let origin = format!("chrome-extension://{}", stage.extension);
    stage.browser.permit(&origin, "microphone", true)?;
    go(stage, bench, "rehearse/referral", "[data-part=prompter]")?;
    both(stage, bench, "rehearse")?;
    stage.browser.click(bench, "[data-act=rehearse-record]")?;
    stage.browser.wait_for(bench, "[data-doing=Recording]")?;
    stage.browser.wait_until(bench, "document.querySelectorAll('[data-part=prompter] .said').length > 6")?;
    both(stage, bench, "rehearse-recording")?;
    stage.browser.click(bench, "[data-act=rehearse-stop]")?;
    stage.browser.wait_for(bench, "[data-take]")?;
    both(stage, bench, "rehearse-take")
}

/// A backup of 320 people, each left one message: by four angles, of which one is answered far more often.
fn year() -> String {
    const ANGLES: [(&str, usize); 4] = [("referral", 4), ("hiring", 24), ("commercial", 70), ("compliment", 33)];
    let person = |n: usize| {
        let (angle, every) = ANGLES[n % 4];
        let id = format!("{n:032x}");
        let ulid = |k: usize| format!("01JD{:022}", n * 10 + k);
        let day = format!("2026-{:02}-{:02}", 1 + n % 9, 1 + n % 28);
        let left = json!({"id": ulid(0), "do": "touch", "angle": angle, "touch": {"at": format!("{day}T{:02}:10:00-06:00", 8 + n % 10), "kind": "voicemail", "direction": "outbound"}});
        let kind = if n.is_multiple_of(3) { "email" } else { "call" };
        let came =
            json!({"id": ulid(1), "do": "touch", "touch": {"at": format!("{day}T21:40:00-06:00"), "kind": kind, "direction": "inbound"}});
        let events = if (n / 4).is_multiple_of(every) { vec![left, came] } else { vec![left] };
        json!({"person": {"id": id, "card": {"name": format!("Person {n}"), "zone": "America/Chicago"}, "names": [], "aliases": [], "events": events}}).to_string()
    };
    let people: Vec<String> = (0..320).map(person).collect();
    let header = json!({"afterTheTone": "backup", "schema": 1, "people": 320, "events": 0, "checksum": ""}).to_string();
    header + "\n" + &people.join("\n") + "\n"
}

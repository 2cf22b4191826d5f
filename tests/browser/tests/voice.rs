//! The message's other life: typed, copied, mended, pinned, rehearsed, counted.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::notebook::write_backup;
use serde_json::json;
use xtask::{
    chromium::Page,
    driven::Driven,
    stage::{Stage, monday},
};

const SCRIPT: &str = "textarea[data-script]";

#[test]
fn what_is_typed_copied_mended_and_pinned_stays() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    let drafted = stage.browser.text(&popup, SCRIPT).unwrap();

    // Copied: word for word what stands there.
    stage.browser.eval(&popup, "navigator.clipboard.writeText = (text) => { globalThis.copied = text; return Promise.resolve() }").unwrap();
    stage.browser.click(&popup, "[data-do=copy]").unwrap();
    stage.browser.wait_until(&popup, &format!("globalThis.copied === {}", json!(drafted))).unwrap();

    // Typed, and the popup closed the moment the last key is up: still there.
    let typed = format!("Just touching base. {drafted}");
    stage.browser.fill(&popup, SCRIPT, &typed).unwrap();
    stage.browser.close(&popup).unwrap();
    let popup = stage.press(&page).unwrap();
    assert_eq!(stage.browser.text(&popup, SCRIPT).unwrap(), typed);

    // Mended in one press: the words that were found are gone, the rest stays.
    stage.browser.click(&popup, "[data-lint=cliche] [data-do=fix]").unwrap();
    stage.browser.wait_until(&popup, "!document.querySelector('[data-lint=cliche]')").unwrap();
    assert_eq!(stage.browser.text(&popup, SCRIPT).unwrap(), drafted);

    // Pinned, after it was looked over side by side.
    stage.browser.click(&popup, "[data-do=pin]").unwrap();
    let template = stage.browser.text(&popup, "textarea[data-template]").unwrap();
    assert!(template.contains("{name}") && template.contains("{number}") && !template.contains("Dana"), "{template}");
    stage.browser.click(&popup, "[data-do=save-pin]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelectorAll('[data-part=pins] [data-do=use-pin]').length === 1").unwrap();
    stored(&mut stage, &popup, "\"pins\":[{\"id\"");

    // After a restart it is filled for somebody else, and nobody of before is in it.
    let mut stage = stage.start_again(&monday(profile.path())).unwrap();
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    let name = stage.shown(&popup).unwrap().name;
    stage.browser.click(&popup, "[data-do=use-pin]").unwrap();
    stage.browser.wait_until(&popup, "!document.querySelector('[data-do=redraft]').hidden").unwrap();
    let filled = stage.browser.text(&popup, SCRIPT).unwrap();
    assert!(filled.contains(name.split(' ').next().unwrap()) && !filled.contains("Dana"), "{filled}");

    // Left and answered: the workbench counts it for this script.
    stage.browser.click(&popup, "[data-log=voicemail]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=voicemail]').textContent === '1'").unwrap();
    stage.browser.click(&popup, "[data-log-inbound=call]").unwrap();
    stored(&mut stage, &popup, "\"direction\":\"inbound\"");
    let bench = stage.own_page("workbench.html#/pins").unwrap();
    stage
        .browser
        .wait_until(&bench, "document.querySelector('[data-came]')?.textContent.includes('1 left, 1 called back, 0 replied')")
        .unwrap();
    stage.browser.eval(&bench, "location.hash = '#/results'").unwrap();
    stage.browser.wait_for(&bench, "[data-by=pin] [data-line]").unwrap();
    assert_eq!(stage.browser.attribute(&bench, "[data-results]", "data-results").unwrap().as_deref(), Some("1"));
    let words = "document.querySelector('[data-by=pin] [data-line]').textContent.includes('1 left, 1 called back, 0 replied ')";
    stage.browser.wait_until(&bench, words).unwrap();
    says(&mut stage, &bench, "Nothing to compare it with yet");
    quit(stage);
}

#[test]
fn scripts_are_put_in_order_and_go_out_and_in() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let bench = stage.own_page("workbench.html#/pins").unwrap();
    for (n, frame) in ["referral", "five steps"].into_iter().enumerate() {
        stage.browser.click(&bench, &format!("[data-part=shelf] [data-act=pin-starter][data-on='{frame}']")).unwrap();
        stage.browser.wait_until(&bench, &format!("document.querySelectorAll('[data-pin]').length === {}", n + 1)).unwrap();
    }
    assert_eq!(titles(&mut stage, &bench), ["Five steps", "Referral"]);

    // Moved by keyboard, and the cursor goes along.
    stage.browser.eval(&bench, "document.querySelector('[data-pin] [data-act=pin-down]').focus()").unwrap();
    stage.browser.press(&bench, "Enter").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-pin] h2').textContent === 'Referral'").unwrap();
    stage
        .browser
        .wait_until(&bench, "document.activeElement.closest('[data-pin]')?.querySelector('h2').textContent === 'Five steps'")
        .unwrap();

    // Copied, named and changed beside what it makes of an example.
    stage.browser.click(&bench, "[data-pin] [data-act=pin-copy]").unwrap();
    stage.browser.wait_for(&bench, "[name=pin-template]").unwrap();
    stage.browser.fill(&bench, "[name=pin-name]", "Mine").unwrap();
    stage.browser.fill(&bench, "[name=pin-template]", "Hi {name}, {seller} here, {number}. <b>Call</b> {number}.").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-preview]').textContent.startsWith('Hi Dana')").unwrap();
    assert!(!stage.browser.has(&bench, "[data-preview] b").unwrap());
    stage.browser.click(&bench, "form[data-act=pin-save] [type=submit]").unwrap();
    stage.browser.wait_until(&bench, "!document.querySelector('[name=pin-template]')").unwrap();
    assert_eq!(titles(&mut stage, &bench), ["Referral", "Mine", "Five steps"]);

    // Unpinned and brought back to its place.
    stage.browser.click(&bench, "[data-pin]:nth-child(2) [data-act=pin-drop]").unwrap();
    stage.browser.wait_until(&bench, "document.querySelectorAll('[data-pin]').length === 2").unwrap();
    stage.browser.click(&bench, "[data-do=undo]").unwrap();
    stage.browser.wait_until(&bench, "document.querySelectorAll('[data-pin]').length === 3").unwrap();
    assert_eq!(titles(&mut stage, &bench), ["Referral", "Mine", "Five steps"]);

    // A colleague's file: shown first, nothing of ours is overwritten.
    let file = profile.path().join("pins.json");
    let theirs = json!({"afterTheTone": "pins", "pins": [{"id": "theirs", "name": "Theirs", "template": "Hello {name}."}, {"id": "again", "template": "Hi {name}, {seller} here, {number}. <b>Call</b> {number}."}]});
    std::fs::write(&file, theirs.to_string()).unwrap();
    stage.browser.choose_file(&bench, "#pins-file", &file).unwrap();
    stage.browser.wait_for(&bench, "[data-part=dry-run]").unwrap();
    assert_eq!(stage.browser.text(&bench, "[data-taken=new]").unwrap(), "1");
    assert_eq!(stage.browser.text(&bench, "[data-taken=same]").unwrap(), "1");
    assert_eq!(titles(&mut stage, &bench).len(), 3, "nothing is written before it is said");
    stage.browser.click(&bench, "[data-act=pin-import]").unwrap();
    stage.browser.wait_until(&bench, "document.querySelectorAll('[data-pin]').length === 4").unwrap();
    assert_eq!(titles(&mut stage, &bench), ["Referral", "Mine", "Five steps", "Theirs"]);
    std::fs::write(&file, "not a file of pins").unwrap();
    stage.browser.choose_file(&bench, "#pins-file", &file).unwrap();
    says(&mut stage, &bench, "This is no file of pinned scripts");
    stage.browser.fill(&bench, "[name=pin-search]", "theirs").unwrap();
    stage.browser.wait_until(&bench, "document.querySelectorAll('[data-pin]').length === 1").unwrap();
    quit(stage);
}

#[test]
fn a_message_is_rehearsed() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let origin = format!("chrome-extension://{}", stage.extension);

    // From the popup's message, word for word.
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    let script = stage.browser.text(&popup, SCRIPT).unwrap();
    stage.browser.click(&popup, "[data-do=rehearse]").unwrap();
    stage.browser.wait_for(&popup, ".prompter").unwrap();
    // The link opens a tab that no test drives: what it lays down is what counts.
    stage
        .browser
        .eval(&popup, "document.querySelector('[data-do=stage]').addEventListener('click', (event) => event.preventDefault())")
        .unwrap();
    stage.browser.click(&popup, "[data-do=stage]").unwrap();
    stage.browser.wait_until(&popup, "!!localStorage.getItem('aftertone-rehearsal')").unwrap();
    stage.browser.close(&popup).unwrap();

    // Refused: a sentence, and the rest goes on.
    stage.browser.permit(&origin, "microphone", false).unwrap();
    let bench = stage.own_page("workbench.html#/rehearse").unwrap();
    let words = "[...document.querySelectorAll('[data-part=prompter] span')].map(e => e.textContent).join('')";
    stage.browser.wait_until(&bench, &format!("{words} === {}.replaceAll(' ', '')", json!(script))).unwrap();
    stage.browser.click(&bench, "[data-act=rehearse-record]").unwrap();
    stage
        .browser
        .wait_until(&bench, "document.querySelector('[data-error=rehearse]')?.textContent.includes('microphone was refused')")
        .unwrap();

    // None there.
    stage.browser.permit(&origin, "microphone", true).unwrap();
    let absent = "navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotFoundError'))";
    stage.browser.eval(&bench, absent).unwrap();
    stage.browser.click(&bench, "[data-act=rehearse-record]").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-error=rehearse]')?.textContent.includes('No microphone')").unwrap();
    stage.browser.eval(&bench, "delete navigator.mediaDevices.getUserMedia").unwrap();

    // Held for three seconds, measured within a fifth of one.
    stage.browser.eval(&bench, "globalThis.filters = []; for (const make of [AudioContext.prototype.createBiquadFilter]) AudioContext.prototype.createBiquadFilter = function () { const made = make.call(this); filters.push(made); return made }").unwrap();
    stage.browser.eval(&bench, NOTE_WHEN_IT_RECORDS).unwrap();
    stage.browser.click(&bench, "[data-act=rehearse-record]").unwrap();
    stage.browser.wait_until(&bench, "window.began > 0").unwrap();
    assert!(stage.browser.has(&bench, "[data-part=prompter] .now").unwrap());
    stage.browser.wait_until(&bench, "performance.now() - window.began > 3000").unwrap();
    let press = "(() => { const held = performance.now() - window.began; document.querySelector('[data-act=rehearse-stop]').click(); return held / 1000 })()";
    let held = stage.browser.eval(&bench, press).unwrap().as_f64().unwrap();
    stage.browser.wait_for(&bench, "[data-take]").unwrap();
    let measured: f64 = stage.browser.attribute(&bench, "[data-take]", "data-held").unwrap().unwrap().parse().unwrap();
    assert!((measured - held).abs() < 0.2, "held {held}, measured {measured}");

    // Played through a telephone's band, and silent again at its end.
    stage.browser.click(&bench, "[data-act=rehearse-play]").unwrap();
    stage.browser.wait_for(&bench, "[data-doing=Playing]").unwrap();
    let filters = stage.browser.eval(&bench, "filters.map(f => [f.type, f.frequency.value])").unwrap();
    assert_eq!(filters, json!([["highpass", 300], ["highpass", 300], ["lowpass", 3400], ["lowpass", 3400]]));
    stage.browser.wait_until(&bench, "document.querySelector('[data-doing]').dataset.doing === ''").unwrap();

    // Not pinned: said, and put right; the answer is kept with the script.
    says(&mut stage, &bench, "This script is not pinned");
    stage.browser.click(&bench, "[data-act=rehearse-pin]").unwrap();
    stage.browser.click(&bench, "[data-act=rehearse-returned][data-on=no]").unwrap();
    stage.browser.wait_for(&bench, "[data-act=rehearse-returned][data-on=no][aria-pressed=true]").unwrap();
    stored(&mut stage, &bench, "\"returned\":false");

    // No recording outlives the tab, and nothing of it was stored.
    stage.browser.close(&bench).unwrap();
    let bench = stage.own_page("workbench.html#/rehearse").unwrap();
    stage.browser.wait_for(&bench, "[data-part=prompter]").unwrap();
    assert!(!stage.browser.has(&bench, "[data-take]").unwrap());

    a_voice_or_none(&mut stage, &bench);
    the_own_pace(&mut stage, &bench);
    quit(stage);
}

/// Only a voice of this machine reads; where there is none, that is said.
fn a_voice_or_none(stage: &mut Stage, bench: &Page) {
    let far = "speechSynthesis.getVoices = () => [{localService: false, lang: 'en-US', name: 'far away'}];
               speechSynthesis.speak = () => { globalThis.spoke = true }";
    stage.browser.eval(bench, far).unwrap();
    stage.browser.click(bench, "[data-act=rehearse-speak]").unwrap();
    says(stage, bench, "would send your words away is not used");
    assert_eq!(stage.browser.eval(bench, "!!globalThis.spoke").unwrap(), false);
}

/// Measured over a minute that the test makes short.
fn the_own_pace(stage: &mut Stage, bench: &Page) {
    let before = stage.browser.attribute(bench, "[data-plan]", "data-plan").unwrap();
    stage.browser.click(bench, "[data-act=rehearse-pace]").unwrap();
    stage.browser.wait_for(bench, "[data-act=rehearse-read]").unwrap();
    stage.browser.click(bench, "[data-act=rehearse-read]").unwrap();
    says(stage, bench, "too quick to have been read aloud");
    stage.browser.click(bench, "[data-act=rehearse-pace]").unwrap();
    stage.browser.wait_for(bench, "[data-act=rehearse-read]").unwrap();
    stage.browser.eval(bench, "(now => performance.now = () => now.call(performance) + 61000)(performance.now)").unwrap();
    says(stage, bench, "Kept as 100");
    stage.browser.wait_for(bench, "[data-pace='100']").unwrap();
    let after = stage.browser.attribute(bench, "[data-plan]", "data-plan").unwrap();
    let seconds = |plan: Option<String>| plan.unwrap().parse::<f64>().unwrap();
    assert!(seconds(after) > seconds(before) + 2.0, "the message takes longer at a slower pace");
    stored(stage, bench, "\"wpm\":100");
    stage.browser.click(bench, "[data-act=rehearse-usual]").unwrap();
    stage.browser.wait_for(bench, "[data-pace='130']").unwrap();
}

#[test]
fn results_over_a_notebook_say_no_more_than_they_know() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(folder.path()).unwrap();
    let bench = stage.own_page("workbench.html#/results").unwrap();
    says(&mut stage, &bench, "No message was left yet");
    let backup = folder.path().join("backup.jsonl");
    write_backup(&backup, 40);
    stage.browser.eval(&bench, "location.hash = '#/exchange'").unwrap();
    stage.browser.choose_file(&bench, "#file", &backup).unwrap();
    stage.browser.click(&bench, "[data-do=import]").unwrap();
    says(&mut stage, &bench, "Brought in: 40 new people");
    stage.browser.eval(&bench, "location.hash = '#/results'").unwrap();
    stage.browser.wait_for(&bench, "[data-by=hour] [data-line] svg").unwrap();
    // The bars are drawn, and each says in words what it shows.
    let drawn = "[...document.querySelectorAll('[data-line]')].every(e => e.querySelector('.reach').getBoundingClientRect().width > 0
                 && /\\d+ left, \\d+ called back, \\d+ replied [\\d.]+% \\([\\d.]+ to [\\d.]+%\\)/.test(e.textContent))";
    stage.browser.wait_until(&bench, drawn).unwrap();
    assert!(!stage.browser.has(&bench, "[data-says=most]").unwrap(), "made at random, nothing wins");
    quit(stage);
}

/// By the page's own clock: ours runs on while the machine is busy with the question.
const NOTE_WHEN_IT_RECORDS: &str = "window.began = 0;
    new MutationObserver(() => { if (!window.began && document.querySelector('[data-doing=Recording]')) window.began = performance.now() })
        .observe(document.body, {subtree: true, childList: true, attributes: true})";

fn titles(stage: &mut Stage, bench: &Page) -> Vec<String> {
    let told = stage.browser.eval(bench, "[...document.querySelectorAll('[data-pin] h2')].map(e => e.textContent)").unwrap();
    told.as_array().unwrap().iter().map(|title| title.as_str().unwrap().to_owned()).collect()
}

fn says(stage: &mut Stage, bench: &Page, words: &str) {
    stage.browser.wait_until(bench, &format!("document.querySelector('main').innerText.includes({})", json!(words))).unwrap();
}

fn stored(stage: &mut Stage, page: &Page, words: &str) {
    let there =
        format!("(async () => JSON.stringify(await chrome.storage.local.get(null)).replaceAll('\\\\', '').includes({}))()", json!(words));
    stage.browser.wait_until(page, &there).unwrap();
}

fn quit(mut stage: Stage) {
    let complaints: Vec<_> = stage.browser.complaints().unwrap().into_iter().filter(|words| !words.contains("404")).collect();
    assert!(complaints.is_empty(), "{complaints:?}");
    stage.browser.quit().unwrap();
}

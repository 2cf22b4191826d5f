//! The workbench: every screen by its address, a list in, one person put right, and gone with proof.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::notebook::write_backup;
use xtask::{chromium::Page, driven::Driven, stage::Stage};

const TABLE: &str = "Full name;Company;E-mail;Phone\r\nAda Lovelace;\"Analytical Works\";ada@analytical.example;'+13125550100\r\nA. Lovelace;Analytical Works;;\r\n<img src=x onerror=alert(1)>;Evil & Sons;e@evil.example;\r\n";

#[test]
fn a_list_comes_in_and_one_person_is_put_right() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    for (route, words) in [
        ("due", "Nobody is in the notebook yet"),
        ("people", "Nobody is in the notebook yet"),
        ("person/0123456789abcdef0123456789abcdef", "not in the notebook any more"),
        ("exchange", "0 people, 0 touches"),
        ("privacy", "0 keys are stored"),
        ("settings", "Your name"),
        ("about", "After the Tone 0."),
    ] {
        let bench = stage.own_page(&format!("workbench.html#/{route}")).unwrap();
        says(&mut stage, &bench, words);
        stage.browser.close(&bench).unwrap();
    }

    let bench = stage.own_page("workbench.html#/exchange").unwrap();
    let file = profile.path().join("list.csv");
    std::fs::write(&file, TABLE).unwrap();
    stage.browser.choose_file(&bench, "#file", &file).unwrap();
    stage.browser.wait_for(&bench, "[data-part=dry-run]").unwrap();
    assert_eq!(stage.browser.text(&bench, "[data-taken=new]").unwrap(), "3");
    // Another column for the name, and back: the dry run follows.
    stage.browser.choose(&bench, "select[name=column-name]", "1").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-taken=new]').textContent === '2'").unwrap();
    stage.browser.choose(&bench, "select[name=column-name]", "0").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-taken=new]').textContent === '3'").unwrap();
    stage.browser.wait_until(&bench, "!document.querySelector('[data-progress]')").unwrap();
    stage.browser.click(&bench, "[data-do=import]").unwrap();
    says(&mut stage, &bench, "Brought in: 3 new people");

    // The list, by keyboard, and what the page said stays words.
    stage.browser.click(&bench, "a[href='#/due']").unwrap();
    stage.browser.wait_until(&bench, "document.querySelectorAll('[data-part=due] .row').length === 3").unwrap();
    assert!(!stage.browser.has(&bench, "main img").unwrap());
    stage.browser.click(&bench, "a[href='#/people']").unwrap();
    stage.browser.fill(&bench, "input[name=search]", "lovlace").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-found]').dataset.found === '2'").unwrap();
    stage.browser.press(&bench, "ArrowDown").unwrap();
    stage.browser.wait_until(&bench, "document.activeElement.matches('.row') && location.hash === '#/people'").unwrap();
    stage.browser.press(&bench, "Enter").unwrap();
    stage
        .browser
        .wait_until(&bench, "location.hash.startsWith('#/person/') && document.querySelector('h1')?.textContent.includes('Lovelace')")
        .unwrap();
    stage.browser.eval(&bench, "history.back()").unwrap();
    stage.browser.wait_for(&bench, "[data-part=people]").unwrap();
    stage.browser.eval(&bench, "history.forward()").unwrap();
    stage.browser.wait_for(&bench, "form[data-act=add]").unwrap();

    a_touch_is_put_right(&mut stage, &bench);
    two_become_one_and_two_again(&mut stage, &bench);

    // Gone, with proof.
    stage.browser.click(&bench, "[data-do=forget]").unwrap();
    stage.browser.click(&bench, ".danger [data-act=cancel]").unwrap();
    stage.browser.wait_until(&bench, "!document.querySelector('.stop-button')").unwrap();
    stage.browser.click(&bench, "[data-do=forget]").unwrap();
    stage.browser.click(&bench, ".stop-button[data-do=forget]").unwrap();
    says(&mut stage, &bench, "of these 0 are there when the storage is read again");
    // What was searched for still stands there.
    says(&mut stage, &bench, "1 of 2 people");
    assert_eq!(stage.browser.eval(&bench, "document.querySelector('input[name=search]').value").unwrap(), "lovlace");
    stage.browser.click(&bench, "a[href='#/privacy']").unwrap();
    stage.browser.wait_for(&bench, "[data-keys='p:']").unwrap();
    stage.browser.click(&bench, "[data-do=forget-all]").unwrap();
    stage.browser.click(&bench, ".stop-button[data-do=forget-all]").unwrap();
    says(&mut stage, &bench, "Read again");
    stage.browser.wait_until(&bench, "!document.querySelector('[data-keys=\"p:\"]')").unwrap();
    let complaints = stage.browser.complaints().unwrap();
    assert!(complaints.is_empty(), "{complaints:?}");
    stage.browser.quit().unwrap();
}

fn a_touch_is_put_right(stage: &mut Stage, bench: &Page) {
    stage.browser.choose(bench, "select[name=add-kind]", "voicemail").unwrap();
    stage.browser.fill(bench, "input[name=add-when]", "tomorrow").unwrap();
    stage.browser.click(bench, "form[data-act=add] [type=submit]").unwrap();
    says(stage, bench, "is not a time in the past");
    stage.browser.fill(bench, "input[name=add-when]", "yesterday 16:10").unwrap();
    stage.browser.fill(bench, "textarea[name=add-text]", "Said <b>hello</b>").unwrap();
    stage.browser.click(bench, "form[data-act=add] [type=submit]").unwrap();
    stage.browser.wait_for(bench, "[data-touch]").unwrap();
    says(stage, bench, "Sun, Nov 22 4:10 PM");
    says(stage, bench, "Said <b>hello</b>");
    says(stage, bench, "Rests until");
    stage.browser.click(bench, "[data-touch] [data-act=edit]").unwrap();
    // What was pressed is gone each time, and whoever works by keyboard goes on from what came of it.
    let goes_on_from =
        |stage: &mut Stage, css: &str| stage.browser.wait_until(bench, &format!("document.activeElement.matches({css:?})")).unwrap();
    goes_on_from(stage, "[data-touch] select[name=edit-kind]");
    stage.browser.click(bench, "[data-touch] [data-act=cancel]").unwrap();
    goes_on_from(stage, "[data-touch] [data-act=edit]");
    stage.browser.click(bench, "[data-touch] [data-act=edit]").unwrap();
    stage.browser.choose(bench, "select[name=edit-outcome]", "callback_promised").unwrap();
    stage.browser.fill(bench, "input[name=edit-when]", "fri 9:30").unwrap();
    stage.browser.click(bench, "form[data-act=save] [type=submit]").unwrap();
    says(stage, bench, "Fri, Nov 20 9:30 AM");
    says(stage, bench, "will call back");
    stage.browser.click(bench, "[data-touch] [data-act=delete]").unwrap();
    stage.browser.wait_until(bench, "!document.querySelector('[data-touch]')").unwrap();
    goes_on_from(stage, "[data-do=undo]");
    // Far down on the page, its months unfolded, the way back is in sight.
    let down = "document.querySelectorAll('details').forEach((months) => { months.open = true; }); scrollTo(0, document.body.scrollHeight)";
    stage.browser.eval(bench, down).unwrap();
    let in_sight = "(() => { const { top, bottom } = document.querySelector('[data-do=undo]').getBoundingClientRect();
                    return scrollY > 300 && top >= 0 && bottom <= innerHeight })()";
    stage.browser.wait_until(bench, in_sight).unwrap();
    stage.browser.click(bench, "[data-do=undo]").unwrap();
    stage.browser.wait_for(bench, "[data-touch]").unwrap();
    says(stage, bench, "Fri, Nov 20 9:30 AM");
}

fn two_become_one_and_two_again(stage: &mut Stage, bench: &Page) {
    stage.browser.click(bench, "[data-same] [data-act=merge]").unwrap();
    stage.browser.wait_for(bench, "[data-act=split]").unwrap();
    stage.browser.wait_until(bench, "!document.querySelector('[data-same]')").unwrap();
    stage.browser.click(bench, "[data-do=undo]").unwrap();
    stage.browser.wait_for(bench, "[data-same]").unwrap();
    stage.browser.click(bench, "[data-do=undo], [data-same] [data-act=merge]").unwrap();
    stage.browser.wait_for(bench, "[data-act=split]").unwrap();
    stage.browser.click(bench, "[data-act=split]").unwrap();
    stage.browser.wait_for(bench, "[data-same]").unwrap();
}

#[test]
fn next_logs_and_turns_to_who_is_due() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(folder.path()).unwrap();
    let backup = folder.path().join("backup.jsonl");
    write_backup(&backup, 40);
    let bench = stage.own_page("workbench.html#/exchange").unwrap();
    stage.browser.choose_file(&bench, "#file", &backup).unwrap();
    stage.browser.click(&bench, "[data-do=import]").unwrap();
    says(&mut stage, &bench, "Brought in: 40 new people");
    stage.browser.click(&bench, "a[href='#/due']").unwrap();
    stage.browser.wait_for(&bench, "[data-part=due] .row").unwrap();
    let first = stage.browser.text(&bench, "[data-part=due] .name").unwrap();

    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    let before = stage.shown(&popup).unwrap();
    stage.browser.allow_clipboard(&popup).unwrap();
    // Zero is tried first, so that a message is what Next logs.
    stage.browser.click(&popup, "[data-log=live_route]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.action === 'leave'").unwrap();
    stage.browser.click(&popup, "[data-log=voicemail]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=voicemail]').textContent === '1'").unwrap();
    stage.browser.click(&popup, "[data-do=next]").unwrap();
    stage.browser.wait_until(&popup, &format!("document.querySelector('[data-fact=name]').textContent === '{first}'")).unwrap();
    assert_ne!(before.name, first);
    // What was copied is the line that is shown, and it says what was done, on what ground, and when to try again.
    let copied = stage.browser.eval(&popup, "navigator.clipboard.readText()").unwrap().as_str().unwrap().to_owned();
    let shown = format!("document.querySelector('.said')?.textContent.includes({})", serde_json::json!(copied));
    stage.browser.wait_until(&popup, &shown).unwrap();
    let parts: Vec<&str> = copied.split(", ").collect();
    assert_eq!((parts.len(), parts[0]), (3, "Left VM 2:05 PM"), "{copied}");
    assert_eq!(parts[1], "new role hook", "{copied}");
    assert!(parts[2].starts_with("next "), "{copied}");
    let after = stage.shown(&popup).unwrap();
    let given = first.split(' ').next().unwrap();
    assert!(after.script.contains(given), "the message is ready: {after:?}");
    // The one before was logged: their touches say so.
    let page = stage.sample("profile").unwrap();
    let popup = stage.press(&page).unwrap();
    assert_eq!(stage.browser.text(&popup, "[data-count=call]").unwrap(), "1");
    stage.browser.quit().unwrap();
}

#[test]
fn who_is_due_stands_in_the_order_that_was_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(folder.path()).unwrap();
    let backup = folder.path().join("backup.jsonl");
    write_backup(&backup, 60);
    let bench = stage.own_page("workbench.html#/exchange").unwrap();
    stage.browser.choose_file(&bench, "#file", &backup).unwrap();
    stage.browser.click(&bench, "[data-do=import]").unwrap();
    says(&mut stage, &bench, "Brought in: 60 new people");
    stage.browser.click(&bench, "a[href='#/due']").unwrap();
    stage.browser.wait_for(&bench, "[data-part=due] .row").unwrap();
    let rows = |stage: &mut Stage, bench: &Page, css: &str| -> Vec<String> {
        let all = format!("[...document.querySelectorAll('[data-part=due] {css}')].map(e => e.textContent.trim())");
        serde_json::from_value(stage.browser.eval(bench, &all).unwrap()).unwrap()
    };
    let own = rows(&mut stage, &bench, ".name");
    assert!(own.len() > 20, "{own:?}");

    // By keyboard alone: to the choice, down it, and the focus stays on it.
    stage.browser.press(&bench, "o").unwrap();
    stage.browser.wait_until(&bench, "document.activeElement.name === 'due-order'").unwrap();
    let chosen = |stage: &mut Stage, order: &str| {
        for _ in 0..6 {
            if stage.browser.eval(&bench, "document.activeElement.value").unwrap() == order {
                break;
            }
            stage.browser.press(&bench, "ArrowDown").unwrap();
        }
        let there = format!("document.activeElement.name === 'due-order' && document.activeElement.value === '{order}'");
        stage.browser.wait_until(&bench, &there).unwrap();
    };
    chosen(&mut stage, "name");
    let named = rows(&mut stage, &bench, ".name");
    assert!(named.is_sorted_by_key(|name| name.to_lowercase()) && named != own, "{named:?}");
    chosen(&mut stage, "organization");
    let organizations = rows(&mut stage, &bench, ".where");
    assert!(organizations.is_sorted(), "{organizations:?}");
    chosen(&mut stage, "oldest");

    // Opened again it is as it was chosen, and the core's own order comes back whole.
    let oldest = rows(&mut stage, &bench, ".name");
    assert_ne!(oldest, own);
    stage.browser.close(&bench).unwrap();
    let bench = stage.own_page("workbench.html#/due").unwrap();
    assert_eq!(rows(&mut stage, &bench, ".name"), oldest);
    stage.browser.choose(&bench, "select[name=due-order]", "").unwrap();
    stage.browser.wait_until(&bench, "localStorage.getItem('aftertone-order') === null").unwrap();
    assert_eq!(rows(&mut stage, &bench, ".name"), own);
    let complaints = stage.browser.complaints().unwrap();
    assert!(complaints.is_empty(), "{complaints:?}");
    stage.browser.quit().unwrap();
}

#[test]
fn a_dry_run_says_how_far_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(folder.path()).unwrap();
    let backup = folder.path().join("backup.jsonl");
    write_backup(&backup, 2_000);
    let bench = stage.own_page("workbench.html#/exchange").unwrap();
    let watch = "window.seen = []; void new MutationObserver(() => {
        const words = document.querySelector('[data-progress]')?.textContent;
        if (words && window.seen.at(-1) !== words) window.seen.push(words);
    }).observe(document.body, {subtree: true, childList: true, characterData: true})";
    stage.browser.eval(&bench, watch).unwrap();
    stage.browser.choose_file(&bench, "#file", &backup).unwrap();
    stage.browser.wait_for(&bench, "[data-part=dry-run]").unwrap();
    let seen = stage.browser.eval(&bench, "window.seen").unwrap();
    let seen: Vec<&str> = seen.as_array().unwrap().iter().filter_map(serde_json::Value::as_str).collect();
    for words in ["Reading backup.jsonl", "Comparing 400 of 2,000 people", "Comparing 1,600 of 2,000 people"] {
        assert!(seen.contains(&words), "{seen:?}");
    }
    assert_eq!(stage.browser.text(&bench, "[data-taken=new]").unwrap(), "2000");
    assert!(!stage.browser.has(&bench, "[data-progress]").unwrap());
    stage.browser.quit().unwrap();
}

fn says(stage: &mut Stage, bench: &Page, words: &str) {
    stage.browser.wait_until(bench, &format!("document.querySelector('main').innerText.includes({})", serde_json::json!(words))).unwrap();
}

#[test]
fn a_touch_of_a_popup_that_closed_too_soon_is_there() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    // Nobody gets to write while this page is open.
    let holder = stage.own_page("sample.html").unwrap();
    stage.browser.eval(&holder, "void navigator.locks.request('aftertone-notebook', () => new Promise(() => {}))").unwrap();
    stage.browser.bring_to_front(&page).unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.click(&popup, "[data-log=voicemail]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=voicemail]').textContent === '1'").unwrap();
    stage.browser.close(&popup).unwrap();
    stage.browser.close(&holder).unwrap();
    let bench = stage.own_page("workbench.html#/people").unwrap();
    stage.browser.wait_until(&bench, "document.querySelectorAll('a.row').length === 1").unwrap();
    assert!(stage.browser.text(&bench, "a.row").unwrap().contains("Dana Whitfield"));
    // Opened again on the page, the popup has it too, once.
    stage.browser.bring_to_front(&page).unwrap();
    let popup = stage.press(&page).unwrap();
    assert_eq!(stage.browser.text(&popup, "[data-count=voicemail]").unwrap(), "1");
    stage.browser.quit().unwrap();
}

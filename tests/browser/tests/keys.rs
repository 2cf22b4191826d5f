//! Without a pointer: from the page to a logged voicemail and a copied message; the keys are listed, and can be turned off.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use xtask::{
    chromium::{Browser, Page},
    driven::Driven,
    paths,
    stage::{SELLER, Stage, monday},
};

/// Goes on with the Tab key until this has the focus.
fn tab_to(stage: &mut Stage, page: &Page, css: &str) {
    for _ in 0..200 {
        if stage.browser.eval(page, &format!("document.activeElement?.matches({})", serde_json::json!(css))).unwrap() == true {
            return;
        }
        stage.browser.press(page, "Tab").unwrap();
    }
    panic!("the Tab key never came to {css}");
}

#[test]
fn a_message_is_copied_and_a_voicemail_logged_by_keys_alone() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    let popup = stage.press(&page).unwrap();
    stage.browser.allow_clipboard(&popup).unwrap();
    for (field, words) in SELLER {
        tab_to(&mut stage, &popup, &format!("input[data-seller={field}]"));
        stage.browser.write(&popup, words).unwrap();
    }
    stage.browser.press(&popup, "Enter").unwrap();
    stage.browser.wait_until(&popup, "!document.querySelector('[data-part=seller]')").unwrap();
    // The message is folded under a skip. The goal: the first letter of an option chooses it.
    tab_to(&mut stage, &popup, "[data-part=script] > summary");
    stage.browser.press(&popup, "Enter").unwrap();
    tab_to(&mut stage, &popup, "select[data-input=goal]");
    stage.browser.press(&popup, "g").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('select[data-input=goal]').value === 'callback'").unwrap();
    tab_to(&mut stage, &popup, "[data-log=live_route]");
    stage.browser.press(&popup, "Enter").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'").unwrap();
    tab_to(&mut stage, &popup, "[data-do=copy]");
    stage.browser.press(&popup, "Enter").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('.notices')?.textContent.includes('Message copied')").unwrap();
    let script = stage.browser.text(&popup, "textarea[data-script]").unwrap();
    assert_eq!(stage.browser.eval(&popup, "navigator.clipboard.readText()").unwrap(), script.as_str());

    // The browser gives each of its keys to us, none to itself.
    let without = "chrome.commands.getAll().then(all => all.filter(({ shortcut }) => !shortcut).map(({ name }) => name))";
    assert_eq!(stage.browser.eval(&popup, without).unwrap(), serde_json::json!([]));

    // `?` lists the keys and gives the focus back.
    stage.browser.press(&popup, "?").unwrap();
    stage.browser.wait_for(&popup, "dialog.keys").unwrap();
    let listed = stage.browser.text(&popup, "dialog.keys dl").unwrap();
    assert!(listed.contains("Left voicemail") && listed.contains("Open on this page"), "{listed}");
    stage.browser.press(&popup, "Enter").unwrap();
    stage.browser.wait_until(&popup, "!document.querySelector('dialog.keys') && document.activeElement.matches('[data-do=copy]')").unwrap();
    stage.browser.press(&popup, "3").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=voicemail]').textContent === '1'").unwrap();

    // Turned off, a key is only a key (WCAG 2.1.4).
    tab_to(&mut stage, &popup, "[data-do=settings]");
    stage.browser.press(&popup, "Enter").unwrap();
    tab_to(&mut stage, &popup, "[data-setting=single-keys]");
    stage.browser.press(&popup, " ").unwrap();
    stage.browser.wait_until(&popup, "!document.querySelector('[data-log][aria-keyshortcuts]')").unwrap();
    tab_to(&mut stage, &popup, "[data-do=settings-done]");
    for key in ["3", "?"] {
        stage.browser.press(&popup, key).unwrap();
    }
    stage.browser.press(&popup, "Enter").unwrap();
    stage.browser.wait_until(&popup, "!document.querySelector('[data-part=settings]')").unwrap();
    assert_eq!(stage.browser.text(&popup, "[data-count=voicemail]").unwrap(), "1");
    assert!(!stage.browser.has(&popup, "dialog.keys").unwrap());

    // In the workbench too, once it is written down.
    let stored =
        "(async () => JSON.stringify(await chrome.storage.local.get('profile')).replaceAll('\\\\', '').includes('\"singleKeys\":false'))()";
    stage.browser.wait_until(&popup, stored).unwrap();
    let bench = stage.own_page("workbench.html#/people").unwrap();
    stage.browser.wait_for(&bench, "input[name=search]").unwrap();
    stage.browser.wait_until(&bench, "!document.querySelector('[data-single-keys]')").unwrap();
    for key in ["?", "/"] {
        stage.browser.press(&bench, key).unwrap();
    }
    assert_eq!(
        stage.browser.eval(&bench, "!!document.querySelector('dialog.keys') || document.activeElement.matches('input')").unwrap(),
        false
    );
    stage.browser.quit().unwrap();
}

/// What the browser does on a key of the extension's, or on an entry of its own menu.
fn happens(stage: &mut Stage, event: &str, given: &str) {
    let worker = stage.browser.until("the background script runs", |browser| browser.worker()).unwrap();
    stage.browser.eval(&worker, &format!("(async () => {{ const [tab] = await chrome.tabs.query({{active: true, lastFocusedWindow: true}}); {event}.dispatch({given}, tab) }})()")).unwrap();
}

#[test]
fn commands_and_menus_do_what_they_say() {
    let profile = tempfile::tempdir().unwrap();
    let mut stage = Stage::on_monday(profile.path()).unwrap();
    let page = stage.sample("contact").unwrap();
    // This press grants the tab, as the key and the menu do by themselves.
    let popup = stage.press(&page).unwrap();
    stage.introduce(&popup).unwrap();
    stage.browser.click(&popup, "[data-log=live_route]").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-part=decision]').dataset.decision === 'leave'").unwrap();

    // In the popup that is open, words marked on the page become what is said, as they stand.
    let marked = "Larkspur won the Green Box Award for its inserts";
    happens(&mut stage, "chrome.contextMenus.onClicked", &format!("{{menuItemId: 'reason', selectionText: '{marked}'}}"));
    stage.browser.wait_until(&popup, "document.querySelector('[data-input=reason]').value.includes('Green Box')").unwrap();
    stage
        .browser
        .wait_until(&popup, &format!("document.querySelector('[data-rule=page_hook] .evidence').textContent.startsWith('{marked}')"))
        .unwrap();
    stage.browser.wait_until(&popup, "/Green Box|award/.test(document.querySelector('textarea[data-script]').value)").unwrap();

    stage.browser.allow_clipboard(&popup).unwrap();
    happens(&mut stage, "chrome.commands.onCommand", "'copy-message'");
    stage.browser.wait_until(&popup, "document.querySelector('.notices')?.textContent.includes('Message copied')").unwrap();
    let script = stage.browser.text(&popup, "textarea[data-script]").unwrap();
    assert_eq!(stage.browser.eval(&popup, "navigator.clipboard.readText()").unwrap(), script.as_str());
    happens(&mut stage, "chrome.commands.onCommand", "'log-voicemail'");
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=voicemail]').textContent === '1'").unwrap();
    stage.browser.close(&popup).unwrap();

    // Where none is open, it opens and does it.
    happens(&mut stage, "chrome.commands.onCommand", "'log-voicemail'");
    let popup = stage.browser.opened("/popup.html").unwrap();
    stage.browser.wait_until(&popup, "document.querySelector('[data-count=voicemail]')?.textContent === '2'").unwrap();
    stage.browser.close(&popup).unwrap();

    // Whose number it is, however it is written.
    happens(&mut stage, "chrome.contextMenus.onClicked", "{menuItemId: 'who', selectionText: '312.555.0142'}");
    let bench = stage.browser.opened("workbench.html#/people").unwrap();
    stage
        .browser
        .wait_until(&bench, "location.hash.startsWith('#/person/') && document.querySelector('h1')?.textContent === 'Dana Whitfield'")
        .unwrap();
    happens(&mut stage, "chrome.contextMenus.onClicked", "{menuItemId: 'who', selectionText: '+49 30 5550100'}");
    let bench = stage.browser.opened("workbench.html#/people").unwrap();
    stage.browser.wait_until(&bench, "document.querySelector('[data-found]')?.dataset.found === '0'").unwrap();
    assert_eq!(stage.browser.eval(&bench, "chrome.storage.session.get('asked').then(left => Object.keys(left).length)").unwrap(), 0);

    let complaints: Vec<_> = stage.browser.complaints().unwrap().into_iter().filter(|words| !words.contains("404")).collect();
    assert!(complaints.is_empty(), "{complaints:?}");
    stage.browser.quit().unwrap();
}

#[test]
fn the_first_steps_open_once_and_are_kept() {
    let profile = tempfile::tempdir().unwrap();
    let options = monday(profile.path());
    let mut browser = Browser::start(&options).unwrap();
    let extension = browser.load_extension(&paths::dist("chromium")).unwrap();
    let steps = browser.opened("#/welcome").unwrap();
    browser.wait_for(&steps, ".school").unwrap();
    for (field, words) in SELLER {
        browser.fill(&steps, &format!("input[data-seller={field}]"), words).unwrap();
    }
    browser.click(&steps, ".school input[value=persistent]").unwrap();
    browser.wait_until(&steps, "(async () => JSON.stringify(await chrome.storage.local.get('profile')).includes('persistent'))()").unwrap();
    // The sample prospect is called by the seller who was just typed, and leaves nothing in the notebook.
    let sample = browser.open(&format!("chrome-extension://{extension}/sample.html")).unwrap();
    browser.wait_until(&sample, "document.documentElement.dataset.ready === 'true'").unwrap();
    assert_eq!(browser.text(&sample, "[data-fact=name]").unwrap(), "Dana Whitfield");
    browser.click(&sample, "[data-log=voicemail]").unwrap();
    browser.wait_until(&sample, "document.querySelector('[data-count=voicemail]').textContent === '1'").unwrap();
    assert!(browser.text(&sample, "textarea[data-script]").unwrap().contains("Sam Reyes"));
    let keys = browser.eval(&sample, "chrome.storage.local.getKeys().then(keys => keys.filter(key => /^(p|t|a):/.test(key)))").unwrap();
    assert_eq!(keys, serde_json::json!([]));
    assert_eq!(browser.eval(&sample, "Object.keys(localStorage).filter(key => key.startsWith('aftertone:')).length").unwrap(), 0);
    browser.quit().unwrap();

    let mut browser = Browser::start(&options).unwrap();
    assert_eq!(browser.load_extension(&paths::dist("chromium")).unwrap(), extension);
    let own = browser.open(&format!("chrome-extension://{extension}/workbench.html#/settings")).unwrap();
    browser.wait_until(&own, "document.querySelector('[data-seller=name]')?.value === 'Sam Reyes'").unwrap();
    let again = browser.targets().unwrap().into_iter().filter(|(.., url)| url.ends_with("#/welcome")).count();
    assert_eq!(again, 0, "an update or a restart opens no tab");
    browser.quit().unwrap();
}

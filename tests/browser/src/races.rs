//! Nothing acknowledged is lost and nothing is doubled, in any browser: several windows at once, and a browser that is killed while it writes.

use std::{collections::BTreeSet, time::Duration};

use xtask::{
    driven::{Driven, Stage},
    stage::monday,
};

use crate::notebook::{log_many, stored_ids};

/// Nine hundred decisions and writes take their time on a busy machine.
pub const LONG: Duration = Duration::from_secs(240);

/// So many presses in each of three windows: two of them on one prospect, the third on another.
pub fn race<B: Driven>(stage: &mut Stage<B>, both: [&B::Page; 2], third: &B::Page, touches: usize) {
    let all = [both[0], both[1], third];
    for window in all {
        log_many(stage, window, touches);
    }
    for window in all {
        stage.browser.wait_for_long(LONG, window, "window.logged").unwrap();
    }
    let whole = format!("(async () => JSON.stringify(await chrome.storage.local.get('total')).includes('events\\\\\":{}'))()", touches * 3);
    stage.browser.wait_for_long(LONG, third, &whole).unwrap();
    let ids = stored_ids(stage, third);
    assert_eq!(ids.len(), touches * 3);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), touches * 3, "each once");
    // Both windows of the one prospect come to show what the other wrote.
    for window in both {
        let shown = format!("document.querySelector('[data-count=email]').textContent === '{}'", touches * 2);
        stage.browser.wait_for_long(LONG, window, &shown).unwrap();
    }
    assert_eq!(stage.browser.text(third, "[data-count=email]").unwrap(), touches.to_string());
    println!("three windows logged {touches} touches each: {} stored, each once", ids.len());
}

/// Kills the browser so many times while a panel writes, and looks each time whether everything acknowledged is there.
pub fn kill<B: Driven>(rounds: u64) {
    let profile = tempfile::tempdir().unwrap();
    let mut acknowledged: BTreeSet<String> = BTreeSet::new();
    for round in 0..=rounds {
        let mut stage = Stage::<B>::open(&monday(profile.path())).unwrap();
        let panel = stage.own_page("panel.html").unwrap();
        let ids = stored_ids(&mut stage, &panel);
        let once: BTreeSet<String> = ids.iter().cloned().collect();
        assert_eq!(once.len(), ids.len(), "none twice, in round {round}");
        let lost: Vec<_> = acknowledged.difference(&once).collect();
        assert!(lost.is_empty(), "round {round} lost {lost:?}");
        assert!(!stage.browser.has(&panel, "[data-error=trouble]").unwrap(), "the store reads whole, in round {round}");
        if round == rounds {
            println!("{rounds} kills: {} touches acknowledged, {} stored, each once", acknowledged.len(), ids.len());
            stage.browser.quit().unwrap();
            break;
        }
        log_many(&mut stage, &panel, 60);
        // Killed sooner or later after the first of them is there, with presses and writes still going on.
        let before = once.len();
        while acknowledged.len() <= before {
            acknowledged.extend(stored_ids(&mut stage, &panel));
        }
        std::thread::sleep(Duration::from_millis(17 * (round % 7)));
        acknowledged.extend(stored_ids(&mut stage, &panel));
        stage.browser.kill().unwrap();
    }
}

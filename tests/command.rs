//! The command line as scripts call it: answers on standard output, one line for what is wrong, exit codes.

#![allow(clippy::unwrap_used)]

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

const NOW: &str = "2026-11-23T14:05:00-06:00";

fn run(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_aftertone"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::thread::scope(|scope| {
        // Beside the reading, so that neither waits for the other; a program that refuses its options does not wait for its input.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().unwrap()
    })
}

/// Exit 2, nothing on standard output, one line on standard error that holds these words.
fn refused(args: &[&str], input: &[u8], words: &str) {
    let output = run(args, input);
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
    assert!(output.stdout.is_empty(), "{args:?}");
    assert_eq!(said.lines().count(), 1, "{args:?}: {said}");
    assert!(said.contains(words), "{args:?}: {said}");
}

fn answer(args: &[&str], input: &str) -> serde_json::Value {
    let output = run(args, input.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn a_missing_file_is_refused() {
    for command in ["read", "decide", "draft", "lint"] {
        refused(&[command, "no/such/file"], b"", "no/such/file");
        refused(&[command], b"", "which file");
        refused(&[command, "--lines", "no/such/file"], b"", "no/such/file");
    }
}

#[test]
fn what_is_not_utf8_is_refused() {
    for command in ["decide", "draft", "lint"] {
        refused(&[command, "-"], b"{\"a\": \"\xff\"}", "not UTF-8 at byte 7");
    }
    assert_eq!(run(&["read", "-"], b"<title>caf\xe9</title>").status.code(), Some(0));
}

#[test]
fn broken_json_is_refused_with_its_place() {
    refused(&["decide", "-"], b"{\"now\": ", "line 1");
    refused(&["decide", "-"], b"[]", "object");
    refused(&["decide", "-"], b"", "object");
    refused(&["decide", "-"], b"{} {}", "trailing");
    let deep = format!("{{\"other\": {}", "[".repeat(100_000));
    refused(&["decide", "-"], deep.as_bytes(), "line 1");
}

#[test]
fn a_missing_now_is_refused() {
    for command in ["decide", "draft", "plan"] {
        refused(&[command, "-"], b"{}", "--now");
        refused(&[command, "--now", "soon", "-"], b"{}", "--now");
        answer(&[command, "--now", NOW, "-"], "{}");
    }
}

#[test]
fn unknown_values_are_refused_by_their_path() {
    for (situation, words) in [
        (r#"{"playbook": "hopeful"}"#, "playbook"),
        (r#"{"goal": "win"}"#, "goal"),
        (r#"{"seller": {"timeZone": "Mars/Olympus"}}"#, "seller.timeZone"),
        (r#"{"seller": {"wpm": 99}}"#, "seller.wpm"),
        (r#"{"seller": {"category": "arms"}}"#, "seller.category"),
        (r#"{"prospect": {"timeZone": {"candidates": ["Mars/Olympus"]}}}"#, "prospect.timeZone"),
        (r#"{"answers": {"relationship": "friend"}}"#, "answers.relationship"),
        (r#"{"touches": [{"at": "2026-11-23T14:05:00Z", "kind": "fax"}]}"#, "touches[0].kind"),
        (r#"{"touches": [{"at": "yesterday", "kind": "call"}]}"#, "touches[0].at"),
        (r#"{"settings": {"callingHours": ["21:00", "08:00"]}}"#, "settings.callingHours"),
        (r#"{"hooks": [{"kind": "gossip", "text": "x"}]}"#, "hooks[0].kind"),
        (r#"{"settings": {"callingHours": ["08:00", "08:00"]}}"#, "settings.callingHours"),
        (r#"{"settings": {"worth": [[1000, 3], [2000, -1]]}}"#, "settings.worth"),
        (r#"{"settings": {"voicemailCap": 0}}"#, "settings.voicemailCap"),
        (r#"{"seller": {"wpm": 165.5}}"#, "seller.wpm"),
        (r#"{"deal": {"value": 1e999}}"#, "out of range"),
        (r#"{"deal": {"value": NaN}}"#, "broken JSON"),
        (r#"{"now": "2026-11-23T14:05:00"}"#, "now"),
        (r#"{"touches": [{"kind": "call"}]}"#, "touches[0]"),
        (r#"{"goal": "callback", "goal": "meeting"}"#, "duplicate"),
        (r#"{"seller": []}"#, "seller: invalid type: sequence, expected a JSON object"),
        (r#"{"prospect": ["Dana"]}"#, "prospect: invalid type: sequence"),
        (r#"{"people": [[]]}"#, "people[0]: invalid type: sequence"),
        (r#"{"answers": [true]}"#, "answers"),
        (r#"{"deal": [1000]}"#, "deal"),
        (r#"{"settings": {"windows": []}}"#, "settings.windows"),
        (r#"{"touches": [[null, "2026-11-23T14:05:00Z", "call"]]}"#, "touches[0]"),
        (r#"{"hooks": [["id", "hiring"]]}"#, "hooks[0]"),
        (r#"{"prospect": {"telephone": [[]]}}"#, "prospect.telephone[0]"),
    ] {
        refused(&["decide", "--now", NOW, "-"], situation.as_bytes(), words);
        refused(&["draft", "--now", NOW, "-"], situation.as_bytes(), words);
    }
}

#[test]
fn wrong_options_are_refused() {
    refused(&[], b"", "which command");
    refused(&["dial", "-"], b"", "dial");
    refused(&["decide", "--wpm", "130", "-"], b"{}", "--wpm");
    refused(&["lint", "--wpm", "99", "-"], b"Hello.", "99");
    refused(&["lint", "--wpm", "fast", "-"], b"Hello.", "fast");
    refused(&["lint", "--seller-telephone", "555", "-"], b"Hello.", "E.164");
    refused(&["decide", "--now", NOW, "-", "-"], b"{}", "one file");
}

#[test]
fn lines_answer_in_order_and_a_bad_one_in_its_place() {
    let input: String = (0..2000)
        .map(|n| if n == 700 { "{broken\n".to_owned() } else { format!("{{\"now\": \"{NOW}\", \"deal\": {{\"value\": {}}}}}\n", 1000 + n) })
        .collect();
    let output = run(&["decide", "--lines", "-"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let answers: Vec<serde_json::Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 2000);
    assert_eq!(answers[700]["line"], 701);
    assert!(answers[700]["error"].is_string());
    for (n, answer) in answers.iter().enumerate().filter(|(n, _)| *n != 700) {
        assert_eq!(answer["budget"]["worth"], 3 + 14 * n / 9000);
    }
}

#[test]
fn help_and_version_answer() {
    for args in [&["--help"][..], &["decide", "--help"], &["--version"]] {
        assert_eq!(run(args, b"").status.code(), Some(0), "{args:?}");
    }
}

const TABLE: &str = "First Name,Last Name,Company Name,Email,Phone Number\r\nAda,Lovelace,\"Acme, Inc\",ada@acme.com,'+13125550100\r\n";

#[test]
fn a_table_goes_into_a_backup_and_out_again() {
    let backup = output(&["import", "-"], TABLE);
    assert!(backup.starts_with("{\"afterTheTone\":\"backup\",\"schema\":2,\"people\":1,"), "{backup}");
    let folder = std::env::temp_dir().join(format!("aftertone-command-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("backup.jsonl");
    std::fs::write(&file, &backup).unwrap();
    let file = file.to_str().unwrap();
    let told = answer(&["import", "--into", file, "--dry-run", "-"], &TABLE.replace("Ada,", "Eve,").replace("ada@", "eve@"));
    assert_eq!(told, serde_json::json!({"people": {"new": 1, "same": 0, "conflicting": 0}, "touches": {"new": 0, "same": 0}, "notes": []}));
    let told = answer(&["import", "--into", file, "--dry-run", "-"], TABLE);
    assert_eq!(told["people"], serde_json::json!({"new": 0, "same": 1, "conflicting": 0}));
    assert_eq!(output(&["import", "--into", file, file], ""), backup);
    let table = folder.join("table.csv");
    std::fs::write(&table, TABLE).unwrap();
    let table = table.to_str().unwrap();
    for dry in [&["--dry-run"][..], &[]] {
        let words: Vec<&str> = ["import", "--into", table].into_iter().chain(dry.iter().copied()).chain(["-"]).collect();
        refused(&words, TABLE.as_bytes(), table);
    }
    let contacts = output(&["export", "--to", "contacts", "--crm", "salesforce", file], "");
    assert_eq!(contacts.lines().nth(1).unwrap(), "Ada,Lovelace,\"Acme, Inc\",,ada@acme.com,'+13125550100,");
    assert_eq!(output(&["import", "-"], &contacts), backup);
    let cards = output(&["export", "--to", "vcard", file], "");
    assert_eq!(output(&["import", "--from", "vcard", "-"], &cards), backup);
    let calendar = output(&["export", "--to", "calendar", "--now", NOW, file], "");
    assert!(calendar.contains("SUMMARY:Call Ada Lovelace\\, Acme\\, Inc\r\n"), "{calendar}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_is_no_backup_is_refused() {
    refused(&["export", "-"], b"", "--to");
    refused(&["export", "--to", "fax", "-"], b"", "fax");
    refused(&["export", "--to", "vcard", "--crm", "hubspot", "-"], b"", "--crm");
    refused(&["export", "--to", "vcard", "-"], b"{}", "no backup");
    refused(&["export", "--to", "vcard", "-"], b"\xff", "not UTF-8");
    refused(&["export", "--to", "vcard", "no/such/file"], b"", "no/such/file");
    refused(&["export", "--to", "calendar", "-"], b"", "--now");
    refused(&["import", "--into", "no/such/file", "-"], TABLE.as_bytes(), "no/such/file");
    refused(&["import", "--into", "-", "-"], TABLE.as_bytes(), "standard input");
    refused(&["import", "-"], b"", "empty");
    refused(&["import", "--from", "backup", "-"], TABLE.as_bytes(), "no backup");
    refused(&["import", "--lines", "-"], TABLE.as_bytes(), "--lines");
    let newer = b"{\"afterTheTone\":\"backup\",\"schema\":99,\"people\":0,\"events\":0,\"checksum\":\"\"}\n";
    refused(&["import", "-"], newer, "newer version");
}

fn output(args: &[&str], input: &str) -> String {
    let output = run(args, input.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What the README shows of a situation is what comes of the one it prints.
#[test]
fn the_readme_runs_as_it_is_printed() {
    let readme = include_str!("../README.md");
    let situation = readme.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let lines = readme.lines().filter_map(|line| line.strip_prefix("$ aftertone ")).filter(|line| line.contains("situation.json"));
    let answers: Vec<serde_json::Value> = lines
        .map(|line| {
            let args: Vec<&str> = line.split(" situation.json").next().unwrap().split_whitespace().chain(["-"]).collect();
            answer(&args, situation)
        })
        .collect();
    assert_eq!(answers.len(), 3);
    let (decided, drafted, planned) = (&answers[0], &answers[1], &answers[2]);
    let shown = readme.lines().find(|line| line.starts_with("{\"decision\"")).unwrap();
    for (key, value) in serde_json::from_str::<serde_json::Value>(shown).unwrap().as_object().unwrap() {
        assert_eq!(decided[key], *value, "{key}");
    }
    let words = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(drafted["script"].as_str().unwrap()), "{drafted}");
    assert!(words.contains(&format!("{:.1} seconds", drafted["seconds"].as_f64().unwrap())), "{drafted}");
    assert_eq!(planned["days"].as_array().unwrap().len(), 60);
}

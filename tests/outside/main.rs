//! What the exchange writes, read by other people's programs: Python's csv, a real iCalendar and a real vCard library.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use aftertone::{
    exchange::{
        contacts::Crm,
        convert::{self, To},
    },
    moment::Moment,
    touch::identity::Card,
};

/// Beginnings and middles that break files.
const HOSTILE: [&str; 25] = [
    "=HYPERLINK(\"http://x\",\"y\")",
    "+1 312",
    "-2",
    "@sum(A1)",
    "'quoted'",
    "\"",
    "\"\"",
    ",",
    ";",
    "\\",
    "\\n",
    "a\nb",
    "a\r\nb",
    "a\tb",
    "a\u{0}b",
    "\u{202e}evil",
    "مريم",
    "שרה",
    "李雷",
    "👩‍💻",
    "é\u{301}",
    "BEGIN:VCARD",
    "END:VEVENT",
    "＝1",
    "x: y=z",
];

#[test]
fn five_hundred_hostile_names_come_back_from_other_programs() {
    let Some(python) = python() else {
        return skip("there is no python3 here: nobody else has read the files");
    };
    let names = names();
    assert_eq!(names.len(), 500);
    let cards: Vec<Card> = names.iter().enumerate().map(|(n, name)| card(n, name)).collect();
    let copied = convert::of_cards(cards);
    assert_eq!(copied.persons.len(), 500);
    let now: Moment = "2026-11-23T14:05:00-06:00".parse().unwrap();
    let folder = tempfolder();
    let mut wanted: Vec<&Card> = copied.persons.iter().map(|person| &person.card).collect();
    wanted.sort_by(|a, b| a.email.cmp(&b.email));
    fs::write(folder.join("wanted.json"), serde_json::to_string(&wanted).unwrap()).unwrap();
    for (name, to) in [("contacts.csv", To::Contacts(Crm::HubSpot)), ("calendar.ics", To::Calendar), ("cards.vcf", To::Vcard)] {
        fs::write(folder.join(name), convert::of(&copied, to, now)).unwrap();
    }
    read_by(&python, &folder, "csv");
    written_by(&python, &folder, "csv", &wanted);
    match with_libraries(&python) {
        Some(python) => {
            read_by(&python, &folder, "ics");
            read_by(&python, &folder, "vcf");
            written_by(&python, &folder, "vcf", &wanted);
        }
        None => skip("no iCalendar and vCard library could be installed: nobody else has read those files"),
    }
    fs::remove_dir_all(folder).unwrap();
}

fn names() -> Vec<String> {
    (0..500)
        .map(|n| {
            let (first, middle, last) = (HOSTILE[n % 25], HOSTILE[(n / 25 + 3) % 25], HOSTILE[(n * 7 + 11) % 25]);
            match n % 3 {
                0 => format!("{first}{middle} {last}{n}"),
                1 => format!("{first}{n}"),
                _ => format!("{first} {middle}\u{fffd}{n} {last}x"),
            }
        })
        .collect()
}

fn card(n: usize, name: &str) -> Card {
    Card {
        name: Some(name.to_owned()),
        organization: Some(format!("{name} & Sons")),
        telephone: Some(format!("+1312555{n:04}")),
        email: Some(format!("person{n:03}@acme.example")),
        page: Some(format!("https://acme.example/{n}?a=b&c=d")),
        ..Card::default()
    }
}

fn read_by(python: &Path, folder: &Path, what: &str) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/outside/parsers.py");
    let done = Command::new(python).arg(script).arg(what).arg(folder).output().unwrap();
    assert!(done.status.success(), "{what}: {}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(String::from_utf8_lossy(&done.stdout).trim(), "500", "{what}");
}

/// The way back: another program writes the same people, and they are read equal.
fn written_by(python: &Path, folder: &Path, what: &str, wanted: &[&Card]) {
    read_by(python, folder, &format!("write-{what}"));
    let text = fs::read_to_string(folder.join(format!("theirs.{what}"))).unwrap();
    let (copied, notes) = convert::read(&text, &convert::kind(&text)).unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    let mut read: Vec<&Card> = copied.persons.iter().map(|person| &person.card).collect();
    read.sort_by(|a, b| a.email.cmp(&b.email));
    assert_eq!(read.len(), wanted.len(), "{what}");
    // No format carries control characters but line ends and tabs.
    let clean = |text: &Option<String>| {
        text.as_ref().map(|text| text.chars().filter(|c| matches!(c, '\n' | '\t') || !c.is_control()).collect::<String>())
    };
    for (read, wanted) in read.into_iter().zip(wanted) {
        assert_eq!((&read.name, &read.organization), (&clean(&wanted.name), &clean(&wanted.organization)), "{what}");
        assert_eq!((&read.telephone, &read.email, &read.page), (&wanted.telephone, &wanted.email, &wanted.page), "{what}");
    }
}

fn python() -> Option<PathBuf> {
    works(Path::new("python3"), "csv").then(|| "python3".into())
}

/// A Python with both libraries, installed below `target/` the first time.
fn with_libraries(python: &Path) -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("parsers");
    let own = folder.join("bin/python3");
    let there = |python: &Path| works(python, "icalendar, vobject");
    if there(python) {
        return Some(python.to_owned());
    }
    if !there(&own) {
        let run = |command: &mut Command| command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        let made = run(Command::new(python).args(["-m", "venv"]).arg(&folder))
            && run(Command::new(&own).args([
                "-m",
                "pip",
                "install",
                "--quiet",
                "--retries",
                "0",
                "--timeout",
                "10",
                "icalendar==6.3.1",
                "vobject==0.9.9",
            ]));
        if !made {
            return None;
        }
    }
    there(&own).then_some(own)
}

fn works(python: &Path, modules: &str) -> bool {
    let asked = Command::new(python).args(["-c", &format!("import {modules}")]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    asked.is_ok_and(|status| status.success())
}

/// Past the capture of tests' output: a skipped check is to be seen.
fn skip(why: &str) {
    let _ = writeln!(std::io::stderr(), "SKIPPED: {why}");
}

fn tempfolder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("outside-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    folder
}

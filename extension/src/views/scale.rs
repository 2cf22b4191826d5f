//! The styles keep to one spacing scale.

#![allow(clippy::unwrap_used)]

use std::fs;

/// A margin, a padding or a gap is 0, auto, or made of the tokens at the top of `app.css`.
#[test]
fn every_space_is_a_step_of_the_scale() {
    let home = env!("CARGO_MANIFEST_DIR");
    let mut spaces = 0;
    let mut raw = vec![];
    for file in ["app.css", "workbench.css", "sample.css", "voice.css", "../www/try.css"] {
        let css = fs::read_to_string(format!("{home}/{file}")).unwrap();
        for (at, line) in css.lines().enumerate() {
            let Some((property, value)) = line.trim().trim_end_matches(';').split_once(':') else { continue };
            let spacing = property.starts_with("margin") || property.starts_with("padding") || property.ends_with("gap");
            if !spacing || property.contains(' ') {
                continue;
            }
            spaces += 1;
            let letters: Vec<char> = value.chars().collect();
            // "4px", "1.5em": a digit that is followed by a unit. "--s1" and "-1 *" have none.
            let unit = |at: usize| {
                letters[at].is_ascii_digit() && letters.get(at + 1).is_some_and(|next| next.is_ascii_alphabetic() || *next == '%')
            };
            if (0..letters.len()).any(unit) {
                raw.push(format!("{file}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    assert!(spaces > 150, "only {spaces} were found");
    assert!(raw.is_empty(), "not of the scale:\n{}", raw.join("\n"));
}

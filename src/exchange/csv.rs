//! Comma-separated values (RFC 4180) that no spreadsheet mistakes for formulas, and that come back as they were.

/// Rows as text with CR LF line ends. A value that a spreadsheet would run as a formula gets an apostrophe in front.
pub fn write<R: AsRef<[String]>>(rows: &[R]) -> String {
    let mut text = String::new();
    for row in rows {
        for (column, value) in row.as_ref().iter().enumerate() {
            if column > 0 {
                text.push(',');
            }
            text.push_str(&cell(value));
        }
        text.push_str("\r\n");
    }
    text
}

/// Rows of any text: separated by comma, semicolon or tab (whichever the first line that has any has most of), any line ends, with or without a
/// byte-order mark. Never fails: a quote that is never closed ends with the text.
pub fn read(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let separator = separator(text);
    let mut rows = vec![];
    let mut row: Vec<String> = vec![];
    let mut value = String::new();
    let mut quoted = false;
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        if quoted {
            match sign {
                '"' if signs.peek() == Some(&'"') => {
                    signs.next();
                    value.push('"');
                }
                '"' => quoted = false,
                _ => value.push(sign),
            }
            continue;
        }
        match sign {
            '"' if value.is_empty() => quoted = true,
            '\r' if signs.peek() == Some(&'\n') => {}
            '\r' | '\n' => {
                row.push(plain(&std::mem::take(&mut value)));
                rows.push(std::mem::take(&mut row));
            }
            _ if sign == separator => row.push(plain(&std::mem::take(&mut value))),
            _ => value.push(sign),
        }
    }
    if !value.is_empty() || !row.is_empty() || quoted {
        row.push(plain(&value));
        rows.push(row);
    }
    rows.retain(|row| row.iter().any(|value| !value.is_empty()));
    rows
}

fn cell(value: &str) -> String {
    let value = super::clean(value);
    let value = if runs(&value) { format!("'{value}") } else { value };
    // Surrounding blanks are lost by some readers unless quoted; a lone line end must not look like an empty row.
    let quote = value.contains([',', ';', '"', '\n', '\r', '\t']) || value != value.trim();
    if quote { format!("\"{}\"", value.replace('"', "\"\"")) } else { value }
}

/// The value as it was before [`cell`] put an apostrophe in front.
fn plain(value: &str) -> String {
    value.strip_prefix('\'').filter(|rest| runs(rest)).unwrap_or(value).to_owned()
}

/// Whether a spreadsheet may take the value for a formula, or for a value that [`cell`] put an apostrophe in front of. OWASP's list, with the
/// signs' full-width forms.
fn runs(value: &str) -> bool {
    value.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

fn separator(text: &str) -> char {
    let mut quoted = false;
    let mut counts = [(',', 0), (';', 0), ('\t', 0)];
    for sign in text.chars() {
        match sign {
            '"' => quoted = !quoted,
            '\n' | '\r' if !quoted && counts.iter().any(|(_, count)| *count > 0) => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(separator, _)| *separator == sign).for_each(|(_, count)| *count += 1),
        }
    }
    // The first of equals: the comma.
    counts.iter().rev().max_by_key(|(_, count)| count).map_or(',', |(separator, _)| *separator)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_only_words_and_come_back() {
        let row: Vec<String> = [
            "=HYPERLINK(\"http://x\",\"y\")",
            "+14155550123",
            "-1",
            "@sum",
            "'=1",
            "''",
            "a\r\nb",
            "a\"b",
            " a ",
            "",
            "\t=1",
            "＝1",
            "李, \u{202e}x",
        ]
        .map(String::from)
        .into();
        let text = write(std::slice::from_ref(&row));
        assert!(text.starts_with("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",'+14155550123,'-1,'@sum,''=1,''"), "{text}");
        let back = read(&text);
        let expected: Vec<String> = row.iter().map(|value| value.replace('\r', "")).collect();
        assert_eq!(back, [expected]);
    }

    #[test]
    fn other_programs_files_are_read() {
        let expected = vec![vec!["Name".to_owned(), "Phone".to_owned()], vec!["Ada, \"A\"\nLovelace".to_owned(), "+1".to_owned()]];
        assert_eq!(read("\u{feff}Name;Phone\r\n\"Ada, \"\"A\"\"\nLovelace\";'+1\r\n\r\n"), expected);
        assert_eq!(read("Name\tPhone\n\"Ada, \"\"A\"\"\nLovelace\"\t+1"), expected);
        assert_eq!(read("Name,Phone\r\"Ada, \"\"A\"\"\nLovelace\",+1\r"), expected);
        assert_eq!(read("\"never closed, never"), [["never closed, never"]]);
        assert_eq!(read(""), Vec::<Vec<String>>::new());
    }

    proptest! {
        #[test]
        fn any_words_come_back(rows in prop::collection::vec(prop::collection::vec("[a='+@\", ;\n\t李\u{202e}-]{1,6}", 2..4), 1..5)) {
            prop_assert_eq!(read(&write(&rows)), rows);
        }

        #[test]
        fn any_text_is_read(text: String) {
            read(&text);
        }
    }
}

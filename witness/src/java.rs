//! As much of Java as a test's data is written in.

/// The string literals of an expression, joined where `+` joins them: `"a" + "b"` is one, `f("a", "b")` two.
pub(crate) fn strings(code: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut rest = code;
    let mut joins = false;
    while let Some(at) = rest.find('"') {
        let between = rest.get(..at).unwrap_or_default();
        joins = joins && between.trim() == "+";
        let (literal, after) = literal(rest.get(at + 1..).unwrap_or_default());
        match found.last_mut().filter(|_| joins) {
            Some(last) => last.push_str(&literal),
            None => found.push(literal),
        }
        joins = true;
        rest = after;
    }
    found
}

/// From behind the opening quote: what is meant, and the code behind the closing quote.
fn literal(code: &str) -> (String, &str) {
    let mut value = String::new();
    let mut chars = code.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '"' => return (value, code.get(at + 1..).unwrap_or_default()),
            '\\' => match chars.next() {
                Some((_, 't')) => value.push('\t'),
                Some((_, 'n')) => value.push('\n'),
                Some((at, 'u')) => {
                    let unit = code.get(at + 1..at + 5).and_then(|hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
                    value.extend(unit);
                    chars.by_ref().take(4).for_each(drop);
                }
                Some((_, c)) => value.push(c),
                None => break,
            },
            c => value.push(c),
        }
    }
    (value, "")
}

/// Every call of `name`, up to its closing bracket: what stands between the brackets.
pub(crate) fn calls<'a>(code: &'a str, name: &str) -> Vec<&'a str> {
    let mut found = vec![];
    let mut rest = code;
    while let Some(at) = rest.find(name) {
        rest = rest.get(at + name.len()..).unwrap_or_default();
        if let Some(inner) = rest.strip_prefix('(') {
            found.push(inner.get(..closing(inner)).unwrap_or_default());
        }
    }
    found
}

/// Where the bracket closes that stands open, brackets in strings aside.
fn closing(code: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, c) in code.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted && depth == 0 => return at,
            ')' if !quoted => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_join_and_calls_close() {
        assert_eq!(strings(r#"f("a\u0041" + "b", "c\t\"")"#), ["aAb", "c\t\""]);
        assert_eq!(calls(r#"x(find("(1)", A.B)); find("2")"#, "find"), [r#""(1)", A.B"#, r#""2""#]);
    }
}

//! Relative addresses (RFC 3986, section 5.2).

/// `reference` as it is meant on a page at `base`. Nothing where the base is no address that one could follow a path from.
pub(super) fn joined(base: &str, reference: &str) -> Option<String> {
    let reference = reference.trim();
    if has_scheme(reference) {
        return Some(reference.to_owned());
    }
    let (scheme, rest) = base.split_once("://")?;
    if let Some(host) = reference.strip_prefix("//") {
        return Some(format!("{scheme}://{host}"));
    }
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let path = path.split('#').next().unwrap_or_default();
    let (path, query) = path.split_at(path.find('?').unwrap_or(path.len()));
    let path = if path.is_empty() { "/" } else { path };
    let directory = path.rsplit_once('/').map_or("", |(directory, _)| directory);
    Some(match reference.chars().next() {
        None => format!("{scheme}://{host}{path}{query}"),
        Some('#') => format!("{scheme}://{host}{path}{query}{reference}"),
        Some('?') => format!("{scheme}://{host}{path}{reference}"),
        Some('/') => format!("{scheme}://{host}{}", without_dots(reference)),
        Some(_) => format!("{scheme}://{host}{}", without_dots(&format!("{directory}/{reference}"))),
    })
}

/// `mailto:`, `https:`: letters, digits, `+-.` up to a colon.
fn has_scheme(reference: &str) -> bool {
    let end = reference.find(|c: char| !c.is_ascii_alphanumeric() && !"+-.".contains(c));
    end.is_some_and(|end| end > 0 && reference[end..].starts_with(':')) && reference.starts_with(|c: char| c.is_ascii_alphabetic())
}

/// `/a/b/../c` is `/a/c`; a query and a fragment stay as they are.
fn without_dots(path: &str) -> String {
    let (path, after) = path.split_at(path.find(['?', '#']).unwrap_or(path.len()));
    let mut kept: Vec<&str> = Vec::new();
    let mut is_folder = false;
    for part in path.split('/').skip(1) {
        is_folder = matches!(part, "." | "..");
        match part {
            "." => {}
            ".." => drop(kept.pop()),
            part => kept.push(part),
        }
    }
    let end = if is_folder && !kept.is_empty() { "/" } else { "" };
    format!("/{}{end}{after}", kept.join("/"))
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn references_are_followed() {
        let base = "https://example.org/team/uk/index.html?x=1#top";
        for (reference, meant) in [
            ("ada.html", "https://example.org/team/uk/ada.html"),
            ("../ada/./b?c=../d#e", "https://example.org/team/ada/b?c=../d#e"),
            ("../../../..", "https://example.org/"),
            ("..", "https://example.org/team/"),
            ("/a/../b/", "https://example.org/b/"),
            ("//cdn.example/x", "https://cdn.example/x"),
            ("?y", "https://example.org/team/uk/index.html?y"),
            ("#z", "https://example.org/team/uk/index.html?x=1#z"),
            (" ", "https://example.org/team/uk/index.html?x=1"),
            ("mailto:a@b.c", "mailto:a@b.c"),
            ("12:30", "https://example.org/team/uk/12:30"),
        ] {
            assert_eq!(joined(base, reference).as_deref(), Some(meant), "{reference}");
        }
        assert_eq!(joined("http://example.com", "a/b").as_deref(), Some("http://example.com/a/b"));
        assert_eq!(joined("about:blank", "a/b"), None);
    }
}

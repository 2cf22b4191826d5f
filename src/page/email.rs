//! E-mail addresses: `mailto:` links, plain text, `name (at) host (dot) com`, and addresses that a mail shield has scrambled.

use std::ops::Range;

mod sample;

use super::prose::Prose;
use crate::fact::{Fact, Source};

/// More addresses than this are a directory, not a prospect.
const MOST: usize = 500;

/// An address and where it stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub fact: Fact,
    /// Byte offset into the prose.
    pub at: usize,
    /// Made up ("john@example.com"), unless the page names somebody of that name.
    pub is_sample: bool,
}

impl Found {
    fn new(fact: Fact, at: usize) -> Self {
        let is_sample = fact.value.rsplit_once('@').is_some_and(|(local, host)| sample::is_sample(local, host).is_some());
        Self { fact, at, is_sample }
    }
}

/// Every address of the page, each once, in the order of the page. Lower case except where the page is the only witness of the case.
pub fn find(prose: &Prose<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for link in &prose.links {
        for address in of_link(link.href) {
            let words = prose.text.get(link.span.clone()).unwrap_or_default();
            let quote = if words.is_empty() { link.href.chars().take(300).collect() } else { words.to_owned() };
            found.push(Found::new(Fact::new(address, Source::Link, quote), link.span.start));
        }
    }
    for (span, hex) in &prose.shielded {
        if let Some(address) = unprotect(hex) {
            found.push(Found::new(Fact::new(address, Source::Text, prose.text.get(span.clone()).unwrap_or_default()), span.start));
        }
    }
    for line in &prose.lines {
        let words = prose.words(line);
        for (span, address) in in_text(words) {
            let quote = words.get(span.clone()).unwrap_or_default();
            found.push(Found::new(Fact::new(address, Source::Text, quote), line.span.start + span.start));
        }
    }
    crate::order::by_key(&mut found, |found| found.at);
    let mut seen = std::collections::HashSet::new();
    found.retain(|found| seen.insert(found.fact.value.to_lowercase()));
    found.truncate(MOST);
    found
}

/// The addresses a link writes to: `mailto:` (RFC 6068, percent-encoded, several with commas) and the shield's own links.
pub fn of_link(href: &str) -> Vec<String> {
    let href = href.trim();
    if let Some((path, scrambled)) = href.split_once('#')
        && path.ends_with("/cdn-cgi/l/email-protection")
    {
        return unprotect(scrambled).into_iter().collect();
    }
    let Some(rest) = strip_prefix_ignore_case(href, "mailto:") else { return Vec::new() };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let to = query.split('&').filter_map(|pair| strip_prefix_ignore_case(pair, "to="));
    std::iter::once(path)
        .chain(to)
        .flat_map(|part| part.split([',', ';']))
        .filter_map(|part| {
            let decoded = percent_decoded(part);
            let plain = decoded.rsplit_once('<').map_or(decoded.as_str(), |(_, inner)| inner.trim_end_matches('>'));
            in_text(plain.trim()).into_iter().next().map(|(_, address)| address)
        })
        .take(20)
        .collect()
}

/// Undoes the shield: hex, the first byte is the key that every other one was mixed with.
pub fn unprotect(hex: &str) -> Option<String> {
    let hex = hex.trim();
    let digits: Vec<u8> = hex.chars().take(600).map_while(|c| c.to_digit(16)).map(|d| d as u8).collect();
    let mut bytes = digits.chunks_exact(2).map(|pair| pair.iter().fold(0u8, |sum, d| sum << 4 | d));
    let key = bytes.next()?;
    let address = String::from_utf8(bytes.map(|b| b ^ key).collect()).ok()?;
    let address = address.split('?').next().unwrap_or_default().to_owned();
    in_text(&address).into_iter().next().map(|(_, address)| address)
}

/// Addresses in running text, with the span of the words each was read from.
pub fn in_text(text: &str) -> Vec<(Range<usize>, String)> {
    let mut out = Vec::new();
    let mut from = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let sign = match bytes.get(at) {
            Some(b'@') => Some(at..at + 1),
            Some(b'(' | b'[' | b'{' | b'<') => word_in_brackets(text, at, &["at", "ät", "@", "a", "arroba", "chez", "ad"]),
            Some(0xef) if text.get(at..).is_some_and(|rest| rest.starts_with('\u{ff20}')) => Some(at..at + 3),
            Some(b' ') => spoken(text, at, &["at", "AT"]),
            _ => None,
        };
        let Some(sign) = sign else {
            at += 1;
            continue;
        };
        let plain = sign.len() == 1 || bytes.get(at) == Some(&0xef);
        if let Some((local, host, span)) = around(text, from, &sign, plain, bytes.get(at) == Some(&b' '))
            && !is_file(&host)
            && believable(&local, &host)
        {
            from = span.end;
            at = span.end;
            out.push((span, format!("{local}@{}", host.to_lowercase())));
            continue;
        }
        at = sign.end;
    }
    out
}

/// ` at ` spoken out: only believed where a ` dot ` follows.
fn spoken(text: &str, at: usize, words: &[&str]) -> Option<Range<usize>> {
    let rest = text.get(at + 1..)?;
    words
        .iter()
        .find(|word| rest.starts_with(**word) && rest.get(word.len()..).is_some_and(|r| r.starts_with(' ')))
        .map(|word| at..at + word.len() + 2)
}

/// `(at)`, `[ at ]`, `{@}`, `<at>`: the span of the whole bracket.
fn word_in_brackets(text: &str, at: usize, words: &[&str]) -> Option<Range<usize>> {
    let inside = text.get(at + 1..)?;
    let window_end = inside.char_indices().nth(14).map_or(inside.len(), |(i, _)| i);
    let close = inside.get(..window_end)?.find([')', ']', '}', '>'])?;
    let word = inside.get(..close)?.trim();
    words.iter().any(|known| word.eq_ignore_ascii_case(known) || word == "Ät").then_some(at..at + 1 + close + 1)
}

/// The local part before the sign and the host after it.
fn around(text: &str, from: usize, sign: &Range<usize>, plain: bool, spoken: bool) -> Option<(String, String, Range<usize>)> {
    let before = text.get(from..sign.start)?;
    let mut local = String::new();
    let mut start = sign.start;
    let mut rest = before;
    if !plain {
        rest = rest.trim_end_matches(' ');
        start = from + rest.len();
    }
    // "first (dot) last": a bracketed dot in the local part is a dot.
    for _ in 0..6 {
        let piece_start = rest.char_indices().rev().take(64).take_while(|(_, c)| is_local(*c)).last().map(|(i, _)| i);
        let Some(piece_start) = piece_start else { break };
        let piece = rest.get(piece_start..)?;
        local.insert_str(0, piece);
        start = from + piece_start;
        rest = rest.get(..piece_start)?;
        match bracketed_dot_before(rest) {
            Some(end) if !plain => {
                rest = rest.get(..end)?;
                local.insert(0, '.');
            }
            _ => break,
        }
    }
    let trimmed = local.trim_start_matches(['.', '-', '+', '\'', '_', '&', '=', '/', '!', '#', '*', '~', '?', '^', '`', '|', '%', '$']);
    start += local.len() - trimmed.len();
    let local = trimmed.trim_end_matches('.').to_owned();
    if local.is_empty() || local.len() > 64 {
        return None;
    }
    let (host, length, dotted) = host(text.get(sign.end..)?, !plain)?;
    if spoken && !dotted {
        return None;
    }
    Some((local, host, start..sign.end + length))
}

/// Reads a host name: labels joined by dots, or by `(dot)`, `[punkt]`, ` dot ` where the address is spelled out.
fn host(text: &str, spelled: bool) -> Option<(String, usize, bool)> {
    let mut host = String::new();
    let mut at = 0;
    let mut end = 0;
    let mut dotted = false;
    if spelled {
        at += text.len() - text.trim_start_matches(' ').len();
    }
    loop {
        let label: String = text.get(at..)?.chars().take(64).take_while(|c| c.is_alphanumeric() || *c == '-').collect();
        let label = label.trim_end_matches('-');
        if label.is_empty() || label.starts_with('-') {
            break;
        }
        if !host.is_empty() {
            host.push('.');
        }
        host.push_str(label);
        at += label.len();
        end = at;
        if host.len() > 253 {
            return None;
        }
        let rest = text.get(at..)?;
        if rest.starts_with('.') {
            at += 1;
            continue;
        }
        if !spelled {
            // The sign may be plain and only the dots spelled: "name@host (dot) com".
            match spelled_dot(rest, false) {
                Some(length) => {
                    at += length;
                    continue;
                }
                None => break,
            }
        }
        match spelled_dot(rest, true) {
            Some(length) => {
                dotted = true;
                at += length;
            }
            None => break,
        }
    }
    (host.contains('.')).then_some((host, end, dotted))
}

fn spelled_dot(text: &str, bare: bool) -> Option<usize> {
    let trimmed = text.trim_start_matches(' ');
    let lead = text.len() - trimmed.len();
    let bracket =
        trimmed.starts_with(['(', '[', '{']).then(|| word_in_brackets(trimmed, 0, &["dot", "punkt", "point", "punto", "ponto", "."]));
    if let Some(Some(span)) = bracket {
        let after = trimmed.get(span.end..)?;
        return Some(lead + span.end + (after.len() - after.trim_start_matches(' ').len()));
    }
    if bare && lead > 0 {
        for word in ["dot ", "DOT ", "punkt "] {
            if trimmed.starts_with(word) {
                return Some(lead + word.len());
            }
        }
    }
    None
}

/// Where the text before a trailing `(dot)` ends.
fn bracketed_dot_before(text: &str) -> Option<usize> {
    let trimmed = text.trim_end_matches(' ');
    let open = trimmed.char_indices().rev().take(10).find(|(_, c)| matches!(c, '(' | '[' | '{'))?.0;
    let span = word_in_brackets(trimmed, open, &["dot", "punkt", "point", "punto", "."])?;
    (span.end == trimmed.len()).then(|| trimmed.get(..open).map(|t| t.trim_end_matches(' ').len())).flatten()
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '_' | '%' | '+' | '-' | '\'' | '&' | '=' | '~' | '!' | '#' | '*')
}

/// `logo@2x.png` is a picture, `jquery@3.6.0` a package.
fn is_file(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    matches!(
        last.as_str(),
        "png"
            | "jpg"
            | "jpeg"
            | "gif"
            | "svg"
            | "webp"
            | "avif"
            | "ico"
            | "bmp"
            | "tif"
            | "tiff"
            | "css"
            | "js"
            | "mjs"
            | "json"
            | "map"
            | "woff"
            | "woff2"
            | "ttf"
            | "html"
            | "htm"
            | "php"
            | "pdf"
            | "mp4"
            | "webm"
    )
}

fn believable(local: &str, host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    let letters = last.chars().all(char::is_alphabetic) && last.chars().count() >= 2 || last.starts_with("xn--");
    let placeholder = sample::is_sample(local, host) == Some(true);
    letters && !placeholder && !local.contains("..") && host.split('.').all(|label| !label.is_empty() && label.len() <= 63)
}

/// Percent-decodes; bytes that are not UTF-8 become the replacement character.
pub(crate) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = |b: &u8| (*b as char).to_digit(16);
        match (first, tail) {
            (b'%', [a, b, after @ ..]) if hex(a).is_some() && hex(b).is_some() => {
                bytes.push((hex(a).unwrap_or(0) * 16 + hex(b).unwrap_or(0)) as u8);
                rest = after;
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

pub(crate) fn strip_prefix_ignore_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let head = text.get(..prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then(|| text.get(prefix.len()..)).flatten()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn addresses(text: &str) -> Vec<String> {
        in_text(text).into_iter().map(|(_, address)| address).collect()
    }

    #[test]
    fn plain_addresses_lose_the_punctuation_around_them() {
        assert_eq!(
            addresses("Write to <ada.lovelace@engine.example>, or bob+x@Mail.Example."),
            ["ada.lovelace@engine.example", "bob+x@mail.example"]
        );
        assert_eq!(addresses("E-mail:info@firma-süd.de;x@y.co.uk"), ["info@firma-süd.de", "x@y.co.uk"]);
    }

    #[test]
    fn spelled_out_addresses_are_read() {
        for text in [
            "ada (at) engine (dot) com",
            "ada [at] engine [dot] com",
            "ada(at)engine.com",
            "ada{at}engine.com",
            "ada at engine dot com",
            "ada (ät) engine (Punkt) com",
            "ada@engine [dot] com",
            "ada [AT] engine [DOT] com now",
        ] {
            assert_eq!(addresses(text), ["ada@engine.com"], "{text}");
        }
        assert_eq!(addresses("first (dot) last (at) engine (dot) co (dot) uk"), ["first.last@engine.co.uk"]);
    }

    #[test]
    fn pictures_packages_and_prose_are_not_addresses() {
        for text in [
            "logo@2x.png",
            "jquery@3.6.0",
            "meet us at example.com now",
            "look at engine",
            "@handle",
            "a @ b",
            "you@domain.com",
            "5 @ 3.20",
        ] {
            assert!(addresses(text).is_empty(), "{text}: {:?}", addresses(text));
        }
    }

    #[test]
    fn mailto_is_decoded_and_its_query_dropped() {
        assert_eq!(of_link("mailto:ada%40engine.example?subject=Hi%20there"), ["ada@engine.example"]);
        assert_eq!(of_link("MAILTO:Ada%20L%20%3Cada@engine.example%3E,bob@engine.example"), ["ada@engine.example", "bob@engine.example"]);
        assert_eq!(of_link("mailto:?to=ada@engine.example&subject=x"), ["ada@engine.example"]);
        assert!(of_link("https://engine.example/?mail=ada@engine.example").is_empty());
    }

    /// Scrambled here with the key 0x42.
    fn scrambled(address: &str) -> String {
        std::iter::once("42".to_owned()).chain(address.bytes().map(|b| format!("{:02x}", b ^ 0x42))).collect()
    }

    #[test]
    fn a_mail_shield_is_undone() {
        assert_eq!(unprotect(&scrambled("ada@engine.example")).unwrap(), "ada@engine.example");
        assert_eq!(of_link(&format!("/cdn-cgi/l/email-protection#{}", scrambled("ada@engine.example?subject=x"))), ["ada@engine.example"]);
        assert_eq!(unprotect("zz"), None);
        assert_eq!(unprotect(""), None);
    }

    #[test]
    fn each_address_is_given_once_and_quotes_the_page() {
        let prose = Prose::plain("Ada: ada (at) engine.example\nADA@engine.example");
        let found = find(&prose);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].fact.quote, "ada (at) engine.example");
        assert_eq!(found[0].at, 5);
    }
}

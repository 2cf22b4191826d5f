//! Cards for address books: written as vCard 3.0 (RFC 2426), which every address book reads; 2.1, 3.0 and 4.0 are read.

use super::ics::{escaped, folded};
use crate::touch::identity::Card;

pub fn write(cards: &[Card]) -> String {
    cards.iter().map(one).collect()
}

/// The cards of a file; what is not understood is passed over. Never fails.
pub fn read(text: &str) -> Vec<Card> {
    let mut cards = vec![];
    let mut card: Option<Card> = None;
    // Old telephones write a name only in its parts.
    let mut in_parts = None;
    for line in unfolded(text) {
        let Some((name, value)) = line.split_once(':') else { continue };
        let mut parameters = name.split(';');
        // A group may stand in front: "item1.TEL".
        let name = parameters.next().unwrap_or_default();
        let name = name.rsplit('.').next().unwrap_or_default().to_ascii_uppercase();
        let parameters = parameters.collect::<Vec<_>>().join(";").to_ascii_uppercase();
        let quoted_printable = parameters.contains("QUOTED-PRINTABLE");
        // Nobody answers there.
        let machine = name == "TEL" && (parameters.contains("FAX") || parameters.contains("PAGER"));
        let value = if quoted_printable { from_quoted_printable(value) } else { value.to_owned() };
        let is = |word: &str| value.trim().eq_ignore_ascii_case(word);
        match (name.as_str(), &mut card) {
            ("BEGIN", _) if is("VCARD") => (card, in_parts) = (Some(Card::default()), None),
            ("END", _) if is("VCARD") => {
                let named = card.take().map(|card| Card { name: card.name.or(in_parts.take()), ..card });
                cards.extend(named.filter(|card| *card != Card::default()));
            }
            ("N", Some(_)) => {
                let words = parts(&value);
                let both = [words.get(1), words.first()].into_iter().flatten().map(|words| super::clean(words).trim().to_owned());
                in_parts = Some(both.filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty());
            }
            (_, Some(card)) if !machine => set(card, &name, &value),
            _ => {}
        }
    }
    cards
}

fn one(card: &Card) -> String {
    let name = card.name.as_deref().or(card.organization.as_deref()).unwrap_or_default();
    let (first, last) = name.rsplit_once(' ').unwrap_or(("", name));
    let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:3.0".into()];
    lines.push(format!("N:{};{};;;", escaped(last), escaped(first)));
    let mut add = |name: &str, value: &Option<String>| lines.extend(value.as_ref().map(|value| format!("{name}:{}", escaped(value))));
    add("FN", &Some(name.to_owned()));
    add("ORG", &card.organization);
    add("TITLE", &card.job_title);
    add("TEL;TYPE=WORK,VOICE", &card.telephone);
    add("EMAIL;TYPE=INTERNET", &card.email);
    add("X-AFTERTONE-ZONE", &card.zone);
    // Commas are not escaped in an address that other programs follow as it stands.
    lines.extend(card.page.iter().map(|page| format!("URL:{}", page.chars().filter(|c| !c.is_control()).collect::<String>())));
    lines.push("END:VCARD".into());
    lines.iter().map(|line| folded(line)).collect()
}

fn set(card: &mut Card, name: &str, value: &str) {
    let slot = match name {
        "FN" => &mut card.name,
        "ORG" => &mut card.organization,
        "TITLE" => &mut card.job_title,
        "TEL" => &mut card.telephone,
        "EMAIL" => &mut card.email,
        "URL" => &mut card.page,
        "X-AFTERTONE-ZONE" => &mut card.zone,
        _ => return,
    };
    if slot.is_some() {
        return;
    }
    let words = match name {
        "ORG" => parts(value).first().cloned().unwrap_or_default(),
        // Some programs escape what needs no escape.
        "URL" => value.trim().replace("\\:", ":"),
        "TEL" => unescaped(value.trim().strip_prefix("tel:").unwrap_or(value)),
        _ => unescaped(value),
    };
    let web = words.starts_with("https://") || words.starts_with("http://");
    *slot = Some(super::clean(&words)).filter(|words| !words.is_empty() && (name != "URL" || web));
}

/// The parts of a structured value, unescaped.
fn parts(value: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut escape = false;
    for sign in value.chars() {
        if sign == ';' && !escape {
            parts.push(String::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(sign);
        }
        escape = sign == '\\' && !escape;
    }
    parts.iter().map(|part| unescaped(part)).collect()
}

fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        match (sign, if sign == '\\' { signs.next() } else { None }) {
            ('\\', Some('n' | 'N')) => plain.push('\n'),
            ('\\', Some(other)) => plain.push(other),
            (other, _) => plain.push(other),
        }
    }
    plain
}

/// Lines with their continuations: a line that begins with a blank or a tab, and one behind a quoted-printable line that ends with `=`.
fn unfolded(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for line in text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)) {
        let soft = |last: &&mut String| last.ends_with('=') && last.to_ascii_uppercase().contains("QUOTED-PRINTABLE");
        if let Some(more) = line.strip_prefix([' ', '\t'])
            && let Some(last) = lines.last_mut()
        {
            last.push_str(more);
        } else if let Some(last) = lines.last_mut().filter(soft) {
            last.pop();
            last.push_str(line);
        } else {
            lines.push(line.to_owned());
        }
    }
    lines
}

fn from_quoted_printable(text: &str) -> String {
    let mut bytes = vec![];
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let hex = |byte: Option<u8>| byte.and_then(|b| char::from(b).to_digit(16)).map(|digit| digit as u8);
        match (byte, hex(ahead.next()), hex(ahead.next())) {
            (b'=', Some(high), Some(low)) => {
                bytes.push(high << 4 | low);
                rest = ahead;
            }
            _ => bytes.push(byte),
        }
    }
    // Old telephones mean Latin-1.
    String::from_utf8(bytes).unwrap_or_else(|latin| latin.as_bytes().iter().copied().map(char::from).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn other_programs_cards_are_read() {
        let text = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:J=C3=B6rg =\r\nM=C3=BCller\r\nitem1.TEL;CELL:+49 30 1\r\nEND:VCARD\r\n\
            BEGIN:vCard\nVERSION:4.0\nFN:Ada \n Lovelace\nORG:Acme\\; Sons;Sales\nTEL;VALUE=uri:tel:+13125550100\nTEL:+2\nURL:javascript:alert(1)\nEND:VCARD\nFN:nobody's";
        let cards = read(text);
        assert_eq!(cards.len(), 2);
        assert_eq!((cards[0].name.as_deref(), cards[0].telephone.as_deref()), (Some("Jörg Müller"), Some("+49 30 1")));
        assert_eq!((cards[1].name.as_deref(), cards[1].organization.as_deref()), (Some("Ada Lovelace"), Some("Acme; Sons")));
        assert_eq!((cards[1].telephone.as_deref(), cards[1].page.as_deref()), (Some("+13125550100"), None));
    }

    #[test]
    fn an_old_telephones_card_is_read_and_a_fax_is_no_number() {
        let text = "BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;Dr.\nTEL;WORK;FAX:+49 1\nTEL;TYPE=\"cell,voice\":+49 2\n\
            item1.URL:http\\://www.mueller.example/\nEND:VCARD\nBEGIN:VCARD\nN:Lovelace;;;;\nFN:\nTEL;TYPE=pager:1\nEND:VCARD\nBEGIN:VCARD\nN:;;;;\nEND:VCARD";
        let cards = read(text);
        assert_eq!(cards.len(), 2, "{cards:?}");
        assert_eq!((cards[0].name.as_deref(), cards[0].telephone.as_deref()), (Some("Jörg Müller"), Some("+49 2")));
        assert_eq!(cards[0].page.as_deref(), Some("http://www.mueller.example/"));
        assert_eq!((cards[1].name.as_deref(), cards[1].telephone.as_deref()), (Some("Lovelace"), None));
    }

    proptest! {
        #[test]
        fn any_name_comes_back(name in "[a-zA-Z=;:,\\\\\n\"李👩\u{202e}-]([a ;,\\\\n\n李👩\u{202e}]{0,60}[b;,\\\\])?") {
            let card = Card {
                name: Some(name.clone()),
                organization: Some(name.clone()),
                job_title: Some(name),
                telephone: Some("+14155550123".into()),
                email: Some("ada@acme.com".into()),
                zone: Some("America/Chicago".into()),
                page: Some("https://acme.com/a,b;c".into()),
            };
            let text = write(std::slice::from_ref(&card));
            prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
            prop_assert_eq!(read(&text), vec![card]);
        }

        #[test]
        fn any_text_is_read(text: String) {
            read(&text);
            read(&format!("BEGIN:VCARD\n{text}\nEND:VCARD"));
        }
    }
}

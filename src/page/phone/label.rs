//! The words beside a number that say what it is: telephone, fax, mobile, …, or no telephone at all.

mod words;

use words::{FILLERS, WORDS};

use crate::page::list::Openings;

/// What a label says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Label {
    Phone,
    Direct,
    Switchboard,
    Mobile,
    TollFree,
    Fax,
    /// One number for both telephone and fax.
    PhoneAndFax,
    Extension,
    /// Text telephones for the deaf, pagers: no place for a voicemail, yet no fax.
    Other,
    /// Registration, tax, bank, order numbers, prices, dates.
    NotAPhone,
}

/// What the words right before a number say of it. `text` ends where the number begins.
pub(super) fn before(text: &str) -> Option<Label> {
    let start = text.char_indices().rev().nth(69).map_or(0, |(i, _)| i);
    let mut tokens = tokens(text.get(start..)?);
    tokens.reverse();
    // "M3014" is a model; "Suite F" is a door.
    let single = tokens.first().is_some_and(|token| token.word.chars().count() == 1);
    let door = tokens.get(1).is_some_and(|token| {
        matches!(token.word.as_str(), "suite" | "ste" | "unit" | "apt" | "building" | "bldg" | "floor" | "block" | "room" | "level")
    });
    if single && (door || text.ends_with(char::is_alphanumeric)) {
        return None;
    }
    decide(&tokens, 3, false)
}

/// What the words right after a number say of it. `text` begins where the number ends.
pub(super) fn after(text: &str) -> Option<Label> {
    let end = text.char_indices().nth(40).map_or(text.len(), |(i, _)| i);
    // "(Direct Equipment Sales Fax)": in brackets any word may be the telling one.
    if let Some(inside) = text.trim_start().strip_prefix(['(', '[', '（'])
        && let Some((inside, _)) = inside.get(..inside.floor_char_boundary(60)).and_then(|inside| inside.split_once([')', ']', '）']))
        && tokens(inside).iter().any(|token| known(&token.word) == Some(Label::Fax))
    {
        let speaks = tokens(inside).iter().any(|token| matches!(token.word.as_str(), "tel" | "phone" | "telephone" | "voice" | "telefon"));
        return Some(if speaks { Label::PhoneAndFax } else { Label::Fax });
    }
    decide(&tokens(text.get(..end)?), 0, true)
}

/// A line that is a label and nothing else ("Fax:", "Telefon und Fax").
pub(super) fn whole(text: &str) -> Option<Label> {
    if text.len() > 80 || text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    // Nearly every line without a number is asked: most have too many words, told before any is folded.
    if text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).nth(7).is_some() {
        return None;
    }
    let mut tokens = tokens(text);
    if tokens.len() > 7 {
        return None;
    }
    tokens.reverse();
    let label = decide(&tokens, 2, false)?;
    (label != Label::NotAPhone || tokens.len() < 5).then_some(label)
}

#[derive(Debug)]
struct Token {
    word: String,
    /// What stands right after it.
    colon: bool,
    bracketed: bool,
    /// A sentence or an item ends after it.
    ends: bool,
}

/// Words of a text, folded, with the punctuation after each.
fn tokens(text: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut word = String::new();
    let mut open = false;
    let flush = |word: &mut String, open: bool, out: &mut Vec<Token>| {
        if !word.is_empty() {
            out.push(Token { word: fold(word), colon: false, bracketed: open, ends: false });
            word.clear();
        }
    };
    for c in text.chars() {
        match c {
            c if c.is_alphanumeric() || matches!(c, '#' | '№' | '°' | '\'') || c == '-' && !word.is_empty() => word.push(c),
            '&' | '/' | '+' => {
                flush(&mut word, open, &mut out);
                out.push(Token { word: c.to_string(), colon: false, bracketed: open, ends: false });
            }
            _ => {
                flush(&mut word, open, &mut out);
                match c {
                    '(' | '[' | '（' => open = true,
                    ')' | ']' | '）' => open = false,
                    ':' | '：' | '=' => {
                        if let Some(last) = out.last_mut() {
                            last.colon = true;
                        }
                    }
                    ';' | '|' | '!' | '?' | '•' | '·' | '。' | '»' => {
                        if let Some(last) = out.last_mut() {
                            last.ends = true;
                        }
                    }
                    '.' => {
                        if let Some(last) = out.last_mut() {
                            last.colon |= last.word.chars().count() <= 4;
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    flush(&mut word, open, &mut out);
    for token in &mut out {
        while token.word.len() > 1 && token.word.ends_with('-') {
            token.word.pop();
        }
    }
    out
}

/// Nearest first: gathers the labels that stand together. `strangers` unknown words may stand before the first.
fn decide(tokens: &[Token], strangers: usize, after: bool) -> Option<Label> {
    let mut found: Vec<Label> = Vec::new();
    let (mut joined, mut skipped, mut at) = (false, 0, 0);
    let mut marked = false;
    while let Some(token) = tokens.get(at) {
        if at > 9 || token.ends && (!after && at > 0) {
            break;
        }
        let next = tokens.get(at + 1).filter(|next| INDEX.openings.may_begin(if after { &token.word } else { &next.word }));
        let pair = next.map(|next| if after { format!("{} {}", token.word, next.word) } else { format!("{} {}", next.word, token.word) });
        let (label, taken) = match pair.and_then(|pair| phrase(&pair)) {
            Some(label) => (Some(label), 2),
            None => (known(&token.word).or_else(|| single(token, at, after)), 1),
        };
        match label {
            Some(label) => {
                // "Tel: Fax: 555": the colon parts them, the nearer counts.
                if !found.is_empty() && !after && token.colon && marked && !joined {
                    break;
                }
                if label == Label::NotAPhone {
                    if found.is_empty() {
                        return (skipped < 2).then_some(label);
                    }
                    break;
                }
                marked |= found.is_empty() && token.colon;
                found.push(label);
                at += taken;
                continue;
            }
            None if FILLERS.contains(&token.word.as_str()) => {
                joined |= !found.is_empty()
                    && matches!(
                        token.word.as_str(),
                        "/" | "&"
                            | "+"
                            | "and"
                            | "und"
                            | "et"
                            | "y"
                            | "e"
                            | "og"
                            | "och"
                            | "en"
                            | "or"
                            | "oder"
                            | "ou"
                            | "o"
                            | "u"
                            | "i"
                            | "и"
                            | "ja"
                    );
            }
            None => {
                skipped += 1;
                if !found.is_empty() || skipped > strangers || after {
                    break;
                }
            }
        }
        at += 1;
        if after && token.ends {
            break;
        }
    }
    combine(&found, joined)
}

fn combine(found: &[Label], joined: bool) -> Option<Label> {
    let has = |label| found.contains(&label);
    let speaks = [Label::Phone, Label::Direct, Label::Switchboard, Label::Mobile, Label::TollFree].into_iter().any(has);
    if has(Label::Fax) && joined && speaks {
        return Some(Label::PhoneAndFax);
    }
    [Label::Fax, Label::Other, Label::Mobile, Label::TollFree, Label::Direct, Label::Switchboard, Label::Extension, Label::Phone]
        .into_iter()
        .find(|label| has(*label))
}

/// One letter stands for a label where it stands right beside the number.
fn single(token: &Token, at: usize, after: bool) -> Option<Label> {
    if at > 0 || token.word.chars().count() != 1 {
        return None;
    }
    let marked = token.colon || token.bracketed;
    let plain = !after && token.word.chars().all(|c| c.is_ascii_lowercase());
    match token.word.as_str() {
        "f" if marked || plain || after => Some(Label::Fax),
        "t" | "p" if marked || plain || after => Some(Label::Phone),
        "m" if marked || plain || after => Some(Label::Mobile),
        "c" if marked => Some(Label::Mobile),
        "d" if marked => Some(Label::Direct),
        "o" | "w" | "h" if marked => Some(Label::Phone),
        "☎" | "✆" | "📞" => Some(Label::Phone),
        "📠" => Some(Label::Fax),
        _ => None,
    }
}

fn known(word: &str) -> Option<Label> {
    if word.len() < 2 {
        return None;
    }
    if !INDEX.openings.may_begin(word) {
        return None;
    }
    INDEX.exact.get(word).copied().or_else(|| INDEX.stems.iter().find(|(stem, _)| word.starts_with(stem)).map(|(_, label)| *label))
}

/// The words by themselves, and the stems that take any ending: every line without digits is asked.
struct Index {
    exact: std::collections::HashMap<&'static str, Label>,
    stems: Vec<(&'static str, Label)>,
    openings: Openings,
}

static INDEX: std::sync::LazyLock<Index> = std::sync::LazyLock::new(|| {
    let openings = Openings::of(WORDS.iter().flat_map(|(_, words)| *words));
    let mut index = Index { exact: std::collections::HashMap::new(), stems: Vec::new(), openings };
    for (label, words) in WORDS {
        for word in words {
            match word.strip_suffix('*') {
                Some(stem) => index.stems.push((stem, label)),
                None => {
                    index.exact.entry(word).or_insert(label);
                }
            }
        }
    }
    index
});

/// Two words that say something together.
fn phrase(pair: &str) -> Option<Label> {
    INDEX.exact.get(pair).copied()
}

/// Lower case, without the accents of Latin and Greek letters.
pub(crate) fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    word.chars().flat_map(char::to_lowercase).filter(|c| !('\u{300}'..='\u{36f}').contains(c)).map(plain).collect()
}

fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ď' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'į' | 'ı' => 'i',
        'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ť' | 'ţ' | 'ț' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        // ＦＡＸ
        'ａ'..='ｚ' => char::from(b'a' + (c as u32 - 'ａ' as u32) as u8),
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' => 'ι',
        'ό' => 'ο',
        'ύ' => 'υ',
        'ώ' => 'ω',
        'ё' => 'е',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_before_a_number_say_what_it_is() {
        for (text, label) in [
            ("Phone: ", Some(Label::Phone)),
            ("Fax ", Some(Label::Fax)),
            ("Tel./Fax: ", Some(Label::PhoneAndFax)),
            ("Telefon und Telefax: ", Some(Label::PhoneAndFax)),
            ("Tel: Fax: ", Some(Label::Fax)),
            ("Direct Fax: ", Some(Label::Fax)),
            ("Main office: ", Some(Label::Switchboard)),
            ("Mobile phone ", Some(Label::Mobile)),
            ("Direct line: ", Some(Label::Direct)),
            ("Call toll free at ", Some(Label::TollFree)),
            ("F: ", Some(Label::Fax)),
            ("f ", Some(Label::Fax)),
            ("(f) ", Some(Label::Fax)),
            ("Suite C ", None),
            ("Suite F ", None),
            ("Axis M", None),
            ("Fax (Sales): ", Some(Label::Fax)),
            ("Télécopieur : ", Some(Label::Fax)),
            ("Факс: ", Some(Label::Fax)),
            ("Handy: ", Some(Label::Mobile)),
            ("Zentrale: ", Some(Label::Switchboard)),
            ("VAT No. ", Some(Label::NotAPhone)),
            ("USt-IdNr.: DE ", Some(Label::NotAPhone)),
            ("IBAN ", Some(Label::NotAPhone)),
            ("P.I. ", Some(Label::NotAPhone)),
            ("C.F. ", Some(Label::NotAPhone)),
            ("built in ", None),
            ("電話：", Some(Label::Phone)),
            ("TTY: ", Some(Label::Other)),
            ("Fax: Dial ", Some(Label::Fax)),
        ] {
            assert_eq!(before(text), label, "{text}");
        }
    }

    #[test]
    fn the_words_after_a_number_say_what_it_is() {
        assert_eq!(after(" (fax)"), Some(Label::Fax));
        assert_eq!(after(" Fax"), Some(Label::Fax));
        assert_eq!(after(" (F)"), Some(Label::Fax));
        assert_eq!(after(" (Direct Equipment Sales Fax)"), Some(Label::Fax));
        assert_eq!(after(" [mobile]"), Some(Label::Mobile));
        assert_eq!(after(" or come by, our fax is off"), None);
    }

    #[test]
    fn a_label_may_have_a_line_of_its_own() {
        assert_eq!(whole("Fax number:"), Some(Label::Fax));
        assert_eq!(whole("Telephone"), Some(Label::Phone));
        assert_eq!(whole("The team that answers every telephone call you make to us"), None);
        assert_eq!(whole("Suite 200"), None);
    }
}

//! The language that a page is written in, told from its letters and from words that stand on a page of contacts, where nothing declares it.

use std::sync::LazyLock;

use super::list::Openings;

/// Shorter texts than this are read whole.
const MOST: usize = 40_000;

/// As BCP 47 has it; none where the words tell none apart.
pub(super) fn tongue(text: &str) -> Option<&'static str> {
    let text = text.get(..text.floor_char_boundary(MOST)).unwrap_or(text);
    of_letters(text).or_else(|| of_words(text))
}

/// Scripts that one language is written in. Half the letters must be of it: a Greek letter in a formula makes no Greek page.
fn of_letters(text: &str) -> Option<&'static str> {
    if text.is_ascii() {
        return None;
    }
    let mut counts = [0usize; SCRIPTS.len()];
    let mut letters = 0;
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        if let Some(nth) = SCRIPTS.iter().position(|(_, from, to)| (*from..=*to).contains(&c)) {
            counts[nth] += 1;
        }
    }
    // Japanese is mostly Chinese signs with its own letters between them.
    let share = |nth: usize| if SCRIPTS[nth].0 == "ja" { 8 } else { 2 };
    (0..SCRIPTS.len()).find(|nth| counts[*nth] > 12 && counts[*nth] * share(*nth) > letters).map(|nth| SCRIPTS[nth].0)
}

const SCRIPTS: [(&str, char, char); 6] = [
    ("ja", '\u{3041}', '\u{30ff}'),
    ("ko", '\u{ac00}', '\u{d7a3}'),
    ("th", '\u{e01}', '\u{e5b}'),
    ("he", '\u{5d0}', '\u{5ea}'),
    ("el", 'Α', 'ώ'),
    ("hy", 'Ա', 'և'),
];

/// The language with the most of its words on the page: at least two of them, and more than of any other.
fn of_words(text: &str) -> Option<&'static str> {
    let mut found = [0u32; WORDS.len()];
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() > 3 && OPENINGS.may_begin(word));
    for word in words {
        let lower = word.to_lowercase();
        for (nth, (_, words)) in WORDS.iter().enumerate() {
            if let Some(at) = words.split(' ').position(|there| there == lower) {
                found[nth] |= 1 << at;
            }
        }
    }
    let counts = found.map(u32::count_ones);
    let most = counts.iter().copied().max().filter(|most| *most >= 2)?;
    let mut at_top = counts.iter().zip(WORDS).filter(|(count, _)| **count == most);
    let (_, (language, _)) = at_top.next()?;
    at_top.next().is_none().then_some(language)
}

/// How they begin: every word of the page is asked for.
static OPENINGS: LazyLock<Openings> = LazyLock::new(|| Openings::of(WORDS.iter().flat_map(|(_, words)| words.split(' '))));

/// Words of menus, addresses, weekdays and forms that hardly another language has, at most 32 each.
const WORDS: [(&str, &str); 14] = [
    (
        "de",
        "über impressum datenschutz startseite leistungen straße anfahrt öffnungszeiten montag dienstag freitag samstag uhr sprechzeiten telefonnummer wir",
    ),
    ("fr", "accueil nous téléphone horaires lundi vendredi samedi légales prestations entreprise bienvenue votre notre découvrir"),
    (
        "es",
        "inicio nosotros contáctenos contactenos contáctanos teléfono dirección horario lunes viernes correo servicios mensaje envíe escríbenos calle sábados",
    ),
    ("it", "contatti indirizzo orari lunedì venerdì sabato azienda servizi messaggio siamo telefono nostri dove cellulare sede"),
    ("pt", "início endereço horário telefone contato segunda sexta mensagem nossos serviços empresa rua"),
    ("nl", "welkom telefoonnummer adres maandag vrijdag zaterdag openingstijden diensten ons onze straat bereikbaar"),
    ("ro", "acasă despre orar luni vineri sambata sâmbătă servicii persoane duminica strada"),
    ("pl", "główna nas poniedziałek piątek sobota usługi godziny otwarcia ulica oferta"),
    ("cs", "úvod pondělí pátek sobota služby otevírací doba kontakty ulice nás"),
    ("sv", "måndag fredag lördag öppettider tjänster hem välkommen besöksadress växel telefonnummer"),
    ("da", "åbningstider ydelser forside virksomhed hvem mød fagområder"),
    ("tr", "anasayfa hakkımızda iletişim pazartesi cuma cumartesi hizmetler adres"),
    ("hu", "kezdőlap rólunk kapcsolat hétfő péntek szombat szolgáltatások nyitvatartás"),
    ("fi", "etusivu yhteystiedot maanantai perjantai lauantai palvelut puhelin aukioloajat"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nothing_declares() {
        for (text, language) in [
            ("Contatti\nIl tuo messaggio\nScrivi", Some("it")),
            ("Despre noi\nAdresa\nOrar\nLuni - Vineri", Some("ro")),
            ("Über uns\nStartseite\nTelefon", Some("de")),
            ("こちらのページはわたしたちの学会のページです", Some("ja")),
            ("電話 こちら", None),
            ("Contact us\nPhone\nMonday", None),
            ("Telefon\nKontakt", None),
            ("Über cab", None),
            ("", None),
        ] {
            assert_eq!(tongue(text), language, "{text}");
        }
    }
}

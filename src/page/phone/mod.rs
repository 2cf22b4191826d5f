//! Telephone numbers: found in the visible text and in `tel:` links, however they are written, with the country told from the page.
//!
//! [`scan`] finds runs of digits, [`split`] cuts them into numbers, [`dial`] asks libphonenumber's metadata under the countries
//! that [`country`] has evidence for, [`label`] reads what stands beside them, [`context`] rules out what is no number.

mod context;
mod country;
mod dial;
mod extension;
mod label;
mod line;
mod link;
pub(super) mod lone;
mod merge;
mod office;
mod scan;
mod split;
mod typed;

pub use country::Clues;
pub(crate) use label::fold;
pub use typed::typed;

use super::prose::Prose;
use crate::prospect::{Line, Telephone};
use dial::{Dialler, Told};
use label::Label;

/// More numbers than this are a directory, not a prospect.
const MOST: usize = 500;

/// A number and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    pub telephone: Telephone,
    /// Byte offset into the prose.
    pub at: usize,
    /// ISO 3166-1 alpha-2 of the number's country, where one could be told.
    pub country: Option<String>,
}

/// A number on its way: what was read and what the words beside it say.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    value: String,
    quote: String,
    digits: String,
    told: Told,
    extension: Option<String>,
    label: Option<Label>,
    at: usize,
    end: usize,
    /// It was read from a link's target, not from words.
    link: bool,
    /// The link that its words stand in, by its place among the links.
    inside: Option<usize>,
}

/// Every telephone number of the page, faxes included and marked so, each once, in the order of the page.
pub fn find(prose: &Prose<'_>, clues: &Clues) -> Vec<Found> {
    let mut dialler = Dialler::new();
    let clues = with_international(prose, clues, &mut dialler);
    let mut readings = link::readings(prose, &clues, &mut dialler);
    readings.extend(line::readings(prose, &clues, &mut dialler));
    crate::order::by_key(&mut readings, |reading| (reading.at, reading.link));
    merge::merged(readings)
}

/// A number given as a value (structured data): its own words are its quote. `fax` where the data says so.
pub fn read_value(value: &str, fax: bool, clues: &Clues) -> Option<Found> {
    let value: String = value.chars().take(200).collect();
    let bare = value.trim();
    let bare = super::email::strip_prefix_ignore_case(bare, "tel:").unwrap_or(bare);
    let prose = Prose::plain(bare);
    let mut dialler = Dialler::new();
    let readings = line::given(&prose, clues, &mut dialler);
    let mut found = merge::merged(readings).into_iter().next()?;
    found.telephone.fact.quote = value.trim().to_owned();
    if fax {
        found.telephone.line = Line::Fax;
    }
    Some(found)
}

/// Numbers with their country code speak for their country, and so do those that only one country writes so.
fn with_international(prose: &Prose<'_>, clues: &Clues, dialler: &mut Dialler) -> Clues {
    let mut clues = clues.clone();
    clues.look_at_offices(prose);
    let mut seen: Vec<String> = Vec::new();
    let mut shaped = 0;
    let mut note = |run: &scan::Run, at: usize, dialler: &mut Dialler| {
        if seen.len() >= 60 {
            return;
        }
        if !run.plus {
            if let Some(country) = split::shaped_as_in(&run.groups).filter(|_| shaped < 60) {
                shaped += 1;
                clues.add_at(at, country, 1.6);
            }
            return;
        }
        for piece in split::pieces(run, "", dialler, &[], false).into_iter().filter(|piece| piece.plus) {
            if let Told::Number(number) = piece.told
                && number.valid
                && let Some(region) = number.region
                && !seen.contains(&number.e164)
            {
                seen.push(number.e164);
                clues.add_at(at, &country::code(region), 1.6);
            }
        }
    };
    for line in &prose.lines {
        let words = prose.words(line);
        // As many digits as the shortest of them has.
        if !words.contains('+') && !words.contains('\u{ff0b}') && words.bytes().filter(u8::is_ascii_digit).nth(9).is_none() {
            continue;
        }
        for run in scan::runs(words) {
            let at = run.groups.first().map_or(0, |group| group.span.start);
            note(&run, line.span.start + at, dialler);
        }
    }
    for link in prose.links.iter().filter(|link| link::is_telephone(link.href)).take(200) {
        for run in scan::runs(&super::email::percent_decoded(link.href)) {
            note(&run, link.span.start, dialler);
        }
    }
    // The hosts of the page's e-mail addresses are often its own.
    let mut hosts: Vec<String> = Vec::new();
    for found in super::email::find(prose).iter().take(30) {
        if let Some((_, host)) = found.fact.value.rsplit_once('@')
            && !hosts.iter().any(|known| known == host)
        {
            clues.add_host(host);
            hosts.push(host.to_owned());
        }
    }
    clues.settle();
    clues
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    /// Value, E.164, extension and line of each number, with the country told by domain and language.
    fn read(text: &str, url: &str, lang: &str) -> Vec<(String, String, Line)> {
        let prose = Prose::plain(text);
        let mut clues = Clues::new(Some(url), Some(lang));
        let places = crate::page::place::find(&prose, &clues);
        crate::page::place::tell(&places, &mut clues);
        find(&prose, &clues)
            .into_iter()
            .map(|found| {
                let telephone = found.telephone;
                let extension = telephone.extension.map(|extension| format!(" x{extension}")).unwrap_or_default();
                (telephone.fact.value, format!("{}{extension}", telephone.e164.unwrap_or_default()), telephone.line)
            })
            .collect()
    }

    fn numbers(text: &str, url: &str, lang: &str) -> Vec<String> {
        read(text, url, lang).into_iter().map(|(_, number, _)| number).collect()
    }

    #[test]
    fn a_number_that_one_country_writes_so_needs_no_other_sign() {
        for (text, e164) in [
            ("Call 01452 912958", "+441452912958"),
            ("Tel: 0207 946 0018", "+442079460018"),
            ("Phone 0844 800 1500", "+448448001500"),
            ("Tél. 01 44 55 66 77", "+33144556677"),
            ("Tel. 044 668 18 00", "+41446681800"),
            ("Ph: 1300 555 123", "+611300555123"),
            ("Ph: (02) 9250 7111", "+61292507111"),
        ] {
            assert_eq!(numbers(text, "https://a.example", ""), [e164], "{text}");
        }
        assert_eq!(numbers("Tel. 01805 123456", "https://a.de", "de"), ["+491805123456"]);
    }

    #[test]
    fn no_number_is_longer_than_a_telephone_dials() {
        // Found by the fuzz target: seventeen digits, of which the German plan says that they could be.
        for text in ["077607762-7322-732", "Tel. 077607762-7322-732", "+49 776 0776 2732 2732"] {
            assert!(numbers(text, "https://a.de", "de").iter().all(|number| number.len() <= 16), "{text}");
        }
        assert_eq!(numbers("Tel. 0711 / 12 34 50", "https://a.de", "de"), ["+49711123450"]);
    }

    #[test]
    fn american_numbers_need_no_label() {
        for text in ["1-610-282-3800", "1.800.232.2267", "(312) 555-0100", "312.555.0100", "call 312-555-0100 now"] {
            assert_eq!(numbers(text, "https://a.example", "en").len(), 1, "{text}");
        }
    }

    #[test]
    fn extensions_of_every_form() {
        for text in
            ["312-555-0100 x42", "(312) 555-0100 ext. 42", "Tel: 312-555-0100, Ext: 42", "312.555.0100 #42", "Phone 312-555-0100\nExt. 42"]
        {
            assert_eq!(numbers(text, "https://a.example", "en"), ["+13125550100 x42"], "{text}");
        }
        assert_eq!(numbers("Tel. 0711 123450 Durchwahl 17", "https://a.de", "de"), ["+49711123450 x17"]);
        // Written with a dash it takes the place of the switchboard's zero, however far below.
        assert_eq!(
            numbers("Tel. 0711 12345-0\nAda Byron\nDurchwahl -215\nCarl Gauss\nVertrieb\nEinkauf\nDurchwahl: -216", "https://a.de", "de"),
            ["+49711123450", "+4971112345215", "+4971112345216"]
        );
        assert_eq!(numbers("Tel. 0711 12345-0, Durchwahl -215", "https://a.de", "de"), ["+49711123450", "+4971112345215"]);
    }

    #[test]
    fn a_fax_is_told_from_a_telephone_wherever_its_label_stands() {
        for text in [
            "Tel: 312-555-0100 Fax: 312-555-0199",
            "T 312-555-0100 | F 312-555-0199",
            "312-555-0100 (phone)\n312-555-0199 (fax)",
            "312-555-0100 phone, 312-555-0199 fax",
            "Phone\n312-555-0100\nFax\n312-555-0199",
            "Tel/Fax: 312-555-0100 / 312-555-0199",
            "Phone: 312-555-0100\nFax numbers\n312-555-0199 (toll free)",
            "Teléfono: 312-555-0100 · Télécopie : 312-555-0199",
        ] {
            let found = read(text, "https://a.example", "en");
            let faxes: Vec<bool> = found.iter().map(|(.., line)| *line == Line::Fax).collect();
            assert_eq!(faxes, [false, true], "{text}: {found:?}");
        }
    }

    #[test]
    fn lines_are_told_by_label_and_kind() {
        let line = |text: &str| read(text, "https://a.co.uk", "en").first().map(|(.., line)| *line);
        assert_eq!(line("Switchboard: 020 7946 0018"), Some(Line::Switchboard));
        assert_eq!(line("Direct: 020 7946 0018"), Some(Line::Direct));
        assert_eq!(line("07911 123456"), Some(Line::Mobile));
        assert_eq!(line("Freephone 0800 123 4567"), Some(Line::TollFree));
        assert_eq!(line("Tel 020 7946 0018"), Some(Line::Unknown));
    }

    #[test]
    fn the_country_is_told_from_the_page() {
        assert_eq!(numbers("Tel. 0711 123450", "https://firma.de", ""), ["+49711123450"]);
        assert_eq!(numbers("Tel. 0711 123450", "https://firma.com", "de"), ["+49711123450"]);
        assert_eq!(numbers("1 Mill Lane, Leeds LS1 1AA\n0113 496 0999", "https://firm.com", "en"), ["+441134960999"]);
        assert_eq!(numbers("+33 1 44 55 66 77\n01 44 55 66 78", "https://firm.com", ""), ["+33144556677", "+33144556678"]);
        assert_eq!(
            numbers("Chicago, IL 60601\nTel 312 555 0100\nLondon SW1A 1AA\nTel 020 7946 0018", "https://firm.com", "en"),
            ["+13125550100", "+442079460018"]
        );
    }

    #[test]
    fn a_country_is_not_guessed() {
        assert_eq!(numbers("Telephone: 020 7946 0018", "https://firm.com", ""), [""]);
        assert_eq!(numbers("Phone 555-0100", "https://firm.com", "en"), [""]);
    }

    #[test]
    fn shared_fronts_are_said_again() {
        assert_eq!(numbers("Phone: 312-555-0100/0101", "https://a.example", "en"), ["+13125550100", "+13125550101"]);
        assert_eq!(numbers("Tel. 0711 1234-0, Fax -99", "https://a.de", "de"), ["+4971112340", "+49711123499"]);
        let found = read("Tel. 0711 1234-0, Fax -99", "https://a.de", "de");
        assert_eq!(found[1].2, Line::Fax);
        assert_eq!(read("Phone: 312-555-0100/0101", "https://a.example", "en")[1].0, "312-555-0101");
    }

    #[test]
    fn other_figures_are_no_numbers() {
        for text in [
            "VAT No. GB 123 4567 89",
            "IBAN DE89 3704 0044 0532 0130 00",
            "USt-IdNr. DE 123456789",
            "$1,234,567.00",
            "Order 2026-11-22 10:30",
            "41.878113, -87.629799",
            "photo-312-555-0100.jpg",
            "https://a.example/p/3125550100",
            "Simi Valley, CA 93062-5170",
            "ISBN 978-3-16-148410-0",
            "1999-2026",
            "Your IP is 192.168.100.200",
            "Axis M3014 0285-001",
            "Call for papers ends 2014-04-12 04:04 PM",
        ] {
            assert!(numbers(text, "https://a.example", "en").is_empty(), "{text}: {:?}", read(text, "https://a.example", "en"));
        }
    }

    #[test]
    fn values_of_structured_data_are_read() {
        let clues = Clues::new(Some("https://a.de"), Some("de"));
        let found = read_value("tel:+49-711-123450", false, &clues).unwrap();
        assert_eq!(found.telephone.e164.as_deref(), Some("+49711123450"));
        assert_eq!(read_value("0711 123450", true, &clues).unwrap().telephone.line, Line::Fax);
        assert_eq!(read_value("call us", false, &clues), None);
    }

    /// Ends in moments where reading is linear, in hours where it is not.
    #[test]
    fn hostile_lines_are_read_in_linear_time() {
        for piece in [
            "1 ",
            "(",
            "+1",
            "312-555-0100/",
            "800-5",
            "x1",
            "a at b dot ",
            "(at)",
            "@",
            "a.",
            "Fax: ",
            "12345 Ab, ",
            "SW1A 1AA ",
            "1 May 2026. ",
            "+49 30 1",
            "/0101",
            "Ab ",
        ] {
            let text = piece.repeat(60_000 / piece.len());
            let lines = text.replace(' ', "\n");
            for text in [text.as_str(), lines.as_str()] {
                let prose = Prose::plain(text);
                let mut clues = Clues::new(Some("https://a.de"), Some("de"));
                let places = crate::page::place::find(&prose, &clues);
                crate::page::place::tell(&places, &mut clues);
                assert!(find(&prose, &clues).len() <= MOST);
                crate::page::email::find(&prose);
                crate::page::hooks::find(&prose, &crate::page::hooks::Them::default(), None);
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_is_too_wild(text in "(?s)[0-9()+./ xX,#:\n\t-]{0,60}|[\\PC\n]{0,80}") {
            let prose = Prose::plain(&text);
            let mut clues = Clues::new(Some(&text), Some(&text));
            let places = crate::page::place::find(&prose, &clues);
            crate::page::place::tell(&places, &mut clues);
            for found in find(&prose, &clues) {
                proptest::prop_assert!(found.telephone.e164.as_deref().is_none_or(|number| number.starts_with('+')));
                proptest::prop_assert!(prose.text.is_char_boundary(found.at));
            }
            crate::page::email::find(&prose);
            crate::page::hooks::find(&prose, &crate::page::hooks::Them::default(), None);
            read_value(&text, false, &clues);
        }
    }
}

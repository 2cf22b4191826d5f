//! They were in the news, or made some: bought, merged, partnered, were written about (A73).

use super::{Kind, sentence::Sentence};
use crate::prospect::HookKind;

pub(super) const KIND: Kind = Kind {
    kind: HookKind::News,
    rank: 3,
    weigh,
    heads: &[
        "news",
        "latest news",
        "press",
        "press releases",
        "in the news",
        "newsroom",
        "media coverage",
        "announcements",
        "company news",
        "aktuelles",
        "neuigkeiten",
        "presse",
        "pressemitteilungen",
        "actualites",
        "communiques de presse",
        "noticias",
        "actualidad",
        "prensa",
        "recent posts",
        "from the blog",
    ],
};

fn weigh(sentence: &Sentence<'_>) -> u8 {
    let event = sentence.has(&[
        "announces",
        "announced",
        "announce",
        "acquires",
        "acquired",
        "acquisition of",
        "merges",
        "merger",
        "merged with",
        "partners with",
        "partnered with",
        "partnership with",
        "teams up with",
        "signs a",
        "signs an",
        "signs new",
        "signs with",
        "signs agreement",
        "signs deal",
        "signed a",
        "signed an",
        "completes",
        "completed the",
        "completed its",
        "has completed",
        "have completed",
        "wins contract",
        "awarded a contract",
        "contract with",
        "was selected by",
        "were selected by",
        "been selected by",
        "reports record",
        "record year",
        "goes public",
        "ipo",
        "sponsors the",
        "donates",
        "donated",
        "breaks record",
        "rebrands",
        "publishes",
        "has published",
        "have published",
        "study finds",
        "ubernimmt",
        "kundigt an",
        "gibt bekannt",
        "kooperation mit",
        "partnerschaft mit",
        "fusioniert",
        "annonce",
        "acquiert",
        "rachete",
        "partenariat avec",
        "s'associe",
        "anuncia",
        "adquiere",
        "alianza con",
        "firma un acuerdo",
    ]);
    let covered = sentence.has(&[
        "featured in",
        "featured on",
        "was featured",
        "profiled in",
        "quoted in",
        "interviewed",
        "interview with",
        "as seen in",
        "as seen on",
        "was quoted",
        "in the news",
        "appeared in",
        "appeared on",
        "mentioned in",
        "berichtet uber",
        "im interview",
        "dans la presse",
        "entrevista",
    ]);
    let named = sentence.names_something();
    match (event, covered) {
        (_, true) if named => 2,
        (true, _) if named && sentence.words >= 4 => {
            if sentence.dated() || sentence.heading {
                2
            } else {
                1
            }
        }
        _ => 0,
    }
}

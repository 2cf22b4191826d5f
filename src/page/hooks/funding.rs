//! Money raised or granted: there is something to spend.

use super::{Kind, sentence::Sentence};
use crate::prospect::HookKind;

pub(super) const KIND: Kind = Kind { kind: HookKind::Funding, rank: 7, weigh, heads: &["funding", "investors", "financing"] };

fn weigh(sentence: &Sentence<'_>) -> u8 {
    let round = sentence.has(&[
        "series a",
        "series b",
        "series c",
        "series d",
        "series e",
        "seed round",
        "seed funding",
        "pre seed",
        "funding round",
        "venture capital",
        "finanzierungsrunde",
        "levee de fonds",
        "ronda de financiacion",
        "ronda de inversion",
        "growth equity",
        "growth investment",
    ]);
    let raised = sentence.has(&[
        "raised",
        "raises",
        "raise",
        "secured",
        "secures",
        "closed",
        "closes",
        "received",
        "receives",
        "awarded",
        "wins",
        "leve",
        "a leve",
        "erhalt",
        "sichert sich",
        "cierra",
        "obtiene",
        "investment of",
        "invests",
        "lands",
    ]);
    // In these languages the verb with a sum of money is said of nothing else.
    let alone = sentence.has(&["leve", "levent", "a leve", "ont leve", "boucle", "sichert sich", "sammelt", "capta", "recauda", "levanta"]);
    if !(round || raised || alone) {
        return 0;
    }
    let money = sentence.has(&["million", "billion", "mio", "millionen", "millions", "millones", "m", "$*", "€*", "£*"])
        && sentence.text.bytes().any(|b| b.is_ascii_digit());
    let grant = sentence.has(&["grant", "grants", "funding", "financing", "investment", "capital", "fordermittel", "subvention"]);
    match (round, raised || alone, money, grant || alone) {
        (true, true, ..) | (true, _, true, _) => 3,
        (_, true, true, true) => 2,
        _ => 0,
    }
}

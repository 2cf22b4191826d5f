//! An award, a ranking, a certificate earned: something to congratulate on (A73).

use super::{Kind, sentence::Sentence};
use crate::prospect::HookKind;

pub(super) const KIND: Kind = Kind {
    kind: HookKind::Award,
    rank: 6,
    weigh,
    heads: &[
        "award*",
        "recognition*",
        "honors",
        "honours",
        "accolades",
        "auszeichnung*",
        "preise",
        "prix",
        "distinctions",
        "premios",
        "reconocimientos",
    ],
};

fn weigh(sentence: &Sentence<'_>) -> u8 {
    let earned = sentence.has(&[
        "won",
        "wins",
        "winner of",
        "winners of",
        "awarded",
        "received",
        "receives",
        "recipient of",
        "honored",
        "honoured",
        "honored with",
        "recognized",
        "recognised",
        "named",
        "selected",
        "ranked",
        "ranks",
        "finalist*",
        "shortlisted",
        "inducted",
        "earned",
        "earns",
        "nominated",
        "ausgezeichnet",
        "gewinnt",
        "gewonnen",
        "erhalt",
        "laureat*",
        "recompense*",
        "remporte",
        "a recu",
        "galardonad*",
        "premiad*",
        "gana",
        "recibe",
        "ganador*",
    ]);
    let prize = sentence.has(&[
        "award",
        "awards",
        "prize",
        "medal",
        "trophy",
        "hall of fame",
        "best places to work",
        "best place to work",
        "best in",
        "best of",
        "top 10",
        "top 25",
        "top 40",
        "top 50",
        "top 100",
        "top 500",
        "40 under 40",
        "30 under 30",
        "inc 5000",
        "fortune 500",
        "fast 50",
        "fastest growing",
        "of the year",
        "excellence",
        "honoree*",
        "preis",
        "innovationspreis",
        "award winner",
        "top arbeitgeber",
        "prix",
        "trophee*",
        "medaille",
        "premio",
        "premios",
        "best lawyers",
        "super lawyers",
        "best",
        "laureate",
    ]) || sentence.folded.split(' ').any(|word| word.len() > 8 && (word.ends_with("preis") || word.ends_with("preises")));
    let vague = sentence.has(&["award winning"]) && !sentence.has(&["won", "wins", "received", "named", "honored"]);
    match (earned, prize) {
        (true, true) if !vague && (sentence.names_something() || sentence.dated()) => 3,
        (false, true) if sentence.heading && sentence.names_something() && sentence.has(&["award", "prize", "preis", "prix", "premio"]) => {
            1
        }
        // An item of a list below "Awards": "2025 Supplier of the Year, Great Lakes Council".
        (false, true)
            if sentence.has(&["of the year", "award", "best places to work", "inc 5000", "hall of fame", "excellence"])
                && sentence.names_something() =>
        {
            1
        }
        _ => 0,
    }
}

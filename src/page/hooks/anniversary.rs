//! A round number of years: a reason to congratulate.

use super::{Kind, sentence::Sentence};
use crate::prospect::HookKind;

pub(super) const KIND: Kind =
    Kind { kind: HookKind::Anniversary, rank: 5, weigh, heads: &["anniversary", "jubilaum", "anniversaire", "aniversario"] };

fn weigh(sentence: &Sentence<'_>) -> u8 {
    let said = sentence.has(&[
        "anniversary",
        "jubilaum",
        "firmenjubilaum",
        "jubilaums*",
        "anniversaire",
        "aniversario",
        "jubilee",
        "centennial",
        "bicentennial",
    ]);
    let years = sentence.has(&[
        "celebrates",
        "celebrating",
        "celebrate",
        "celebrated",
        "marks",
        "marking",
        "feiern",
        "feiert",
        "fete",
        "fetons",
        "celebra*",
        "cumple*",
    ]) && sentence.has(&["years", "years of", "jahre", "ans", "anos"]);
    let numbered = sentence.text.bytes().any(|b| b.is_ascii_digit())
        || sentence.has(&["tenth", "twentieth", "fiftieth", "first", "silver", "golden", "centennial"]);
    match (said, years && numbered) {
        (true, _) if numbered => 3,
        (_, true) => 2,
        (true, _) if sentence.has(&["our", "celebrat*"]) => 1,
        _ => 0,
    }
}

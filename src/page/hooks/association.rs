//! Membership in an association, a chamber, a board: something the seller may share (A72).

use super::{Kind, sentence::Sentence};
use crate::prospect::HookKind;

pub(super) const KIND: Kind = Kind {
    kind: HookKind::Association,
    rank: 4,
    weigh,
    heads: &["memberships", "affiliations", "associations", "mitgliedschaften", "verbande", "adhesions", "asociaciones"],
};

fn weigh(sentence: &Sentence<'_>) -> u8 {
    let belongs = sentence.has(&[
        "member of",
        "members of",
        "membership in",
        "belongs to",
        "affiliated with",
        "board member of",
        "board member at",
        "serves on the board",
        "sits on the board",
        "on the board of",
        "board of the",
        "chair of the",
        "chairs the",
        "president of the",
        "past president of",
        "fellow of",
        "accredited by",
        "certified by",
        "partner of the",
        "alumni of",
        "alumna of",
        "alumnus of",
        "volunteers with",
        "volunteers at",
        "mitglied im",
        "mitglied der",
        "mitglied des",
        "mitglied bei",
        "membre de",
        "membre du",
        "adherent*",
        "miembro de",
        "miembros de",
        "socio de",
    ]);
    if !belongs {
        return 0;
    }
    let body = sentence.has(&[
        "association",
        "chamber",
        "society",
        "institute",
        "council",
        "federation",
        "alliance",
        "guild",
        "rotary",
        "lions",
        "kiwanis",
        "foundation",
        "bureau",
        "board",
        "network",
        "club",
        "academy",
        "league",
        "union",
        "committee",
        "trust",
        "charity",
        "bar",
        "college",
        "verband*",
        "verein*",
        "kammer",
        "handelskammer",
        "ihk",
        "bund",
        "innung",
        "federation",
        "chambre",
        "syndicat",
        "ordre",
        "asociacion",
        "camara",
        "federacion",
        "colegio",
        "sociedad",
        "fundacion",
    ]) || sentence
        .folded
        .split(' ')
        .any(|word| word.len() > 8 && (word.ends_with("verband") || word.ends_with("verein") || word.ends_with("kammer")));
    let login = sentence.has(&[
        "member login",
        "become a member",
        "our members",
        "members only",
        "mitglied werden",
        "devenir membre",
        "hazte socio",
    ]);
    if belongs && body && sentence.names_something() && !login { 2 } else { 0 }
}

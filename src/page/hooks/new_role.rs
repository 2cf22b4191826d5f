//! Somebody new in a role: they are deciding now what the last one left undone (A51).

use super::{Kind, sentence::Sentence};
use crate::prospect::HookKind;

pub(super) const KIND: Kind = Kind {
    kind: HookKind::NewRole,
    rank: 8,
    weigh,
    heads: &["new hires", "appointments", "people moves", "personalien", "nominations", "nombramientos"],
};

fn weigh(sentence: &Sentence<'_>) -> u8 {
    let moved = sentence.has(&[
        "appointed",
        "appoints",
        "named as",
        "has been named",
        "was named",
        "names new",
        "promoted to",
        "promotes",
        "has joined",
        "joined",
        "joins",
        "new role as",
        "new role",
        "takes over as",
        "took over as",
        "steps up as",
        "succeeds",
        "is our new",
        "as our new",
        "the new ceo",
        "the new director",
        "started as",
        "starts as",
        "recently became",
        "became",
        "ernannt",
        "neuer geschaftsfuhrer",
        "neue geschaftsfuhrerin",
        "ubernimmt die leitung",
        "ubernimmt",
        "neu im team",
        "berufen",
        "nomme",
        "nommee",
        "rejoint",
        "prend la direction",
        "nombrado",
        "nombrada",
        "se incorpora",
        "se une a",
    ]);
    if !moved {
        return 0;
    }
    let role = sentence.has(&[
        "ceo",
        "cfo",
        "coo",
        "cto",
        "cmo",
        "chro",
        "chief",
        "president",
        "vice president",
        "vp",
        "director",
        "head of",
        "manager",
        "partner",
        "chair*",
        "officer",
        "lead",
        "principal",
        "superintendent",
        "dean",
        "general counsel",
        "treasurer",
        "secretary",
        "controller",
        "engineer",
        "editor",
        "board of directors",
        "geschaftsfuhr*",
        "leiter*",
        "vorstand*",
        "direktor*",
        "prokurist*",
        "directeur",
        "directrice",
        "directora",
        "consejero delegado",
        "consejera delegada",
        "presidenta",
        "responsable",
        "presidente",
        "gerente",
        "jefe",
        "jefa",
    ]);
    // "Joined" alone is history, unless it says when or as what.
    let weak = sentence.has(&["joined", "became"])
        && !sentence.dated()
        && !sentence.has(&["recently", "this year", "has joined", "as our", "as the", "as"]);
    let award = sentence.has(&["award*", "best", "top", "fastest", "100", "winner*"]);
    match (moved, role) {
        (true, true) if !weak && !award => 3,
        _ => 0,
    }
}

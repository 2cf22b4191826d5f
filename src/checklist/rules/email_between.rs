use crate::checklist::{Case, Finding, From, Rule, Weighs, words};
use crate::touch::Kind;

/// Voicemail and e-mail together do better than either alone (A49, A58).
pub(super) const RULE: Rule = Rule {
    id: "email_between",
    asks: "Did you e-mail since the last voicemail?",
    why: "A message and an e-mail together do better than either alone.",
    seeds: &["003", "004"],
    yes: Weighs::Neutral,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let ground = case.ground;
    let mut since = ground.history.newest_first().filter(|touch| !touch.inbound() && matches!(touch.kind, Kind::Voicemail | Kind::Email));
    let newest = since.next();
    match newest {
        Some(touch) if touch.kind == Kind::Voicemail => {
            Finding::no(From::Log, format!("no e-mail since the voicemail of {}", words::day(touch.at.timestamp, &ground.zone)))
        }
        Some(email) if since.any(|touch| touch.kind == Kind::Voicemail) => {
            Finding::yes(From::Log, format!("e-mailed {}", words::day(email.at.timestamp, &ground.zone)))
        }
        _ => Finding::unknown_but(From::Log, "no voicemail left yet"),
    }
}

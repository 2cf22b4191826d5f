use crate::checklist::{Case, Finding, From, Rule, Weighs};

/// A specific reason on the page: news, a talk, an award, hiring (A71, A73).
pub(super) const RULE: Rule = Rule {
    id: "page_hook",
    asks: "Does the page give a specific reason to call?",
    why: "A reason about them, from their own page, is what makes a stranger listen.",
    seeds: &["004", "003"],
    yes: Weighs::Leave,
    no: Weighs::Neutral,
    judge,
};

fn judge(case: &Case) -> Finding {
    let mut texts = case.ground.situation.page_hooks().map(|hook| hook.text.trim().to_owned());
    match texts.next() {
        Some(first) => Finding { evidence: std::iter::once(first).chain(texts.take(2)).collect(), ..Finding::yes(From::Page, "") },
        None if case.ground.situation.page_text.trim().is_empty() => Finding::unknown(),
        None => Finding::no(From::Page, "none found on the page"),
    }
}

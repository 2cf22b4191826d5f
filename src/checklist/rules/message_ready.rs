use crate::checklist::{Case, Finding, From, Rule, Weighs};

/// The script breaks no hard lint: never wing it (002).
pub(super) const RULE: Rule = Rule {
    id: "message_ready",
    asks: "Is the message ready to be read aloud?",
    why: "A message that breaks a rule of its own loses the call back you wanted.",
    seeds: &["002", "003", "004"],
    yes: Weighs::Leave,
    no: Weighs::Skip,
    judge,
};

fn judge(case: &Case) -> Finding {
    if case.script_faults.is_empty() {
        return Finding::yes(From::You, "nothing in it stops a message");
    }
    Finding { evidence: case.script_faults.iter().map(|fault| in_words(fault).to_owned()).collect(), ..Finding::no(From::You, "") }
}

fn in_words(fault: &str) -> &str {
    match fault {
        "number_twice" => "your number is not said twice, early and at the end",
        "too_long" => "it takes longer than 45 seconds",
        "placeholder" => "a slot in it is not filled",
        "blame" => "it blames them for not calling back",
        other => other,
    }
}

//! Words that take back what is said: a clear and calm voice needs none (A66).

use std::sync::LazyLock;

use super::{Hit, Level, Lint, Script, phrase::Phrases};

pub(super) const LINT: Lint = Lint { id: "hedges", level: Level::Soft, seeds: &["003"], look };

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        "just|only calling|wanted|wanting|thought|figured|checking|reaching|wondering|hoping",
        "just want|like to",
        "maybe|perhaps we|you|i can|could|might|would",
        "i was wondering if|whether",
        "hoping to talk|speak|chat|connect|catch|get|see|reach|touch",
        "was hoping to|you",
        "if it is not too much trouble",
        "if that is okay|ok with you",
        "if you get a chance|moment|minute|second",
        "i guess|suppose i|we|you|this|that|it",
        "sort of like|a|interested|wanted",
        "no big deal",
        "might possibly|maybe",
    ])
});

fn look(script: &Script<'_>) -> Vec<Hit> {
    script.hits(&PHRASES, "This takes back what you say before you have said it.", "Say it plainly, or leave it out.")
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn found(script: &str) -> bool {
        lint(script, &Context::default()).findings.iter().any(|f| f.rule == "hedges")
    }

    #[test]
    fn it_tells_one_from_the_other() {
        for script in ["I just wanted to call.", "Maybe we could talk.", "I was hoping to talk with you.", "If you get a chance, call me."]
        {
            assert!(found(script), "{script}");
        }
        for script in ["You just won an award.", "It takes just two minutes.", "I hope to hear from you.", "This kind of pump is rare."] {
            assert!(!found(script), "{script}");
        }
    }
}

//! A number in one run is said too fast to write down: groups give the pen its pauses (A66).

use super::{Hit, Level, Lint, Script};

pub(super) const LINT: Lint = Lint { id: "number_too_fast", level: Level::Soft, seeds: &["003"], look };

fn look(script: &Script<'_>) -> Vec<Hit> {
    let runs = script.timing.numbers.iter().filter(|number| number.groups == 1);
    runs.map(|number| {
        Hit::new(
            (number.start, number.end),
            "Said in one run, this is too fast to write down.",
            "Write it in groups, as in 415-555-0123, and breathe between them.",
        )
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    #[test]
    fn one_run_is_too_fast() {
        let found = |script: &str| lint(script, &Context::default()).findings.iter().any(|f| f.rule == "number_too_fast");
        assert!(found("Call 4155550123.") && !found("Call 415-555-0123."));
    }
}

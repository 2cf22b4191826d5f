//! Where a fact was read, in a sentence a seller understands.

use aftertone::fact::{Fact, Source};

use super::say::{say, say_with};

/// "Read from the page's structured data: “Dana Whitfield”".
pub(crate) fn proof(fact: &Fact) -> String {
    let from = match &fact.source {
        Source::You => return say("typed_by_you"),
        Source::JsonLd => "source_json_ld",
        Source::Microdata => "source_microdata",
        Source::Rdfa => "source_rdfa",
        Source::Microformats => "source_microformats",
        Source::OpenGraph => "source_open_graph",
        Source::Meta => "source_meta",
        Source::Link => "source_link",
        Source::Site(_) => "source_site",
        Source::Heading => "source_heading",
        Source::Text => "source_text",
    };
    let quote: String = fact.quote.chars().filter(|c| !c.is_control()).take(140).collect();
    say_with("read_from", &[&say(from), quote.trim()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quote_is_shown_and_capped() {
        let fact = Fact::new("Ada", Source::Heading, "Ada\nLovelace");
        assert_eq!(proof(&fact), "Read from a heading on the page: “AdaLovelace”");
        assert!(proof(&Fact::new("x", Source::Text, "x".repeat(10_000))).chars().count() < 220);
        assert!(proof(&Fact::typed("Ada")).starts_with("You typed this"));
    }
}

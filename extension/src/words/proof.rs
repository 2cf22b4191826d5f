//! Where a fact was read, in a sentence a seller understands.

use aftertone::fact::{Fact, Source};

/// "Read from the page's structured data: “Dana Whitfield”".
pub(crate) fn proof(fact: &Fact) -> String {
    let from = match &fact.source {
        Source::You => return "You typed this; it wins over what the page says".into(),
        Source::JsonLd => "the page's structured data (JSON-LD)",
        Source::Microdata => "the page's structured data (microdata)",
        Source::Rdfa => "the page's structured data (RDFa)",
        Source::Microformats => "the page's contact card (microformats)",
        Source::OpenGraph => "the page's sharing tags (Open Graph)",
        Source::Meta => "the page's head",
        Source::Link => "a link on the page",
        Source::Site(_) => "the site's own layout",
        Source::Heading => "a heading on the page",
        Source::Text => "the words of the page",
    };
    let quote: String = fact.quote.chars().filter(|c| !c.is_control()).take(140).collect();
    format!("Read from {from}: “{}”", quote.trim())
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

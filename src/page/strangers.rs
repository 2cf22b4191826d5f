//! Stretches of a page that tell of others than whose page it is, because a law or a courtesy asks for it: who hosts the site, who built
//! it, which chamber or authority is in charge. Their address and their number are nobody's to call here.

use std::ops::Range;

use super::text::line::Line;

/// In the page's text, in order.
pub(super) fn stretches(lines: &[Line]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    // Where such a stretch began, and how many lines it has.
    let mut open: Option<(usize, usize)> = None;
    for line in lines {
        let heads = is_heading(line);
        if let Some((from, length)) = open
            && (heads || length >= LONGEST)
        {
            found.push(from..line.start);
            open = None;
        }
        open = open.map(|(from, length)| (from, length + 1));
        let (label, rest) = line.text.split_once(':').unwrap_or((line.text, ""));
        if leads(label) && (heads || !rest.trim().is_empty() || line.text.trim_end().ends_with(':')) {
            open.get_or_insert((line.start, 0));
        } else if open.is_none() && line.text.len() < 600 && TOLD.iter().any(|told| line.text.contains(told)) {
            found.push(line.start..line.start + line.text.len());
        }
    }
    found.extend(open.map(|(from, _)| from..usize::MAX));
    found
}

/// A line that is all of a heading, or of bold words.
fn is_heading(line: &Line) -> bool {
    line.text.len() <= 80
        && line.el().is_some_and(|el| {
            let near = std::iter::once(el).chain(el.ancestors()).take(3);
            near.into_iter().any(|el| {
                matches!(el.tag(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "strong" | "b")
                    && el.text().len() + 2 >= line.text.len()
            })
        })
}

fn leads(label: &str) -> bool {
    let label = label.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    label.len() <= 60 && HEADS.iter().any(|head| label.strip_prefix(head).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

/// An address has no more lines.
const LONGEST: usize = 12;

/// What opens such a stretch, in lower case.
const HEADS: [&str; 29] = [
    "hébergeur",
    "hébergement",
    "hébergement du site",
    "conception du site",
    "conception et réalisation",
    "réalisation du site",
    "création du site",
    "autorité de contrôle",
    "hosting provider",
    "hosting-anbieter",
    "umsetzung der website",
    "technische umsetzung",
    "zuständige kammer",
    "zuständige handwerkskammer",
    "zuständige aufsichtsbehörde",
    "aufsichtsbehörde",
    "zuständige behörde",
    "schlichtungsstelle",
    "zuständige schlichtungsstelle",
    "verbraucherstreitbeilegung",
    "berufshaftpflichtversicherung",
    "datenschutzaufsichtsbehörde",
    "zuständige datenschutzaufsicht",
    "supervisory authority",
    "regulatory authority",
    "alojamiento web",
    "proveedor de alojamiento",
    "hosting del sito",
    "realizzazione sito",
];

/// A sentence that says as much.
const TOLD: [&str; 7] = ["est hébergé", "être hébergé", "hébergé par", "hébergé chez", "is hosted by", "site hosted by", "wird gehostet"];

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::*;
    use crate::page::{dom::Dom, html::snapshot, text::line::lines};

    fn others(html: &str) -> Vec<String> {
        let page = snapshot(html.as_bytes(), None);
        let dom = Dom::new(&page);
        let found = stretches(&lines(&dom));
        found.into_iter().map(|range| dom.text().get(range.start..range.end.min(dom.text().len())).unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn who_hosts_and_who_watches() {
        let page =
            "<h2>Éditeur</h2><p>Ada Byron, Lyon</p><h2>Hébergeur</h2><p>Looms SA</p><p>59100 Roubaix</p><h2>Contact</h2><p>04 72 00 00 00";
        assert_eq!(others(page), ["Hébergeur\nLooms SA\n59100 Roubaix\n"]);
        assert_eq!(
            others("<p>Ada Byron<p>Hébergement : Looms, 2 rue Foo, Roubaix<h3>x</h3>"),
            ["Hébergement : Looms, 2 rue Foo, Roubaix\n"]
        );
        assert_eq!(others("<p>Le site est hébergé chez Looms, 59100 Roubaix<p>Ada"), ["Le site est hébergé chez Looms, 59100 Roubaix"]);
        assert_eq!(others("<p><strong>Aufsichtsbehörde:</strong> Amt Ulm<p>Tel. 1"), ["Aufsichtsbehörde: Amt Ulm\nTel. 1"]);
        for own in ["<h2>Hosting services</h2><p>From 5", "<p>Hosting: Ada", "<h2>Hébergements</h2><p>3 rooms", "<p>We are hosted"] {
            assert!(others(own).is_empty(), "{own}");
        }
    }
}

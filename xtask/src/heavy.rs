//! Prospect pages of a given weight, the same every time: to measure on.

/// A company's page with one person to call and that many bytes around her: a dense list, as directories and intranets have them.
pub fn page(bytes: usize) -> String {
    let mut html = String::from(HEAD);
    let mut at = 0_usize;
    while html.len() + TAIL.len() < bytes {
        let (noun, verb) = (NOUNS[at % NOUNS.len()], VERBS[(at / 3) % VERBS.len()]);
        html.push_str(&format!(
            "<li class=\"item row-{}\"><h3 class=\"title\"><a href=\"/catalog/{at}\">{noun} no. {at}</a></h3>\
             <p>Our {noun} {verb} every order of the {} line, <b>packed</b> and <i>checked</i> twice before it leaves.</p>\
             <span class=\"price\">{}.{:02}</span></li>\n",
            at % 2,
            NOUNS[(at / 7) % NOUNS.len()],
            at % 400,
            at % 100
        ));
        at += 1;
    }
    html.push_str(TAIL);
    html
}

const HEAD: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Ines Kowalski, Harbor Crate Works</title>\
<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"Person\",\"name\":\"Ines Kowalski\",\"jobTitle\":\"Plant Manager\",\
\"telephone\":\"+1-312-555-0155\",\"worksFor\":{\"@type\":\"Organization\",\"name\":\"Harbor Crate Works\"}}</script>\
<style>body{font:16px sans-serif}.item{display:flex;gap:1em}.row-1{background:#eee}</style></head><body>\
<h1>Ines Kowalski</h1><p>Plant Manager, Harbor Crate Works, 14 Pier Road, Chicago, IL 60611. Call (312) 555-0155.</p><ul>\n";
const TAIL: &str = "</ul><p>Harbor Crate Works is hiring two night-shift supervisors.</p></body></html>\n";

const NOUNS: [&str; 7] = ["crate", "pallet", "carton", "mailer", "divider", "liner", "tray"];
const VERBS: [&str; 5] = ["carries", "guards", "holds", "frames", "cushions"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_weighs_what_was_asked_for() {
        for bytes in [20_000, 200_000, 1_000_000] {
            let page = page(bytes);
            assert!((bytes..bytes + 1_000).contains(&page.len()), "{}", page.len());
        }
    }
}

//! The same facts both ways: what is read from the browser's tree, and from html5ever's, on pages whose hiding is by attribute.
//!
//! `AFTERTONE_PAGES=folder cargo test --package aftertone-browser-tests --test facts` holds a folder of saved pages to it too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{fs, path::Path, sync::Arc};

use aftertone::{
    page::{Reading, html, read},
    snapshot::Snapshot,
};
use xtask::{
    chromium::{Browser, Options},
    driven::Driven,
    paths, serve,
};

#[test]
fn seventy_pages_of_our_own() {
    let pages: Vec<String> =
        PEOPLE.iter().enumerate().flat_map(|(nth, who)| AROUND.iter().map(move |around| page(nth, who, around))).collect();
    assert!(pages.len() >= 60);
    let differ = differences(pages, true);
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn saved_pages_from_outside() {
    let Some(folder) = std::env::var_os("AFTERTONE_PAGES") else { return };
    let mut waiting = vec![std::path::PathBuf::from(folder)];
    let mut pages = vec![];
    while let Some(here) = waiting.pop() {
        for entry in fs::read_dir(&here).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                // Their scripts would change them, so they are parsed only; and that takes text, whatever encoding they name.
                pages.extend(String::from_utf8(fs::read(&path).unwrap()));
            }
        }
    }
    assert!(!pages.is_empty());
    let all = pages.len();
    let differ = differences(pages, false);
    assert!(differ.is_empty(), "{} of {all} differ\n{}", differ.len(), differ.join("\n"));
}

/// A line for each page whose facts are not the same. `live` opens it; else it is parsed into a document that stands in no window.
fn differences(pages: Vec<String>, live: bool) -> Vec<String> {
    let profile = tempfile::tempdir().unwrap();
    let mut browser = Browser::start(&Options { profile: profile.path(), headless: true, now: None, zone: None, lang: None }).unwrap();
    let script = fs::read_to_string(Path::new(&paths::root()).join("extension/snapshot.js")).unwrap();
    let pages = Arc::new(pages);
    let served = Arc::clone(&pages);
    let site = serve::serve(move |path| {
        let page = served.get(path.trim_start_matches('/').parse::<usize>().ok()?)?;
        Some(("text/html; charset=utf-8".into(), page.clone().into_bytes()))
    })
    .unwrap();
    let blank = (!live).then(|| browser.open(&site).unwrap());
    let mut differ = vec![];
    for (nth, page) in pages.iter().enumerate() {
        let url = format!("{site}{nth}");
        // The mark says what the header says to the browser: that these bytes are UTF-8.
        let native = html::snapshot(format!("\u{feff}{page}").as_bytes(), Some(&url));
        let json = match &blank {
            None => {
                let tab = browser.open(&url).unwrap();
                let json = browser.eval(&tab, &script).unwrap();
                browser.close(&tab).unwrap();
                json
            }
            Some(tab) => {
                let parse = "(async (url) => aftertoneSnapshot(new DOMParser().parseFromString(await (await fetch(url)).text(), 'text/html'), url))";
                browser.eval(tab, &format!("{script};{parse}({})", serde_json::json!(url))).unwrap()
            }
        };
        let seen: Snapshot = serde_json::from_str(json.as_str().unwrap()).unwrap();
        // A page that is read in part is cut where each way's clock or cap falls.
        if seen.notes.is_empty() && native.notes.is_empty() {
            differ.extend(
                difference(&read(&native), &read(&seen))
                    .map(|what| format!("page {nth}: {what}\n  {}", page.chars().take(300).collect::<String>())),
            );
        }
    }
    differ
}

fn difference(native: &Reading, browser: &Reading) -> Option<String> {
    if native == browser {
        return None;
    }
    let (a, b) = (serde_json::to_value(native).unwrap(), serde_json::to_value(browser).unwrap());
    let parts = ["page", "prospect", "people", "hooks", "notes"].into_iter().find(|part| a[part] != b[part])?;
    Some(format!("{parts}: natively {}, in the browser {}", a[parts], b[parts]))
}

fn page(nth: usize, who: &str, around: &str) -> String {
    let lang = ["en", "de", "fr", "en-GB"][nth % 4];
    let page = around.replace("{who}", who);
    format!(
        "<!doctype html><html lang={lang}><head><title>Team | Larkspur Mills</title><meta property='og:site_name' content='Larkspur Mills'></head><body>{page}</body></html>"
    )
}

/// People as pages show them.
const PEOPLE: [&str; 10] = [
    "<h1>Ada Byron</h1><p>Director of Engines</p><p>Phone: (312) 555-0142</p><p>ada.byron@larkspur.example</p>",
    "<table><tr><th>Name<th>Post<th>Call<tr><td>Emmy Noether<td>Head of Research<td>312-555-0143<tr><td>Carl Gauss<td>Accountant<td>312-555-0144 ext. 7</table>",
    "<dl><dt>Director<dd>Grace Hopper<dt>Telephone<dd><a href='tel:+13125550145'>call us</a><dt>Fax<dd>+1 312 555 0146</dl>",
    "<div class=card><h3>Alan Turing</h3><p>Sales Manager</p><a href='mailto:alan%2Eturing@larkspur.example?subject=x'>write</a></div>\
     <div class=card><h3>Mary Shelley</h3><p>Chief Executive Officer</p></div>",
    "<script type='application/ld+json'>{\"@context\": \"https://schema.org\", \"@type\": \"Person\", \"name\": \"Sofia Kovalevsky\", \"jobTitle\": \"Professor\", \
     \"telephone\": \"+49 30 901820\", \"url\": \"/sofia\", \"address\": {\"addressLocality\": \"Berlin\", \"addressCountry\": \"DE\"}}</script><p>Willkommen",
    "<div itemscope itemtype='https://schema.org/LocalBusiness'><b itemprop=name>Larkspur Mills</b><p itemprop=address itemscope><i itemprop=addressLocality>Leeds</i></p>\
     <span itemprop=telephone>0113 496 0147</span><a itemprop=url href=../home>home</a></div>",
    "<div vocab='https://schema.org/' typeof=Person><span property=name>John Keats</span>, <span property=jobTitle>Buyer</span> <img property=image src=x.png alt='John'></div>",
    "<div class=h-card><a class='p-name u-url' href='?who=ada'>Ada Lovelace</a> <i class=p-job-title>Analyst</i><p class='p-tel'>+44 20 7946 0148</p></div>",
    "<div class=vcard><span class=fn>Blaise Pascal</span> <b class=title>Directeur</b><p class=adr><span class=locality>Clermont</span></p><p class=tel><b class=type>fax</b> \
     <b class=value>+33 4 73 00 00 00</b></p></div>",
    "<p>Larkspur Mills<br>12 Lake Street<br>Chicago, IL 60601<br>Toll free 1-800-555-0149<p>We won the 2026 Millers Award in March 2026.",
];

/// What stands around them: hidden by attribute, broken, nested, foreign.
const AROUND: [&str; 7] = [
    "{who}",
    "<nav><ul><li><a href=/>Home</a><li hidden>Bob Hidden, Director<li><a href=/team>Team</a></ul></nav><main>{who}</main><footer>© 2026 Larkspur Mills</footer>",
    "<p style='display:none'>Eve Unseen, President, (312) 555-0199<p style='color:red;VISIBILITY: hidden !important'>Mallory Unseen<div>{who}</div><dialog>Peggy Closed</dialog>",
    "<div><p>unclosed <b>bold <i>both</b> italic</p>{who}<table><p>fostered</p><tr><td>cell</table></span></div>",
    "<base href='/team/uk/'><noscript>Trent Noscript, Director</noscript><template>Trudy</template>{who}<select><option>Germany<option selected>France</select><textarea> a  b </textarea>",
    "<article><svg><text>Sybil Drawn</text></svg><math><mi>x</mi></math>{who}<pre>Call\n  (312) 555-0150</pre></article><aside>Walter Quoted: \u{201c}caf\u{e9} \u{1f44d}\u{201d} &nbsp;&#8203;&shy;end</aside>",
    "<details open><summary>More</summary>{who}</details><p aria-hidden=true>Victor Shown</p><input type=hidden value=secret><input value='shown'><input type=password value=secret><object>fallback</object>",
];

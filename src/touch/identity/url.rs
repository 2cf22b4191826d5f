//! One spelling for the many addresses of one page.

/// A page's address, spelled one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Host and path: without scheme, `www.`, default port, trailing slash or index file; the host in lower case.
    pub(super) path: String,
    /// The parameters that name a record (`id=7`), sorted; tracking, language, tabs and whatever else a link may add are left out.
    pub(super) record: String,
}

/// Parameters by which sites tell one person's page from another's.
const RECORD: &[&str] = &[
    "cid",
    "contact",
    "contactid",
    "doctor",
    "employee",
    "employeeid",
    "id",
    "key",
    "lead",
    "leadid",
    "member",
    "memberid",
    "name",
    "objectid",
    "person",
    "personid",
    "pid",
    "profile",
    "profileid",
    "record",
    "recordid",
    "slug",
    "speaker",
    "speakerid",
    "staff",
    "staffid",
    "uid",
    "user",
    "userid",
    "username",
    "vanityname",
];

/// Index files that stand for their folder.
const INDEX: &[&str] = &["index.html", "index.htm", "index.php", "index.asp", "index.aspx", "default.asp", "default.aspx", "default.htm"];

/// Longer addresses are cut: what identifies a page stands at the front.
const LONGEST: usize = 2048;

/// Nothing for what is no `http` or `https` address.
pub(super) fn place(url: &str) -> Option<Place> {
    let url: String = url.trim().chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    let (scheme, rest) = url.split_once("://")?;
    let default_port = match scheme.to_ascii_lowercase().as_str() {
        "https" => ":443",
        "http" => ":80",
        _ => return None,
    };
    let (rest, anchor) = rest.split_once('#').unwrap_or((rest, ""));
    let (address, query) = rest.split_once('?').unwrap_or((rest, ""));
    // A program of one page says behind the sign where it is.
    let (route, more) = anchor.split_once('?').unwrap_or((anchor, ""));
    let route = if route.starts_with(['/', '!']) { route.trim_matches(['/', '!']) } else { "" };
    let (host, path) = address.split_once('/').unwrap_or((address, ""));
    let host = host.rsplit('@').next().unwrap_or_default().to_lowercase();
    let host = host.strip_suffix(default_port).unwrap_or(&host);
    let host = host.trim_end_matches('.');
    let host = host.strip_prefix("www.").filter(|rest| rest.contains('.')).unwrap_or(host);
    if host.is_empty() {
        return None;
    }
    let (host, path) = same_profile(host, &unescaped(path));
    let mut path = joined(&host, &path);
    if route.is_empty() {
        return Some(Place { path, record: record(query) });
    }
    path.push_str("#/");
    path.push_str(&unescaped(route));
    Some(Place { path, record: record(&[query, more].join("&")) })
}

/// Whether the address is a site's front page, which names nobody.
pub(super) fn front(place: &Place) -> bool {
    !place.path.contains('/') && place.record.is_empty()
}

/// Whether the address is one person's profile on a network, wherever it is shown.
pub(super) fn profile(place: &Place) -> bool {
    ["linkedin.com/in/", "xing.com/profile/", "x.com/"].iter().any(|network| place.path.starts_with(network))
}

fn joined(host: &str, path: &str) -> String {
    let path = path.trim_matches('/');
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let path = if INDEX.contains(&file.to_ascii_lowercase().as_str()) { folder } else { path };
    if path.is_empty() { host.to_owned() } else { format!("{host}/{path}") }
}

fn record(query: &str) -> String {
    let mut kept: Vec<String> = query
        .split(['&', ';'])
        .filter_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            let plain: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
            (RECORD.contains(&plain.as_str()) && !value.is_empty()).then(|| format!("{plain}={}", unescaped(value)))
        })
        .collect();
    crate::order::by(&mut kept, Ord::cmp);
    kept.dedup();
    kept.join("&")
}

/// Networks that show one profile under several hosts and below several paths.
fn same_profile(host: &str, path: &str) -> (String, String) {
    let within = |site: &str| host == site || host.strip_suffix(site).is_some_and(|sub| sub.ends_with('.'));
    let first = |count: usize| path.trim_matches('/').split('/').take(count).collect::<Vec<_>>().join("/").to_lowercase();
    if within("linkedin.com") && (path.starts_with("in/") || path.starts_with("company/")) {
        ("linkedin.com".into(), first(2))
    } else if within("xing.com") && path.starts_with("profile/") {
        ("xing.com".into(), first(2))
    } else if within("twitter.com") || within("x.com") {
        ("x.com".into(), first(1))
    } else {
        (host.to_owned(), path.to_owned())
    }
}

/// Percent escapes of letters, digits, `-`, `.`, `_`, `~` and of anything beyond ASCII undone (RFC 3986, 6.2.2.2); others in upper case.
fn unescaped(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let hex = |byte: Option<u8>| byte.and_then(|b| char::from(b).to_digit(16)).map(|digit| digit as u8);
        match (byte, hex(ahead.next()), hex(ahead.next())) {
            (b'%', Some(high), Some(low)) => {
                rest = ahead;
                let decoded = high << 4 | low;
                if decoded.is_ascii_alphanumeric() || matches!(decoded, b'-' | b'.' | b'_' | b'~' | 0x80..) {
                    bytes.push(decoded);
                } else {
                    bytes.extend(format!("%{decoded:02X}").bytes());
                }
            }
            _ => bytes.push(byte),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn same(urls: &[&str]) {
        for url in urls {
            assert_eq!(place(url).unwrap(), place(urls[0]).unwrap(), "{url}");
        }
    }

    #[test]
    fn one_page_has_one_spelling() {
        same(&[
            "https://acme.com/team/ada",
            "http://www.acme.com/team/ada/",
            "HTTPS://WWW.ACME.COM:443/team/ada?utm_source=mail&gclid=1",
            "https://acme.com/team/ada/index.html#bio",
            "https://acme.com/team/%61da?tab=2&lang=de",
            "https://user@acme.com/team/ada//",
        ]);
        same(&["https://acme.com", "https://www.acme.com/?ref=x", "http://acme.com/index.php#top"]);
        same(&[
            "https://crm.example/app#/contact/7",
            "https://crm.example/app/#!/contact/7/",
            "http://crm.example/app#/contact/7?tab=mail",
        ]);
        same(&["https://acme.com/team", "https://acme.com/team#ada", "https://acme.com/team#/"]);
        same(&["https://acme.de/M%C3%BCller", "https://acme.de/Müller", "https://acme.de/M%c3%bcller"]);
        same(&["https://acme.com/p?id=7&utm_source=x", "https://acme.com/p?a=1&ID=7"]);
    }

    #[test]
    fn other_pages_stay_other_pages() {
        let path = |url| place(url).unwrap();
        assert_ne!(path("https://acme.com/team/ada"), path("https://acme.com/team/bob"));
        assert_ne!(path("https://acme.com/profile.php?id=7"), path("https://acme.com/profile.php?id=8"));
        assert_ne!(path("https://acme.com/a%2Fb"), path("https://acme.com/a/b"));
        assert_ne!(path("https://acme.com:8443/a"), path("https://acme.com/a"));
        assert_ne!(path("https://crm.example/#/contact/7"), path("https://crm.example/#/contact/8"));
        assert_ne!(path("https://crm.example/app#!/contact?id=7"), path("https://crm.example/app#!/contact?id=8"));
    }

    #[test]
    fn a_profile_is_one_wherever_the_network_shows_it() {
        same(&[
            "https://www.linkedin.com/in/ada-lovelace/",
            "https://de.linkedin.com/in/Ada-Lovelace?trk=people",
            "https://linkedin.com/in/ada-lovelace/details/experience/",
        ]);
        same(&["https://twitter.com/ada", "https://x.com/Ada", "https://mobile.twitter.com/ada/with_replies"]);
        assert_ne!(place("https://notlinkedin.com/in/ada"), place("https://linkedin.com/in/ada"));
    }

    #[test]
    fn what_is_no_web_address_is_no_place() {
        for url in
            ["", "about:blank", "chrome://settings", "javascript:alert(1)", "acme.com/team", "https://", "https:///x", "file:///home/x"]
        {
            assert_eq!(place(url), None, "{url}");
        }
        assert!(place("https://acme.com/%").is_some() && place("https://acme.com/%e9%F").is_some());
    }

    #[test]
    fn a_front_page_names_nobody() {
        assert!(front(&place("https://www.acme.com/?utm_source=x").unwrap()));
        assert!(!front(&place("https://www.acme.com/?id=7").unwrap()));
    }
}

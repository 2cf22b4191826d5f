//! Addresses that stand for one: what forms and templates show where somebody's own belongs.

/// Whether an address is made up. `Some(true)` is nobody's; `Some(false)` could be somebody's whose name the page says ("Jane Doe").
pub(super) fn is_sample(local: &str, host: &str) -> Option<bool> {
    let host = host.to_ascii_lowercase();
    let local: String = local.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
    let label = host.strip_prefix("www.").unwrap_or(&host).split('.').next().unwrap_or_default();
    let owns = |word: &str| ["your", "my", "ihre", "votre", "deine"].iter().any(|own| word.strip_prefix(own).is_some_and(is_thing));
    if owns(label) || SLOTS.contains(&local.as_str()) || owns(&local) && local != "mymail" {
        return Some(true);
    }
    // RFC 2606 keeps `example`; the others belong to somebody, but hardly to whom the page is about.
    let spare = ["example", "company", "domain", "email", "address", "website", "site", "test", "mailservice", "firma", "beispiel"];
    if !spare.contains(&label) {
        return None;
    }
    if label != "example" && ANYBODY.contains(&local.as_str()) {
        return Some(true);
    }
    (ANYBODY.contains(&local.as_str()) || STAND_INS.contains(&local.as_str())).then_some(false)
}

fn is_thing(rest: &str) -> bool {
    let rest = rest.trim_start_matches('-');
    [
        "domain",
        "company",
        "site",
        "website",
        "business",
        "email",
        "mail",
        "name",
        "host",
        "school",
        "organization",
        "org",
        "firma",
        "address",
    ]
    .contains(&rest)
}

/// Nobody's local part, wherever it stands.
const SLOTS: [&str; 14] = [
    "example",
    "firstname",
    "firstnamelastname",
    "namesurname",
    "youraddress",
    "vornamenachname",
    "vornamename",
    "prenomnom",
    "nombreapellido",
    "nomecognome",
    "username",
    "emailaddress",
    "youremailaddress",
    "emailexample",
];

/// `info` and `contact` are not among them: houses have such an address, and a house may be called "Company".
const ANYBODY: [&str; 12] = ["name", "you", "your", "email", "user", "test", "someone", "somebody", "me", "abc", "xyz", "firstlast"];

const STAND_INS: [&str; 12] =
    ["john", "jane", "johndoe", "janedoe", "jdoe", "johnsmith", "janesmith", "jsmith", "joe", "max", "maxmustermann", "mustermann"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_addresses_are_told() {
        for (local, host) in [
            ("name", "company.com"),
            ("you", "domain.com"),
            ("someone", "yourcompany.com"),
            ("info", "mysite.com"),
            ("first.last", "company.com"),
            ("your.name", "gmail.com"),
            ("example", "gmail.com"),
            ("user", "yourdomain.com"),
            ("email", "address.com"),
            ("test", "test.com"),
            ("info", "your-domain.com"),
        ] {
            assert_eq!(is_sample(local, host), Some(true), "{local}@{host}");
        }
        for (local, host) in [("john", "example.com"), ("jane.doe", "example.org"), ("name", "example.com"), ("john", "company.com")] {
            assert_eq!(is_sample(local, host), Some(false), "{local}@{host}");
        }
        for (local, host) in [
            ("info", "engines.com"),
            ("info", "example.com"),
            ("contact", "company.com"),
            ("info", "acme.com"),
            ("jane", "acme.com"),
            ("first.last", "engines.com"),
            ("ada.byron", "example.com"),
            ("john", "engines.com"),
            ("info", "myersite.com"),
            ("mail", "engines.de"),
            ("test", "engines.com"),
            ("ada", "email.com"),
        ] {
            assert_eq!(is_sample(local, host), None, "{local}@{host}");
        }
    }
}

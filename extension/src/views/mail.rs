//! The e-mail as a mailto link: the browser hands it to the seller's own mail program, nothing is sent from here.

use aftertone::draft::Email;

/// Longer links are cut off by some systems.
const LONGEST: usize = 1800;

/// None where there is nothing to write yet.
pub(super) fn link(email: &Email) -> Option<String> {
    if email.subject.trim().is_empty() && email.body.trim().is_empty() {
        return None;
    }
    let to = email.to.as_deref().filter(|to| to.contains('@')).map(escape).unwrap_or_default().replace("%40", "@");
    let mut body = email.body.clone();
    let link = |body: &str| format!("mailto:{to}?subject={}&body={}", escape(&email.subject), escape(&body.replace('\n', "\r\n")));
    while link(&body).len() > LONGEST && body.pop().is_some() {}
    Some(link(&body))
}

/// Percent-encoded, but for what RFC 3986 leaves unreserved.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            escaped.push_str(&format!("%{byte:02X}"));
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn email(to: Option<&str>, body: &str) -> Email {
        Email { to: to.map(str::to_owned), subject: "Freight & rates".into(), body: body.into() }
    }

    #[test]
    fn an_address_can_add_no_header() {
        let link = link(&email(Some("dana@harbor.example?bcc=x@y.example"), "Hi\nDana")).unwrap();
        assert_eq!(link, "mailto:dana@harbor.example%3Fbcc%3Dx@y.example?subject=Freight%20%26%20rates&body=Hi%0D%0ADana");
    }

    #[test]
    fn a_long_body_is_cut_between_letters() {
        assert!(link(&email(None, &"é".repeat(5000))).unwrap().len() <= LONGEST);
        assert_eq!(super::link(&Email::default()), None);
    }
}

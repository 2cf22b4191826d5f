//! What stands right beside a run of digits, or how it is written, can rule out that it is a telephone number.

use std::ops::Range;

use super::scan::Group;

/// Money, addresses of the web, decimals, file names: no label makes these a number to call.
pub(super) fn barred(line: &str, span: &Range<usize>) -> bool {
    let before = line.get(..span.start).unwrap_or_default();
    let after = line.get(span.end..).unwrap_or_default();
    let mut back = before.chars().rev();
    let last = back.next();
    if last.is_some_and(|c| matches!(c, '_' | '@' | '=' | '$' | '€' | '£' | '¥' | '₹' | '%' | '\\' | '^' | '<' | '>' | '±' | '*')) {
        return true;
    }
    if matches!(last, Some(',' | '.' | ':')) && back.next().is_some_and(|c| c.is_ascii_digit()) {
        return true;
    }
    let mut front = after.chars();
    let next = front.next();
    if next.is_some_and(|c| matches!(c, '_' | '@' | '$' | '€' | '£' | '¥' | '₹' | '%' | '°' | '=' | '^')) {
        return true;
    }
    let second = front.next();
    if matches!(next, Some(',' | ':')) && second.is_some_and(|c| c.is_ascii_digit()) {
        return true;
    }
    if next == Some('.') && second.is_some_and(|c| c.is_ascii_lowercase()) && names_a_file(after.get(1..).unwrap_or_default()) {
        return true;
    }
    let token_start = before.char_indices().rev().take(200).take_while(|(_, c)| !c.is_whitespace()).last().map_or(before.len(), |(i, _)| i);
    let token = before.get(token_start..).unwrap_or_default();
    let token_after: String =
        after.chars().take(40).take_while(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+' | '@')).collect();
    token.contains("://") || token.contains("www.") || token.contains('@') || token.contains('?') || token_after.contains('@')
}

/// "1500–1509 E. 59th St.": the houses of a block.
pub(super) fn from_to(line: &str, groups: &[Group]) -> bool {
    let [one, other] = groups else { return false };
    let dashed = line.get(one.span.end..other.span.start).is_some_and(|between| between.trim() == "–");
    let spans = one.digits.len() == 4 && other.digits.len() == 4 && dashed;
    let (from, to) = (one.digits.parse::<u32>().unwrap_or(0), other.digits.parse::<u32>().unwrap_or(0));
    spans && (from..from + 100).contains(&to)
}

fn names_a_file(rest: &str) -> bool {
    let word: String = rest.chars().take(6).take_while(char::is_ascii_alphanumeric).collect();
    matches!(
        word.as_str(),
        "jpg"
            | "jpeg"
            | "png"
            | "gif"
            | "svg"
            | "webp"
            | "pdf"
            | "doc"
            | "docx"
            | "html"
            | "htm"
            | "php"
            | "com"
            | "net"
            | "org"
            | "de"
            | "zip"
            | "mp4"
    )
}

/// A quantity: a unit behind it, or a currency before or behind.
pub(super) fn measured(line: &str, span: &Range<usize>) -> bool {
    let before: String = line.get(..span.start).unwrap_or_default().trim_end().chars().rev().take(4).collect();
    let before: String = before.chars().rev().collect();
    let after = line.get(span.end..).unwrap_or_default().trim_start();
    let word: String =
        after.chars().take(14).take_while(|c| c.is_alphanumeric() || matches!(c, '$' | '€' | '£' | '²' | '³' | '%' | '₽')).collect();
    let units = [
        "EUR",
        "USD",
        "GBP",
        "CHF",
        "€",
        "$",
        "£",
        "kr",
        "zł",
        "Kč",
        "₽",
        "руб",
        "km",
        "m",
        "m²",
        "m2",
        "kg",
        "g",
        "cm",
        "mm",
        "km²",
        "sq",
        "ha",
        "views",
        "followers",
        "subscribers",
        "members",
        "people",
        "employees",
        "users",
        "hours",
        "items",
        "points",
        "votes",
        "likes",
        "reviews",
        "MB",
        "GB",
        "KB",
        "Hz",
        "kW",
        "PLN",
        "SEK",
        "NOK",
        "DKK",
        "am",
        "pm",
        "AM",
        "PM",
        "Uhr",
        "years",
        "inhabitants",
        "Einwohner",
        "Mitarbeiter",
    ];
    units.contains(&word.as_str())
        || ["EUR", "USD", "GBP", "CHF", "€", "$", "£", "Rs.", "INR"].iter().any(|money| before.ends_with(money))
        || ["ISBN", "ISSN"].iter().any(|id| line.get(..span.start).is_some_and(|b| b.trim_end_matches([' ', ':', '-']).ends_with(id)))
}

/// Written as a date, a time, a span of years, an IP address, a postcode.
pub(super) fn dated(groups: &[Group]) -> bool {
    let value = |at: usize| groups.get(at).and_then(|group| group.digits.parse::<u64>().ok()).unwrap_or(u64::MAX);
    let length = |at: usize| groups.get(at).map_or(0, |group| group.digits.len());
    let year = |at: usize| length(at) == 4 && (1800..=2100).contains(&value(at));
    let day = |at: usize| (1..=2).contains(&length(at)) && (1..=31).contains(&value(at));
    let month = |at: usize| (1..=2).contains(&length(at)) && (1..=12).contains(&value(at));
    let slim = groups.iter().skip(1).all(|group| group.gap.len() <= 3);
    let written = |at: usize| groups.get(at).is_some_and(|group| group.gap.trim().len() == 1);
    // 2012-01-02 (08:00), 31/12/2012, 3.10.84
    if groups.len() >= 3 && slim && written(1) && written(2) {
        if year(0) && month(1) && day(2) || year(2) && (day(0) && month(1) || month(0) && day(1)) {
            return true;
        }
        if groups.len() == 3 && length(2) == 2 && (day(0) && month(1) || month(0) && day(1)) {
            return true;
        }
    }
    // 20120102 08(:00)
    if length(0) == 8 && groups.len() <= 3 && groups.first().is_some_and(|group| is_compact_date(&group.digits)) {
        return true;
    }
    // 1979-2011, 2003 - 2011
    if groups.len() >= 2 && year(0) && year(1) && groups.len() <= 3 {
        return true;
    }
    // 16 2014, 04/2014
    if groups.len() == 2 && day(0) && year(1) {
        return true;
    }
    // 93062-5170, 02108 - 02266: postcodes of the United States
    if groups.len() == 2
        && length(0) == 5
        && (length(1) == 4 || length(1) == 5)
        && groups.get(1).is_some_and(|group| group.gap.trim() == "-")
    {
        return true;
    }
    // 80010-000: a postcode of Brazil
    if groups.len() == 2 && length(0) == 5 && length(1) == 3 && groups.get(1).is_some_and(|group| group.gap == "-") {
        return true;
    }
    // 192.168.100.200
    is_ip(groups)
}

pub(super) fn is_ip(groups: &[Group]) -> bool {
    let value = |at: usize| groups.get(at).and_then(|group| group.digits.parse::<u64>().ok()).unwrap_or(u64::MAX);
    groups.len() == 4 && (0..4).all(|at| value(at) <= 255) && groups.iter().skip(1).all(|group| group.gap == ".")
}

fn is_compact_date(digits: &str) -> bool {
    let part = |range: Range<usize>| digits.get(range).and_then(|part| part.parse::<u32>().ok()).unwrap_or(0);
    (1900..=2100).contains(&part(0..4)) && (1..=12).contains(&part(4..6)) && (1..=31).contains(&part(6..8))
}

/// Written as a number is written: what an unlabelled run must be to be taken for one.
pub(super) fn well_written(groups: &[Group], plus: bool) -> bool {
    let Some(first) = groups.first() else { return false };
    let gaps: Vec<&str> = groups.iter().skip(1).map(|group| group.gap.as_str()).collect();
    let vanity = groups.iter().any(|group| group.vanity);
    if plus || vanity {
        return true;
    }
    // 41.878113, 1.234.567
    let dots = !gaps.is_empty() && gaps.iter().all(|gap| *gap == ".");
    if dots && (gaps.len() == 1 || groups.iter().skip(1).all(|group| group.digits.len() == 3)) {
        return false;
    }
    let small_head = first.digits.len() < 3 && !first.digits.starts_with('0') && first.digits != "1";
    if small_head && groups.len() > 1 && groups.iter().skip(1).all(|group| group.digits.len() == 3) {
        return false;
    }
    // Amiga 500/600/1200
    if gaps.len() > 1 && gaps.iter().all(|gap| *gap == "/") && !first.digits.starts_with('0') {
        return false;
    }
    let single = groups.iter().filter(|group| group.digits.len() == 1).count();
    let long_gap = gaps.iter().any(|gap| gap.matches(['-', '/', '.']).count() > 1 || gap.len() > 3);
    (2..=6).contains(&groups.len()) && single <= 1 && !long_gap && brackets_match(groups)
}

fn brackets_match(groups: &[Group]) -> bool {
    let signs: String = groups.iter().map(|group| format!("{}#", group.gap)).collect();
    let mut open = 0i32;
    for c in signs.chars() {
        open += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if open > 1 {
            return false;
        }
    }
    (-1..=0).contains(&open)
}

#[cfg(test)]
mod tests {
    use super::super::scan::runs;
    use super::*;

    fn groups(line: &str) -> Vec<Group> {
        runs(line).into_iter().next().map(|run| run.groups).unwrap_or_default()
    }

    #[test]
    fn dates_years_and_addresses_of_machines() {
        for line in
            ["2012-01-02", "31/12/2012", "3.10.84", "2012/01/02 08:00", "20120102 08", "1979-2011", "2003 - 2011", "192.168.100.200"]
        {
            assert!(dated(&groups(line)), "{line}");
        }
        for line in ["312-555-0100", "01 02 03 04 05", "030 123456", "312.555.0100", "01.42.68.53.00"] {
            assert!(!dated(&groups(line)), "{line}");
        }
    }

    #[test]
    fn the_houses_of_a_block_are_no_number() {
        let is = |line: &str| from_to(line, &groups(line));
        assert!(is("1500–1509 E. 59th St.") && !is("6123–4567") && !is("1500-1509"));
    }

    #[test]
    fn decimals_and_amounts_are_not_written_like_numbers() {
        for line in ["41.878113", "1.234.567", "12 345 678"] {
            assert!(!well_written(&groups(line), false), "{line}");
        }
        for line in ["312.555.0100", "030 123456", "912 345 678", "(312) 555-0100", "02-36618 300"] {
            assert!(well_written(&groups(line), false), "{line}");
        }
    }

    #[test]
    fn money_links_and_files_are_barred() {
        for line in [
            "$312 555 0100",
            "https://a.example/312-555-0100",
            "312-555-0100.jpg",
            "x@312-555-0100",
            "1,312-555-0100",
            "312-555-0100@a.example",
        ] {
            let span = runs(line)
                .into_iter()
                .next()
                .and_then(|run| Some(run.groups.first()?.span.start..run.groups.last()?.span.end))
                .unwrap_or_default();
            let span = if line.starts_with("1,") { 2..line.len() } else { span };
            assert!(barred(line, &span), "{line}");
        }
        assert!(!barred("Call 312-555-0100.", &(5..17)));
        assert!(measured("312 555 0100 EUR", &(0..12)));
    }
}

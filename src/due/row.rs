//! What a list shows of a person, as the one line of text that it is kept as. What puts a list in order stands first, so that the names of ten
//! thousand people need not be read to show a hundred.

use crate::touch::Kind;

/// One person of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    pub standing: Standing,
    /// An IANA name.
    pub zone: String,
    /// The newest touch that is no note, in seconds since 1970.
    pub last: Option<(i64, Kind)>,
    /// Touches that stand.
    pub count: usize,
    pub name: String,
    pub organization: String,
    pub email: String,
    pub telephone: String,
}

/// What the log says, whatever the clock says. Seconds since 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Standing {
    /// Never called.
    #[default]
    New,
    /// They called or wrote then, and wait for an answer (A61).
    Owed(i64),
    /// The rests and the cadence name this instant.
    From(i64),
    /// Not to be contacted, or only a wrong number is known.
    Out,
}

const KINDS: [(Kind, char); 6] =
    [(Kind::Call, 'c'), (Kind::LiveRoute, 'l'), (Kind::Voicemail, 'v'), (Kind::Email, 'e'), (Kind::Talk, 't'), (Kind::Note, 'n')];

impl Row {
    /// Eight parts with a tab between two.
    pub fn line(&self) -> String {
        let standing = match self.standing {
            Standing::New => "n".to_owned(),
            Standing::Owed(since) => format!("o{since}"),
            Standing::From(from) => format!("f{from}"),
            Standing::Out => "x".to_owned(),
        };
        let letter = |kind: Kind| KINDS.iter().find(|(known, _)| *known == kind).map_or('c', |(_, letter)| *letter);
        let last = self.last.map(|(at, kind)| format!("{}{at}", letter(kind))).unwrap_or_default();
        let count = self.count.to_string();
        let words = [&standing, &self.zone, &last, &count, &self.name, &self.organization, &self.email, &self.telephone];
        words.map(|words| words.replace('\t', " ")).join("\t")
    }

    /// Of a line that [`Row::line`] gave; what is not there is empty.
    pub fn read(line: &str) -> Self {
        let mut parts = line.split('\t');
        let mut next = || parts.next().unwrap_or_default();
        let standing = Standing::read(next());
        let zone = next().to_owned();
        let last = numbered(next()).and_then(|(letter, at)| Some((at, KINDS.iter().find(|(_, known)| *known == letter)?.0)));
        let count = next().parse().unwrap_or_default();
        let [name, organization, email, telephone] = [next(), next(), next(), next()].map(str::to_owned);
        Self { standing, zone, last, count, name, organization, email, telephone }
    }
}

/// Standing and zone of a line: all that the order of a list rests on.
pub fn order_of(line: &str) -> (Standing, &str) {
    let mut parts = line.splitn(3, '\t');
    (Standing::read(parts.next().unwrap_or_default()), parts.next().unwrap_or_default())
}

/// How many touches stand, of a line.
pub fn count_of(line: &str) -> usize {
    line.split('\t').nth(3).and_then(|count| count.parse().ok()).unwrap_or_default()
}

/// What of a line is searched: name, organization, address and number.
pub fn words_of(line: &str) -> [&str; 4] {
    let mut words = line.split('\t').skip(4);
    [(); 4].map(|()| words.next().unwrap_or_default())
}

impl Standing {
    fn read(text: &str) -> Self {
        match numbered(text) {
            Some(('o', since)) => Self::Owed(since),
            Some(('f', from)) => Self::From(from),
            _ if text == "x" => Self::Out,
            _ => Self::New,
        }
    }
}

fn numbered(text: &str) -> Option<(char, i64)> {
    let mut letters = text.chars();
    Some((letters.next()?, letters.as_str().parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_short() {
        let row = Row { name: "Ada".into(), zone: "UTC".into(), last: Some((7, Kind::Voicemail)), count: 12, ..Row::default() };
        assert_eq!(row.line(), "n\tUTC\tv7\t12\tAda\t\t\t");
        assert_eq!(
            (order_of(&row.line()), count_of(&row.line()), words_of(&row.line())),
            ((Standing::New, "UTC"), 12, ["Ada", "", "", ""])
        );
    }

    proptest! {
        #[test]
        fn it_reads_as_it_was_written(
            at: i64, count: usize, kind in 0..7usize, standing in 0..4usize,
            words in proptest::collection::vec("[^\\t]{0,12}", 5),
        ) {
            let standing = [Standing::New, Standing::Out, Standing::Owed(at), Standing::From(at)][standing];
            let [zone, name, organization, email, telephone] = words.try_into().unwrap_or_default();
            let last = KINDS.get(kind).map(|(kind, _)| (at, *kind));
            let row = Row { standing, zone, last, count, name, organization, email, telephone };
            let line = row.line();
            prop_assert_eq!(Row::read(&line), row.clone());
            prop_assert_eq!(order_of(&line), (row.standing, row.zone.as_str()));
            prop_assert_eq!(count_of(&line), count);
            prop_assert_eq!(words_of(&line), [&row.name, &row.organization, &row.email, &row.telephone].map(String::as_str));
        }

        #[test]
        fn noise_is_a_row_too(noise: String) {
            let row = Row::read(&noise);
            prop_assert_eq!((row.standing, row.count), (order_of(&noise).0, count_of(&noise)));
            prop_assert_eq!(words_of(&noise)[0], row.name);
        }
    }
}

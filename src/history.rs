//! What the touch log says: who answered when, what they said last, how many messages stand since.

use jiff::{Timestamp, Zoned, civil::Date, tz::TimeZone};

use crate::{
    moment::calendar::{days_between, days_later},
    situation::{Relationship, Situation},
    touch::{Kind, Outcome, Touch},
};

/// The touches in order, newest last: by time, then by place in the list. Touches after now count, as a clock may have been set back.
#[derive(Debug, Clone)]
pub struct History<'a> {
    touches: Vec<&'a Touch>,
    /// How many of the touches came before the newest answer, that one included; 0 where nobody answered.
    answered: usize,
    says: Option<Says<'a>>,
}

/// What the newest touch that says something says.
#[derive(Debug, Clone, Copy)]
pub enum Says<'a> {
    Yes(&'a Touch),
    No(&'a Touch),
}

impl<'a> History<'a> {
    pub fn of(touches: &'a [Touch]) -> Self {
        let mut touches: Vec<&Touch> = touches.iter().collect();
        crate::order::by_key(&mut touches, |touch| touch.at.timestamp);
        let answered = touches.iter().rposition(|touch| touch.answer()).map_or(0, |place| place + 1);
        let says = touches.iter().rev().find_map(|touch| said(touch));
        Self { touches, answered, says }
    }

    pub fn newest_first(&self) -> impl Iterator<Item = &'a Touch> + '_ {
        self.touches.iter().rev().copied()
    }

    /// The newest touch, where it is an inbound call, voicemail or e-mail that is not a refusal: they wait for an answer (A61).
    pub fn owed(&self) -> Option<&'a Touch> {
        self.newest_first().find(|touch| counts_as_newest(touch)).filter(|newest| waits(newest))
    }

    /// The newest outbound call, voicemail or talk, where it reached the wrong number or a person who has left, and no answer is newer.
    pub fn wrong_number(&self) -> Option<&'a Touch> {
        let dialled = |touch: &&Touch| !touch.inbound() && matches!(touch.kind, Kind::Call | Kind::Voicemail | Kind::Talk);
        let place = self.touches.iter().rposition(dialled)?;
        let touch = self.touches[place];
        let wrong = matches!(touch.outcome, Some(Outcome::WrongNumber | Outcome::LeftCompany));
        (wrong && self.answered <= place).then_some(touch)
    }

    /// The outbound live route of the calendar day of `now`, the newest if several; one logged for later today counts.
    pub fn live_route_on(&self, now: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        let today = zone.to_datetime(now).date();
        // No day is longer than two: what lies further off needs no calendar.
        let apart = |touch: &&'a Touch| touch.at.timestamp.as_second() - now.as_second();
        self.newest_first()
            .skip_while(|touch| apart(touch) > 2 * DAY_SECONDS)
            .take_while(|touch| apart(touch) >= -2 * DAY_SECONDS)
            .find(|touch| touch.kind == Kind::LiveRoute && !touch.inbound() && day_of(touch, zone) == today)
            .map(|touch| touch.at.timestamp)
    }

    /// Outbound voicemails after the newest answer, oldest first.
    pub fn voicemails(&self) -> impl DoubleEndedIterator<Item = &'a Touch> + '_ {
        self.touches[self.answered..].iter().copied().filter(|touch| touch.kind == Kind::Voicemail && !touch.inbound())
    }

    /// The newest touch that says yes or no.
    pub fn says(&self) -> Option<Says<'a>> {
        self.says
    }

    /// Whether the log is warm: what they said last is a yes.
    pub fn warm(&self) -> bool {
        matches!(self.says(), Some(Says::Yes(_)))
    }

    /// The newest of so many voicemails since the newest answer that fell within so many calendar days, both ends counted (A46).
    pub fn burst(&self, cap: u16, days: u16, zone: &TimeZone) -> Option<Burst<'a>> {
        let sent: Vec<&Touch> = self.voicemails().collect();
        let cap = usize::from(cap);
        // Newest first: the first full run found is the latest, and most logs end within the first few.
        sent.windows(cap).rev().find_map(|run| {
            let (first, last) = (run.first()?, run.last()?);
            // Two days of room for clocks that change and zones that skip a day; what lies further apart needs no calendar.
            if last.at.timestamp.as_second() - first.at.timestamp.as_second() > DAY_SECONDS * (i64::from(days) + 2) {
                return None;
            }
            let apart = days_between(day_of(first, zone), day_of(last, zone))?;
            (apart < i64::from(days)).then_some(Burst { first, last })
        })
    }
}

/// The first and the last voicemail of a run that reached the cap.
#[derive(Debug, Clone, Copy)]
pub struct Burst<'a> {
    pub first: &'a Touch,
    pub last: &'a Touch,
}

fn counts_as_newest(touch: &Touch) -> bool {
    !matches!(touch.kind, Kind::Note | Kind::LiveRoute)
}

fn waits(newest: &Touch) -> bool {
    newest.inbound() && newest.kind != Kind::Talk && !newest.refusal()
}

/// The same as [`History::owed`], for one look at a log, with its place in the list.
pub fn owed(touches: &[Touch]) -> Option<(usize, &Touch)> {
    let newest = touches.iter().enumerate().filter(|(_, touch)| counts_as_newest(touch)).max_by_key(|(_, touch)| touch.at.timestamp)?;
    waits(newest.1).then_some(newest)
}

const DAY_SECONDS: i64 = 86_400;

/// What one touch says. A talk says yes by a positive outcome only ("in a meeting" says nothing).
fn said(touch: &Touch) -> Option<Says<'_>> {
    let speaks = match touch.kind {
        Kind::Talk => true,
        Kind::Call | Kind::Voicemail | Kind::Email => touch.inbound(),
        Kind::LiveRoute | Kind::Note => false,
    };
    match speaks {
        true if touch.refusal() => Some(Says::No(touch)),
        true if touch.kind != Kind::Talk || touch.outcome == Some(Outcome::Positive) => Some(Says::Yes(touch)),
        _ => None,
    }
}

/// Whether they know the seller: by what the user said, by a referral, or by the log.
pub fn warm(situation: &Situation) -> bool {
    let known = |relationship| relationship != Relationship::Stranger;
    situation.answers.relationship.is_some_and(known) || situation.referred_by().is_some() || warm_by(&situation.touches)
}

/// The same as [`History::warm`], for one look at a log: the newest by time, of equal times the last.
fn warm_by(touches: &[Touch]) -> bool {
    let newest = touches.iter().filter_map(|touch| Some((touch.at.timestamp, said(touch)?))).max_by_key(|(at, _)| *at);
    matches!(newest, Some((_, Says::Yes(_))))
}

/// The calendar day of a touch in the seller's zone.
pub fn day_of(touch: &Touch, zone: &TimeZone) -> Date {
    zone.to_datetime(touch.at.timestamp).date()
}

/// So many days later at the same wall-clock time: a time in a gap moves forward, of a fold the first is meant.
pub fn days_after(at: Timestamp, days: u16, zone: &TimeZone) -> Zoned {
    let start = at.to_zoned(zone.clone());
    let later = days_later(start.date(), days.into()).and_then(|day| day.to_datetime(start.time()).to_zoned(zone.clone()).ok());
    later.unwrap_or_else(|| Timestamp::MAX.to_zoned(zone.clone()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn log(touches: &str) -> Vec<Touch> {
        touches
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(|line| {
                let words: Vec<&str> = line.split_whitespace().collect();
                serde_json::from_value(serde_json::json!({"at": format!("{}:00Z", words[0]), "kind": words[1], "direction": words[2], "outcome": words.get(3)})).unwrap()
            })
            .collect()
    }

    #[test]
    fn newest_is_by_time_then_by_place() {
        let touches = log("2026-11-02T10:00 call outbound\n2026-11-01T10:00 talk outbound positive\n2026-11-02T10:00 email inbound");
        assert_eq!(History::of(&touches).owed().unwrap().kind, Kind::Email);
    }

    #[test]
    fn an_inbound_talk_owes_nothing() {
        assert!(History::of(&log("2026-11-02T10:00 talk inbound positive")).owed().is_none());
        assert!(History::of(&log("2026-11-02T10:00 email inbound negative")).owed().is_none());
        assert!(History::of(&log("2026-11-02T10:00 email inbound\n2026-11-03T10:00 live_route outbound")).owed().is_some());
    }

    #[test]
    fn a_newer_answer_clears_a_wrong_number() {
        let wrong = "2026-11-02T10:00 call outbound wrong_number";
        assert!(History::of(&log(wrong)).wrong_number().is_some());
        assert!(History::of(&log(&format!("{wrong}\n2026-11-03T10:00 email outbound"))).wrong_number().is_some());
        assert!(History::of(&log(&format!("{wrong}\n2026-11-03T10:00 email inbound"))).wrong_number().is_none());
        assert!(History::of(&log(&format!("{wrong}\n2026-11-03T10:00 call outbound"))).wrong_number().is_none());
    }

    #[test]
    fn in_a_meeting_is_no_positive_talk() {
        assert!(!History::of(&log("2026-11-02T10:00 talk outbound callback_promised")).warm());
        assert!(History::of(&log("2026-11-02T10:00 talk outbound positive\n2026-11-03T10:00 talk outbound neutral")).warm());
        assert!(!History::of(&log("2026-11-02T10:00 talk outbound positive\n2026-11-03T10:00 email inbound left_company")).warm());
    }

    #[test]
    fn the_log_is_as_warm_at_one_look_as_in_order() {
        for touches in [
            "2026-11-02T10:00 talk outbound positive\n2026-11-02T10:00 email inbound negative",
            "2026-11-02T10:00 email inbound negative\n2026-11-02T10:00 talk outbound positive",
            "2026-11-03T10:00 talk outbound positive\n2026-11-02T10:00 email inbound negative",
            "2026-11-02T10:00 talk outbound neutral",
            "2026-11-02T10:00 email inbound\n2026-11-02T10:00 call outbound",
            "2026-11-02T10:00 call outbound\n2026-11-02T10:00 email inbound\n2026-11-03T10:00 note inbound",
        ] {
            let touches = log(touches);
            assert_eq!(warm_by(&touches), History::of(&touches).warm(), "{touches:?}");
            assert_eq!(owed(&touches).map(|(_, touch)| touch), History::of(&touches).owed(), "{touches:?}");
        }
    }

    #[test]
    fn a_live_route_of_today_is_found_among_many_days() {
        let touches =
            log("2026-11-02T23:30 live_route outbound\n2026-11-01T10:00 live_route outbound\n2026-11-30T10:00 live_route outbound");
        let on = |now: &str| History::of(&touches).live_route_on(now.parse().unwrap(), &TimeZone::UTC).map(|at| at.to_string());
        assert_eq!(on("2026-11-02T00:00:00Z").as_deref(), Some("2026-11-02T23:30:00Z"));
        assert_eq!(on("2026-11-03T00:00:00Z"), None);
    }

    #[test]
    fn the_tenth_day_counts_and_the_eleventh_does_not() {
        let three = |last: &str| {
            log(&format!("2026-11-01T09:00 voicemail outbound\n2026-11-05T09:00 voicemail outbound\n{last} voicemail outbound"))
        };
        assert!(History::of(&three("2026-11-10T23:00")).burst(3, 10, &TimeZone::UTC).is_some());
        assert!(History::of(&three("2026-11-11T00:00")).burst(3, 10, &TimeZone::UTC).is_none());
    }
}

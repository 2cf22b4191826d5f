//! The flip: the first single change, in a fixed order, that turns the decision. It never contradicts or removes what was said.

use super::{Flip, FlipTo, Verdict, procedure, script_faults};
use crate::{
    checklist::Case,
    fact::present,
    moment::Moment,
    situation::{Answers, Goal, Relationship, Situation},
    touch::{Direction, Kind, Touch},
};

/// One change to try.
struct Change {
    path: &'static str,
    to: FlipTo,
    /// Does it to the answers or the goal; a touch is handled apart.
    make: Make,
}

impl Change {
    /// Whether a drafted message could speak of it.
    fn is_spoken_of(&self) -> bool {
        !matches!(self.path, "answers.already_has_it" | "answers.existing_supplier")
    }
}

type Make = fn(&mut Answers, &mut Option<Goal>);

/// `case` is the decision's own.
pub(super) fn find(case: &Case, now: Moment, decision: Verdict) -> Option<Flip> {
    let ground = case.ground;
    let situation = ground.situation;
    let with = |answers: Answers, goal: Option<Goal>, script_faults: Vec<String>| Case {
        ground,
        answers,
        goal,
        live_route: case.live_route,
        script_faults,
    };
    if case.live_route.is_none() {
        // No message ever speaks of a live route, so the drafted one stays what it is.
        let mut tried = with(case.answers.clone(), case.goal, case.script_faults.clone());
        tried.live_route = Some(now.timestamp);
        if let Some(flip) = turned(&tried, decision, "touches[+]", FlipTo::Touch(Box::new(live_route(now)))) {
            return Some(flip);
        }
    }
    // The drafted message may change with the answers; a message of the user's own stays what it is.
    let own = situation.own_script().is_some();
    // The log and the page's words are the largest parts and change in no try: one copy serves them all.
    let mut redrafted: Option<Situation> = None;
    changes(situation).into_iter().find_map(|change| {
        let (mut answers, mut goal) = (case.answers.clone(), case.goal);
        (change.make)(&mut answers, &mut goal);
        let mut tried = with(answers, goal, Vec::new());
        // Faults only ever hold a message back: where even a clean one is not left, none needs to be drafted.
        let leaves_a_clean_one = |tried: &Case| procedure::settle(tried, &tried.find()).verdict() == Verdict::Leave;
        if own || !change.is_spoken_of() {
            tried.script_faults.clone_from(&case.script_faults);
        } else if leaves_a_clean_one(&tried) {
            let after = redrafted.get_or_insert_with(|| situation.clone());
            after.answers = tried.answers.clone();
            after.goal = tried.goal;
            tried.script_faults = script_faults(after, now);
        }
        turned(&tried, decision, change.path, change.to)
    })
}

/// The rules whose answer could turn the decision: another answer to any one of them does, the message as it stands.
pub(super) fn turning(case: &Case, decision: Verdict) -> Vec<&'static str> {
    let with = |change: &dyn Fn(&mut Case)| {
        let mut tried = Case {
            ground: case.ground,
            answers: case.answers.clone(),
            goal: case.goal,
            live_route: case.live_route,
            script_faults: case.script_faults.clone(),
        };
        change(&mut tried);
        turns(&tried, decision)
    };
    let said = |old: Option<bool>, set: fn(&mut Answers, Option<bool>)| {
        [None, Some(true), Some(false)].into_iter().any(|new| new != old && with(&|tried| set(&mut tried.answers, new)))
    };
    let text = |old: &Option<String>, set: fn(&mut Answers, Option<String>)| {
        let new = old.as_deref().and_then(present).is_none().then(|| INFORMATION.to_owned());
        with(&|tried| set(&mut tried.answers, new.clone()))
    };
    let answers = &case.answers;
    let asked = [
        ("do_not_contact", said(answers.do_not_contact, |answers, new| answers.do_not_contact = new)),
        ("referred", text(&answers.referred_by, |answers, new| answers.referred_by = new)),
        ("live_route_tried", case.live_route.is_none() && with(&|tried| tried.live_route = Some(case.ground.now))),
        ("already_has_it", said(answers.already_has_it, |answers, new| answers.already_has_it = new)),
        ("existing_supplier", said(answers.existing_supplier, |answers, new| answers.existing_supplier = new)),
        ("valuable_information", text(&answers.valuable_information, |answers, new| answers.valuable_information = new)),
        ("connection", text(&answers.connection, |answers, new| answers.connection = new)),
        ("goal_set", case.goal.is_none() && with(&|tried| tried.goal = Some(Goal::Callback))),
        ("message_ready", !case.script_faults.is_empty() && with(&|tried| tried.script_faults.clear())),
    ];
    asked.into_iter().filter(|(_, turns)| *turns).map(|(rule, _)| rule).collect()
}

fn turns(case: &Case, decision: Verdict) -> bool {
    procedure::settle(case, &case.find()).verdict() != decision
}

fn turned(case: &Case, decision: Verdict, change: &str, to: FlipTo) -> Option<Flip> {
    let settled = procedure::settle(case, &case.find());
    let verdict = settled.verdict();
    (verdict != decision).then(|| Flip { change: change.to_owned(), to, decision: verdict, action: settled.action })
}

/// What may still be said, in the order it is asked.
fn changes(situation: &Situation) -> Vec<Change> {
    let answers = &situation.answers;
    let blank = |text: &Option<String>| text.as_deref().and_then(present).is_none();
    let text = |prompt: &str| FlipTo::Text(prompt.to_owned());
    let mut changes = Vec::new();
    if situation.goal.is_none() {
        changes.push(Change { path: "goal", to: text("callback"), make: |_, goal| *goal = Some(Goal::Callback) });
    }
    if blank(&answers.valuable_information) {
        changes.push(Change {
            path: "answers.valuable_information",
            to: text(INFORMATION),
            make: |answers, _| answers.valuable_information = Some(INFORMATION.to_owned()),
        });
    }
    if blank(&answers.connection) {
        let make: Make = |answers, _| answers.connection = Some(CONNECTION.to_owned());
        changes.push(Change { path: "answers.connection", to: text(CONNECTION), make });
    }
    if blank(&answers.referred_by) {
        let make: Make = |answers, _| answers.referred_by = Some(REFERRER.to_owned());
        changes.push(Change { path: "answers.referred_by", to: text(REFERRER), make });
    }
    if answers.relationship.is_none() {
        let relationships: [(&str, Make); 4] = [
            ("interested_lead", |answers, _| answers.relationship = Some(Relationship::InterestedLead)),
            ("spoken_positive", |answers, _| answers.relationship = Some(Relationship::SpokenPositive)),
            ("mid_sale", |answers, _| answers.relationship = Some(Relationship::MidSale)),
            ("customer", |answers, _| answers.relationship = Some(Relationship::Customer)),
        ];
        changes.extend(relationships.map(|(name, make)| Change { path: "answers.relationship", to: text(name), make }));
    }
    if answers.already_has_it.is_none() {
        let make: Make = |answers, _| answers.already_has_it = Some(true);
        changes.push(Change { path: "answers.already_has_it", to: FlipTo::Said(true), make });
    }
    if answers.existing_supplier.is_none() {
        let make: Make = |answers, _| answers.existing_supplier = Some(true);
        changes.push(Change { path: "answers.existing_supplier", to: FlipTo::Said(true), make });
    }
    changes
}

/// Prompts to the user: what they type takes their place.
const INFORMATION: &str = "something they need to know";
const CONNECTION: &str = "somebody you both know";
const REFERRER: &str = "the person who sent you";

fn live_route(now: Moment) -> Touch {
    Touch { id: None, at: now, kind: Kind::LiveRoute, direction: Some(Direction::Outbound), outcome: None, hook: None, script: None }
}

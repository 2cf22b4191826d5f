//! One question of the checklist: its answer with the evidence, a way to answer it, its seeds and the reason it is asked.

use aftertone::{
    checklist::rules::RULES,
    decide::{Answer, From as Source, Row},
    situation::Answers,
    touch::Kind,
};
use sycamore::prelude::*;
use wasm_bindgen::JsValue;

use super::{choice::text_of, focus};
use crate::{
    app::App,
    desk::{self, REASON},
    words::{
        labels, missing, number,
        say::{say, say_with},
        within,
    },
};

/// The key of the sale's value, which is no answer but stands in the same kind of row.
const DEAL: &str = "deal";

/// How a row is answered by the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asks {
    YesNo(&'static str),
    Words(&'static str, &'static str),
    /// One tap that logs a live route.
    Log(&'static str),
    /// One tap that leads to where it is said: the button's words, and the control.
    Go(&'static str, &'static str),
}

/// The rows that wait for a word of the user, with the key of the answer.
pub(super) fn asks(rule: &str) -> Option<Asks> {
    Some(match rule {
        "do_not_contact" => Asks::YesNo("do_not_contact"),
        "already_has_it" => Asks::YesNo("already_has_it"),
        "existing_supplier" => Asks::YesNo("existing_supplier"),
        "right_person" => Asks::YesNo("right_person"),
        "live_route_tried" => Asks::Log("i_tried"),
        "goal_set" => Asks::Go("choose", missing::target("goal")),
        "seller_name" => Asks::Go("type_it", missing::target("seller_name")),
        "callback_number" => Asks::Go("type_it", missing::target("callback_number")),
        "reason_for_call" => Asks::Go("say_it", missing::target("reason")),
        "seller_category" => Asks::Go("change", "[data-input=category]"),
        "message_ready" => Asks::Go("to_the_words", missing::target("script")),
        "calling_hours" => Asks::Go(
            "their_clock",
            "[data-part=who] .fact:not([hidden]) > button[data-fact=timeZone], [data-part=who] .clock > .edit:not([hidden])",
        ),
        "page_hook" => Asks::Words(REASON, "words_of_page"),
        "worth_it" => Asks::Words(DEAL, "sale_worth"),
        "referred" => Asks::Words("referred_by", "who_sent_you"),
        "connection" => Asks::Words("connection", "what_you_share"),
        "valuable_information" => Asks::Words("valuable_information", "what_to_know"),
        _ => return None,
    })
}

pub(super) fn row(app: App, id: String) -> View {
    let found = {
        let id = id.clone();
        app.decision(move |decision| decision.checklist.iter().find(|row| row.rule == id).cloned())
    };
    let rule = RULES.iter().find(|rule| rule.id == id);
    let asked = rule.map_or("", |rule| rule.asks).to_owned();
    let why = rule.map_or("", |rule| rule.why).to_owned();
    let seeds = rule.map(|rule| rule.seeds.join(", ")).unwrap_or_default();
    let answer = create_selector(move || found.with(|row| row.as_ref().map_or(Answer::Unknown, |row| row.answer)));
    let evidence = create_selector(move || found.with(|row| row.as_ref().map(evidence).unwrap_or_default()));
    let (beside, below) = match asks(&id) {
        Some(Asks::YesNo(key)) => (yes_no(app, key), View::new()),
        Some(Asks::Words(key, prompt)) => (View::new(), words(app, key, prompt, asked.clone())),
        Some(Asks::Log(said)) => (tap(said, &asked, move || app.landed(Kind::LiveRoute, None)), View::new()),
        Some(Asks::Go(said, target)) => (tap(said, &asked, move || go(app, target)), View::new()),
        None => (View::new(), View::new()),
    };
    let summary = if seeds.is_empty() { say("why") } else { say_with("why_seed", &[&seeds]) };
    view! {
        li(class="row", "data-rule"=id, "data-answer"=move || labels::answer(answer.get()).0) {
            div(class="ask") {
                span(class="mark", aria-hidden="true") { (mark(answer.get())) }
                span(class="question", lang="en") {
                    (asked)
                    span(class="visually-hidden") { (format!(" {}.", say(labels::answer(answer.get()).1))) }
                }
                (beside)
            }
            (below)
            p(class="evidence", dir="auto", lang="en", hidden=move || evidence.with(String::is_empty)) { (evidence.get_clone()) }
            details(class="because") {
                summary { (summary) }
                p(lang="en") { (why) }
            }
        }
    }
}

fn mark(answer: Answer) -> char {
    match answer {
        Answer::Yes => '✓',
        Answer::No => '✕',
        Answer::Unknown => '?',
    }
}

fn evidence(row: &Row) -> String {
    let mut words = within::evidence(row, &row.evidence.join("; "));
    if let (Some(from), false) = (row.from, row.answer == Answer::Unknown) {
        if words.is_empty() {
            words = say(labels::from(from));
        } else if from != Source::You {
            words = format!("{words} ({})", say(labels::from(from)));
        }
    }
    words
}

/// One tap beside the question.
fn tap(said: &'static str, asked: &str, act: impl Fn() + 'static) -> View {
    let in_full = format!("{}: {asked}", say(said));
    view! { button(class="plain tap", r#type="button", aria-label=in_full, on:click=move |_| act()) { (said) } }
}

/// To the control; what is the seller's own stands in the settings, which open first.
fn go(app: App, target: &'static str) {
    if target.contains("data-seller") || target.contains("category") {
        app.asks_settings.set(true);
    }
    focus::on(target);
}

fn yes_no(app: App, key: &'static str) -> View {
    let said = app.on_desk(move |desk| flag(&desk.kept.answers, key));
    // Pressing what is pressed already takes the answer back.
    let set = move |value: bool| {
        let now = if said.get() == Some(value) { None } else { Some(value) };
        app.keep(|kept| *flag_mut(&mut kept.answers, key) = now);
    };
    let pressed = move |value: bool| if said.get() == Some(value) { "true" } else { "false" };
    view! {
        span(class="yes-no", role="group") {
            button(r#type="button", "data-set"="yes", aria-pressed=move || pressed(true), on:click=move |_| set(true)) { "yes" }
            button(r#type="button", "data-set"="no", aria-pressed=move || pressed(false), on:click=move |_| set(false)) { "no" }
        }
    }
}

fn words(app: App, key: &'static str, prompt: &'static str, label: String) -> View {
    let value = app.on_desk(move |desk| match key {
        DEAL => desk.kept.deal.value.map(|value| value.to_string()).unwrap_or_default(),
        REASON => desk.kept.edits.get(REASON).cloned().unwrap_or_default(),
        _ => text(&desk.kept.answers, key).cloned().unwrap_or_default(),
    });
    view! {
        input(class="answer", "data-input"=key, placeholder=prompt, aria-label=label, maxlength="500", autocomplete="off", dir="auto",
            prop:value=move || JsValue::from_str(&value.get_clone()),
            on:input=move |event: web_sys::Event| {
                let typed = text_of(&event);
                if key == DEAL {
                    // "$144,000" is as good as 144000; what is no number is no value.
                    let digits: String = typed.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
                    app.keep(|kept| kept.deal.value = number::number(&digits));
                    return;
                }
                if key == REASON {
                    return app.keep(|kept| desk::Desk::give_reason(kept, &typed));
                }
                app.keep(|kept| *text_mut(&mut kept.answers, key) = (!typed.is_empty()).then_some(typed));
            })
    }
}

fn flag(answers: &Answers, key: &str) -> Option<bool> {
    match key {
        "do_not_contact" => answers.do_not_contact,
        "already_has_it" => answers.already_has_it,
        "right_person" => answers.right_person,
        _ => answers.existing_supplier,
    }
}

fn flag_mut<'a>(answers: &'a mut Answers, key: &str) -> &'a mut Option<bool> {
    match key {
        "do_not_contact" => &mut answers.do_not_contact,
        "already_has_it" => &mut answers.already_has_it,
        "right_person" => &mut answers.right_person,
        _ => &mut answers.existing_supplier,
    }
}

fn text<'a>(answers: &'a Answers, key: &str) -> Option<&'a String> {
    match key {
        "referred_by" => answers.referred_by.as_ref(),
        "connection" => answers.connection.as_ref(),
        _ => answers.valuable_information.as_ref(),
    }
}

fn text_mut<'a>(answers: &'a mut Answers, key: &str) -> &'a mut Option<String> {
    match key {
        "referred_by" => &mut answers.referred_by,
        "connection" => &mut answers.connection,
        _ => &mut answers.valuable_information,
    }
}

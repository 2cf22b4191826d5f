//! Libphonenumber's own cases for its matcher: numbers in sentences, and what is no number.
//!
//! The cases are written for a metadata of their own, in which many a number exists that nobody can dial; today's metadata decides which
//! of them count. A text's country is told to our reader as the suite tells it to theirs.

use std::{fs, path::Path};

use aftertone::page::{
    phone::{self, Clues},
    prose::Prose,
};
use anyhow::{Context, Result};
use rlibphonenumber::{PhoneNumber, PhoneNumberFormat, Region};

use crate::{
    java::{calls, strings},
    tally::Tally,
};

const TEST: &str = "libphonenumber/java/libphonenumber/test/com/google/i18n/phonenumbers/PhoneNumberMatcherTest.java";

pub(crate) fn run(folder: &Path) -> Result<Tally> {
    let path = folder.join(TEST);
    let code = fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
    let mut tally = Tally::default();
    in_context(&code, &mut tally);
    listed(&code, &mut tally);
    surrounded(&code, &mut tally);
    nothing(&code, &mut tally);
    Ok(tally)
}

/// `doTestFindInContext("03-331 6005", RegionCode.NZ)`: found in every sentence of `findPossibleInContext` and `findValidInContext`.
fn in_context(code: &str, tally: &mut Tally) {
    let sentences: Vec<(String, String)> = ["private void findPossibleInContext", "private void findValidInContext"]
        .iter()
        .filter_map(|name| code.split_once(name))
        .flat_map(|(_, method)| contexts(method.split("doTestInContext").next().unwrap_or_default()))
        .collect();
    for call in calls(code, "doTestFindInContext") {
        let (Some(number), Some(region)) = (strings(call).into_iter().next(), region(call)) else { continue };
        let Some(meant) = meant(&number, region) else { continue };
        for (before, after) in &sentences {
            let text = format!("{before}{number}{after}");
            expect("in a sentence", &text, region, Some(&meant), tally);
        }
    }
}

/// The tables by leniency. What is valid must be found, what is impossible must not; between them a reader may choose.
fn listed(code: &str, tally: &mut Tally) {
    for (table, is_number) in
        [("VALID_CASES", true), ("STRICT_GROUPING_CASES", true), ("EXACT_GROUPING_CASES", true), ("IMPOSSIBLE_CASES", false)]
    {
        let Some((_, list)) = code.split_once(&format!("{table} = {{")) else { continue };
        for call in calls(list.split("};").next().unwrap_or_default(), "new NumberTest") {
            let (Some(text), Some(region)) = (strings(call).into_iter().next(), region(call)) else { continue };
            let meant = meant(&text, region);
            if is_number && meant.is_none() {
                continue;
            }
            expect(&table.to_lowercase().replace('_', " "), &text, region, meant.as_deref().filter(|_| is_number), tally);
        }
    }
}

/// `findMatchesInContexts(contexts, isValid, …)`: what stands right beside a number decides whether it is one.
fn surrounded(code: &str, tally: &mut Tally) {
    for method in code.split("public void test").skip(1) {
        for call in calls(method, "findMatchesInContexts") {
            let words: Vec<&str> = call.split(',').map(str::trim).collect();
            let (Some(list), Some(valid)) = (words.first(), words.get(1)) else { continue };
            // `numberWithPlus` and its like stand in the method; the default is the suite's.
            let named = words.get(4).and_then(|name| method.split_once(&format!("String {name} = ")));
            let number = named.and_then(|(_, value)| strings(value.split(';').next()?).into_iter().next());
            let number = number.unwrap_or_else(|| "415-666-7777".to_owned());
            for (before, after) in calls(method, &format!("{list}.add")).into_iter().flat_map(contexts) {
                expect("surrounded", &format!("{before}{number}{after}"), "US", Some("+14156667777").filter(|_| *valid == "true"), tally);
            }
        }
    }
}

/// `assertTrue(hasNoMatches(phoneUtil.findNumbers("80.585 [79.964, 81.191]", RegionCode.US)))`.
fn nothing(code: &str, tally: &mut Tally) {
    for call in calls(code, "hasNoMatches").into_iter().flat_map(|call| calls(call, "findNumbers")) {
        if let Some(text) = strings(call).into_iter().next() {
            expect("nothing", &text, region(call).unwrap_or("ZZ"), None, tally);
        }
    }
}

fn contexts(code: &str) -> Vec<(String, String)> {
    let pairs = calls(code, "new NumberContext").into_iter().map(strings);
    pairs.filter_map(|pair| Some((pair.first()?.clone(), pair.get(1)?.clone()))).collect()
}

fn region(call: &str) -> Option<&str> {
    call.split_once("RegionCode.").map(|(_, code)| code.get(..2).unwrap_or_default())
}

/// The number in E.164, where today's metadata knows it.
fn meant(text: &str, region: &str) -> Option<String> {
    let number = PhoneNumber::parse(text, region.parse::<Region>().ok()).ok()?;
    number.is_valid().then(|| number.format_as(PhoneNumberFormat::E164).into_owned())
}

fn expect(part: &str, text: &str, region: &str, number: Option<&str>, tally: &mut Tally) {
    let mut clues = Clues::new(None, None);
    if region != "ZZ" {
        clues.add(region, 20.0);
    }
    clues.settle();
    let found: Vec<String> = phone::find(&Prose::plain(text), &clues)
        .into_iter()
        .map(|found| found.telephone.e164.unwrap_or(found.telephone.fact.value))
        .collect();
    tally.case(part);
    match number {
        Some(number) if found.iter().any(|there| there == number) => tally.agree(part),
        None if found.is_empty() => tally.agree(part),
        _ => tally.differ(
            part,
            &format!("{text:?} {region}"),
            number.unwrap_or("nothing"),
            &if found.is_empty() { "nothing".to_owned() } else { format!("{found:?}") },
        ),
    }
}

//! Never make them wrong for not returning calls (A74): they call back people who are glad to try again.
//!
//! Read as: they did not call, answer or write; you have not heard from them; you left, sent or tried something several times; they
//! promised and did not; they are hard to reach. What may yet happen is no blame: "if you don't pick up", "if I don't hear from you".

use std::sync::LazyLock;

use super::{
    Hit, Level, Lint, Script,
    phrase::{Phrases, Word},
};

pub(super) const LINT: Lint = Lint { id: "blame", level: Level::Hard, seeds: &["004"], look };

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::of(&[
        // They did not call, answer or write.
        "you never|not @adv? @adv? called|call|phoned|phone|rang back? @me? back|$",
        "you never|not @adv? @adv? called|call|phoned|phone|rung @me",
        "you|your|have|has|had|did|do never|not @adv? @adv? called|call|phoned|rang|rung @me? back",
        "you have|had|did|do|are|were|could|would|will not @adv? @adv? called|call|calling|phoned|phone|rung @me? back",
        "you have|had|did|do|are|were|could|would|will not @adv? @adv? called|call|calling|phoned|phone|rung @me",
        "you have|had|did|do|are|were|could|would|will not @adv? @adv? called|phoned|rung $",
        "have|did|had not you @adv? @adv? called|phoned|returned|responded|replied|gotten|got|answered",
        "have|did|had|do you not @adv? @adv? called|call|phoned|returned|return|responded|respond|replied|reply|gotten|got|get|answered|answer",
        "you never|not @adv? @adv? returned|return|returning|acknowledged|acknowledge|answered|answer|listened|listen to? @my @my? @my? @message",
        "you have|had|did|do|are|were|could|would|will not @adv? @adv? returned|return|returning|acknowledged|acknowledge|answered|answer|answering|ignored @my @my? @my? @message",
        "you never|not @adv? @adv? responded|respond|responding|replied|reply|replying|answered",
        "you have|had|did|do|are|were|could|would|will not @adv? @adv? responded|respond|responding|replied|reply|replying|answered|answer @me? $",
        "you have|had|did|are|were not @adv? @adv? responded|respond|responding|replied|reply|replying",
        "you never|not @adv? @adv? got|get|getting|gotten|came|come|circled back",
        "you have|had|did|do|are|were|could|would|will not @adv? @adv? got|get|getting|gotten|came|come|circled back",
        "you never|not @adv? @adv? wrote|write|written|texted|emailed|email @me? back",
        "you have|had|did not @adv? @adv? write|written|texted|text|emailed|email @me? back",
        "you never @adv? pick|picked|picking up",
        "you have|did not @adv? pick|picked up",
        "you are never at|in|there|available|around",
        "you never|not @adv? @adv? follow|followed up with? @me?",
        "you failed|neglected|forgot|omitted|refused|refuse|declined to @adv? call|return|respond|reply|answer|get|follow|pick|phone|write",
        "you have @adv? @adv? failed|neglected|forgotten|refused|yet to @adv? call|return|respond|reply|answer|get|follow|pick|phone|write",
        "you have yet to @adv? call|return|respond|reply|answer|get|follow|pick|phone|write",
        "you have @adv? @adv? @adv? ignored|ignoring|avoided|avoiding|dodged|dodging|ghosted|ghosting|screened|screening|blown|blowing",
        "you have @adv? been @adv? ignoring|avoiding|dodging|ghosting|screening|blowing",
        "you are|were @adv? ignoring|avoiding|dodging|ghosting|screening|blowing @my|me|us|off",
        "you seem|appear to be? @adv? ignore|ignoring|avoid|avoiding|dodge|dodging",
        "you ignored|ghosted|avoided|dodged @my|me|us",
        "did|do you @adv? ignore|avoid|forget|lose @my|me|us",
        "you forgot|forget|forgotten about? me|us|to",
        "why have|did|do|are not you _? call|called|calling|returned|return|responded|respond|replied|reply|answered|answer|gotten|get",
        "why have|did|do|are you not _? call|called|calling|returned|return|responded|respond|replied|reply|answered|answer|gotten|get",
        "why you have|did|do not",
        "you have|had left me|us waiting|hanging|wondering",
        "you left|leave|kept|keep me|us waiting|hanging|wondering|guessing",
        "you are|were|have @adv? been? @adv? too busy to call|return|respond|reply|answer|talk|pick|get",
        "you have|are|were @adv? been? @adv? so|very|too|really|quite|pretty|rather? hard|difficult|tough|impossible|tricky to reach|get|catch|track|pin|find|contact",
        "you are @adv? a|an|one _? hard|difficult|tough|elusive|impossible _? to reach|get|catch|track|pin|find",
        "you are @adv? a|an|one hard|difficult|tough|elusive|impossible person|man|woman|lady|guy|one to",
        "you are hard|difficult|tough|impossible to reach|get|catch|track|pin|find",
        // They said they would.
        "you said|promised|told|mentioned|swore|assured me|us? that? you would|will|were @adv? @adv? call|get|phone|ring|return|respond|reply|be",
        "you promised|agreed to call|get|phone|ring|return|respond|reply|answer",
        "you promised me|us? a|an? call|callback|answer|reply",
        "you were supposed|meant|going|expected|due to call|get|phone|ring|return|respond|reply|answer",
        "you should|could have @adv? called|returned|responded|replied|answered|gotten|phoned",
        "you @adv? owe me|us a|an|some",
        // Not heard from you.
        "@i @adv? have|had|did|do|am|are @adv? not @adv? @adv? hear|heard|hearing back? @adv? from you|your|anyone|anybody|_",
        "@i @adv? have|had|did @adv? not @adv? @adv? hear|heard back|anything|nothing|from",
        "@i @adv? have|had|did @adv? not @adv? @adv? hear|heard $",
        "^ have|had|did @adv? not @adv? @adv? hear|heard back|from|anything",
        "@i @adv? never @adv? @adv? hear|heard back|from|anything|$",
        "never @adv? hear|heard back|anything from|$",
        "not having|have @adv? heard back|from|anything",
        "as|since|because|so|and|but @i? @adv? have|had|did not @adv? @adv? heard|hear back|from|anything",
        "heard|hear|hearing nothing|crickets|silence back?|from?",
        "@i have|had @adv? heard nothing|crickets",
        "@i @adv? have @adv? yet to @adv? hear|receive|get|speak",
        "@i @adv? have|had|did @adv? not @adv? @adv? receive|received|get|got|gotten|had|have|seen|see a|an|any|your|one|the|so? much? @adv? single? call|callback|reply|response|answer|word|return|acknowledgement|reaction|feedback|anything|back",
        "@i @adv? never @adv? @adv? receive|received|get|got|gotten|had a|an|any|your|one|the? @adv? single? call|callback|reply|response|answer|word|return",
        "@i|have|has|with|without|and|but|yet|got|received|getting|is|been no|zero|any|a|nothing but? call|response|reply|answer|word|callback|reaction|silence back|from|yet|so|to|$",
        "no response|reply|answer|word|callback|call from you|your|back|yet|so|to|either|$",
        "nobody|none has|have|had? @adv? returned|called|responded|replied|answered|gotten|got @my|me|us|back|$",
        "no one has|have|had? @adv? returned|called|responded|replied|answered|gotten|got @my|me|us|back|$",
        "your lack|absence of",
        "your silence|nonresponse|unresponsiveness",
        "you are|were|have been? @adv? unresponsive|silent|quiet",
        "radio silence",
        "you have|had @adv? gone|been @adv? @adv? silent|quiet|dark|missing",
        "you went @adv? silent|quiet|dark|cold",
        "@message have|has|had @adv? gone|been|went|go @adv? unanswered|unreturned|ignored|unheard|nowhere",
        "@message @adv? went|go @adv? @adv? unanswered|unreturned|ignored|unheard|nowhere",
        "@message were|was|are @adv? not? @adv? never? @adv? unanswered|unreturned|ignored|returned|answered",
        "@message have|has|had @adv? not|never @adv? @adv? been @adv? returned|answered|acknowledged",
        "unanswered|unreturned|ignored @message",
        "@i|am|are|have|been still? waiting|awaiting @adv? for|on? you|your to|call|reply|response|answer|return|callback",
        "still waiting to hear",
        "been waiting to hear|for|on|by",
        "still @adv? no @adv? call|response|reply|answer|word|callback|return",
        "@i @adv? have|had|was|were|am @adv? been? expecting|expected your|you|to a? call|reply|response|to|hear",
        "@i @adv? expected to hear|you",
        "@i|had|have @adv? hoped|hoping to have heard",
        "@i @adv? would|had|have|was @adv? hoped|hoping|thought|expected you would|had|to have|be",
        "would|should|could have heard from you",
        "heard from you by now|already|sooner",
        "hear from you by now|already|sooner",
        "@i|am|are|was @adv? disappointed|frustrated|surprised|puzzled|upset|annoyed|concerned|hurt that? not|you|by|to",
        "what do|does|will|would i|it|one @adv? have|take to @adv? do? to @adv? get a|you",
        "take|takes to get a call|callback|reply|response|answer",
        "return @my call|calls this|for time|once",
        // Several messages, calls and tries.
        "@i @adv? have|had @adv? @adv? left|sent|made|placed|put|written|dropped|recorded you|your|to|with? @adv? @adv? a|quite|the|over|about|at|some? least|good|whole? @several|# _? _? @messages",
        "@i @adv? @adv? left|sent|made|placed|dropped|recorded you|your? @adv? a|quite|the|over|about|at|some? least|good|whole? @several|# _? _? @messages",
        "@i @adv? @adv? leave|left|leaving|send|sending|sent you|your? @messages @adv? @adv? after|and|all|every|for|since|without|on|with|again|last|this|over",
        "@i @adv? have @adv? @adv? been @adv? leaving|sending|calling|trying|emailing|phoning|ringing|chasing|hunting|attempting|struggling|pursuing you|your|messages|voicemails|emails|to|for|and|repeatedly|every|again",
        "@i|have|been|am|are keep|kept @adv? leaving|sending|calling|trying|emailing|phoning|ringing|chasing|getting|reaching|hitting you|your|messages|voicemails|emails|to|and|but|in|the",
        "@i @adv? have|had @adv? @adv? called|phoned|rung|rang|tried|emailed|written|texted|attempted|reached|contacted|pinged|chased you|your|to|calling|out|reaching|emailing|phoning? @adv? @reach|you? you|out|hold|with|to? of|you? @adv? a|quite|some|over|about|at? least|good? @several|# _? _? @messages",
        "@i @adv? @adv? called|phoned|rang|tried|emailed|texted|contacted|pinged|chased you|your|to|calling|reaching|phoning|emailing? @reach|you? you|out|hold|with? of|you? @adv? a|quite|some|over|about|at? least|good? @several|# _? _? @messages",
        "@i @adv? have|had? @adv? @adv? called|phoned|rung|rang|tried|emailed|written|texted|contacted|left|sent you|to|messages|calling|voicemails? @reach? you? twice|thrice|repeatedly|constantly|endlessly|continually|countless|daily",
        "again and again",
        "over and over",
        "time and|after again|time",
        "this|here|it is|marks|makes|will @adv? be? my|our|the|your @nth|last @message|try|time|attempt|follow|followup|reminder",
        "my|our @nth @message|try|attempt|time|reminder",
        "the @nth time i|we|that|calling|trying|reaching|this",
        "for the @nth time",
        "call|message|voicemail|email|attempt|try|time|reminder number # $",
        "after|despite|following|besides @several|#|all|so of|my|our|the|many? of|my|our|the? @adv? _? @messages",
        "in spite of @my? @my? _? @messages",
        "all|each|every|any|none of my|our|the|these|those @messages|message|them",
        "@several|# @messages @adv? and|without|with|but|later|unanswered|already",
        "several|multiple|numerous|repeated|countless|many unanswered? @messages",
        "left @several|# voicemails|messages",
        "tried @several|# times",
        "called @several|# times",
        "one last|final|more time before i|we",
        "one last|final try|attempt|message|call|voicemail|time",
        "last|final attempt|try",
        "beginning|starting to think|wonder|feel|believe you|that|if",
        "chasing|chase|chased|hunting you|down",
        "not @adv? interested|care|bothered in? enough? to|about? call|return|respond|reply|me|us|my",
        "assume|assuming|guess|guessing|suppose|take|gather|figure it|that? you are|have|do not",
        "lost your phone|voice|finger|number",
        "third time is the? a? charm",
        "have|had|did|never not? @adv? @adv? hear|heard a|one single? word|peep|thing|reply|response|sound",
        "you must|are|were be? @adv? too busy|occupied to call|return|respond|reply|answer|talk|pick",
        "i|we know you got|received|heard my|our|the|all @my? @message",
        "said you would @adv? call|get|ring|phone|return|respond|reply",
        "get you to @adv? call|return|respond|reply|answer|pick",
        "@i @adv? have|had? left word _? _? _? @several|# times",
        "would have expected a|to|your|you",
        "message|voicemail|call|email after message|voicemail|call|email",
        "wish you had|would have? @adv? called|returned|responded|replied|answered|gotten|call|return|respond|reply|answer",
        "no one from|at _ _? _? has|have @adv? called|returned|responded|replied|answered|gotten",
        "you @adv? have|did @adv? not @adv? given|give|sent|send @me an|a answer|reply|response|call",
        "you have|had|did not @adv? listened|listen to my|our|the message|messages|voicemail|voicemails",
        "you obviously|clearly|apparently|evidently do|are|did not",
        "this makes|is # @messages",
    ])
});

/// What makes the words after it a possibility: "if I don't hear from you".
const MAYBE: [&str; 9] = ["if", "unless", "case", "until", "should", "whether", "when", "whenever", "before"];

fn look(script: &Script<'_>) -> Vec<Hit> {
    let hit = |found| {
        let why = "This makes them wrong for not answering; nobody calls back to be scolded.";
        Hit::new(script.span(found), why, "I wanted to try you again while I'm at my desk.")
    };
    blamed(&script.words).into_iter().map(hit).collect()
}

pub(super) fn any(words: &[Word]) -> bool {
    !blamed(words).is_empty()
}

fn blamed(words: &[Word]) -> Vec<(usize, usize)> {
    let mut found = PHRASES.all(words);
    found.retain(|found| !possible_only(words, *found) && !compares(words, found.1));
    found
}

/// "I called twice as many plants" compares.
fn compares(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|w| w.text == "as") && words.get(at + 1).is_some_and(|w| w.text == "many" || w.text == "much")
}

/// Whether a condition governs the phrase: one stands up to three words before it, and the phrase tells no past.
fn possible_only(words: &[Word], (start, end): (usize, usize)) -> bool {
    let sentence = words[start].sentence;
    let condition = (start.saturating_sub(3)..=start)
        .rev()
        .take_while(|n| words[*n].sentence == sentence)
        .any(|n| MAYBE.contains(&words[n].text.as_str()) && n < end);
    condition
        && words[start..end]
            .iter()
            .any(|w| matches!(w.text.as_str(), "do" | "does" | "will" | "would" | "are" | "is" | "can" | "could" | "not"))
        && !words[start..end].iter().any(|w| matches!(w.text.as_str(), "did" | "had" | "never" | "still"))
}

#[cfg(test)]
mod tests {
    use super::super::{Context, lint};

    fn blames(script: &str) -> Option<String> {
        lint(script, &Context::default()).findings.into_iter().find(|f| f.rule == "blame").map(|f| f.text)
    }

    #[test]
    fn blame_is_found_in_its_paraphrases() {
        let scripts = [
            "You never called back.",
            "You never called me back about the quote.",
            "You didn't call me back.",
            "You haven't called.",
            "I still haven't heard from you.",
            "I haven’t heard back from you yet.",
            "I have not heard back.",
            "We never heard from you.",
            "I've yet to hear from you.",
            "I've left you three messages.",
            "I've left several messages for you this week.",
            "I have already left a couple of voicemails.",
            "I left you two voice mails last week.",
            "I've called you a few times now.",
            "I've called you 4 times.",
            "I've tried to reach you several times.",
            "I have tried calling you twice.",
            "This is my third message.",
            "This is the fourth time I've called.",
            "This is my third attempt to reach you.",
            "Since you didn't return my call, I'm trying again.",
            "You haven't returned any of my calls.",
            "You did not respond to my e-mail.",
            "You have not replied to my messages.",
            "You haven't gotten back to me.",
            "You never got back to me.",
            "I never got a call back.",
            "I haven't received a reply from you.",
            "I have had no response from you.",
            "There's been no word from you.",
            "My calls have gone unanswered.",
            "My messages went unreturned.",
            "I'm still waiting for your call.",
            "I've been waiting to hear from you.",
            "You said you would call me back.",
            "You promised to call.",
            "You were supposed to get back to me.",
            "Why haven't you called?",
            "You've been ignoring my calls.",
            "You seem to be avoiding me, as you are ignoring my messages.",
            "You failed to return my call.",
            "You've been hard to reach.",
            "You're a hard person to get hold of.",
            "I keep leaving you messages.",
            "I keep calling and you never pick up.",
            "I've been trying to reach you for weeks.",
            "After three voicemails I thought I would try once more.",
            "I expected to hear from you by now.",
            "I thought I would have heard from you by now.",
            "I'm disappointed that you haven't called.",
            "You owe me a call.",
            "As I have not heard from you, I am calling again.",
            "Nobody has returned my calls.",
            "I guess you're not interested.",
            "Haven't heard back from you.",
            "you never called back",
            "since you didnt return my call",
            "I’ve left you multiple messages and you haven’t responded.",
            "I didn't hear back after my last message.",
            "Despite my many messages, nothing came.",
            "It seems you forgot about me.",
            "I've reached out several times without a response.",
            "I left you a couple of messages last week but didn't get a call back.",
            "It's been two weeks and I haven't gotten a response.",
            "You must be too busy to return my calls.",
            "I was hoping you would have called by now.",
            "I know you got my messages.",
            "You never responded to my e-mail.",
            "I called last week and left a message but you didn't call back.",
            "This is my second time calling.",
            "Since I haven't heard from you, I'm calling again.",
            "I've been leaving messages for you.",
            "I have called you numerous times.",
            "I've emailed you twice and left two voicemails.",
            "I'm still waiting to hear back.",
            "You didn't get back to me.",
            "I noticed you haven't responded.",
            "We still have not received your call.",
            "I've tried you a couple of times.",
            "I tried calling you three times this week.",
            "I'm calling again because you did not call back.",
            "It looks like you've been avoiding my calls.",
            "Your assistant said you would call me.",
            "I wonder why you haven't called me back.",
            "I never heard back from you.",
            "I can't seem to get you to call me back.",
            "You've not returned our calls.",
            "We've called repeatedly.",
            "None of my messages have been answered.",
            "After leaving you several messages, I give up.",
            "How come you never called?",
            "I left word with you three times.",
            "I would have expected a call by now.",
            "I've already called you five times this month.",
            "I am disappointed not to have heard back.",
            "I keep getting your voicemail and you never answer.",
            "You have not bothered to return my calls.",
            "I've left message after message.",
            "My last three calls were never returned.",
            "I wish you had called me back.",
            "No one from your office has called me back.",
            "You still haven't given me an answer.",
            "I guess you didn't listen to my message.",
            "You obviously don't want to talk to me.",
            "I've been calling you all week.",
            "This makes four messages now.",
            "I have been patient, but you have not answered.",
        ];
        let missed: Vec<&str> = scripts.into_iter().filter(|script| blames(script).is_none()).collect();
        assert!(missed.is_empty(), "{missed:#?}");
    }

    #[test]
    fn a_warm_word_is_no_blame() {
        let scripts = [
            "I wanted to try you again while I'm at my desk.",
            "I look forward to hearing from you.",
            "If I don't hear from you by Friday, I'll try you Monday at 8.",
            "If you don't pick up, I'll leave the figures in an e-mail.",
            "I left you a message on Tuesday about the night shift; here is one thing I did not say.",
            "You may not have heard of us.",
            "Our customers get three calls a day.",
            "You don't have to call back if the numbers look right to you.",
            "We have sent five trucks to Joliet this week.",
            "We answered two hundred calls for Acme last month.",
            "I heard you speak at FabCon.",
            "I tried you this morning and wanted to add one thing.",
            "I hope to hear from you.",
            "You said you want fewer breakdowns, and I have an idea.",
            "You told me you would like a quote by May.",
            "Three calls a day turn into nine with our list.",
            "Your drivers never call the office twice.",
            "Our hotline never misses a call.",
            "You asked me to call back this week.",
            "Thank you for your message.",
            "I have three ideas for your second shift.",
            "We cut unanswered tickets, and your team gets its evenings back.",
            "I called twice as many plants this year to compare prices.",
            "I promised you a number: it is 14 days.",
            "Companies that never called us before are switching.",
            "If you haven't seen the new rule, I can send it.",
            "When you don't answer a guest, they book elsewhere; we answer for you.",
            "We keep missing each other.",
            "I missed you this morning.",
            "Thanks for getting back to me.",
            "I left a message with your assistant this morning.",
            "Please return my call when you are back.",
            "I look forward to your call.",
            "Call me if you have not seen the new rates.",
            "Have you heard from the county about the permit?",
            "You haven't lost a day to weather this year, and we can keep it so.",
            "We have three calls a week with plants like yours.",
            "Your customers never hear a busy line.",
            "Many people never call back after the first quote; our list brings them back.",
            "I have two messages from Sam for you.",
            "I have not heard a better talk this year.",
            "You did not ask for this, but the numbers are good.",
            "You don't answer to anyone on price, and neither do we.",
            "I will wait for your call at noon.",
            "I called Tom Reyes twice about your line, and he says you should hear this.",
        ];
        let alarms: Vec<(&str, String)> = scripts.into_iter().filter_map(|script| Some((script, blames(script)?))).collect();
        assert!(alarms.is_empty(), "{alarms:#?}");
    }
}

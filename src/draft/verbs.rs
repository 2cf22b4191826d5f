//! The few hundred verb forms by which a headline or an offer is fitted into a sentence. What is not here is quoted, never bent.

/// Base, third person, past, participle in -ing.
const VERBS: &str = "\
accelerate accelerates accelerated accelerating|achieve achieves achieved achieving|acquire acquires acquired acquiring|add adds added adding|\
advise advises advised advising|announce announces announced announcing|appear appears appeared appearing|automate automates automated automating|\
become becomes became becoming|begin begins began beginning|boost boosts boosted boosting|break breaks broke breaking|bring brings brought bringing|\
build builds built building|buy buys bought buying|celebrate celebrates celebrated celebrating|chair chairs chaired chairing|\
clean cleans cleaned cleaning|close closes closed closing|complete completes completed completing|connect connects connected connecting|\
create creates created creating|cut cuts cut cutting|deliver delivers delivered delivering|design designs designed designing|develop develops developed developing|\
discuss discusses discussed discussing|double doubles doubled doubling|earn earns earned earning|enter enters entered entering|\
exhibit exhibits exhibited exhibiting|expand expands expanded expanding|explain explains explained explaining|fill fills filled filling|\
find finds found finding|finish finishes finished finishing|fix fixes fixed fixing|found founds founded founding|\
gain gains gained gaining|get gets got getting|give gives gave giving|grow grows grew growing|handle handles handled handling|help helps helped helping|\
hire hires hired hiring|hold holds held holding|host hosts hosted hosting|improve improves improved improving|increase increases increased increasing|\
inspect inspects inspected inspecting|install installs installed installing|introduce introduces introduced introducing|invest invests invested investing|join joins joined joining|keep keeps kept keeping|\
launch launches launched launching|lead leads led leading|let lets let letting|list lists listed listing|look looks looked looking|lower lowers lowered lowering|\
make makes made making|manage manages managed managing|map maps mapped mapping|match matches matched matching|mark marks marked marking|move moves moved moving|need needs needed needing|\
offer offers offered offering|open opens opened opening|organize organizes organized organizing|partner partners partnered partnering|\
pay pays paid paying|plan plans planned planning|present presents presented presenting|prevent prevents prevented preventing|produce produces produced producing|\
protect protects protected protecting|provide provides provided providing|publish publishes published publishing|raise raises raised raising|reach reaches reached reaching|\
receive receives received receiving|recruit recruits recruited recruiting|recycle recycles recycled recycling|reduce reduces reduced reducing|release releases released releasing|remove removes removed removing|\
repair repairs repaired repairing|replace replaces replaced replacing|report reports reported reporting|run runs ran running|save saves saved saving|search searches searched searching|secure secures secured securing|\
seek seeks sought seeking|sell sells sold selling|serve serves served serving|share shares shared sharing|ship ships shipped shipping|show shows showed showing|\
shorten shortens shortened shortening|sign signs signed signing|simplify simplifies simplified simplifying|speak speaks spoke speaking|speed speeds sped speeding|staff staffs staffed staffing|start starts started starting|\
stop stops stopped stopping|streamline streamlines streamlined streamlining|supply supplies supplied supplying|support supports supported supporting|take takes took taking|talk talks talked talking|teach teaches taught teaching|\
test tests tested testing|track tracks tracked tracking|train trains trained training|triple triples tripled tripling|turn turns turned turning|\
unveil unveils unveiled unveiling|update updates updated updating|upgrade upgrades upgraded upgrading|want wants wanted wanting|welcome welcomes welcomed welcoming|win wins won winning|work works worked working|write writes wrote writing|stay stays stayed staying|choose chooses chose choosing|trust trusts trusted trusting|rely relies relied relying|\
approve approves approved approving|appoint appoints appointed appointing|attract attracts attracted attracting|\
collaborate collaborates collaborated collaborating|commit commits committed committing|contribute contributes contributed contributing|\
debut debuts debuted debuting|deploy deploys deployed deploying|donate donates donated donating|establish establishes established establishing|\
exceed exceeds exceeded exceeding|extend extends extended extending|land lands landed landing|merge merges merged merging|moderate moderates moderated moderating|\
modernize modernizes modernized modernizing|pledge pledges pledged pledging|relocate relocates relocated relocating|reopen reopens reopened reopening|\
roll rolls rolled rolling|strengthen strengthens strengthened strengthening|surpass surpasses surpassed surpassing|\
see sees saw seeing|learn learns learned learning|\
renew renews renewed renewing|recover recovers recovered recovering|prefer prefers preferred preferring|give gives gave giving";

/// Participles that follow "you were".
const PASSIVES: &str = "named awarded recognized recognised appointed promoted honored honoured voted ranked elected certified selected shortlisted \
    nominated chosen featured listed inducted accredited crowned rated";

/// Verbs beside those above by which a clause is known.
const AUXILIARIES: &str = "is are was were has have had will can may does do goes says said went came comes costs cost rises rose falls fell expires ends ended means applies changes changed told tells knows know met attended attends belong belongs gave gives sits sat met";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    /// Carries the base form.
    Third(&'static str),
    Past,
    Gerund,
    Passive,
    Auxiliary,
}

/// The form a word has as a verb, if it is one known here. Where base and past are one ("cut"), base.
pub(super) fn form(word: &str) -> Option<Form> {
    static FORMS: std::sync::OnceLock<std::collections::HashMap<&'static str, Form>> = std::sync::OnceLock::new();
    let forms = FORMS.get_or_init(|| {
        let mut forms = std::collections::HashMap::new();
        for verb in VERBS.split('|') {
            let mut parts = verb.split_whitespace();
            let (Some(base), Some(third), Some(past), Some(gerund)) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
                continue;
            };
            forms.entry(base).or_insert(Form::Base);
            forms.entry(third).or_insert(Form::Third(base));
            forms.entry(past).or_insert(Form::Past);
            forms.entry(gerund).or_insert(Form::Gerund);
        }
        for word in PASSIVES.split_whitespace() {
            forms.insert(word, Form::Passive);
        }
        for word in AUXILIARIES.split_whitespace() {
            forms.insert(word, Form::Auxiliary);
        }
        forms
    });
    forms.get(word).copied()
}

/// The form in -ing of a base or a past: "joining" of "joined".
pub(super) fn gerund(word: &str) -> Option<&'static str> {
    forms_of(word, &[0, 2]).nth(3)
}

/// "join" of "joining"; what is no such form stays.
pub(super) fn base(gerund: &str) -> &str {
    forms_of(gerund, &[3]).next().unwrap_or(gerund)
}

/// "joined" of "join".
pub(super) fn past(base: &str) -> Option<&'static str> {
    forms_of(base, &[0]).nth(2)
}

/// The four forms of the verb that has the word at one of these places.
fn forms_of(word: &str, places: &[usize]) -> impl Iterator<Item = &'static str> {
    let verb = VERBS.split('|').find(|verb| verb.split_whitespace().enumerate().any(|(n, form)| form == word && places.contains(&n)));
    verb.unwrap_or("").split_whitespace()
}

/// Whether a word can be the verb of a clause whose subject stands before it.
pub(super) fn finite(word: &str) -> bool {
    matches!(form(word), Some(Form::Third(_) | Form::Past | Form::Auxiliary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verb_has_four_forms() {
        for verb in VERBS.split('|') {
            assert_eq!(verb.split_whitespace().count(), 4, "{verb}");
        }
        assert_eq!(form("opens"), Some(Form::Third("open")));
        assert_eq!(form("hiring"), Some(Form::Gerund));
        assert_eq!(form("named"), Some(Form::Passive));
        assert_eq!(form("table"), None);
        assert_eq!((gerund("joined"), gerund("receive"), gerund("table")), (Some("joining"), Some("receiving"), None));
        assert_eq!((past("win"), past("winning")), (Some("won"), None));
    }
}

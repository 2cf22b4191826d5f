//! Pages that hold nobody to call: a login, a list of search results, an error, an article.

use super::{
    dom::{Dom, El},
    head::Head,
    structured::{Entity, Kind, Role},
    text::line::Line,
};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// May hold somebody.
    Any,
    /// Says by its title that it holds somebody: contact, about us, our team.
    Introduction,
    Login,
    /// An application that the user is signed in to: a dashboard, a mailbox, a list of records.
    Application,
    Search,
    Error,
    Article,
}

/// What the page is for, as far as that rules out that it holds somebody to call.
pub(super) fn purpose(dom: &Dom, lines: &[Line], head: &Head, entities: &[Entity]) -> Purpose {
    let title = format!("{} {}", dom.title(), dom.all("h1").next().map(El::words).unwrap_or_default()).to_lowercase();
    let titled = |phrases: &[&str]| phrases.iter().any(|phrase| says(&title, phrase));
    let words = dom.text().split_ascii_whitespace().take(3_000).count();
    let length = |line: &&Line| line.text.len();
    let prose: usize = lines.iter().filter(|line| line.text.len() > 140 && line.text.contains(". ")).map(|line| length(&line)).sum();
    if titled(&ERRORS) && words < 700 {
        return Purpose::Error;
    }
    let passwords = dom.all("input").filter(|input| input.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("password"))).count();
    let introduces = titled(&INTRODUCTIONS);
    if passwords > 0 && words < 250 && !introduces || titled(&LOGINS) && (passwords > 0 || words < 500) {
        // A house's front page may hold a field to log in by and say how to reach the house.
        let name = dom.title().to_lowercase();
        let is_front = words >= 120 && !name.is_empty() && !LOGINS.iter().any(|phrase| says(&name, phrase));
        return if is_front { Purpose::Application } else { Purpose::Login };
    }
    // A forum's lists of threads hold nobody, though they are somebody's.
    if dom.title().split(|c: char| !c.is_alphanumeric()).any(|word| FORUMS.iter().any(|forum| word.to_lowercase() == *forum)) && !introduces
    {
        return Purpose::Application;
    }
    if titled(&SEARCHES) || asks(head.address.or(dom.url())) {
        return Purpose::Search;
    }
    let marked = |kind: Kind| entities.iter().filter(move |entity| entity.kind == kind && entity.role <= Role::Listed);
    let is_marked = marked(Kind::Article).any(|entity| entity.source != crate::fact::Source::Microformats);
    let about_somebody =
        entities.iter().any(|entity| entity.role == Role::About && matches!(entity.kind, Kind::Person | Kind::Organization));
    let told = usize::from(is_marked)
        + usize::from(head.is_dated)
        + usize::from(head.kind.is_some_and(|kind| kind.eq_ignore_ascii_case("article")))
        + usize::from(has_byline(lines));
    if !about_somebody && !introduces && prose > 900 && (told >= 2 || is_marked || head.is_dated) {
        return Purpose::Article;
    }
    if introduces {
        Purpose::Introduction
    } else if !about_somebody && signs_out(dom) {
        Purpose::Application
    } else {
        Purpose::Any
    }
}

/// Whether a title holds a phrase that begins where a word begins: a "blog online" is no "log on".
fn says(title: &str, phrase: &str) -> bool {
    let inner = phrase.starts_with(char::is_alphanumeric);
    title.match_indices(phrase).any(|(at, _)| !inner || !title.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric)))
}

fn signs_out(dom: &Dom) -> bool {
    let mut controls = dom.elements().filter(|el| matches!(el.tag(), "a" | "button"));
    controls.any(|el| SIGN_OUTS.iter().any(|words| words.eq_ignore_ascii_case(el.text())))
}

const SIGN_OUTS: [&str; 9] =
    ["log out", "logout", "sign out", "log off", "abmelden", "ausloggen", "déconnexion", "se déconnecter", "cerrar sesión"];

/// An address that holds a query: `?q=`, `/search/`.
fn asks(address: Option<&str>) -> bool {
    let Some(address) = address else { return false };
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let asked = query
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .any(|(name, value)| !value.is_empty() && ["q", "s", "query", "search", "keyword", "keywords", "search_query"].contains(&name));
    asked || path.trim_end_matches('/').ends_with("/search")
}

/// "By Ada Byron", "Posted on 4 May": a line of its own near the top.
fn has_byline(lines: &[Line]) -> bool {
    lines.iter().filter(|line| line.text.len() < 90).take(200).any(|line| {
        let lower = line.text.to_lowercase();
        ["by ", "posted by ", "posted on ", "published ", "written by ", "updated ", "von "].iter().any(|lead| lower.starts_with(lead))
            && (lower.bytes().any(|b| b.is_ascii_digit()) || line.text.split_whitespace().count() <= 5)
    })
}

const INTRODUCTIONS: [&str; 16] = [
    "contact",
    "about us",
    "about ",
    "kontakt",
    "impressum",
    "our team",
    "staff",
    "directory",
    "über uns",
    "the team",
    "who we are",
    "contacto",
    "nous contacter",
    "get in touch",
    "leadership",
    "management team",
];

const ERRORS: [&str; 21] = [
    "under maintenance",
    "| maintenance",
    "404",
    "page not found",
    "not found",
    "403 forbidden",
    "access denied",
    "server error",
    "bad gateway",
    "service unavailable",
    "page unavailable",
    "seite nicht gefunden",
    "page introuvable",
    "página no encontrada",
    "error 5",
    "something went wrong",
    "pagina non trovata",
    "nie znaleziono",
    "страница не найдена",
    "ページが見つかりません",
    "niet gevonden",
];

const LOGINS: [&str; 47] = [
    "new account",
    "forgot",
    "passwort",
    "mot de passe",
    "contraseña",
    "shopping cart",
    "warenkorb",
    "checkout",
    "log in",
    "login",
    "sign in",
    "signin",
    "log on",
    "logon",
    "sign up",
    "signup",
    "register",
    "registration",
    "password",
    "create account",
    "create an account",
    "anmelden",
    "anmeldung",
    "connexion",
    "iniciar sesión",
    "member area",
    "registrieren",
    "my account",
    "members portal",
    "member portal",
    "パスワード",
    "ログイン",
    "登录",
    "로그인",
    "вход в",
    "авторизация",
    "регистрация",
    "logowanie",
    "zaloguj",
    "rejestracja",
    "inloggen",
    "přihlášení",
    "giriş yap",
    "bejelentkezés",
    "accedi",
    "acceder",
    "cadastre-se",
];

const FORUMS: [&str; 5] = ["forum", "forums", "foro", "форум", "phpbb"];

const SEARCHES: [&str; 16] = [
    "search result",
    "search for",
    "suchergebnis",
    "résultats de recherche",
    "resultados de",
    "results for",
    "advanced search",
    "search -",
    "| search",
    "wyniki wyszukiwania",
    "zoekresultaten",
    "risultati della ricerca",
    "risultati di ricerca",
    "検索結果",
    "результаты поиска",
    "sökresultat",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blog_online_is_no_log_on() {
        let logs_in = |title: &str| LOGINS.iter().any(|phrase| says(title, phrase));
        assert!(logs_in("log on to engines") && logs_in("engines: sign in") && logs_in("パスワード再設定 / engines"));
        assert!(!logs_in("business training blog online | engines"));
    }
}

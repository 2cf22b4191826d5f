//! Where on the workbench: the part of the address behind `#/`, so that every screen has an address and the back button works.

/// A screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) enum Route {
    #[default]
    Due,
    People,
    /// By the notebook's id.
    Person(String),
    Pins,
    Results,
    /// A pinned script or a starter by its id; none: what the popup laid down.
    Rehearse(Option<String>),
    Exchange,
    Privacy,
    Settings,
    About,
    /// The first steps after installing.
    Welcome,
}

impl Route {
    pub(crate) fn of(hash: &str) -> Self {
        let path = hash.trim_start_matches(['#', '/']);
        match path.split_once('/') {
            Some(("person", id)) if id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) => Self::Person(id.to_owned()),
            Some(("rehearse", id))
                if !id.is_empty() && id.len() <= 32 && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') =>
            {
                Self::Rehearse(Some(id.to_owned()))
            }
            _ => match path {
                "pins" => Self::Pins,
                "results" => Self::Results,
                "rehearse" => Self::Rehearse(None),
                "people" => Self::People,
                "exchange" => Self::Exchange,
                "privacy" => Self::Privacy,
                "settings" => Self::Settings,
                "about" => Self::About,
                "welcome" => Self::Welcome,
                _ => Self::Due,
            },
        }
    }

    pub(crate) fn address(&self) -> String {
        match self {
            Self::Due => "#/due".into(),
            Self::People => "#/people".into(),
            Self::Person(id) => format!("#/person/{id}"),
            Self::Pins => "#/pins".into(),
            Self::Results => "#/results".into(),
            Self::Rehearse(None) => "#/rehearse".into(),
            Self::Rehearse(Some(id)) => format!("#/rehearse/{id}"),
            Self::Exchange => "#/exchange".into(),
            Self::Privacy => "#/privacy".into(),
            Self::Settings => "#/settings".into(),
            Self::About => "#/about".into(),
            Self::Welcome => "#/welcome".into(),
        }
    }
}

/// What the address says now.
pub(super) fn here() -> Route {
    Route::of(&web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default())
}

pub(super) fn go(to: &Route) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(&to.address());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_has_an_address() {
        let id = "0123456789abcdef0123456789abcdef".to_owned();
        let others = [
            Route::Exchange,
            Route::Privacy,
            Route::Settings,
            Route::About,
            Route::Welcome,
            Route::Pins,
            Route::Results,
            Route::Rehearse(None),
        ];
        let stage = Route::Rehearse(Some("five-steps".into()));
        for route in [Route::Due, Route::People, Route::Person(id), stage].into_iter().chain(others) {
            assert_eq!(Route::of(&route.address()), route);
        }
        for nowhere in ["", "#", "#/person/", "#/person/__proto__", "#/x/y", "#/é", "#/rehearse/é", "#/rehearse/a/b"] {
            assert_eq!(Route::of(nowhere), Route::Due, "{nowhere}");
        }
    }
}

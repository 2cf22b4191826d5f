//! What a popup, panel or sidebar shows, by the attributes that stay.

use serde_json::Value;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    pub ready: String,
    pub name: String,
    pub telephone: String,
    pub decision: String,
    pub action: String,
    pub headline: String,
    pub because: String,
    pub script: String,
    pub errors: Vec<String>,
}

impl Shown {
    /// From what [`SHOWN`] gave.
    pub fn of(told: &Value) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().trim().to_owned();
        let list = |value: &Value| value.as_array().map(|all| all.iter().map(text).collect()).unwrap_or_default();
        Self {
            ready: text(&told["ready"]),
            name: text(&told["name"]),
            telephone: text(&told["telephone"]),
            decision: text(&told["decision"]),
            action: text(&told["action"]),
            headline: text(&told["headline"]),
            because: text(&told["because"]),
            script: text(&told["script"]),
            errors: list(&told["errors"]),
        }
    }
}

/// Asks the page for it.
pub const SHOWN: &str = "(() => {
    const words = (css) => { const e = document.querySelector(css); return e && (e.value ?? e.textContent) };
    const fact = (name) => { const e = document.querySelector(`[data-part=who] [data-fact=${name}]`);
                             return e && (e.value ?? e.querySelector('input')?.value ?? e.textContent) };
    const decision = document.querySelector('[data-part=decision]');
    return {
        ready: document.documentElement.dataset.ready, name: fact('name'), telephone: fact('telephone'),
        decision: decision?.dataset.decision, action: decision?.dataset.action,
        headline: words('[data-part=decision] h2'), because: words('[data-part=decision] .why'),
        script: words('textarea[data-script]'),
        errors: [...document.querySelectorAll('[data-error]')].filter(e => e.checkVisibility()).map(e => e.textContent),
    };
})()";

//! A real Chromium, driven over the DevTools protocol: pages, the toolbar button, the popup it opens, and the clock they see.
//!
//! Every page and popup is held before its first line of code runs, until the test's clock is in it.

mod drive;
mod page;
mod start;
mod wire;

use std::{collections::HashMap, process::Child, time::Duration};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use self::wire::Wire;
pub use self::{page::Page, start::executable, wire::Event};
use crate::driven::Driven;
pub use crate::driven::{Options, unix_milliseconds};

pub struct Browser {
    child: Child,
    wire: Wire,
    /// Sessions of the targets we were attached to, by target id.
    sessions: HashMap<String, Attached>,
    /// Milliseconds that the pages' clocks run ahead.
    ahead: Option<i64>,
    /// Every address that a page, popup or worker asked for: who asked (its session), and what.
    requests: Vec<(String, String)>,
    /// What was thrown and not caught, and what went to the console as an error.
    complaints: Vec<String>,
}

#[derive(Debug, Clone)]
struct Attached {
    session: String,
    kind: String,
}

impl Browser {
    /// What the user answers when this origin asks for a permission, `microphone` for instance.
    pub fn permit(&mut self, origin: &str, permission: &str, allowed: bool) -> Result<()> {
        let setting = if allowed { "granted" } else { "denied" };
        self.send("", "Browser.setPermission", json!({"permission": {"name": permission}, "setting": setting, "origin": origin}))?;
        Ok(())
    }

    /// Opens a tab and waits for nothing.
    pub fn open_at_once(&mut self, url: &str) -> Result<Page> {
        let made = self.send("", "Target.createTarget", json!({"url": url}))?;
        let target = made["targetId"].as_str().context("Chromium told no target")?.to_owned();
        self.attached(&target)
    }

    fn trigger(&mut self, extension: &str, page: &Page) -> Result<()> {
        // The action belongs to the tab around the page, which is a target of its own.
        let tabs = self.send("", "Target.getTargets", json!({"filter": [{"type": "tab"}]}))?;
        let url = self.eval(page, "document.URL")?;
        let all: Vec<Value> = tabs["targetInfos"].as_array().cloned().unwrap_or_default();
        let tab = all.iter().find(|tab| tab["url"] == url).with_context(|| format!("no tab shows {url}"))?;
        self.send("", "Extensions.triggerAction", json!({"id": extension, "targetId": tab["targetId"]}))?;
        Ok(())
    }

    /// Id, kind and address of every page there is. A popup is of the kind `page` or, for a moment, `other`.
    pub fn targets(&mut self) -> Result<Vec<(String, String, String)>> {
        let told = self.send("", "Target.getTargets", json!({"filter": [{}]}))?;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let infos = told["targetInfos"].as_array().cloned().unwrap_or_default();
        let all = infos.iter().map(|info| (text(&info["targetId"]), text(&info["type"]), text(&info["url"])));
        Ok(all.filter(|(_, kind, _)| kind != "tab").collect())
    }

    /// Every address asked for so far, by anything but the browser itself.
    pub fn requests(&mut self) -> Result<Vec<String>> {
        self.listen(Duration::ZERO)?;
        Ok(self.requests.iter().map(|(_, url)| url.clone()).collect())
    }

    /// Every address that this page asked for.
    pub fn requests_of(&mut self, page: &Page) -> Result<Vec<String>> {
        self.listen(Duration::ZERO)?;
        Ok(self.requests.iter().filter(|(session, _)| *session == page.session).map(|(_, url)| url.clone()).collect())
    }

    /// Uncaught errors and console errors of every page and worker so far.
    pub fn complaints(&mut self) -> Result<Vec<String>> {
        self.listen(Duration::ZERO)?;
        Ok(self.complaints.clone())
    }

    /// Waits until the user has closed the last window.
    pub fn wait_for_user(mut self) -> Result<()> {
        while self.child.try_wait()?.is_none() {
            if self.listen(Duration::from_millis(200)).is_err() {
                break;
            }
        }
        self.child.wait()?;
        Ok(())
    }

    fn send(&mut self, session: &str, method: &str, params: Value) -> Result<Value> {
        self.wire.send(session, method, params)
    }

    /// The end of a press: what the press does may close the page before it answers, as the button that opens the panel closes the popup.
    fn send_last(&mut self, page: &Page, method: &str, params: Value) -> Result<()> {
        match self.send(&page.session, method, params) {
            Err(error) if !error.is::<wire::Gone>() => Err(error),
            _ => Ok(()),
        }
    }

    /// Has every new page wait for us before its first line.
    fn hold_new_targets(&mut self, session: &str) -> Result<()> {
        let filter = json!([{"type": "browser", "exclude": true}, {"type": "tab", "exclude": true}, {}]);
        let how = json!({"autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true, "filter": filter});
        self.send(session, "Target.setAutoAttach", how)?;
        Ok(())
    }

    /// Hears what came in, and waits that long for more.
    fn listen(&mut self, patience: Duration) -> Result<()> {
        let mut patience = patience;
        while let Some(event) = self.wire.event(patience)? {
            self.hear(event)?;
            patience = Duration::ZERO;
        }
        Ok(())
    }

    fn hear(&mut self, event: Event) -> Result<()> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        match event.method.as_str() {
            "Target.attachedToTarget" => {
                let session = text(&event.params["sessionId"]);
                let info = &event.params["targetInfo"];
                let attached = Attached { session: session.clone(), kind: text(&info["type"]) };
                self.sessions.insert(text(&info["targetId"]), attached);
                self.prepare(&session)?;
            }
            "Target.detachedFromTarget" => {
                let session = text(&event.params["sessionId"]);
                self.sessions.retain(|_, attached| attached.session != session);
            }
            "Network.requestWillBeSent" => self.requests.push((event.session, text(&event.params["request"]["url"]))),
            "Runtime.exceptionThrown" => {
                let details = &event.params["exceptionDetails"];
                let thrown = details["exception"]["description"].as_str().or(details["text"].as_str()).unwrap_or_default();
                self.complaints.push(thrown.to_owned());
            }
            "Runtime.consoleAPICalled" if event.params["type"] == "error" => {
                let words = event.params["args"].as_array().cloned().unwrap_or_default();
                let words: Vec<String> = words.iter().map(|word| text(&word["description"]) + &text(&word["value"])).collect();
                self.complaints.push(words.join(" "));
            }
            "Log.entryAdded" if event.params["entry"]["level"] == "error" => self.complaints.push(text(&event.params["entry"]["text"])),
            _ => {}
        }
        Ok(())
    }

    /// Puts the clock and our ears into a target that waits for it, and lets it go. None of it is waited for: a target may be gone already.
    fn prepare(&mut self, session: &str) -> Result<()> {
        for domain in ["Runtime.enable", "Network.enable", "Log.enable", "Page.enable"] {
            self.wire.post(session, domain, json!({}))?;
        }
        if let Some(ahead) = self.ahead {
            let source = format!("({CLOCK})({ahead})");
            self.wire.post(session, "Page.addScriptToEvaluateOnNewDocument", json!({"source": source}))?;
            // A worker has no page: its clock is set by hand.
            self.wire.post(session, "Runtime.evaluate", json!({"expression": source}))?;
        }
        self.wire.post(session, "Runtime.runIfWaitingForDebugger", json!({}))?;
        Ok(())
    }

    fn attached(&mut self, target: &str) -> Result<Page> {
        let session =
            self.until("a page could be driven", |browser| Ok(browser.sessions.get(target).map(|there| there.session.clone())))?;
        Ok(Page { target: target.to_owned(), session })
    }

    /// The extension's background worker, where it runs at the moment.
    pub fn worker(&mut self) -> Result<Option<Page>> {
        self.listen(Duration::ZERO)?;
        let found = self.sessions.iter().find(|(_, attached)| attached.kind == "service_worker");
        Ok(found.map(|(target, attached)| Page { target: target.clone(), session: attached.session.clone() }))
    }
}

const CLOCK: &str = include_str!("clock.js");

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.end();
    }
}

impl std::fmt::Debug for Browser {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Browser").field("pid", &self.child.id()).finish_non_exhaustive()
    }
}

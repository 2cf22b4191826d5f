//! The DevTools protocol: JSON commands and events over one web socket.

use std::{
    collections::VecDeque,
    net::TcpStream,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use tungstenite::{Message, WebSocket, stream::MaybeTlsStream};

use crate::patience::Patience;

pub(super) struct Wire {
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    last: u64,
    events: VecDeque<Event>,
}

/// Something the browser said by itself.
#[derive(Debug, Clone)]
pub struct Event {
    /// The session it came through; empty for the browser's own.
    pub session: String,
    pub method: String,
    pub params: Value,
}

/// The page was closed before it answered this command.
#[derive(Debug)]
pub(super) struct Gone(String);

impl std::fmt::Display for Gone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the page went away during {}", self.0)
    }
}

impl std::error::Error for Gone {}

/// No command of ours takes longer, on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long one read waits.
const TICK: Duration = Duration::from_secs(1);

impl Wire {
    pub(super) fn connect(url: &str) -> Result<Self> {
        let (socket, _) = tungstenite::connect(url).with_context(|| format!("could not talk to Chromium at {url}"))?;
        Ok(Self { socket, last: 0, events: VecDeque::new() })
    }

    /// Sends a command and waits for its answer. Events that come in between are kept.
    pub(super) fn send(&mut self, session: &str, method: &str, params: Value) -> Result<Value> {
        let id = self.post(session, method, params)?;
        let mut patience = Patience::of(PATIENCE);
        loop {
            let Some(mut said) = self.read(TICK)? else {
                if patience.is_over() {
                    bail!("Chromium did not answer {method}");
                }
                continue;
            };
            if said["id"] != id {
                // Chromium forgets what was asked of a page that goes away meanwhile.
                let gone = said["method"] == "Target.detachedFromTarget" && said["params"]["sessionId"] == session;
                self.keep(said);
                if gone {
                    return Err(Gone(method.to_owned()).into());
                }
                continue;
            }
            if let Some(error) = said["error"]["message"].as_str() {
                if error.contains("Session with given id not found") {
                    return Err(Gone(method.to_owned()).into());
                }
                bail!("{method}: {error}");
            }
            return Ok(said["result"].take());
        }
    }

    /// Sends a command whose answer does not matter.
    pub(super) fn post(&mut self, session: &str, method: &str, params: Value) -> Result<u64> {
        self.last += 1;
        let mut command = json!({"id": self.last, "method": method, "params": params});
        if !session.is_empty() {
            command["sessionId"] = session.into();
        }
        self.socket.send(Message::text(command.to_string())).with_context(|| format!("Chromium is gone, could not send {method}"))?;
        Ok(self.last)
    }

    /// The next event, or nothing where none comes in that time.
    pub(super) fn event(&mut self, patience: Duration) -> Result<Option<Event>> {
        let end = Instant::now() + patience;
        while self.events.is_empty() {
            match self.read(end.saturating_duration_since(Instant::now()))? {
                Some(said) => self.keep(said),
                None => return Ok(None),
            }
        }
        Ok(self.events.pop_front())
    }

    fn keep(&mut self, mut said: Value) {
        if let Some(method) = said["method"].as_str().map(str::to_owned) {
            let session = said["sessionId"].as_str().unwrap_or_default().to_owned();
            self.events.push_back(Event { session, method, params: said["params"].take() });
        }
    }

    /// One message, or nothing where none comes in that time.
    fn read(&mut self, patience: Duration) -> Result<Option<Value>> {
        if let MaybeTlsStream::Plain(stream) = self.socket.get_ref() {
            stream.set_read_timeout(Some(patience.max(Duration::from_millis(1))))?;
        }
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => return Ok(Some(serde_json::from_str(&text)?)),
                Ok(_) => {}
                Err(tungstenite::Error::Io(error))
                    if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) =>
                {
                    return Ok(None);
                }
                // A read with a time limit is not taken up again by itself where the program was stopped and went on.
                Err(tungstenite::Error::Io(error)) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error).context("Chromium hung up"),
            }
        }
    }
}

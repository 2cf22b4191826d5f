//! Marionette, which Firefox brings along: JSON over a plain TCP socket, each message behind its length in bytes and a colon.

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::TcpStream,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use crate::patience::Patience;

pub(super) struct Wire {
    socket: BufReader<Patient>,
    last: u64,
}

/// No command of ours takes longer, on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(240);
/// How long one read waits.
const TICK: Duration = Duration::from_secs(1);
/// No message is larger; a length beyond it is no length.
const LARGEST: usize = 256 * 1024 * 1024;

impl Wire {
    pub(super) fn connect(port: u16) -> Result<Self> {
        let socket = TcpStream::connect(("127.0.0.1", port)).with_context(|| format!("could not talk to Firefox at port {port}"))?;
        socket.set_read_timeout(Some(TICK))?;
        socket.set_nodelay(true)?;
        let mut wire = Self { socket: BufReader::new(Patient(socket)), last: 0 };
        let hello = wire.read()?;
        if hello["marionetteProtocol"] != 3 {
            bail!("Firefox speaks another protocol: {hello}");
        }
        Ok(wire)
    }

    /// Sends a command and waits for its answer.
    pub(super) fn send(&mut self, command: &str, params: &Value) -> Result<Value> {
        self.last += 1;
        let message = json!([0, self.last, command, params]).to_string();
        let Patient(socket) = self.socket.get_mut();
        socket
            .write_all(format!("{}:{message}", message.len()).as_bytes())
            .with_context(|| format!("Firefox is gone, could not send {command}"))?;
        loop {
            let mut said = self.read().with_context(|| format!("Firefox did not answer {command}"))?;
            if said[1] != self.last {
                continue;
            }
            let error = &said[2];
            if !error.is_null() {
                bail!("{command}: {}", error["message"].as_str().unwrap_or_default());
            }
            return Ok(said[3].take());
        }
    }

    fn read(&mut self) -> Result<Value> {
        let mut length = Vec::new();
        self.socket.by_ref().take(20).read_until(b':', &mut length)?;
        let digits = length.strip_suffix(b":").context("Firefox hung up")?;
        let length: usize = std::str::from_utf8(digits)?.parse().context("Firefox told no length")?;
        if length > LARGEST {
            bail!("Firefox announced {length} bytes");
        }
        let mut message = vec![0; length];
        self.socket.read_exact(&mut message)?;
        Ok(serde_json::from_slice(&message)?)
    }
}

/// Reads as long as our patience lasts, taking up again a read that came to its time limit or was stopped with the program.
struct Patient(TcpStream);

impl Read for Patient {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut patience = Patience::of(PATIENCE);
        loop {
            match self.0.read(into) {
                Err(error)
                    if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut | io::ErrorKind::Interrupted)
                        && !patience.is_over() => {}
                told => return told,
            }
        }
    }
}

//! When and how to call: limits, calling hours, windows, the call budget and the ways round voicemail.

pub mod budget;
mod contacts;
pub mod hours;
pub mod limits;
pub mod routes;
pub mod windows;

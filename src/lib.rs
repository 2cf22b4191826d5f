//! After the Tone: leave a voicemail or skip it.
//!
//! The way of the data, in reading order: a click takes a [`snapshot`], [`page`] reads [`fact`]s about a [`prospect`] from it, the app
//! puts them with answers, settings and the [`touch`] log into a [`situation`], [`checklist`] asks it questions, a [`playbook`] weighs
//! the findings, [`draft`] writes the message, [`decide`] composes the decision, and what was done becomes a touch again.
//!
//! The core asks no clock, disk, network or random number: `now` and ids are arguments.

pub mod carried;
pub mod order;

pub mod fact;
pub mod moment;
pub mod numbering;
pub mod snapshot;

pub mod prospect;

pub mod page;

pub mod touch;

pub mod situation;

pub mod history;

pub mod store;

pub mod playbook;

pub mod calling;

pub mod checklist;

pub mod draft;

pub mod decide;

pub mod plan;

pub mod due;

pub mod results;

pub mod exchange;

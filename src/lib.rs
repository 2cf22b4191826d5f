//! After the Tone: leave a voicemail or skip it.
//!
//! The way of the data, in reading order: a click takes a [`snapshot`], [`page`] reads [`fact`]s from it, the app puts them with
//! answers, settings and the touch log into a [`situation`], [`checklist`] asks it questions, a [`playbook`] weighs the findings,
//! [`decide`] composes the decision, [`draft`] writes the message, and what was done becomes a touch in [`touch`] and [`store`].
//!
//! The core asks no clock, disk, network or random number: `now` and ids are arguments.

pub mod decide;
pub mod draft;
pub mod fact;
pub mod moment;
pub mod page;
pub mod prospect;
pub mod situation;
pub mod snapshot;
pub mod store;
pub mod touch;

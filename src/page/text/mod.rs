//! The visible words of a page: who is named in them, and as what. Here peers find nothing.

mod column;
mod employer;
pub(super) mod eponym;
mod lead;
pub(super) mod line;
mod mark;
pub(super) mod name;
pub(super) mod pattern;
pub(super) mod people;
mod setting;
pub(super) mod title;

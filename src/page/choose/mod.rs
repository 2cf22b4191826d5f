//! From everything that was found to one prospect and the others, each choice with its reason.

mod employer;
mod main;
mod somebody;

pub(super) use self::{
    employer::{employed, is_event},
    main::{Main, main},
    somebody::{About, Somebody, add_eponyms, somebodies},
};

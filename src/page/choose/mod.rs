//! From everything that was found to one prospect and the others, each choice with its reason.

mod main;
mod somebody;

pub(super) use self::{
    main::{Main, main},
    somebody::{Somebody, somebodies},
};

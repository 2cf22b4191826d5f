//! Where the prospect is.
pub mod country;

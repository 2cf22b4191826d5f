//! What others decide and the house only carries: the world's numbering plans and time zones.
//!
//! A native program holds both. The browser's programs are given them as they start, because they share one copy of each.

use std::{borrow::Cow, sync::OnceLock};

#[derive(Debug, Default)]
pub struct Carried {
    /// `numbering/plans.deflate`
    pub plans: Cow<'static, [u8]>,
    /// `moment/zones.txt`
    pub zones: Cow<'static, str>,
}

static CARRIED: OnceLock<Carried> = OnceLock::new();

/// Before anything else is asked of the core: what is given later is not taken.
pub fn give(carried: Carried) {
    let _ = CARRIED.set(carried);
}

pub(crate) fn plans() -> &'static [u8] {
    &carried().plans
}

pub(crate) fn zones() -> &'static str {
    &carried().zones
}

fn carried() -> &'static Carried {
    CARRIED.get_or_init(held)
}

#[cfg(feature = "carried")]
fn held() -> Carried {
    Carried { plans: Cow::Borrowed(include_bytes!("numbering/plans.deflate")), zones: Cow::Borrowed(include_str!("moment/zones.txt")) }
}

/// No number is known, and no zone.
#[cfg(not(feature = "carried"))]
fn held() -> Carried {
    Carried::default()
}

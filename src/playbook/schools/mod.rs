//! One school a file.

pub(super) mod always_leave;
pub(super) mod balanced;
pub(super) mod it_depends;
pub(super) mod persistent;
pub(super) mod referral_only;

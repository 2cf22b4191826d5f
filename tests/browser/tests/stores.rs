//! One contract, every store of the browser's.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use aftertone_browser_tests::stores::every_store_holds;
use xtask::chromium::Browser;

#[test]
fn every_store_holds_to_the_contract() {
    every_store_holds::<Browser>();
}

//! One contract, every store of the browser's.

use aftertone_browser_tests::stores::every_store_holds;
use xtask::firefox::Browser;

#[test]
fn every_store_holds_to_the_contract() {
    every_store_holds::<Browser>();
}

//! What the browser tests' contract.html loads; not shipped.

fn main() {
    aftertone_extension::contract();
}

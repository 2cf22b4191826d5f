//! What workbench.html loads.

fn main() {
    aftertone_extension::workbench();
}

//! What the popup, the side panel and the try page load.

fn main() {
    aftertone_extension::popup();
}

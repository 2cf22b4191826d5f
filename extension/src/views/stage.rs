//! The try page's other half: the sample as it stands in a browser, and a box for a page of one's own.

use sycamore::prelude::*;

use super::paste;
use crate::app::{App, sample};

pub(super) fn stage(app: App) -> View {
    let paste = paste::paste(app);
    let address = format!("samples/{}.html", sample());
    view! {
        div(class="stage") {
            iframe(class="sample", src=address, title="sample_page", "sandbox"="")
            (paste)
        }
    }
}

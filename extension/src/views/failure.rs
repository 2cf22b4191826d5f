//! What is left to say when the program itself fails. It can no longer be trusted with views, so the sentence is put there by hand.

use crate::words::say::say;

/// One sentence at the top of the page, once.
pub(crate) fn show() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    if matches!(document.query_selector("[data-error=program]"), Ok(Some(_)) | Err(_)) {
        return;
    }
    let (Ok(line), Some(body)) = (document.create_element("p"), document.body()) else { return };
    let _ = line.set_attribute("data-error", "program");
    let _ = line.set_attribute("role", "alert");
    line.set_text_content(Some(&say("program_failed")));
    let _ = body.insert_before(&line, body.first_child().as_ref());
}

//! Icons drawn by us, as inline SVG: never the only carrier of a meaning, so hidden from screen readers.

use sycamore::prelude::*;

/// 24 units wide and high, strokes only.
pub(crate) fn icon(path: &'static str) -> View {
    view! {
        svg(class="icon", viewBox="0 0 24 24", "aria-hidden"="true", "focusable"="false") {
            path(d=path)
        }
    }
}

/// A bubble with a tail: say it.
pub(crate) const LEAVE: &str = "M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12.5h5";
/// A handset with an arrow coming in.
pub(crate) const CALL_BACK: &str = "M5 4l4 1 1 4-2 2a12 12 0 0 0 5 5l2-2 4 1 1 4c-9 1-16-6-15-15zM20 4l-6 6m0-5v5h5";
pub(crate) const PHONE: &str = "M5 4l4 1 1 4-2 2a12 12 0 0 0 5 5l2-2 4 1 1 4c-9 1-16-6-15-15z";
/// A pencil.
pub(crate) const FIX: &str = "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4";
/// The zero key.
pub(crate) const ZERO: &str = "M5 3h14v18H5zM12 7.5c2 0 3 2 3 4.5s-1 4.5-3 4.5-3-2-3-4.5 1-4.5 3-4.5z";
/// A handset lying down.
pub(crate) const HANG_UP: &str = "M3 14c5-5.5 13-5.5 18 0l-2 3-4-1.5v-3c-2-.6-4-.6-6 0v3L5 17z";
/// A moon.
pub(crate) const REST: &str = "M19 14.5A8 8 0 0 1 9.5 5 8 8 0 1 0 19 14.5z";
pub(crate) const CLOCK: &str = "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2.5";
/// A ring with a bar.
pub(crate) const STOP: &str = "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6 6l12 12";
pub(crate) const SEARCH: &str = "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L20 20";
/// A tape's two reels.
pub(crate) const VOICEMAIL: &str = "M7 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM17 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM7 16h10";
pub(crate) const EMAIL: &str = "M3.5 6h17v12h-17zM4 6.5l8 6.5 8-6.5";
/// Two bubbles.
pub(crate) const TALK: &str = "M3 4h12v8H8l-3 3v-3H3zM18 9h3v8h-2v3l-3-3h-6v-2";
pub(crate) const REREAD: &str = "M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 3.5v4h-4";
pub(crate) const PANEL: &str = "M3.5 5h17v14h-17zM14 5v14";
pub(crate) const GEAR: &str = "M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1";
pub(crate) const CLOSE: &str = "M6 6l12 12M18 6L6 18";
pub(crate) const COPY: &str = "M8 8h12v12H8zM16 8V4H4v12h4";
pub(crate) const PIN: &str = "M9 3h6l-1 6 4 4H6l4-4zM12 13v8";
pub(crate) const NEXT: &str = "M5 12h13M13 6l6 6-6 6";
pub(crate) const TURN: &str = "M4 9h12l-3-3M20 15H8l3 3";
pub(crate) const PLAY: &str = "M7 4.5l12 7.5-12 7.5z";
pub(crate) const UNDO: &str = "M8 5L4 9l4 4M4 9h10a5 5 0 0 1 0 10H9";

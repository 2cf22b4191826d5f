//! The browser extension's popup, side panel and try page. Only this package names the browser.

mod chrome_store;
mod local_store;
mod locks;
pub mod store_check;

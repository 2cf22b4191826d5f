//! What builds, runs, tests, measures and packages the extension. `cargo xtask` without a command prints the list.

pub mod aloud;
pub mod assemble;
pub mod bare;
pub mod bench;
pub mod chromium;
pub mod heavy;
pub mod icons;
pub mod manifest;
pub mod npm;
pub mod numbers;
pub mod package;
pub mod paths;
pub mod peers;
pub mod run;
pub mod serve;
pub mod shell;
pub mod shots;
pub mod size;
pub mod stage;
pub mod verify;
pub mod wasm;
pub mod witness;
pub mod zones;

//! The extension's Rust, compiled to wasm with its JavaScript glue.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::{
    npm::{self, Tool},
    paths, shell,
};

/// The glue is `NAME.js`, the wasm `NAME_bg.wasm`.
pub const NAME: &str = "aftertone_extension";

/// npm's build of wasm-opt. The `wasm-opt` crate would build for over ten minutes.
const WASM_OPT: Tool = Tool { package: "binaryen", version: "132.0.0", file: "bin/wasm-opt" };

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// Seconds to build, megabytes to load: for working on the views.
    Dev,
    /// What is shipped: for size, through wasm-opt.
    Ship,
}

/// Compiles, makes the glue and optimizes. Gives the folder that holds them.
pub fn build(profile: Profile) -> Result<PathBuf> {
    ensure_target()?;
    let name = match profile {
        Profile::Dev => "wasm-dev",
        Profile::Ship => "wasm",
    };
    let target = "wasm32-unknown-unknown";
    shell::run(shell::cargo().args(["build", "--package", "aftertone-extension", "--target", target, "--profile", name]))?;
    let input = paths::target().join(target).join(name).join(format!("{NAME}.wasm"));
    let out = paths::target().join("glue").join(name);
    glue(&input, &out)?;
    if profile == Profile::Ship {
        optimize(&out.join(format!("{NAME}_bg.wasm")))?;
    }
    Ok(out)
}

fn ensure_target() -> Result<()> {
    // Without rustup (a distribution's own Rust) the target is the distribution's business, and cargo says so plainly.
    if shell::find(&["rustup"]).is_none() {
        return Ok(());
    }
    let listed =
        shell::command("rustup").args(["target", "list", "--installed"]).output().context("could not ask rustup for its targets")?;
    if String::from_utf8_lossy(&listed.stdout).lines().any(|line| line.trim() == "wasm32-unknown-unknown") {
        return Ok(());
    }
    shell::run(shell::command("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
}

fn glue(input: &Path, out: &Path) -> Result<()> {
    if out.exists() {
        fs::remove_dir_all(out)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).typescript(false).omit_default_module_path(true).remove_producers_section(true).out_name(NAME);
    bindgen.web(true)?.generate(out).context("wasm-bindgen could not make the glue")
}

/// Makes it smaller where Node is there, or can be installed; says loudly where it can't.
fn optimize(wasm: &Path) -> Result<()> {
    let tool = match npm::file(WASM_OPT) {
        Ok(tool) => tool,
        Err(why) => return shell::skip("wasm-opt; the wasm stays larger than what is shipped", &why),
    };
    let before = fs::metadata(wasm)?.len();
    let small = wasm.with_extension("small");
    let mut command = shell::command("node");
    command.arg(tool).arg(wasm).arg("-o").arg(&small);
    shell::run(command.args(["-Oz", "--strip-debug", "--strip-producers", "--strip-target-features"]).args(FEATURES))?;
    fs::rename(&small, wasm)?;
    eprintln!("  wasm-opt: {before} -> {} bytes", fs::metadata(wasm)?.len());
    Ok(())
}

/// What Rust's compiler uses and every browser we support runs. With `-all` the result held what no browser takes yet (2026-11).
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-call-indirect-overlong",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

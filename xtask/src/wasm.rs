//! The extension's Rust, compiled to wasm with its JavaScript glue.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;

use crate::{npm, paths, shell};

/// The glue is `NAME.js`, the wasm `NAME_bg.wasm`: the click loads the first two, one to read and one to show; the third is the
/// workbench's own.
pub const PROGRAMS: [&str; 3] = ["reader", "popup", "workbench"];

/// npm's build of wasm-opt. The `wasm-opt` crate would build for over ten minutes.
const BINARYEN: &str = "132.0.0";

const TARGET: &str = "wasm32-unknown-unknown";

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
    let out = paths::target().join("glue").join(if profile == Profile::Ship { "wasm" } else { "wasm-dev" });
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    let parts: &[(&str, &[&str])] = match profile {
        Profile::Dev => &[("wasm-dev", &PROGRAMS)],
        Profile::Ship => &[("wasm-reader", &PROGRAMS[..1]), ("wasm", &PROGRAMS[1..])],
    };
    for (name, programs) in parts {
        let mut cargo = shell::cargo();
        cargo.args(["build", "--package", "aftertone-extension", "--target", TARGET, "--profile", name]);
        cargo.args(programs.iter().flat_map(|program| ["--bin", program]));
        if profile == Profile::Ship {
            cargo.args(["--config", &flags(TARGET)]);
        }
        shell::run(&mut cargo)?;
        let built = paths::target().join(TARGET).join(name);
        // Each takes seconds.
        each(programs, |program| glue(&built.join(program).with_extension("wasm"), &out))?;
    }
    if profile == Profile::Ship {
        optimize(&out)?;
    }
    Ok(out)
}

/// Does the same for every program at once.
fn each(programs: &[&str], work: impl Fn(&str) -> Result<()> + Sync) -> Result<()> {
    std::thread::scope(|scope| {
        let made: Vec<_> = programs.iter().map(|program| scope.spawn(|| work(program))).collect();
        made.into_iter().try_for_each(|made| made.join().map_err(|_| anyhow!("the work on a program stopped in the middle"))?)
    })
}

/// The program that holds the browser's stores to their contract, and its glue: for tests, and in nothing that is shipped. Gives the folder.
pub fn contract() -> Result<PathBuf> {
    ensure_target()?;
    let mut cargo = shell::cargo();
    cargo.args(["build", "--quiet", "--package", "aftertone-extension", "--bin", "contract", "--features", "contract"]);
    shell::run(cargo.args(["--target", TARGET, "--profile", "wasm-dev"]))?;
    let out = paths::target().join("glue/contract");
    glue(&paths::target().join(TARGET).join("wasm-dev/contract.wasm"), &out)?;
    Ok(out)
}

/// A setting of cargo's: panics name source files, and those as they would on any machine, so that the same sources give the same bytes; and SHA-256
/// as a loop, which is 6 KB smaller.
fn flags(target: &str) -> String {
    let home = std::env::home_dir().unwrap_or_default();
    let of = |name: &str, below: &str| std::env::var_os(name).map_or_else(|| home.join(below), PathBuf::from);
    let from = [(paths::root(), "aftertone"), (of("CARGO_HOME", ".cargo"), "cargo"), (of("RUSTUP_HOME", ".rustup"), "rustup")];
    let remap = from.map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()));
    let flags = remap.into_iter().chain(["--cfg=sha2_backend_soft=\"compact\"".to_owned()]);
    let quoted: Vec<String> = flags.map(|flag| serde_json::json!(flag).to_string()).collect();
    format!("target.{target}.rustflags=[{}]", quoted.join(","))
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
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).typescript(false).omit_default_module_path(true).remove_producers_section(true);
    bindgen.web(true)?.generate(out).context("wasm-bindgen could not make the glue")
}

/// Makes them smaller where Node is there, or can be installed; says loudly where it can't.
fn optimize(out: &Path) -> Result<()> {
    let tool = match npm::file("binaryen", BINARYEN, "bin/wasm-opt") {
        Ok(tool) => tool,
        Err(why) => return shell::skip("wasm-opt; the wasm stays larger than what is shipped", &why),
    };
    // Each takes a minute of one core.
    each(&PROGRAMS, |program| shrink(&tool, &out.join(format!("{program}_bg.wasm"))))
}

/// Thrice, as each round still finds something in what the one before it left; the second sees the code without nesting, and gives it a new one, which
/// takes 10 KB. No data of Rust's lies below 1,024: the stack comes first, and ends there.
fn shrink(tool: &Path, wasm: &Path) -> Result<()> {
    let before = fs::metadata(wasm)?.len();
    let small = wasm.with_extension("small");
    let mut command = shell::command("node");
    command.arg(tool).arg(wasm).arg("-o").arg(&small).args(["-Oz", "--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"]);
    shell::run(command.args(["--strip-debug", "--strip-producers", "--strip-target-features"]).args(FEATURES))?;
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

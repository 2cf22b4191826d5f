//! Writes the core's telephone numbering plans from the copy that the library carries.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use prost::Message;
use rlibphonenumber::{PhoneMetadata, PhoneMetadataCollection, PhoneNumberDesc};

use crate::{paths, shell};

/// Writes `src/numbering/plans.deflate`.
pub fn write() -> Result<()> {
    let source = library()?.join("src/generated/metadata/metadata.bin");
    let whole = fs::read(&source).with_context(|| format!("could not read {}", source.display()))?;
    let mut plans = PhoneMetadataCollection::decode(whole.as_slice())?;
    plans.metadata.iter_mut().flat_map(descriptions).for_each(|description| description.example_number = None);
    let packed = miniz_oxide::deflate::compress_to_vec(&plans.encode_to_vec(), 10);
    let file = paths::root().join("src/numbering/plans.deflate");
    fs::write(&file, &packed).with_context(|| format!("could not write {}", file.display()))?;
    eprintln!("wrote {} bytes of {} to {}", packed.len(), whole.len(), file.display());
    Ok(())
}

/// Where cargo keeps the library's source.
fn library() -> Result<std::path::PathBuf> {
    let told = shell::cargo().args(["metadata", "--format-version", "1"]).output().context("could not ask cargo for the packages")?;
    let told: serde_json::Value = serde_json::from_slice(&told.stdout)?;
    let packages = told["packages"].as_array().context("cargo named no packages")?;
    let package = packages.iter().find(|package| package["name"] == "rlibphonenumber").context("the library is not among the packages")?;
    let manifest = package["manifest_path"].as_str().context("the library has no manifest")?;
    Path::new(manifest).parent().map(Path::to_owned).context("the manifest lies nowhere")
}

/// What a plan says of each kind of number.
#[allow(deprecated)] // The library keeps its own copies of these; what is read here is the metadata as it lies on the disk.
fn descriptions(plan: &mut PhoneMetadata) -> impl Iterator<Item = &mut PhoneNumberDesc> {
    [
        &mut plan.general_desc,
        &mut plan.fixed_line,
        &mut plan.mobile,
        &mut plan.toll_free,
        &mut plan.premium_rate,
        &mut plan.shared_cost,
        &mut plan.personal_number,
        &mut plan.voip,
        &mut plan.pager,
        &mut plan.uan,
        &mut plan.voicemail,
        &mut plan.no_international_dialling,
    ]
    .into_iter()
    .flatten()
}

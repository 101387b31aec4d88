//! Lists every `policies/*/policy.json`, so that a new region needs a folder and no line of Rust.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=policies");
    let mut list = String::from("const BUILT_IN: &[(&str, &str)] = &[\n");
    for folder in policy_folders(Path::new("policies"))? {
        let path = folder.join("policy.json");
        println!("cargo::rerun-if-changed={}", path.display());
        let shown = path.display().to_string().replace('\\', "/");
        list.push_str(&format!(
            "    ({shown:?}, include_str!(concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/\", {shown:?}))),\n"
        ));
    }
    list.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    fs::write(Path::new(&out).join("built_in_policies.rs"), list)
}

fn policy_folders(root: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(root)? {
        let path = entry?.path();
        if path.join("policy.json").is_file() {
            folders.push(path);
        }
    }
    folders.sort();
    Ok(folders)
}

//! A policy that was added or changed is compiled in.

fn main() {
    println!("cargo::rerun-if-changed=../../policies");
}

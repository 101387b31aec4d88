//! A new folder of `policies/` rebuilds what ships them: the command line and the tests.

fn main() {
    println!("cargo::rerun-if-changed=policies");
}

//! The assets are embedded by a macro that Cargo does not watch by itself.

fn main() {
    for folder in ["locales", "playbooks", "rules"] {
        println!("cargo:rerun-if-changed=../../../assets/{folder}");
    }
}

//! The page about the manifest knows every key that a manifest may have.

use std::path::Path;

#[test]
fn the_page_names_every_key_of_the_manifest() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/reference/manifest.md");
    let page = std::fs::read_to_string(page).unwrap();
    let schema = serde_json::to_value(kijun_evidence::manifest_schema()).unwrap();
    let keys = |schema: &serde_json::Value| -> Vec<String> {
        schema["properties"].as_object().unwrap().keys().cloned().collect()
    };
    let parts = ["Source", "LevelRow", "Limits", "Join", "Calendar"];
    let all = parts.iter().map(|name| &schema["$defs"][name]).chain([&schema]).flat_map(keys);
    let missing: Vec<String> = all.filter(|key| !page.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

//! JSON Schemas of what people and other programs write and read, in `schemas/`.

use std::fs;
use std::path::PathBuf;

/// Each schema's file with its text.
fn schemas() -> Result<Vec<(PathBuf, String)>, String> {
    let folder = crate::root().join("schemas");
    let text = |schema: serde_json::Value| {
        serde_json::to_string_pretty(&schema).map(|text| text + "\n").map_err(|error| error.to_string())
    };
    let conformance = kijun_findings::conformance_schema().to_value();
    let diff = kijun_findings::diff_schema().to_value();
    let editions = kijun_findings::editions_schema().to_value();
    let follow_up = kijun_findings::follow_up_schema().to_value();
    Ok(vec![
        (folder.join("baseline.schema.json"), text(kijun_findings::baseline_schema().to_value())?),
        (folder.join("conformance.schema.json"), text(conformance)?),
        (folder.join("diff.schema.json"), text(diff)?),
        (folder.join("editions.schema.json"), text(editions)?),
        (folder.join("follow-up.schema.json"), text(follow_up)?),
        (folder.join("manifest.schema.json"), text(kijun_evidence::manifest_schema().to_value())?),
        (folder.join("outlook.schema.json"), text(kijun_findings::outlook_schema().to_value())?),
        (folder.join("tests.schema.json"), text(kijun_findings::test_run_schema().to_value())?),
        (folder.join("run.schema.json"), text(kijun_findings::run_schema().to_value())?),
    ])
}

/// Writes every schema.
pub(crate) fn write() -> Result<Vec<String>, String> {
    for (path, text) in schemas()? {
        let folder = path.parent().unwrap_or(&path);
        fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        fs::write(&path, text).map_err(|error| error.to_string())?;
    }
    Ok(Vec::new())
}

/// Schemas in `schemas/` that are not what the types say.
pub(crate) fn problems() -> Result<Vec<String>, String> {
    let stale = schemas()?.into_iter().filter(|(path, text)| {
        let written = fs::read_to_string(path).unwrap_or_default();
        written.replace("\r\n", "\n") != *text
    });
    let name = |path: PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(stale.map(|(path, _)| format!("schemas/{} is stale: run `cargo xtask schemas`", name(path))).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_schemas_are_current() {
        assert_eq!(super::problems().unwrap(), Vec::<String>::new());
    }
}

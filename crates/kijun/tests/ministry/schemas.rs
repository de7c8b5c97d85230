//! What is written and what is read has the shape that `schemas/` says.

use std::fs;

use serde_json::Value;

use crate::{YEARS, audit, folder, repository};

fn schema(name: &str) -> jsonschema::Validator {
    let text = fs::read_to_string(repository().join("schemas").join(name)).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn assert_valid(schema: &jsonschema::Validator, value: &Value) {
    let errors: Vec<String> =
        schema.iter_errors(value).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn run_records_have_the_shape_of_their_schema_and_are_read_as_they_were_written() {
    let schema = schema("run.schema.json");
    for year in YEARS {
        let record = audit(&folder(year), 2).record;
        let json = kijun_findings::to_json(&record).unwrap();
        assert_valid(&schema, &serde_json::from_str(&json).unwrap());
        let read = kijun_findings::from_json(&json).unwrap();
        assert_eq!(read, record);
        assert_eq!(kijun_findings::to_json(&read).unwrap(), json);
    }
}

#[test]
fn comparisons_of_documents_have_the_shape_of_their_schema() {
    let schema = schema("conformance.schema.json");
    for year in YEARS {
        let compared = kijun::conform(&crate::load(&folder(year)), &kijun::ConformOptions::default());
        let json = kijun_findings::conformance_to_json(&compared.unwrap().record).unwrap();
        assert_valid(&schema, &serde_json::from_str(&json).unwrap());
    }
}

#[test]
fn the_manifests_have_the_shape_of_their_schema() {
    let schema = schema("manifest.schema.json");
    for year in YEARS {
        let text = fs::read_to_string(folder(year).join("kijun.yaml")).unwrap();
        let manifest: Value = serde_yaml::from_str(&text).unwrap();
        assert_valid(&schema, &manifest);
    }
}

#[test]
fn a_manifest_with_a_misspelt_name_has_not_the_shape_of_the_schema() {
    let schema = schema("manifest.schema.json");
    let text =
        fs::read_to_string(folder("fy2011").join("kijun.yaml")).unwrap().replace("expect_empty:", "expects:");
    assert!(!schema.is_valid(&serde_yaml::from_str::<Value>(&text).unwrap()));
}

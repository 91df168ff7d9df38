//! The JSON Schema of version 1: generated from the types, committed, and true of every fixture.
//!
//! After a change of the model: `UPDATE_SCHEMA=1 cargo test --features schema --test schema`.

use std::path::{Path, PathBuf};

use greffier::{Document, Offsets};
use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn generated() -> Value {
    let mut schema = schemars::schema_for!(Document).to_value();
    schema["$id"] = Value::from("https://greffier.org/schema/greffier-1.json");
    schema["title"] = Value::from("greffier/1");
    schema
}

#[test]
fn the_committed_schema_is_current() {
    let path = root().join("schema/greffier-1.json");
    let current = serde_json::to_string_pretty(&generated()).expect("a schema is JSON") + "\n";
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(&path, &current).expect("the schema can be written");
    }
    let committed = std::fs::read_to_string(&path).expect("schema/greffier-1.json is there");
    assert!(committed == current, "the types have changed: run with UPDATE_SCHEMA=1 and say so in the changelog");
}

#[test]
fn every_fixture_is_valid() {
    let validator = jsonschema::validator_for(&generated()).expect("the schema is a schema");
    let files = std::fs::read_dir(root().join("tests/fixtures")).expect("the folder of fixtures is there");
    let mut count = 0;
    for path in files.map(|file| file.expect("a file").path()) {
        let text = std::fs::read_to_string(&path).expect("a fixture is UTF-8");
        for offsets in [Offsets::Byte, Offsets::Char] {
            let document = greffier::parse(&text).with_offsets(offsets);
            let json = serde_json::to_value(&document).expect("a document serialises");
            let errors: Vec<String> = validator.iter_errors(&json).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        }
        count += 1;
    }
    assert!(count > 0, "there are fixtures");
}

//! Every fixture against its reviewed outline in `tests/snapshots/`; `cargo insta review` shows what changed.

mod outline;
mod promises;

use std::path::{Path, PathBuf};

/// The fixtures: texts written for this project, in the genre, with its noise.
fn fixtures() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let files = std::fs::read_dir(&folder).expect("the folder of fixtures is there");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    assert!(!paths.is_empty(), "no fixture in {}", folder.display());
    paths
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a fixture is UTF-8")
}

#[test]
fn outlines_are_as_reviewed() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for path in fixtures() {
            let name = path.file_stem().expect("a fixture has a name").to_string_lossy().into_owned();
            insta::assert_snapshot!(name, outline::outline(&greffier::parse(&text(&path))));
        }
    });
}

#[test]
fn fixtures_keep_the_promises() {
    for path in fixtures() {
        promises::check(&text(&path));
    }
}

/// Texts stop anywhere in the wild.
#[test]
fn fixtures_keep_the_promises_wherever_they_stop() {
    for path in fixtures() {
        let text = text(&path);
        for (at, _) in text.char_indices().step_by(37) {
            promises::check(&text[..at]);
        }
    }
}

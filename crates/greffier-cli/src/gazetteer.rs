//! Gazetteers of the user's own: read for `--gazetteer`, checked by `lint-data`.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use greffier::{Gazetteer, Severity};

/// The gazetteer in a file, or what is wrong with it: CSV where the name ends with `.csv` or `.tsv`, else TOML.
pub(crate) fn read(file: &str) -> Result<Gazetteer, String> {
    let text = crate::text_of(Path::new(file)).map_err(|error| error.to_string())?;
    Gazetteer::from_text(file, &text).map_err(|error| error.to_string())
}

/// Prints every problem of the files, a line each; tells whether one is an error.
pub(crate) fn lint(files: &[PathBuf], out: &mut impl Write) -> io::Result<bool> {
    let named = |file: &PathBuf| Ok((file.display().to_string(), crate::text_of(file)?));
    let files = files.iter().map(named).collect::<io::Result<Vec<(String, String)>>>()?;
    let problems = Gazetteer::lint(files.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    problems.iter().try_for_each(|problem| writeln!(out, "{problem}"))?;
    Ok(problems.iter().any(|problem| problem.severity == Severity::Error))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of this test, with that text.
    fn file(name: &str, text: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("greffier-{}-{name}", std::process::id()));
        std::fs::write(&path, text).expect("a file can be written");
        path
    }

    #[test]
    fn a_bad_gazetteer_is_refused_with_file_and_line() {
        let path = file("bad.csv", "name,kind\nKémadougou,ville\n");
        let error = read(&path.display().to_string()).expect_err("no kind");
        assert!(error.starts_with(&format!("{}:2: unknown variant `ville`", path.display())), "{error}");
        let missing = read("no such file.toml").expect_err("no file");
        assert!(missing.starts_with("no such file.toml: "), "{missing}");
    }

    #[test]
    fn every_problem_is_printed_and_errors_are_told() {
        let good = file("good.csv", "name;kind;acronym\nObservatoire du fleuve Kéma;organization;SUR\n");
        let bad = file("bad.toml", "[[entry]]\nname = \"Kéma\"\n\n[[entry]]\nname = \" \"\nkind = \"location\"\n");
        let (mut one, mut both) = (Vec::new(), Vec::new());
        assert!(!lint(std::slice::from_ref(&good), &mut one).expect("memory is writable"));
        assert!(lint(&[good.clone(), bad.clone()], &mut both).expect("memory is writable"));
        let both = String::from_utf8(both).expect("names are UTF-8");
        assert_eq!(both.lines().count(), 3, "{both}");
        assert!(both.contains(&format!("{}:2: warning: ", good.display())), "{both}");
        assert!(both.contains(&format!("{}:1: error: missing field `kind`", bad.display())), "{both}");
        assert!(both.contains(&format!("{}:4: error: expected a name", bad.display())), "{both}");
        assert!(both.as_bytes().starts_with(&one), "{both}");
    }
}

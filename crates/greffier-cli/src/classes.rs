//! Classes of acts of the user's own: read for `--classes`.

use std::path::Path;

use greffier::Classes;

/// The classes in a file, or what is wrong with it.
pub(crate) fn read(file: &str) -> Result<Classes, String> {
    let text = crate::text_of(Path::new(file)).map_err(|error| error.to_string())?;
    Classes::from_toml(file, &text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use greffier::{Class, Force};

    use super::*;

    #[test]
    fn a_file_is_read_or_refused_with_its_line() {
        let path = std::env::temp_dir().join(format!("greffier-{}-classes.toml", std::process::id()));
        let read_as = |text: &str| {
            std::fs::write(&path, text).expect("a file can be written");
            read(&path.display().to_string())
        };
        let mine = "[invite]\nforce = \"strong\"\ncameo = [\"020\"]\n";
        let classes = read_as(mine).expect("classes");
        assert_eq!(classes.of(Class::Invite).force, Force::Strong);
        assert_eq!(classes.of(Class::Request), Classes::default().of(Class::Request));
        let error = read_as(&mine.replace("cameo", "code")).expect_err("no such field");
        assert!(error.starts_with(&format!("{}:3: unknown field `code`", path.display())), "{error}");
        let missing = read("no such file.toml").expect_err("no file");
        assert!(missing.starts_with("no such file.toml: "), "{missing}");
    }
}

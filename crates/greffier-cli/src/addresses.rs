//! Addresses of the user's own: read for `--addresses`.

use std::path::Path;

use greffier::Addresses;

/// The addresses in a file, or what is wrong with it.
pub(crate) fn read(file: &str) -> Result<Addresses, String> {
    let text = crate::text_of(Path::new(file)).map_err(|error| error.to_string())?;
    Addresses::from_toml(file, &text).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_or_refused_with_its_line() {
        let path = std::env::temp_dir().join(format!("greffier-{}-addresses.toml", std::process::id()));
        let read_as = |text: &str| {
            std::fs::write(&path, text).expect("a file can be written");
            read(&path.display().to_string())
        };
        let mine = "[[address]]\nhead = \"A/RES/\"\nurl = \"https://archives.example/{number}\"\n";
        let addresses = read_as(mine).expect("addresses");
        let parser = greffier::Parser::builder().addresses(addresses).build().expect("a parser");
        let document = parser.parse("Rappelant la résolution 70/1 de l’Assemblée générale,");
        assert_eq!(document.references[0].url.as_deref(), Some("https://archives.example/70-1"));
        let error = read_as(&mine.replace("url", "link")).expect_err("no such field");
        assert!(error.starts_with(&format!("{}:3: unknown field `link`", path.display())), "{error}");
        let missing = read("no such file.toml").expect_err("no file");
        assert!(missing.starts_with("no such file.toml: "), "{missing}");
    }
}

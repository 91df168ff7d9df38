//! Reads a data file: TOML into a schema, with errors that name file and line.

use serde::de::DeserializeOwned;

use crate::error::Error;

/// A data file: its name for messages, and its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'t> {
    pub(crate) file: &'t str,
    pub(crate) text: &'t str,
}

impl Source<'_> {
    /// The file as its schema wants it.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, Error> {
        toml::from_str(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.error_at(at, error.message().to_owned())
        })
    }

    /// An error at byte `offset` of the file.
    pub(crate) fn error_at(&self, offset: usize, message: String) -> Error {
        let before = &self.text.as_bytes()[..offset.min(self.text.len())];
        let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
        Error::Data { file: self.file.to_owned(), line, message }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Names {
        #[allow(dead_code)]
        names: Vec<String>,
    }

    #[test]
    fn errors_name_file_and_line() {
        for (text, line, words) in [
            ("# a list\nnames = [1]\n", 2, "string"),
            ("names = []\n\nother = 3\n", 3, "unknown field"),
            ("names = [", 1, ""),
        ] {
            let error = Source { file: "mine.toml", text }.read::<Names>().expect_err(text).to_string();
            assert!(error.starts_with(&format!("mine.toml:{line}: ")), "{error}");
            assert!(error.contains(words), "{error}");
        }
    }
}

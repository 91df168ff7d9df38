//! Reads a data file: TOML into a schema, with errors that name file and line.

use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::error::Error;

/// Bytes of a file of tables that are read together, at least.
const PART: usize = 8192;

/// A data file: its name for messages, and its text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'t> {
    pub(crate) file: &'t str,
    pub(crate) text: &'t str,
}

/// What is wrong at a byte of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Flaw {
    pub(crate) at: usize,
    pub(crate) message: String,
}

impl From<toml::de::Error> for Flaw {
    fn from(error: toml::de::Error) -> Self {
        Self { at: error.span().map_or(0, |span| span.start), message: error.message().to_owned() }
    }
}

/// A value, and the byte of its file at which it stands.
#[derive(Debug, Clone)]
pub(crate) struct Placed<T> {
    pub(crate) at: usize,
    pub(crate) value: T,
}

impl Source<'_> {
    /// The file as its schema wants it.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, Error> {
        toml::from_str(self.text).map_err(|error| {
            let at = error.span().map_or(0, |span| span.start);
            self.error_at(at, error.message().to_owned())
        })
    }

    /// The tables of the array `name`, of which alone the file is made; those that are not as their schema wants them go to `flaws`.
    pub(crate) fn tables<T: DeserializeOwned>(&self, name: &str, flaws: &mut Vec<Flaw>) -> Vec<Placed<T>> {
        if let Some(read) = self.tables_by_parts(name) {
            return read;
        }
        let (file, errors) = DeTable::parse_recoverable(self.text);
        if !errors.is_empty() {
            // what is read of such a file may be half of what it says
            flaws.extend(errors.into_iter().map(Flaw::from));
            return Vec::new();
        }
        let mut tables = None;
        for (key, value) in file.into_inner() {
            let at = key.span().start;
            if key.get_ref() != name {
                flaws.push(Flaw { at, message: format!("unknown field `{}`, expected `{name}`", key.get_ref()) });
                continue;
            }
            match value.into_inner() {
                DeValue::Array(array) => tables = Some(array),
                _ => {
                    flaws.push(Flaw { at, message: format!("expected `[[{name}]]`") });
                    return Vec::new();
                }
            }
        }
        if tables.is_none() {
            flaws.push(Flaw { at: 0, message: format!("missing field `{name}`") });
        }
        let mut read = Vec::new();
        for table in tables.into_iter().flatten() {
            let at = table.span().start;
            match T::deserialize(ValueDeserializer::from(table)) {
                Ok(value) => read.push(Placed { at, value }),
                Err(error) => flaws.push(error.into()),
            }
        }
        read
    }

    /// The same, a few tables at a time, so that what the reader makes of them stays at hand: megabytes are read several times as fast.
    /// `None` where a part is not as it should be, be it that the file is not, or that a text between quotes holds what looks like the
    /// head of a table.
    fn tables_by_parts<T: DeserializeOwned>(&self, name: &str) -> Option<Vec<Placed<T>>> {
        let head = format!("\n[[{name}]]");
        let finder = memchr::memmem::Finder::new(&head);
        let mut read = Vec::new();
        let mut start = 0;
        while start < self.text.len() {
            let far = self.text.as_bytes().get(start + PART..).and_then(|rest| finder.find(rest));
            let end = far.map_or(self.text.len(), |far| start + PART + far + 1);
            let mut fields = DeTable::parse(&self.text[start..end]).ok()?.into_inner().into_iter();
            if let Some((key, value)) = fields.next() {
                let DeValue::Array(tables) = value.into_inner() else { return None };
                if key.get_ref() != name || fields.next().is_some() {
                    return None;
                }
                for table in tables {
                    let at = start + table.span().start;
                    read.push(Placed { at, value: T::deserialize(ValueDeserializer::from(table)).ok()? });
                }
            }
            start = end;
        }
        // a file without tables may lack them
        (!read.is_empty()).then_some(read)
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

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Thing {
        name: String,
    }

    #[test]
    fn tables_are_the_same_in_parts_and_as_a_whole() {
        let thing = |number: usize| format!("# one more\n[[thing]]\nname = \"{number}\"\n\n");
        let many: String = (0..2000).map(thing).collect();
        let quoted = "[[thing]]\nname = \"\"\"\n[[thing]]\n\"\"\"\n".repeat(1000);
        for (text, count) in [(&many, 2000), (&many.replace('\n', "\r\n"), 2000), (&quoted, 1000)] {
            let mut flaws = Vec::new();
            let read: Vec<Placed<Thing>> = Source { file: "", text }.tables("thing", &mut flaws);
            assert_eq!((read.len(), flaws), (count, Vec::new()));
            for Placed { at, value } in read {
                assert!(text[at..].starts_with("[[thing]]") && text[at..].contains(&value.name));
            }
        }
    }

    #[test]
    fn every_flaw_of_a_file_of_tables_is_told() {
        let many = "[[thing]]\nname = \"a\"\n".repeat(1000);
        for (before, after, expected) in [
            (
                "",
                "[[thing]]\nname = 1\n\n[[thing]]\nother = 1\n",
                vec![(2002, "invalid type"), (2005, "unknown field")],
            ),
            ("other = 1\n", "[third]\n", vec![(1, "unknown field `other`"), (2002, "unknown field `third`")]),
            ("", "[[thing]]\nname = [\n", vec![(2002, "unclosed array")]),
        ] {
            let text = &[before, &many, after].concat();
            let mut flaws = Vec::new();
            let _: Vec<Placed<Thing>> = Source { file: "", text }.tables("thing", &mut flaws);
            let line = |flaw: &Flaw| text[..flaw.at].matches('\n').count() + 1;
            let told: Vec<usize> = flaws.iter().map(line).collect();
            assert_eq!(told, expected.iter().map(|(line, _)| *line).collect::<Vec<_>>(), "{flaws:?}");
            assert!(flaws.iter().zip(&expected).all(|(flaw, (_, words))| flaw.message.contains(words)), "{flaws:?}");
        }
        for (text, words) in [("", "missing field `thing`"), ("thing = 1", "expected `[[thing]]`"), ("thing = []", "")]
        {
            let mut flaws = Vec::new();
            let _: Vec<Placed<Thing>> = Source { file: "", text }.tables("thing", &mut flaws);
            assert!(flaws.iter().all(|flaw| !words.is_empty() && flaw.message.contains(words)), "{text}: {flaws:?}");
        }
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

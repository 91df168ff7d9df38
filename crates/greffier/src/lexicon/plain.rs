//! Plain tables are what files of tables nearly always are: a field a line, texts without escapes.
//!
//! They are read several times as fast as by the reader of all TOML, to which everything else is left: what is read here, that one
//! would read the same.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_till, take_while1};
use nom::character::complete::{char, space0};
use nom::combinator::{all_consuming, value, verify};
use nom::multi::separated_list0;
use nom::sequence::{delimited, separated_pair, terminated};
use nom::{IResult, Parser};
use serde::de::value::{BorrowedStrDeserializer, Error, MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::source::Placed;

/// What stands behind a key, or a whole table.
#[derive(Debug)]
enum Value<'t> {
    Text(&'t str),
    Truth(bool),
    List(Vec<Value<'t>>),
    Table(Fields<'t>),
}

type Fields<'t> = Vec<(&'t str, Value<'t>)>;

/// The most fields of a plain table.
const FIELDS: usize = 32;

/// The tables of the array `name`, of which alone the text is made, if all are plain and as their schema wants them.
pub(super) fn tables<T: DeserializeOwned>(text: &str, name: &str) -> Option<Vec<Placed<T>>> {
    let mut found: Vec<Placed<Fields<'_>>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let line = line.strip_suffix('\n').map_or(line, |line| line.strip_suffix('\r').unwrap_or(line));
        if line.strip_prefix("[[").and_then(|line| line.strip_suffix("]]")) == Some(name) {
            found.push(Placed { at: start, value: Vec::new() });
        } else if !line.is_empty() && !is_comment(line) {
            let fields = &mut found.last_mut()?.value;
            fields.push(all_consuming(terminated(field, space0)).parse(line).ok()?.1);
            has_news(fields).then_some(())?;
        }
    }
    let read = |Placed { at, value }| Some(Placed { at, value: T::deserialize(Value::Table(value)).ok()? });
    found.into_iter().map(read).collect()
}

fn is_comment(line: &str) -> bool {
    line.starts_with('#') && !line.contains(char::is_control)
}

/// Whether the key of the last field is none of those before it, and these are few.
fn has_news(fields: &[(&str, Value<'_>)]) -> bool {
    let Some(((last, _), before)) = fields.split_last() else { return true };
    before.len() < FIELDS && before.iter().all(|(key, _)| key != last)
}

/// field = key "=" ( item / table / list )
fn field(line: &str) -> IResult<&str, (&str, Value<'_>)> {
    separated_pair(key, equals, alt((item, table, list))).parse(line)
}

/// comma = *ws "," *ws
fn comma(input: &str) -> IResult<&str, char> {
    delimited(space0, char(','), space0).parse(input)
}

/// equals = *ws "=" *ws
fn equals(input: &str) -> IResult<&str, char> {
    delimited(space0, char('='), space0).parse(input)
}

/// key = 1*( ASCII letter / digit / "_" / "-" )
fn key(input: &str) -> IResult<&str, &str> {
    take_while1(|c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')).parse(input)
}

/// item = text / "true" / "false"
fn item(input: &str) -> IResult<&str, Value<'_>> {
    let truth = alt((value(true, tag("true")), value(false, tag("false"))));
    alt((text.map(Value::Text), truth.map(Value::Truth))).parse(input)
}

/// text = quote *( any but quotes, backslashes and controls ) quote
fn text(input: &str) -> IResult<&str, &str> {
    let plain = take_till(|c: char| matches!(c, '"' | '\\') || c.is_control());
    delimited(char('"'), plain, char('"')).parse(input)
}

/// table = "{" [ key "=" item *( "," key "=" item ) ] "}"
fn table(input: &str) -> IResult<&str, Value<'_>> {
    let fields = separated_list0(comma, separated_pair(key, equals, item));
    let fields = verify(fields, |fields: &Fields<'_>| {
        fields.len() <= FIELDS && (1..=fields.len()).all(|count| has_news(&fields[..count]))
    });
    delimited((char('{'), space0), fields, (space0, char('}'))).map(Value::Table).parse(input)
}

/// list = "[" [ element *( "," element ) ] "]" ; element = item / table
fn list(input: &str) -> IResult<&str, Value<'_>> {
    let elements = separated_list0(comma, alt((item, table)));
    delimited((char('['), space0), elements, (space0, char(']'))).map(Value::List).parse(input)
}

impl<'t> IntoDeserializer<'t> for Value<'t> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'t> Deserializer<'t> for Value<'t> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => visitor.visit_borrowed_str(text),
            Self::Truth(truth) => visitor.visit_bool(truth),
            Self::List(list) => SeqDeserializer::new(list.into_iter()).deserialize_any(visitor),
            Self::Table(fields) => MapDeserializer::new(fields.into_iter()).deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'t>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'t>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'t>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self {
            Self::Text(text) => BorrowedStrDeserializer::new(text).deserialize_enum(name, variants, visitor),
            other => other.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'t>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables as the reader of all TOML reads them.
    fn expected(text: &str) -> Option<Vec<toml::Value>> {
        match toml::from_str::<toml::Table>(text).ok()?.remove("t") {
            Some(toml::Value::Array(tables)) => Some(tables),
            _ => None,
        }
    }

    fn found(text: &str) -> Option<Vec<toml::Value>> {
        let tables: Vec<Placed<toml::Value>> = tables(text, "t")?;
        assert!(tables.iter().all(|table| text[table.at..].starts_with("[[t]]")), "{text:?}");
        Some(tables.into_iter().map(|table| table.value).collect())
    }

    #[test]
    fn plain_tables_are_read_as_toml() {
        for text in [
            "# des phares\n\n[[t]]\nname = \"Phare de l’île\"\nkind=\"location\" \n\n[[t]]\r\nname = \"\"\r\n",
            "[[t]]\n[[t]]\ngeneric = true\nother = false",
            "[[t]]\ncodes = { iso3166 = \"RE\", wiki-data=\"Q1\" }\nnone = {}\nlist = []\n",
            "[[t]]\nafter = [\"à\", \"de\"]\nformer = [{ name = \"A\", until = \"2002\" }, {name=\"B\"}]\n",
        ] {
            assert!(found(text).is_some(), "{text}");
            assert_eq!(found(text), expected(text), "{text}");
        }
    }

    #[test]
    fn other_toml_is_left_to_its_reader() {
        for text in [
            "[[t]]\nname = \"\\u00e9\"\n",
            "[[t]]\nname = \"\"\"\nA\"\"\"\n",
            "[[t]]\nname = 'A'\n",
            "[[t]]\n\"name\" = \"A\"\n",
            "[[t]]\ncodes.wikidata = \"A\"\n",
            "[[t]]\nname = \"A\" # B\n",
            "[[t]]\nyear = 2002\n",
            "[[t]]\nlist = [\n\"A\"]\n",
            "[[t]]\n[t.codes]\na = \"A\"\n",
            " [[t]]\n",
            "name = \"A\"\n[[t]]\n",
            // and so are errors
            "[[t]]\nname = \"A\"\nname = \"B\"\n",
            "[[t]]\ncodes = { a = \"A\", a = \"B\" }\n",
            "[[t]]\nname = \"A\u{0}\"\n",
            "[[s]]\nname = \"A\"\n",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
        let many: String = (0..100).map(|number| format!("a{number} = true\n")).collect();
        assert_eq!(found(&format!("[[t]]\n{many}")), None);
    }

    #[test]
    fn what_is_read_is_read_as_toml_whatever_stands_together() {
        let signs = [
            "a", "=", "\"", "\\", "{", "}", "[", "]", ",", " ", "\t", "\n", "\r", "#", "true", ".", "1", "é", "\u{7f}",
            "[[t]]",
        ];
        for before in ["[[t]]\n", "[[t]]\na = ", "[[t]]\nb = { a = \"", "[[t]]\na = [true"] {
            for number in 0..signs.len().pow(4) {
                let sign = |place: u32| signs[number / signs.len().pow(place) % signs.len()];
                let text = [before, sign(0), sign(1), sign(2), sign(3)].concat();
                if let Some(found) = found(&text) {
                    assert_eq!(Some(found), expected(&text), "{text:?}");
                }
            }
        }
    }
}

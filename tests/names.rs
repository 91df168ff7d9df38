//! Names in written sentences: acronyms and aliases where a text defines them, what looks like a name and is another or none, persons.
//!
//! The tables stand in `tests/tables`, one sentence a line, `\n` for a line end; what is expected was written without the library.

use greffier::{Document, Entity, EntityKind, parse};

/// The rows of a table: the text, and what is expected.
fn rows(table: &str) -> impl Iterator<Item = (String, Vec<&str>)> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let mut columns = line.split('\t');
        (columns.next().unwrap_or_default().replace("\\n", "\n"), columns.collect())
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a mention on one line.
fn words(document: &Document, entity: &Entity) -> Vec<String> {
    entity.mentions.iter().map(|&span| one_line(document.slice(span))).collect()
}

/// An acronym without points, in capitals.
fn plain(acronym: &str) -> String {
    acronym.replace(['.', ' '], "").to_uppercase()
}

#[test]
fn acronyms_and_aliases_are_those_of_their_names() {
    let mut read = 0;
    for (text, expected) in rows(include_str!("tables/acronyms.tsv")) {
        let [name, acronym, mentions] = expected.as_slice() else { panic!("three columns: {text}") };
        let document = parse(&text);
        read += 1;
        if name.is_empty() {
            let defines = |entity: &Entity| {
                let words = words(&document, entity);
                words.iter().any(|other| *other != words[0])
            };
            assert!(!document.entities.iter().any(defines), "{text}: {:#?}", document.entities);
            continue;
        }
        let named = document.entities.iter().find(|entity| words(&document, entity).iter().any(|words| words == name));
        let entity = named.unwrap_or_else(|| panic!("{text}: {name} is not found: {:#?}", document.entities));
        assert_eq!(entity.mentions.len().to_string(), *mentions, "{text}: {:?}", words(&document, entity));
        let said = words(&document, entity).into_iter().chain(entity.acronym.clone()).map(|words| plain(&words));
        assert!(acronym.is_empty() || said.into_iter().any(|said| said == plain(acronym)), "{text}: {entity:?}");
    }
    assert!(read >= 60, "{read} rows");
}

/// Kind and words of all mentions, in order of place; offices left aside, in which others stand.
fn mentions(text: &str) -> Vec<String> {
    let document = parse(text);
    let kind = |kind: EntityKind| serde_json::to_value(kind).ok().and_then(|kind| Some(kind.as_str()?.to_owned()));
    let named = document.entities.iter().filter(|entity| entity.kind != EntityKind::Role);
    let all = named.flat_map(|entity| entity.mentions.iter().map(move |span| (*span, entity.kind)));
    let mut all: Vec<_> = all.collect();
    all.sort_unstable_by_key(|(span, _)| (span.start, span.end));
    let told = |(span, named)| format!("{}:{}", kind(named).unwrap_or_default(), one_line(document.slice(span)));
    all.into_iter().map(told).collect()
}

/// What a column expects: items between bars.
fn items(column: Option<&&str>) -> Vec<String> {
    let items = column.copied().unwrap_or_default().split('|').map(str::trim);
    items.filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

#[test]
fn traps_are_told_apart() {
    for (text, expected) in rows(include_str!("tables/names.tsv")) {
        assert_eq!(mentions(&text), items(expected.first()), "{text}");
    }
}

#[test]
fn persons_are_found_without_titles() {
    for (text, expected) in rows(include_str!("tables/persons.tsv")) {
        let persons: Vec<String> =
            mentions(&text).iter().filter_map(|found| Some(found.strip_prefix("person:")?.to_owned())).collect();
        assert_eq!(persons, items(expected.first()), "{text}");
    }
}

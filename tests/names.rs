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

/// Kind, places and acronym of an entity, as the table has them.
fn told(document: &Document, entity: &Entity, acronym: bool) -> String {
    let kind =
        serde_json::to_value(entity.kind).ok().and_then(|kind| Some(kind.as_str()?.to_owned())).unwrap_or_default();
    let mut places: Vec<_> = entity.mentions.iter().chain(&entity.coreferences).collect();
    places.sort_unstable();
    let words: Vec<String> = places.into_iter().map(|&span| one_line(document.slice(span))).collect();
    let acronym = entity.acronym.as_ref().filter(|_| acronym).map_or(String::new(), |acronym| format!(" ={acronym}"));
    format!("{kind}: {}{acronym}", words.join("; "))
}

#[test]
fn each_thing_is_one_entity_wherever_it_is_meant() {
    let mut read = 0;
    for (text, columns) in rows(include_str!("tables/entities.tsv")) {
        let document = parse(&text);
        let items = columns.first().copied().unwrap_or_default();
        let mut expected: Vec<&str> = items.split(" | ").filter(|item| !item.is_empty()).collect();
        let with_acronym = |entity: &Entity| {
            let words = told(&document, entity, false);
            expected.iter().any(|item| item.strip_prefix(words.as_str()).is_some_and(|rest| rest.starts_with(" =")))
        };
        let mut found: Vec<String> =
            document.entities.iter().map(|entity| told(&document, entity, with_acronym(entity))).collect();
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "{text}");
        read += 1;
    }
    assert!(read >= 95, "{read} rows");
}

#[test]
fn a_misprint_is_said() {
    let codes = |text: &str| parse(text).diagnostics.iter().map(|it| it.code.as_str()).collect::<Vec<_>>();
    assert_eq!(codes("La réunion a remercié l’Organisation de la coopération islamqiue."), ["misspelt-name"]);
    for text in [
        "La réunion a remercié l’Organisation de la coopération islamique.",
        "La réunion a remercié l’Organisation de la coopération islandaise.",
        "La réunion a salué l’Union américaine et le Conseil de l’Entente.",
        "Le Comité préparatiore des fêtes a salué le Mali.",
    ] {
        assert_eq!(codes(text), [] as [&str; 0], "{text}");
    }
}

#[test]
fn persons_hold_the_offices_that_stand_beside_their_names() {
    for (text, office) in [
        ("M. Awa Konaté, Ministre des transports du Mali, a parlé.", Some("Ministre des transports du Mali")),
        ("S.E.M. Awa KONATÉ, Président du Faso, a parlé.", Some("Président du Faso")),
        ("Le Président du Faso, S.E.M. Awa KONATÉ, a parlé.", Some("Président du Faso")),
        ("M. Awa Konaté a salué le Président du Faso.", None),
        ("Le Président du Faso a salué M. Awa Konaté.", None),
    ] {
        let document = parse(text);
        let person = document.entities.iter().find(|entity| entity.kind == EntityKind::Person).expect(text);
        let held = person.office.as_ref().and_then(|id| document.entities.iter().find(|entity| entity.id == *id));
        assert_eq!(held.map(|held| held.name.as_str()), office, "{text}");
    }
}

#[test]
fn adjectives_tell_the_state() {
    for (text, name, country) in [
        ("Il salue le Gouvernement malien.", "Gouvernement malien", Some("ML")),
        ("Il salue les autorités bissau-guinéennes.", "autorités bissau-guinéennes", Some("GW")),
        ("Il salue le Ministre ivoirien des transports.", "Ministre ivoirien des transports", Some("CI")),
        ("Il salue le Gouvernement congolais.", "Gouvernement congolais", None),
    ] {
        let document = parse(text);
        let entity = document.entities.iter().find(|entity| entity.name == name).expect(text);
        assert_eq!(entity.codes.get("country").map(String::as_str), country, "{text}");
    }
}

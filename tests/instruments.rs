//! Instruments in written sentences: cited by title, with date and place, and pointed to.
//!
//! The tables stand in `tests/tables`; what is expected was written without the library.

use greffier::{Document, Reference, ReferenceForm, parse};

/// An instrument that a row expects: its words, and what is said of it.
#[derive(Debug, Default)]
struct Expected<'r> {
    words: String,
    date: Option<&'r str>,
    place: Option<&'r str>,
    symbol: Option<&'r str>,
    /// Places in the row, `self` or `?`.
    meant: Option<&'r str>,
}

fn expected(item: &str) -> Expected<'_> {
    let mut found = Expected::default();
    let mut words = Vec::new();
    for piece in item.split(' ') {
        match piece.char_indices().next() {
            Some((_, '=')) => found.date = Some(&piece[1..]),
            Some((_, '#')) => found.meant = Some(&piece[1..]),
            Some((_, '§')) => found.symbol = Some(&piece['§'.len_utf8()..]),
            Some((_, '@')) => found.place = item.split('@').nth(1).map(|rest| rest.split(" #").next().unwrap_or(rest)),
            _ if found.place.is_none() => words.push(piece),
            _ => {}
        }
    }
    found.words = words.join(" ");
    found
}

/// The rows of a table: the text, and what is expected.
fn rows(table: &str) -> impl Iterator<Item = (&str, Vec<Expected<'_>>)> {
    table.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let (text, items) = line.split_once('\t').unwrap_or((line, ""));
        (text, items.split(" | ").filter(|item| !item.is_empty()).map(expected).collect())
    })
}

/// A citation with its words on one line.
type Cited<'d> = (String, &'d Reference);

fn cited(document: &Document) -> Vec<Cited<'_>> {
    let line = |reference: &Reference| document.slice(reference.span).split_whitespace().collect::<Vec<_>>().join(" ");
    document.references.iter().map(|reference| (line(reference), reference)).collect()
}

/// What a citation means: its entity or its symbol.
fn means(reference: &Reference) -> Option<String> {
    reference.entity.clone().or_else(|| reference.symbol.clone())
}

/// The citations of each expected instrument, several where words point to several.
fn matched<'d>(
    text: &str,
    all: &[Cited<'d>],
    row: &[Expected<'_>],
    fits: impl Fn(&str, &str) -> bool,
) -> Vec<Vec<&'d Reference>> {
    let mut from = 0;
    let mut out = Vec::new();
    for item in row {
        let at = (from..all.len()).find(|&at| fits(&all[at].0, &item.words));
        let at = at.unwrap_or_else(|| panic!("{text}: {:?} is not found: {all:#?}", item.words));
        let span = all[at].1.span;
        let group: Vec<&Reference> =
            all[at..].iter().take_while(|(_, other)| other.span == span).map(|(_, other)| *other).collect();
        from = at + group.len();
        out.push(group);
    }
    out
}

/// Checks what the words of each item mean.
fn check(text: &str, row: &[Expected<'_>], found: &[Vec<&Reference>]) {
    for (item, group) in row.iter().zip(found) {
        let first = group[0];
        if let Some(date) = item.date {
            assert_eq!(first.date.as_ref().map(|date| date.as_str()), Some(date), "{text}: {item:?}");
        }
        if let Some(place) = item.place {
            assert_eq!(first.place.as_deref(), Some(place), "{text}: {item:?}");
        }
        if let Some(symbol) = item.symbol {
            assert_eq!(
                first.symbol.as_deref().map(|symbol| symbol.replace(' ', "")).as_deref(),
                Some(symbol),
                "{text}"
            );
        }
        match item.meant {
            None => {}
            Some("self") => assert_eq!(first.form, ReferenceForm::Own, "{text}: {item:?}"),
            Some("?") => assert_eq!(means(first), None, "{text}: {item:?}"),
            Some(places) => {
                let wanted: Vec<_> =
                    places.split(',').map(|place| means(found[place.parse::<usize>().expect("a place")][0])).collect();
                let got: Vec<_> = group.iter().map(|reference| means(reference)).collect();
                assert!(got[0].is_some() && got == wanted, "{text}: {item:?} means {got:?}");
            }
        }
    }
}

#[test]
fn treaties_are_cited_whole_with_date_and_place() {
    let mut read = 0;
    for (text, row) in rows(include_str!("tables/treaties.tsv")) {
        let document = parse(text);
        let all = cited(&document);
        let found = matched(text, &all, &row, |words, wanted| words == wanted);
        check(text, &row, &found);
        assert!(!row.is_empty() || all.is_empty(), "{text}: {all:#?}");
        read += 1;
    }
    assert!(read >= 70, "{read} rows");
}

#[test]
fn what_points_back_means_what_was_cited() {
    let mut read = 0;
    for (text, row) in rows(include_str!("tables/anaphora.tsv")) {
        let document = parse(text);
        let all = cited(&document);
        // a full symbol stands without its noun, and a provision is told apart
        let found = matched(text, &all, &row, |words, wanted| wanted.contains(words));
        check(text, &row, &found);
        assert_eq!(found.iter().map(Vec::len).sum::<usize>(), all.len(), "{text}: {all:#?}");
        read += 1;
    }
    assert!(read >= 55, "{read} rows");
}

#[test]
fn provisions_have_the_names_of_akoma_ntoso() {
    for (words, part) in [
        ("article 4 de la Charte des Nations Unies", "~art_4"),
        ("articles 1 et 23 de la Charte africaine", "~art_1 ~art_23"),
        ("article premier de la Charte des Nations Unies", "~art_1"),
        ("Chapitre VII de la Charte des Nations Unies", "~chp_VII"),
        ("paragraphe 2 de l’article 5 du Protocole de Kyoto", "~art_5__para_2"),
        ("article 218, paragraphe 6, du Traité de Lisbonne", "~art_218__para_6"),
        ("alinéa b) de l’article 13 du Traité d’Abuja", "~art_13__al_b"),
    ] {
        let text = format!("Les ministres ont rappelé l’{words}.");
        let document = parse(&text);
        let found = document.references.iter().find(|reference| reference.inner.is_some());
        let found = found.unwrap_or_else(|| panic!("{text}: {:#?}", document.references));
        assert_eq!((document.slice(found.span), found.inner.as_deref()), (words, Some(part)), "{text}");
    }
}

#[test]
fn a_number_beside_the_word_is_no_pointer() {
    for text in [
        "Il cite cette résolution 70/1",
        "Il cite cette résolution 70/1.",
        "Il cite ladite décision Assembly/AU/Dec.1(I)",
    ] {
        let references = parse(text).references;
        assert_eq!(references.iter().map(|it| it.form).collect::<Vec<_>>(), [ReferenceForm::Explicit], "{text}");
    }
}

#[test]
fn a_text_that_means_itself_has_its_own_symbol() {
    let text = "Assembly/AU/Dec.940(XL)\n\nDÉCISION SUR LES ROUTES\n\nLa Conférence,\n\n1. PREND NOTE du rapport ;\n\n\
                2. DEMANDE à la Commission de suivre la présente décision.";
    let own = parse(text).references.into_iter().find(|reference| reference.form == ReferenceForm::Own);
    assert_eq!(own.and_then(|own| own.symbol).as_deref(), Some("Assembly/AU/Dec.940(XL)"));
}

#[test]
fn a_number_on_the_next_line_belongs_to_the_word_that_cites() {
    let text = "L’Assemblée générale,\n\nRappelant sa résolution\n70/1 du 25 septembre 2015, et la résolution\n2085 (2012) du \
                Conseil de sécurité,\n\n1. Réaffirme sa résolution\n70/1 du 25 septembre 2015 ;\n";
    let document = parse(text);
    let symbols: Vec<_> = document.references.iter().filter_map(|reference| reference.symbol.as_deref()).collect();
    assert_eq!(symbols, ["A/RES/70/1", "S/RES/2085 (2012)", "A/RES/70/1"]);
    assert_eq!(document.clauses().count(), 2);
    // the number of a text stands below the word in its title
    let title =
        "Projet de résolution\n\n70/1. Routes du Sahel\n\nL’Assemblée générale,\n\n1. Prend note du rapport ;\n";
    assert_eq!(parse(title).resolutions[0].symbol.as_ref().map(|symbol| symbol.value.as_str()), Some("A/RES/70/1"));
}

#[test]
fn texts_are_cited_by_kind_and_date() {
    for (text, expected) in [
        ("Vu le communiqué du 13 avril 2017 du Conseil de sécurité,", &["2017-04-13 Conseil de sécurité"][..]),
        ("Rappelant la déclaration à la presse du 6 octobre 2017,", &["2017-10-06 –"]),
        (
            "Rappelant la décision du Conseil de sécurité en date du 5 juillet 2019,",
            &["2019-07-05 Conseil de sécurité"],
        ),
        (
            "Vu ses résolutions antérieures, en particulier celles du 27 février 2014 sur la pêche, du 13 mars 2014 et du 2 mai 2014,",
            &["2014-02-27 –", "2014-03-13 –", "2014-05-02 –"],
        ),
        ("Une résolution a été adoptée le 5 mai 2014.", &[]),
        ("Il a pris la décision le 5 mai 2014 et la décision de partir.", &[]),
        ("La résolution 70/1 du 25 septembre 2015 est saluée.", &["2015-09-25 Assemblée générale"]),
    ] {
        let document = parse(text);
        let said = |reference: &Reference| {
            let date = reference.date.as_ref().map_or("–", |date| date.as_str());
            format!("{date} {}", reference.body.as_deref().unwrap_or("–"))
        };
        assert_eq!(document.references.iter().map(said).collect::<Vec<_>>(), expected, "{text}");
    }
    for (text, date) in [
        ("Le communiqué PSC/PR/COMM.1106 adopté lors de sa réunion tenue le 19 septembre 2022.", "2022-09-19"),
        ("La déclaration de son Président en date du 3 avril 2019 (S/PRST/2019/2).", "2019-04-03"),
    ] {
        let references = parse(text).references;
        assert_eq!(references.len(), 1, "{text}");
        assert_eq!(references[0].date.as_ref().map(|date| date.as_str()), Some(date), "{text}");
    }
}

//! What a text says of the documents it cites: the verb that cites them, their year and session, where they are found.

use greffier::{Citation, Class, Offsets, Reference, parse};

fn cited(text: &str) -> Vec<Reference> {
    parse(text).references
}

#[test]
fn the_verb_that_cites_is_told() {
    for (clause, verb, class) in [
        ("Rappelle sa résolution 70/1", "rappeler", Class::Recall),
        ("Modifie la décision 64/503", "modifier", Class::Decide),
        ("Décide de proroger le mandat défini dans la résolution 2100 (2013)", "proroger", Class::Extend),
        (
            "Décide également de mettre fin aux mesures visées dans la résolution 1970 (2011)",
            "mettre fin",
            Class::Suspend,
        ),
        ("Prie les États d’appliquer la résolution 1325 (2000)", "prier", Class::Request),
        ("Prend note du rapport publié sous la cote A/70/12", "prendre note", Class::Note),
    ] {
        let found =
            cited(&format!("L’Assemblée générale,\n\n1. {clause} ;\n\n2. Décide de rester saisie de la question."));
        let [reference] = found.as_slice() else { panic!("{clause}: {found:?}") };
        assert_eq!((reference.verb.as_deref(), reference.class), (Some(verb), Some(class)), "{clause}");
    }
    let title = &cited("La résolution 70/1 en bref")[0];
    assert_eq!((&title.verb, title.class), (&None, None));
}

#[test]
fn year_session_and_addresses_are_those_of_the_document() {
    for (words, year, session, url, iri) in [
        (
            "la résolution 70/1 de l’Assemblée générale, en date du 25 septembre 2015",
            Some(2015),
            Some(70),
            Some("https://undocs.org/fr/A/RES/70/1"),
            Some("/akn/un/statement/deliberation/unga/2015-09-25/70-1/"),
        ),
        ("la résolution 2085 (2012)", Some(2012), None, Some("https://undocs.org/fr/S/RES/2085(2012)"), None),
        ("la décision Assembly/AU/Dec.391(XVIII)", None, Some(18), None, None),
        ("le communiqué PSC/PR/COMM.(CCLXXVIII)", None, None, None, None),
        ("la résolution n° 1/38-ORG", None, Some(38), None, None),
    ] {
        let found = cited(&format!("Elle a rappelé {words}."));
        let [reference] = found.as_slice() else { panic!("{words}: {found:?}") };
        let addresses = (reference.url.as_deref(), reference.iri.as_deref());
        assert_eq!((reference.year, reference.session, addresses), (year, session, (url, iri)), "{words}");
    }
}

/// Who cites, class, what is cited.
fn edges(citations: impl Iterator<Item = Citation>) -> Vec<(Option<String>, Option<Class>, Option<String>)> {
    citations.map(|edge| (edge.citing, edge.class, edge.cited)).collect()
}

#[test]
fn every_citation_is_an_edge_of_its_own() {
    let text = "Résolution 71/12\n\nL’Assemblée générale,\n\n\
        Rappelant ses résolutions 70/1 et 66/288, et rappelant en particulier le paragraphe 3 de la résolution 70/1,\n\n\
        1. Réaffirme sa résolution 70/1 ;\n\n\
        2. Prie les États d’appliquer la présente résolution et la Charte des Nations Unies.\n";
    let document = parse(text);
    let edge = |class, cited: &str| (Some("A/RES/71/12".to_owned()), Some(class), Some(cited.to_owned()));
    let symbols = [
        edge(Class::Recall, "A/RES/70/1"),
        edge(Class::Recall, "A/RES/66/288"),
        edge(Class::Recall, "A/RES/70/1"),
        edge(Class::Reaffirm, "A/RES/70/1"),
    ];
    let found = edges(document.citations().filter(|edge| edge.cited.is_some()));
    assert_eq!(found, symbols);
    for edge in document.citations() {
        let reference = &document.references[edge.reference];
        assert_eq!((edge.span, &edge.cited, &edge.entity), (reference.span, &reference.symbol, &reference.entity));
        assert_eq!(edge.resolution, Some(0), "{edge:?}");
    }
    let spans = |document: &greffier::Document| document.citations().map(|edge| edge.span).collect::<Vec<_>>();
    let counted = document.clone().with_offsets(Offsets::Char);
    assert_eq!(spans(&document).len(), spans(&counted).len());
    assert_ne!(spans(&document), spans(&counted));
}

#[test]
fn the_resolution_that_holds_a_reference_cites() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures");
    let mut cited_by_several = 0;
    for file in std::fs::read_dir(path).expect("the fixtures are there") {
        let file = file.expect("a file").path();
        let document = parse(&std::fs::read_to_string(&file).expect("a fixture is UTF-8"));
        let mut citing: Vec<usize> = Vec::new();
        for edge in document.citations() {
            let holds = |at: &usize| document.resolutions[*at].span.contains(edge.span);
            assert_eq!(edge.resolution, (0..document.resolutions.len()).find(holds), "{file:?} {edge:?}");
            assert!(edge.citing.is_none() || edge.citing != edge.cited, "{file:?} {edge:?}");
            citing.extend(edge.resolution);
        }
        citing.dedup();
        assert!(citing.is_sorted(), "{file:?}");
        cited_by_several += usize::from(citing.len() > 1);
    }
    assert!(cited_by_several > 1);
}

#[test]
fn a_text_that_cites_nothing_else_has_no_edges() {
    for text in
        ["", "Le Comité s’est réuni à Niamey.", "Résolution 71/12\n\nL’Assemblée générale,\n\n1. Décide d’agir."]
    {
        assert_eq!(edges(parse(text).citations()), [], "{text}");
    }
}

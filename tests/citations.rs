//! What a text says of the documents it cites: the verb that cites them, their year and session, where they are found.

use greffier::{Class, Reference, parse};

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

//! Published texts, where they are at hand: the report greffier began with, and the resolutions of the United Nations.
//!
//! They stand beside the repository, in `../shared`, and not in it. Where they are absent the tests say so and pass.

mod promises;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use greffier::{
    Actor, Class, Clause, Document, Edtf, Entity, EntityKind, Kind, Level, MarkerStyle, Meeting, Role, Span,
};
use serde_json::Value;

/// A file or folder of `../shared`, if it is there.
fn shared(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared").join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

/// The first report.
fn seed() -> Option<Document> {
    let files = fs::read_dir(shared("seeds")?).expect("a folder");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.sort();
    let path = paths.first().expect("a seed");
    Some(greffier::parse(&fs::read_to_string(path).expect("a seed is UTF-8")))
}

#[test]
fn the_seed_has_ten_operative_clauses() {
    let Some(document) = seed() else { return };
    assert_eq!(document.kind, Kind::Report);
    assert_eq!(document.resolutions.len(), 1);
    let resolution = &document.resolutions[0];
    let formula = resolution.formula.as_ref().expect("a formula");
    assert_eq!(formula.value, "la réunion a convenu de ce qui suit");

    assert_eq!(document.clauses().count(), 10);
    for (number, clause) in (1..).zip(&resolution.clauses) {
        let marker = clause.marker.as_ref().expect("a marker");
        assert_eq!((marker.style, marker.number), (MarkerStyle::LowerRoman, number));
        assert_eq!(clause.role, Role::Operative);
        assert_eq!(clause.span.start, marker.span.start);
        assert!(document.slice(clause.span).ends_with('.'), "clause {number} ends with its full stop");
        let after = resolution.clauses.get(number as usize).map_or(document.source().len(), |next| next.span.start);
        let between = &document.source()[clause.span.end..after];
        assert!(between.trim().is_empty(), "clause {number} leaves {between:?}");
    }
}

#[test]
fn the_seed_has_four_dates() {
    let Some(document) = seed() else { return };
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let found: Vec<(&str, String)> =
        document.dates.iter().map(|date| (date.value.as_str(), words(document.slice(date.span)))).collect();
    let wanted = [
        ("2013-09-25", "25 SEPTEMBRE 2013"),
        ("2013-09-25", "25 septembre 2013"),
        ("2013-06-18", "18 juin 2013"),
        ("2013-07-01", "1er juillet 2013"),
    ];
    assert_eq!(found, wanted.map(|(value, text)| (value, text.to_owned())));
    assert!(document.slice(document.dates[1].span).contains('\n'), "one date over the line end");
}

#[test]
fn the_seed_tells_who_met_in_whose_margins() {
    let Some(document) = seed() else { return };
    let value = |found: &Option<greffier::Evidence<String>>| found.as_ref().map(|found| found.value.clone());
    let meeting = document.meeting.as_ref().expect("a meeting");
    assert_eq!(value(&meeting.body).as_deref(), Some("Groupe de contact de l'OCI sur le Mali"));
    assert_eq!(meeting.level.as_ref().map(|level| level.value), Some(Level::Ministerial));
    assert_eq!(value(&meeting.place.city).as_deref(), Some("New York"));
    assert_eq!(value(&meeting.place.country).as_deref(), Some("US"));
    assert_eq!(meeting.date.as_ref().map(|date| date.value.as_str()), Some("2013-09-25"));

    let told = |meeting: &Meeting| document.slice(meeting.span).split_whitespace().collect::<Vec<_>>().join(" ");
    let coordination = meeting.alongside.as_deref().expect("held in the margins of another");
    assert!(told(coordination).starts_with("réunion annuelle de coordination"), "{:?}", told(coordination));
    let session = coordination.alongside.as_deref().expect("which was held during a session");
    assert_eq!(session.session.as_ref().map(|session| session.value), Some(68));
    assert!(told(session).contains("Assemblée générale"), "{:?}", told(session));
    assert!(session.alongside.is_none());
}

#[test]
fn the_seed_names_whom_it_names() {
    let Some(document) = seed() else { return };
    for (words, kind) in [
        ("OCI", EntityKind::Organization),
        ("Mali", EntityKind::Location),
        ("Sahel", EntityKind::Location),
        ("Assemblée générale des Nations unies", EntityKind::Organization),
        ("Ouagadougou", EntityKind::Location),
        ("Ibrahim Boubakar Keita", EntityKind::Person),
        ("AFISMA", EntityKind::Organization),
        ("MINUSMA", EntityKind::Organization),
        ("ISESCO", EntityKind::Organization),
        ("IRCICA", EntityKind::Organization),
        ("UNESCO", EntityKind::Organization),
        ("République de Turquie", EntityKind::Location),
        ("Touaregs", EntityKind::Group),
        ("12éme Sommet islamique", EntityKind::Event),
    ] {
        let found = named(&document, words);
        assert!(found.len() == 1, "{words} names {found:#?}");
        assert_eq!(found[0].kind, kind, "{words}");
    }
    let mission = named(&document, "MINUSMA")[0];
    let long = mission.mentions.iter().any(|&mention| document.slice(mention).starts_with("Mission de stabilisation"));
    assert!(long, "the mission has its long form: {mission:#?}");
    assert_eq!(mission.acronym.as_deref(), Some("MINUSMA"));
}

/// The entities with a mention in these words.
fn named<'d>(document: &'d Document, words: &str) -> Vec<&'d Entity> {
    let mentioned = |entity: &&Entity| {
        entity.mentions.iter().any(|&mention| {
            let found: Vec<&str> = document.slice(mention).split_whitespace().collect();
            found.join(" ") == words
        })
    };
    document.entities.iter().filter(mentioned).collect()
}

#[test]
fn the_seed_asks_whom_it_asks() {
    let Some(document) = seed() else { return };
    let asked: Vec<(u32, &str, Class, Vec<&str>)> = document
        .clauses()
        .flat_map(|clause: &Clause| clause.acts.iter().map(move |act| (clause.number().unwrap_or_default(), act)))
        .filter(|(_, act)| !act.addressees.is_empty() && act.class != Class::Commend)
        .map(|(number, act)| {
            let addressees = act.addressees.iter().map(|addressee| addressee.text.as_str()).collect();
            (number, act.verb.lemma.as_str(), act.class, addressees)
        })
        .collect();
    let states_and_banks = ["États membres", "institutions financières de l'OCI"];
    let wanted: [(u32, &str, Class, &[&str]); 8] = [
        (1, "exhorter", Class::Urge, &["tous les Etats"]),
        (4, "exhorter", Class::Urge, &["les nouvelles autorités du Mali"]),
        (5, "inviter", Class::Invite, &["les États membres de l'OCI"]),
        (6, "demander", Class::Request, &states_and_banks),
        (6, "demander", Class::Request, &states_and_banks),
        (7, "appeler", Class::CallUpon, &["les Etats membres", "les ONG islamiques"]),
        (8, "réitérer", Class::CallUpon, &["l'ISESCO", "l'IRCICA"]),
        (9, "inviter", Class::Invite, &["les États Membres"]),
    ];
    assert_eq!(asked, wanted.map(|(number, lemma, class, addressees)| (number, lemma, class, addressees.to_vec())));
}

/// The acts of a text by places alone: no word of it is kept here.
fn places(document: &Document) -> String {
    let place = |span: Span| format!("{}-{}", span.start, span.end);
    let all = |actors: &[Actor]| actors.iter().map(|actor| place(actor.span)).collect::<Vec<_>>().join(" ");
    let mut out = String::new();
    for (clause, act) in document.clauses().flat_map(|clause| clause.acts.iter().map(move |act| (clause, act))) {
        let number = clause.number().map_or("–".to_owned(), |number| number.to_string());
        let _ = write!(out, "{number} {:?} {:?} at {}", act.class, act.force, place(act.verb.span));
        if let Some(actor) = &act.actor {
            let _ = write!(out, ", by {}", place(actor.span));
        }
        if !act.addressees.is_empty() {
            let _ = write!(out, ", to {}", all(&act.addressees));
        }
        if let Some(content) = act.content {
            let _ = write!(out, ", content {}", place(content));
        }
        for task in &act.tasks {
            let _ = write!(out, ", task {}", place(task.content));
        }
        if let Some(deadline) = &act.deadline {
            let _ = write!(out, ", due {} {}", deadline.value.as_ref().map_or("?", Edtf::as_str), place(deadline.span));
        }
        if let Some(report) = &act.report {
            let _ = write!(out, ", report {} > {}", all(&report.reporters), all(&report.recipients));
        }
        out.push('\n');
    }
    out
}

#[test]
fn acts_of_the_seed_and_of_three_texts_are_as_reviewed() {
    let Some(document) = seed() else { return };
    let Some(folder) = shared("texts") else { return };
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        insta::assert_snapshot!("acts_of_the_seed", places(&document));
        for name in ["202_cedeao_communique", "205_ua_decision", "208_onu-cs_resolution"] {
            let text = fs::read_to_string(folder.join(name).with_extension("txt")).expect("a text is UTF-8");
            insta::assert_snapshot!(format!("acts_of_{name}"), places(&greffier::parse(&text)));
        }
    });
}

#[test]
fn texts_of_many_organizations_keep_the_promises() {
    let Some(folder) = shared("texts") else { return };
    for file in fs::read_dir(folder).expect("a folder") {
        let path = file.expect("a file").path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            promises::check(&fs::read_to_string(&path).expect("a text is UTF-8"));
        }
    }
}

#[test]
fn resolutions_of_the_united_nations_keep_the_promises() {
    let Some(folder) = shared("corpora/un-akn") else { return };
    for name in ["resolutions.jsonl", "hard.jsonl"] {
        let lines = fs::read_to_string(folder.join(name)).expect("a file of lines");
        let mut count = 0;
        for line in lines.lines() {
            let resolution: Value = serde_json::from_str(line).expect("a line is JSON");
            promises::check(resolution["text"].as_str().expect("a resolution has a text"));
            count += 1;
        }
        assert!(count > 0, "{name} is empty");
    }
}

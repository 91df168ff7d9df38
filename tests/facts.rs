//! What a reader says of the fixtures: noted from the texts before the parser read them, so that no expectation is its own.

use std::path::Path;

use greffier::{Document, Kind};

fn document(name: &str) -> Document {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures").join(name).with_extension("txt");
    greffier::parse(&std::fs::read_to_string(path).expect("a fixture is UTF-8"))
}

#[test]
fn kinds_and_meetings_are_as_read() {
    for (name, kind, session, country, date) in [
        ("groupe_contact", Kind::Communique, None, Some("US"), "2019-09-25"),
        ("communique_long", Kind::Communique, Some(9), Some("NE"), "2017-10-23/2017-10-24"),
        ("cps_b", Kind::Communique, Some(1213), Some("ET"), "2024-05-21"),
        ("cs_resolution", Kind::Resolution, Some(9043), None, "2022-05-27"),
        ("oms_resolution", Kind::Resolution, Some(70), None, "2017-05-31"),
        ("oif_declaration", Kind::Declaration, Some(17), Some("AM"), "2018-10-11/2018-10-12"),
        ("ligue_communique", Kind::Declaration, Some(31), Some("OM"), "2018-11-20"),
        ("ua_decisions_recueil", Kind::Compilation, Some(29), Some("ET"), "2017-07-03/2017-07-04"),
        ("acte_additionnel", Kind::Regulation, Some(54), Some("NG"), "2018-12-22"),
        ("parlement_europeen", Kind::Resolution, None, None, "2016-04-14"),
        ("conclusions_conseil", Kind::Conclusions, None, Some("BE"), "2019-06-20"),
        ("declaration_presse", Kind::Statement, None, None, "2023-03-22"),
        ("declaration_conjointe", Kind::Declaration, None, Some("KE"), "2021-10-20"),
        ("compte_rendu", Kind::Minutes, Some(56), Some("CI"), "2014-10-13/2014-10-15"),
        ("rapport_commission", Kind::Report, Some(33), Some("MR"), "2018-06-28/2018-06-29"),
    ] {
        let document = document(name);
        assert_eq!(document.kind, kind, "{name}");
        let meeting = document.meeting.unwrap_or_else(|| panic!("{name} tells of a meeting"));
        assert_eq!(meeting.session.map(|session| session.value), session, "{name}");
        assert_eq!(meeting.place.country.as_ref().map(|country| country.value.as_str()), country, "{name}");
        assert_eq!(meeting.date.map(|date| date.value.as_str().to_owned()).as_deref(), Some(date), "{name}");
    }
}

#[test]
fn what_adopts_nothing_has_no_clause() {
    for (name, kind) in [("allocution", Kind::Speech), ("ordre_du_jour", Kind::Agenda), ("recueil", Kind::Compilation)]
    {
        let document = document(name);
        assert_eq!((document.kind, document.clauses().count()), (kind, 0), "{name}");
    }
}

#[test]
fn the_line_that_tells_of_the_adoption_is_no_clause() {
    let declaration = |last: &str| {
        let text = format!(
            "DÉCLARATION DE PENMARCH\n\nNous, ministres des Phares, réunis à Penmarch le 20 mai 2022,\n\nRappelant notre \
             attachement aux lampes ;\n\n1. Condamnons les pilleurs.\n\n2. Nous engageons à :\n\na) payer les gardiens ;\n\n\
             b) peindre les phares.\n\n{last}\n"
        );
        let document = greffier::parse(&text);
        let adopted = document.resolutions[0].adoption.date.as_ref().map(|date| date.value.as_str().to_owned());
        (document.clauses().count(), adopted)
    };
    for (last, clauses, adopted) in [
        ("Adoptée à Penmarch, le 21 mai 2022", 5, Some("2022-05-21")),
        ("Adoptée le 21 mai 2022.", 5, Some("2022-05-21")),
        ("Fait à Penmarch, le 21 mai 2022", 5, Some("2022-05-21")),
        ("3. Adoptons la carte de 2022.", 6, None),
    ] {
        assert_eq!(declaration(last), (clauses, adopted.map(str::to_owned)), "{last}");
    }
}

#[test]
fn the_title_of_an_article_is_its_heading() {
    let text = "RÈGLEMENT N° 3/2019/CM SUR LES PHARES\n\nLe Conseil des ministres,\n\nVu le Traité ;\n\nÉdicte le règlement dont la \
                teneur suit :\n\nCHAPITRE PREMIER\nDISPOSITIONS GÉNÉRALES\n\nArticle premier\nDéfinitions\n\nLe phare est une tour qui \
                porte une lampe.\n\nArticle 2 : Gardiens\n\nLe gardien allume la lampe.\n\nArticle 3\n\nLe présent Règlement entre en vigueur \
                le 1er janvier 2020.\n\nArticle 4 : Le Règlement est publié\n";
    let document = greffier::parse(text);
    let articles: Vec<_> = document
        .clauses()
        .filter(|clause| clause.marker.is_some())
        .map(|clause| (clause.heading.as_ref().map(|heading| heading.value.as_str()), clause.text.trim()))
        .collect();
    let chapter = Some("CHAPITRE PREMIER DISPOSITIONS GÉNÉRALES");
    assert_eq!(
        articles,
        [
            (Some("Définitions"), "Le phare est une tour qui porte une lampe."),
            (Some("Gardiens"), "Le gardien allume la lampe."),
            (chapter, "Le présent Règlement entre en vigueur le 1er janvier 2020."),
            (chapter, "Le Règlement est publié"),
        ]
    );
    let path = |place: usize| {
        document.clauses().filter(|clause| clause.marker.is_some()).nth(place).map(|clause| &clause.path)
    };
    assert_eq!(
        path(0).map(|path| path.iter().map(|heading| heading.value.as_str()).collect()),
        Some(vec!["CHAPITRE PREMIER DISPOSITIONS GÉNÉRALES"])
    );
}

#[test]
fn a_short_line_of_a_list_is_no_heading() {
    let text = "RAPPORT FINAL\n\nSOMMAIRE\n\nI. OUVERTURE DE LA SESSION ........... 2\nII. RECOMMANDATIONS ........... 3\n\n\
                I. OUVERTURE DE LA SESSION\n\n1. La trente-deuxième session du Comité des phares s'est tenue à Rabat (Maroc) du 3 au 5 mai 2021.\n\n\
                2. Rapporteur : M. Ali Bennani (Maroc)\n\nII. RECOMMANDATIONS\n\n3. Le Comité a adopté l'ordre du jour suivant :\n\n\
                1. Ouverture\n2. Élection du bureau\n3. Questions diverses\n\nIII. SUITES\n\n4. Le Comité recommande aux États de payer.\n\n\
                5. Le Comité prie le Secrétariat de publier la carte.\n";
    let document = greffier::parse(text);
    assert_eq!(document.title.map(|title| title.value).as_deref(), Some("RAPPORT FINAL"));
    let numbers = |clauses: &[greffier::Clause]| -> Vec<u32> {
        clauses.iter().filter_map(|clause| clause.marker.as_ref()).map(|marker| marker.number).collect()
    };
    let outer = &document.resolutions[0].clauses;
    assert_eq!(numbers(outer), [1, 2, 3, 4, 5]);
    assert_eq!(numbers(&outer[2].children), [1, 2, 3]);
}

/// Role and first words of each clause.
fn roles(text: &str) -> Vec<(greffier::Role, String)> {
    let first = |text: &str| text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    greffier::parse(text).clauses().map(|clause| (clause.role, first(&clause.text))).collect()
}

#[test]
fn recitals_and_acts_are_told_apart_whatever_their_marks_and_capitals() {
    use greffier::Role::{Operative, Preambular};
    for (text, expected) in [
        // recitals in small letters
        (
            "Le Conseil des phares,\n\nse félicitant du succès de la session tenue à New York,\n\nrappelant sa résolution 12,\n\n\
             1. Décide de peindre les phares ;\n\n2. Prie le Secrétaire général d’y veiller.\n",
            vec![
                (Preambular, "se félicitant"),
                (Preambular, "rappelant sa"),
                (Operative, "Décide de"),
                (Operative, "Prie le"),
            ],
        ),
        // acts that end with a comma
        (
            "Le Bureau des phares, réuni à Québec les 28 et 29 janvier 2000,\n\nConsidérant que les lampes manquent,\n\n\
             Demande aux chefs d’État de les payer,\n\nAppelle les gardiens à veiller.\n",
            vec![(Preambular, "Considérant que"), (Operative, "Demande aux"), (Operative, "Appelle les")],
        ),
        // one drafting slip among recitals
        (
            "Le Conseil des phares,\n\nRappelant sa résolution 12,\n\nSe félicite des lampes,\n\nNotant le rapport,\n\n\
             1. Décide de payer ;\n\n2. Prie le Secrétaire général d’y veiller.\n",
            vec![
                (Preambular, "Rappelant sa"),
                (Preambular, "Se félicite"),
                (Preambular, "Notant le"),
                (Operative, "Décide de"),
                (Operative, "Prie le"),
            ],
        ),
        // those who conclude, one a line, are no clauses
        (
            "PREAMBULE\nNOUS, CHEFS D'ETAT DES ETATS MEMBRES CI-APRES :\n- République du Congo ;\n- République du Tchad.\n\
             REAFFIRMANT le Traité signé à Libreville le 18 octobre 1983 ;\nRESOLUS à peindre les phares ;\n",
            vec![(Preambular, "REAFFIRMANT le"), (Preambular, "RESOLUS à")],
        ),
        // the word that adopts, alone above the first article
        (
            "INSTRUCTION N° 1-2024 RELATIVE AUX PHARES\n\nLe Gouverneur de la Banque,\n\nVu le Traité,\n\nDECIDE\n\nTITRE I : \
             GARDIENS\n\nArticle premier\n\nLe gardien allume la lampe.\n",
            vec![(Preambular, "Vu le"), (Operative, "Le gardien")],
        ),
    ] {
        let expected: Vec<_> = expected.into_iter().map(|(role, first)| (role, first.to_owned())).collect();
        assert_eq!(roles(text), expected, "{text}");
    }
}

#[test]
fn what_one_who_takes_part_says_is_told() {
    use greffier::Role::{Narrative, Operative};
    let text = "Les ministres de la Commission des phares se sont réunis à Brest, France, le 19 octobre 2017.\n\n\
                Son Excellence Denis Koffi, Président du Tarrat, a souhaité la bienvenue aux ministres.\n\n\
                Le représentant du Mali a salué les gardiens.\n\n\
                Se déclarant inquiets, les ministres ont demandé à la Commission de payer les lampes.\n\n\
                Les ministres ont félicité la Commission.\n";
    let told: Vec<_> = roles(text).into_iter().map(|(role, _)| role).collect();
    assert_eq!(told, [Narrative, Narrative, Narrative, Operative, Operative]);
}

#[test]
fn a_report_that_is_decided_on_makes_no_report() {
    let text = "Décision 31 COM 6\nRapport du Comité à l'Assemblée des phares\n\nLe Comité des phares,\n\n1. Ayant examiné le \
                rapport,\n\n2. Prend note du rapport ;\n\n3. Décide de le publier.\n";
    assert_eq!(greffier::parse(text).kind, Kind::Decision);
}

#[test]
fn who_takes_part_is_who_is_there() {
    let text = "COMMUNIQUÉ FINAL\n\n1. La vingtième session ordinaire de la Conférence des chefs d'Etat de la CEEAC s'est tenue le 19 \
                janvier 2022 à Brazzaville, sous la présidence de S.E.M. Paul Mbemba, Président de la République du Congo.\n\n\
                2. Ont pris part à la session :\n\n- S.E.M. Paul Mbemba, Président de la République du Congo ;\n\n\
                - M. Albert Padou, Premier ministre, représentant S.E.M. Idriss Mahamat, Président de la République du Tchad ;\n\n\
                - Mme Rose Obame, Représentante permanente, et M. Jean Nze, ambassadeur du Gabon.\n\n\
                3. La Conférence a félicité la Commission.\n";
    let meeting = greffier::parse(text).meeting.expect("a meeting");
    let names: Vec<&str> = meeting.participants.iter().map(|person| person.name.value.as_str()).collect();
    assert_eq!(names, ["Paul Mbemba", "Albert Padou", "Rose Obame", "Jean Nze"]);
    let office = meeting.participants[1].office.as_ref().map(|office| office.value.as_str());
    let expected = "Premier ministre, représentant S.E.M. Idriss Mahamat, Président de la République du Tchad";
    assert_eq!(office, Some(expected));
}

#[test]
fn those_who_speak_tell_of_their_meeting_in_the_first_clause() {
    let text = "Le XIVème Sommet de la Francophonie\n\n1. Nous, Chefs d’Etat et de gouvernement des pays francophones, réunis les 13 \
                et 14 octobre 2012 à Kinshasa, en République Démocratique du Congo, à l’occasion du XIVe Sommet de la Francophonie, saluons \
                la tenue de ce Sommet.\n\n2. Nous affirmons la nécessité de peindre les phares.\n";
    let document = greffier::parse(text);
    assert_eq!(document.kind, Kind::Declaration);
    let meeting = document.meeting.clone().expect("a meeting");
    assert_eq!(meeting.date.map(|date| date.value.as_str().to_owned()).as_deref(), Some("2012-10-13/2012-10-14"));
    assert_eq!(meeting.place.city.map(|city| city.value).as_deref(), Some("Kinshasa"));
    assert_eq!(meeting.place.country.map(|country| country.value).as_deref(), Some("CD"));
    assert_eq!(document.clauses().count(), 2);
}

#[test]
fn numbers_run_as_printed() {
    for (name, last) in
        [("communique_long", 25), ("conclusions_conseil", 7), ("rapport_commission", 8), ("oif_declaration", 12)]
    {
        let document = document(name);
        let own = document.resolutions.iter().filter(|resolution| !resolution.annex);
        let numbers: Vec<u32> =
            own.flat_map(|resolution| &resolution.clauses).filter_map(greffier::Clause::number).collect();
        assert_eq!(numbers, (1..=last).collect::<Vec<u32>>(), "{name}");
    }
}

#[test]
fn annexes_and_drafts_stand_apart() {
    for (name, own, annexes) in [
        ("accord", 1, 1),
        ("cs_resolution", 1, 1),
        ("ecosoc_projet", 1, 2),
        ("cs_annuaire", 2, 0),
        ("conclusions_conseil", 1, 1),
    ] {
        let document = document(name);
        let annex = document.resolutions.iter().filter(|resolution| resolution.annex).count();
        assert_eq!((document.resolutions.len() - annex, annex), (own, annexes), "{name}");
    }
}

#[test]
fn participants_are_named() {
    let document = document("declaration_conjointe");
    let meeting = document.meeting.expect("it tells of a meeting");
    let named: Vec<_> = meeting
        .participants
        .iter()
        .map(|one| (one.name.value.as_str(), one.country.as_ref().map(|country| country.value.as_str())))
        .collect();
    assert_eq!(
        named,
        [
            ("Désiré Nzeyimana-Ruvubu", Some("BI")),
            ("Upendo Lugalla", Some("TZ")),
            ("Chanda Mwamba-Phiri", Some("ZM")),
            ("Théophile Assogba-Dansou", None),
        ]
    );
}

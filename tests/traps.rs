//! Lines that look like clauses and are none, and the other way round: one case a row of the traps that the genre sets.

use greffier::{Clause, Document};

/// The labels of all clauses, outermost first; `–` where a clause has none.
fn labels(document: &Document) -> Vec<String> {
    let label = |clause: &Clause| clause.marker.as_ref().map_or("–".to_owned(), |marker| marker.text.clone());
    document.clauses().map(label).collect()
}

/// A communiqué of two clauses with `line` wrapped into the first.
fn inside(line: &str) -> String {
    format!(
        "COMMUNIQUE FINAL\n\n1. La Conférence a pris acte avec satisfaction du rapport que le Secrétariat lui a soumis sur les phares, le\n\
         {line}\n\n2. Elle a invité les Etats membres à entretenir sans délai les feux de leurs côtes et à en rendre compte.\n"
    )
}

#[test]
fn what_is_no_clause() {
    for (trap, line) in [
        ("a date", "18 juin 2013, et des observations que les délégations ont présentées au cours du débat."),
        (
            "a date in capitals",
            "16 DECEMBRE 2017, et des observations que les délégations ont présentées au cours du débat.",
        ),
        (
            "a wrapped year",
            "2013 en marge de la réunion annuelle, et des observations que les délégations ont présentées.",
        ),
        (
            "the rest of a citation",
            "1990, 661 (1990) du 6 août 1990 et des observations que les délégations ont présentées.",
        ),
        ("a person", "M. Aboubacar Keïta et des observations que les délégations ont présentées au cours du débat."),
        (
            "prose that counts",
            "10 voix contre trois, et des observations que les délégations ont présentées au cours du débat.",
        ),
        (
            "prose that counts countries",
            "13 pays ont voté, et des observations que les délégations ont présentées au cours du débat.",
        ),
        ("an address", "26, rue du Port – BP 3314 et des observations que les délégations ont présentées."),
        ("an amount", "2 300 000 francs, et des observations que les délégations ont présentées au cours du débat."),
        (
            "OCR of an elided article",
            "I'UEMOA et 1'observation des marées, et des observations que les délégations ont présentées.",
        ),
        (
            "OCR of a pronoun",
            "I1 a élu son bureau, et des observations que les délégations ont présentées au cours du débat.",
        ),
        (
            "an article pronoun that looks roman",
            "Ce rapport et Le Caire, et des observations que les délégations ont présentées.",
        ),
    ] {
        assert_eq!(labels(&greffier::parse(&inside(line))), ["1.", "2."], "{trap}: {line}");
    }
}

#[test]
fn a_title_before_a_name_is_no_number() {
    let text = "COMMUNIQUE FINAL\n\n1. La Conférence a entendu une communication du Ministre des Phares, S.E.\nM. Brahim Ould Sidi, sur les \
                feux du littoral.\n\n2. Elle l'en a remercié.\n";
    assert_eq!(labels(&greffier::parse(text)), ["1.", "2."]);
}

#[test]
fn capitals_with_a_roman_number_are_a_heading() {
    let text = "COMMUNIQUE FINAL\n\nI. INTRODUCTION\n\n1. La Conférence a pris acte du rapport.\n\nII. QUESTIONS DIVERSES\n\n2. Elle a salué \
                la remise en service du phare.\n";
    let document = greffier::parse(text);
    assert_eq!(labels(&document), ["1.", "2."]);
    let headings: Vec<_> =
        document.clauses().filter_map(|clause| clause.heading.as_ref()).map(|h| h.value.as_str()).collect();
    assert_eq!(headings, ["I. INTRODUCTION", "II. QUESTIONS DIVERSES"]);
}

#[test]
fn a_numbered_line_above_prose_is_a_heading_of_minutes() {
    let text = "COMPTE RENDU DE LA SIXIEME SESSION\n\n1.   Cérémonie inaugurale\n\nLe Ministre a souhaité la bienvenue aux délégations.\n\n\
                2.   Élection du bureau\n\nLe Bénin a été élu à la présidence par acclamation.\n";
    let document = greffier::parse(text);
    assert_eq!(labels(&document), ["–", "–"]);
    let headings: Vec<_> =
        document.clauses().filter_map(|clause| clause.heading.as_ref()).map(|h| h.value.as_str()).collect();
    assert_eq!(headings, ["1.   Cérémonie inaugurale", "2.   Élection du bureau"].map(|h| h.replace("   ", " ")));
}

#[test]
fn letters_and_roman_numbers_are_told_by_their_neighbours() {
    let list = |markers: &[&str]| {
        let items: Vec<String> = markers.iter().map(|marker| format!("{marker} entretenir le feu ;\n")).collect();
        format!(
            "Le Conseil,\n\nRappelant sa décision,\n\n1. Demande aux Etats membres :\n\n{}\n2. Décide de rester saisi.\n",
            items.join("\n")
        )
    };
    for markers in [
        &["i.", "ii.", "iii.", "iv.", "v.", "vi."][..],
        &["a.", "b.", "c.", "d.", "e."],
        &["a)", "b)", "c)", "d)", "e)", "f)", "g)", "h)", "i)", "j)", "k)", "l)", "m)"],
    ] {
        let expected: Vec<&str> = ["–", "1."].iter().chain(markers).chain(&["2."]).copied().collect();
        let document = greffier::parse(&list(markers));
        assert_eq!(labels(&document), expected);
        let numbers: Vec<_> = document.clauses().filter_map(Clause::number).collect();
        let count = u32::try_from(markers.len()).expect("a short list");
        let counted: Vec<u32> = [1].into_iter().chain(1..=count).chain([2]).collect();
        assert_eq!(numbers, counted, "{markers:?}");
    }
}

#[test]
fn a_number_with_its_year_heads_a_resolution() {
    let text = "53 (1948). Résolution du 7 juillet 1948\n\n[S/875]\n\nLe Conseil de sécurité,\n\nPrenant note du télégramme du Médiateur,\n\n\
                1. Invite les parties à prolonger la trêve;\n\n2. Décide de rester saisi de la question.\n\n28 Voir Procès-verbaux officiels du \
                Conseil de sécurité, troisième année, Supplément de juillet 1948.\n";
    let document = greffier::parse(text);
    assert_eq!(labels(&document), ["–", "1.", "2."]);
    assert_eq!(document.symbol.as_ref().map(|symbol| symbol.value.as_str()), Some("S/RES/53 (1948)"));
    assert_eq!(document.notes.len(), 1);
    assert_eq!(document.notes[0].label, "28");
}

#[test]
fn rows_of_an_index_are_no_clauses() {
    let text = "RESOLUTIONS ADOPTEES PAR LA TRENTE-HUITIEME SESSION\n\nINDEX\n\n1 Résolution N°1/38-ORG sur les phares de la mer Rouge 9\n\
                2 Résolution N°2/38-ORG sur les balises 11\n10. Résolution N°10/37-POL sur les ports 25\n";
    let document = greffier::parse(text);
    assert_eq!(document.clauses().count(), 0);
}

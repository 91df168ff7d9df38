//! Tests of citations: texts with what is cited in them, and texts that cite nothing.

use super::*;
use crate::lexicon::Lexicon;
use crate::text::word::words;

/// The citations of a text whose dates are given by their words and values.
fn cited(lexicon: &Lexicon, clean: &str, dates: &[(&str, &str)]) -> Vec<ReferenceMention> {
    let words = words(clean, lexicon);
    let mut from = 0;
    let dates: Vec<DateMention> = dates
        .iter()
        .map(|(text, value)| {
            let start = from + clean[from..].find(text).expect(text);
            from = start + text.len();
            let span = CleanSpan::new(start, from);
            DateMention {
                span,
                value: Edtf::new(*value),
                start: None,
                end: None,
                role: None,
                alternative: None,
                anchor: None,
                pair: None,
                doubts: Vec::new(),
            }
        })
        .collect();
    references(Reading { clean, words: &words, lexicon }, &dates)
}

fn check(cases: &[(&str, &[(&str, &str)])]) {
    let lexicon = Lexicon::load("fr").expect("the data loads");
    for (clean, expected) in cases {
        let found = cited(&lexicon, clean, &[]);
        let found: Vec<(&str, &str)> =
            found.iter().map(|r| (&clean[r.span.range()], r.symbol.as_deref().unwrap_or(""))).collect();
        assert_eq!(&found, expected, "{clean}");
    }
}

#[test]
fn resolutions_by_number() {
    check(&[
        ("la résolution 2100 (2013) du Conseil", &[("résolution 2100 (2013)", "S/RES/2100 (2013)")]),
        (
            "ses résolutions 2056 (2012), 2071 (2012) et 2085 (2012)",
            &[
                ("2056 (2012)", "S/RES/2056 (2012)"),
                ("2071 (2012)", "S/RES/2071 (2012)"),
                ("2085 (2012)", "S/RES/2085 (2012)"),
            ],
        ),
        ("La Résolution n° 161 A (1961)", &[("Résolution n° 161 A (1961)", "S/RES/161 A (1961)")]),
        ("RESOLUTION 1540(2004)", &[("RESOLUTION 1540(2004)", "S/RES/1540 (2004)")]),
        ("la résolution 70/1", &[("résolution 70/1", "A/RES/70/1")]),
        ("la décision 31/208", &[("décision 31/208", "A/DEC/31/208")]),
        ("résolutions 181 (II) et 194 (III)", &[("181 (II)", "A/RES/181 (II)"), ("194 (III)", "A/RES/194 (III)")]),
        ("sa résolution 3201 (S-VI)", &[("résolution 3201 (S-VI)", "A/RES/3201 (S-VI)")]),
        ("la résolution 1980/67", &[("résolution 1980/67", "E/RES/1980/67")]),
        ("résolution ES‑10/15 du", &[("résolution ES‑10/15", "A/RES/ES-10/15")]),
        ("la résolution 2285 sur le Sahara", &[("résolution 2285", "S/RES/2285")]),
        ("la résolution 1804 (LV) du Conseil économique et social", &[("résolution 1804 (LV)", "E/RES/1804 (LV)")]),
        ("la résolution 2100/2013 du", &[("résolution 2100/2013", "S/RES/2100 (2013)")]),
        ("la résolution n° 7789 de la Ligue", &[]),
        ("les résolutions 2085 et 2100 du Conseil de sécurité", &[("2085", "S/RES/2085"), ("2100", "S/RES/2100")]),
        (
            "la résolution 2285 et la résolution 2285 (2016)",
            &[("résolution 2285", "S/RES/2285 (2016)"), ("résolution 2285 (2016)", "S/RES/2285 (2016)")],
        ),
        (
            "les résolutions 1325 (2000) sur les femmes, la paix et la sécurité, 1612 (2005) sur les enfants et, plus tard, 2250 (2015)",
            &[
                ("1325 (2000)", "S/RES/1325 (2000)"),
                ("1612 (2005)", "S/RES/1612 (2005)"),
                ("2250 (2015)", "S/RES/2250 (2015)"),
            ],
        ),
        ("la résolution 194 de l’Assemblée générale", &[("résolution 194", "A/RES/194")]),
    ]);
}

#[test]
fn bodies_are_given_to_all_members() {
    check(&[
        (
            "les résolutions 60/4, 61/5 A et 70/6 de l’Assemblée générale et 16/21 du Conseil des droits de l’homme",
            &[("60/4", "A/RES/60/4"), ("61/5 A", "A/RES/61/5 A"), ("70/6", "A/RES/70/6"), ("16/21", "A/HRC/RES/16/21")],
        ),
        (
            "les résolutions du Conseil des droits de l’homme 5/1 et 7/20",
            &[("5/1", "A/HRC/RES/5/1"), ("7/20", "A/HRC/RES/7/20")],
        ),
        (
            "la résolution 4/6 de l’Assemblée des Nations Unies pour l’environnement",
            &[("résolution 4/6", "UNEP/EA.4/Res.6")],
        ),
        (
            "Salue le Conseil des droits de l’homme et rappelle la résolution 27/21 du Conseil",
            &[("résolution 27/21", "A/HRC/RES/27/21")],
        ),
        (
            "Le Conseil des droits de l’homme,\nRappelant sa résolution 30/2 et sa décision 25/116,\nLa décision 9/12 du \
             Conseil d’administration",
            &[
                ("résolution 30/2", "A/HRC/RES/30/2"),
                ("décision 25/116", "A/HRC/DEC/25/116"),
                ("décision 9/12", "9/12"),
            ],
        ),
        (
            "L’Assemblée générale,\nRappelant que le Conseil des droits de l’homme, dans sa résolution 14/7, a fait cela et \
             que dans sa résolution 65/196 elle l’a suivi",
            &[("résolution 14/7", "A/HRC/RES/14/7"), ("résolution 65/196", "A/RES/65/196")],
        ),
    ]);
}

#[test]
fn ranges_and_sections_are_spelled_out() {
    check(&[
        ("résolutions 3411 A et B (XXX)", &[("3411 A", "A/RES/3411 A (XXX)"), ("B (XXX)", "A/RES/3411 B (XXX)")]),
        (
            "ses résolutions 36/87 A et B et 37/75",
            &[("36/87 A", "A/RES/36/87 A"), ("B", "A/RES/36/87 B"), ("37/75", "A/RES/37/75")],
        ),
        (
            "Dec. 391 – 393 (XVIII)",
            &[
                ("Dec. 391", "Assembly/AU/Dec.391(XVIII)"),
                ("391 – 393 (XVIII)", "Assembly/AU/Dec.392(XVIII)"),
                ("393 (XVIII)", "Assembly/AU/Dec.393(XVIII)"),
            ],
        ),
        (
            "Assembly/AU/Dec. 4 – 5 (XX)",
            &[("Assembly/AU/Dec. 4", "Assembly/AU/Dec.4(XX)"), ("5 (XX)", "Assembly/AU/Dec.5(XX)")],
        ),
    ]);
}

#[test]
fn full_symbols() {
    for (text, symbol) in [
        ("S/RES/2085 (2012)", "S/RES/2085 (2012)"),
        ("S/RES/2085(2012)", "S/RES/2085 (2012)"),
        ("A/RES/68/123", "A/RES/68/123"),
        ("A/70/L.1", "A/70/L.1"),
        ("A/C.2/75/L.9/Rev.1", "A/C.2/75/L.9/Rev.1"),
        ("S/PRST/2012/7", "S/PRST/2012/7"),
        ("S/814", "S/814"),
        ("A/42/VR/1", "A/42/VR/1"),
        ("E/2023/L.1", "E/2023/L.1"),
        ("NPT/CONF.2010/50 (Vol. I)", "NPT/CONF.2010/50 (Vol. I)"),
        ("PSC/PR/COMM.(CCLXXVIII)", "PSC/PR/COMM.(CCLXXVIII)"),
        ("PSC/PR/COMM.1 (CMI)", "PSC/PR/COMM.1(CMI)"),
        ("PSC/AHG/3(CCCLVIII)", "PSC/AHG/3(CCCLVIII)"),
        ("PSC/BR/2.(DXXXVII)", "PSC/BR/2.(DXXXVII)"),
        ("Assembly/AU/Dec.391(XVIII)", "Assembly/AU/Dec.391(XVIII)"),
        ("Assembly/AU/Decl. 3 (XX)", "Assembly/AU/Decl.3(XX)"),
        ("EX.CL/691", "EX.CL/691"),
        ("EX.CL/224 (VIII) Rev.2", "EX.CL/224(VIII) Rev.2"),
        ("CM/Res.951 (XLI)", "CM/Res.951 (XLI)"),
        ("CADHP/RES.194 (L) 11", "CADHP/RES.194 (L) 11"),
        ("CADHP/RES.212 (EXT.OS/XI) 2012", "CADHP/RES.212 (EXT.OS/XI) 2012"),
        ("CADHP/Rés. 419 (LXIV) 2019", "CADHP/Rés.419 (LXIV) 2019"),
        ("OIC/CFM-38/2011/ORG/DR.RES", "OIC/CFM-38/2011/ORG/DR.RES"),
        ("OIC/SUM-1/2008/FC-FINAL", "OIC/SUM-1/2008/FC-FINAL"),
        ("003/2011/CM/UEMOA", "003/2011/CM/UEMOA"),
        ("A/SA.2/03/16", "A/SA.2/03/16"),
        ("WHA31.26", "WHA31.26"),
        ("EB139.R1", "EB139.R1"),
        ("A70/34", "A70/34"),
        ("5/CP.1", "5/CP.1"),
        ("FCCC/SBSTA/1996/8", "FCCC/SBSTA/1996/8"),
        ("24 C/15.1", "24 C/15.1"),
        ("P7_TA(2013)0281", "P7_TA(2013)0281"),
        ("2013/2587(RSP)", "2013/2587(RSP)"),
        ("52013IP0281", "52013IP0281"),
        ("EUCO 7/19", "EUCO 7/19"),
    ] {
        check(&[(&format!("le document ({text}), daté"), &[(text, symbol)]), (text, &[(text, symbol)])]);
    }
}

#[test]
fn symbols_after_their_word() {
    check(&[
        ("la Résolution N°1/38-ORG sur", &[("Résolution N°1/38-ORG", "1/38-ORG")]),
        ("résolution n°1/37 -POL", &[("résolution n°1/37 -POL", "1/37-POL")]),
        ("REGLEMENT NO 18/2009/CM/UEMOA", &[("REGLEMENT NO 18/2009/CM/UEMOA", "18/2009/CM/UEMOA")]),
        ("l’Acte additionnel A/SA.3/01/10", &[("Acte additionnel A/SA.3/01/10", "A/SA.3/01/10")]),
        ("l’Acte additionnel n° 04/96 du", &[("Acte additionnel n° 04/96", "04/96")]),
        ("la décision 2013/233/PESC du Conseil", &[("décision 2013/233/PESC", "2013/233/PESC")]),
        ("le règlement (UE) 2016/679 du", &[("règlement (UE) 2016/679", "2016/679")]),
        (
            "Assembly/AU/Dec.612-613(XXVIII)",
            &[("Assembly/AU/Dec.612", "Assembly/AU/Dec.612(XXVIII)"), ("613(XXVIII)", "Assembly/AU/Dec.613(XXVIII)")],
        ),
        ("le règlement (UE) n° 911/2010", &[("règlement (UE) n° 911/2010", "911/2010")]),
        ("les résolutions WHA60.14 et EB57.R48", &[("WHA60.14", "WHA60.14"), ("EB57.R48", "EB57.R48")]),
        ("le rapport A/8447 et Add.1", &[("A/8447", "A/8447"), ("Add.1", "A/8447/Add.1")]),
        ("la résolution S/RES/242 (1967)", &[("S/RES/242 (1967)", "S/RES/242 (1967)")]),
    ]);
}

#[test]
fn the_text_names_itself() {
    check(&[
        (
            "A/RES/75/27\n75/27. Journée de la préparation\nL’Assemblée générale,",
            &[("A/RES/75/27", "A/RES/75/27"), ("75/27", "A/RES/75/27")],
        ),
        (
            "A/DEC/77/408\nDécision\n77/408. Nomination de membres du Comité",
            &[("A/DEC/77/408", "A/DEC/77/408"), ("77/408", "A/DEC/77/408")],
        ),
        ("2023/1. Organisation des travaux\nLe Conseil économique et social,", &[("2023/1", "E/RES/2023/1")]),
        ("Voir le procès-verbal. 54 (1948). Résolution du 15 juillet", &[("54 (1948)", "S/RES/54 (1948)")]),
        ("53 (1948). Résolution du 7 juillet", &[("53 (1948)", "S/RES/53 (1948)")]),
        ("Résolution 2815 (2026)", &[("Résolution 2815 (2026)", "S/RES/2815 (2026)")]),
    ]);
}

#[test]
fn what_cites_nothing() {
    for text in [
        "le communiqué de presse CS/10987 et AG/12620",
        "Point 131 de l’ordre du jour",
        "brevet no 20378",
        "l’art. 12/3 et les 3/4 des membres",
        "l’année 2015/2016",
        "le 19/12/2013 à Bamako",
        "la lutte contre le VIH/sida et/ou le paludisme",
        "la vitesse de 30 km/h, 24/7",
        "la présente résolution, dans un délai de 30 jours",
        "la résolution de 2012 (annexe 3)",
        "cette résolution et la décision du 25 juillet 1980",
        "Journal officiel C 349 E/77",
        "le SPLM/IO et l’UA/ONU",
        "12/3. Texte sans organe",
        "page 12 (2013)",
    ] {
        check(&[(text, &[])]);
    }
}

#[test]
fn dates_and_parts() {
    let lexicon = Lexicon::load("fr").expect("the data loads");
    let clean = "au paragraphe 3 de sa résolution 1234 (2001) du 9 mai 2001, aux paragraphes 7 et 8 b) de la résolution 1556 (2004), \
                 et au rapport (A/77/924, par. 15)";
    let found = cited(&lexicon, clean, &[("9 mai 2001", "2001-05-09")]);
    let told: Vec<_> = found.iter().map(|r| (r.date.as_ref().map(Edtf::as_str), r.inner.as_deref())).collect();
    let expected = [(Some("2001-05-09"), Some("~para_3")), (None, Some("~para_7 ~para_8")), (None, Some("~para_15"))];
    assert_eq!(told, expected);
}

#[test]
fn dates_go_to_their_number() {
    let lexicon = Lexicon::load("fr").expect("the data loads");
    let clean = "les résolutions 61/16 et 68/1 de l’Assemblée générale, en date du 20 novembre 2006 et du 20 septembre 2013, et \
                 les résolutions 660 (1990), 661 (1990) du 6 août 1990 et 664 (1990)";
    let dates =
        [("20 novembre 2006", "2006-11-20"), ("20 septembre 2013", "2013-09-20"), ("6 août 1990", "1990-08-06")];
    let found = cited(&lexicon, clean, &dates);
    let told: Vec<_> = found.iter().map(|r| r.date.as_ref().map(Edtf::as_str)).collect();
    assert_eq!(told, [Some("2006-11-20"), Some("2013-09-20"), None, Some("1990-08-06"), None]);
}

#[test]
fn dates_tell_bodies_apart() {
    let lexicon = Lexicon::load("fr").expect("the data loads");
    let clean = "L’Assemblée générale,\nSaluant le Conseil des droits de l’homme,\nRappelant les résolutions 45/8 du 6 octobre 2020 et \
                 45/9 du 3 novembre 1990, et la résolution 45/8";
    let dates = [("6 octobre 2020", "2020-10-06"), ("3 novembre 1990", "1990-11-03")];
    let found = cited(&lexicon, clean, &dates);
    let symbols: Vec<_> = found.iter().filter_map(|r| r.symbol.as_deref()).collect();
    assert_eq!(symbols, ["A/HRC/RES/45/8", "A/RES/45/9", "A/HRC/RES/45/8"]);
}

#[test]
fn odd_texts_are_read_to_the_end() {
    let lexicon = Lexicon::load("fr").expect("the data loads");
    for text in [
        "/",
        "résolution",
        "résolution /",
        "sa résolution",
        "Dec. 1 – 4000 (XX)",
        "(/)./_",
        &"1/".repeat(5000),
        "résolutions 36/87 A à",
        "n°",
        "S-",
        "ES-10/",
        "résolution é/è",
        "A/…",
        "Assembly/AU/Dec.",
        "l’/A",
        &"résolutions A/1/2/3, ".repeat(50),
    ] {
        let found = cited(&lexicon, text, &[]);
        assert!(found.iter().all(|r| text.get(r.span.range()).is_some()), "{text}");
    }
}

/// Texts made of the pieces of citations in any order: all are read, every span stands in the text.
#[test]
fn pieces_in_any_order() {
    const PIECES: [&str; 48] = [
        "résolution ",
        "résolutions ",
        "Dec. ",
        "décision ",
        "acte additionnel ",
        "n° ",
        "no ",
        "A/",
        "S/RES/",
        "70/1",
        "2085 (2012)",
        "(XX)",
        "(S-VI)",
        " A",
        " et B",
        " à D",
        "–",
        "-",
        "/",
        ".",
        "_",
        "(",
        ")",
        "°",
        "du ",
        "de l’",
        "Assemblée générale ",
        "Conseil ",
        "Conseil d’administration ",
        "Le Conseil de sécurité,",
        "\n",
        "ES-",
        "EUCO ",
        "24 C/",
        "WHA31.26",
        "12 mai 2012 ",
        ", par. 5",
        "paragraphes 3 et 4 de la ",
        "sa ",
        "é",
        "’",
        "𝔘",
        "Add.1",
        "Assembly/AU/",
        "CADHP/Rés. ",
        ", ",
        " et ",
        "1",
    ];
    let lexicon = Lexicon::load("fr").expect("the data loads");
    let mut seed = 7_u64;
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..40 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(PIECES[(seed >> 33) as usize % PIECES.len()]);
        }
        let dates: Vec<(&str, &str)> = text.matches("12 mai 2012").map(|date| (date, "2012-05-12")).collect();
        let found = cited(&lexicon, &text, &dates);
        assert!(
            found.iter().all(|mention| text.get(mention.span.range()).is_some_and(|words| !words.is_empty())),
            "{text}"
        );
    }
}

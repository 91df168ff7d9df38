//! Symbols of organizations other than the UN, as sentences have them: with stray spaces, in other letters, misread by scans, in
//! lists and ranges. One row a sentence; a row that cites nothing is empty.

/// The spans and symbols of the citations of a sentence.
fn cited(sentence: &str) -> Vec<(String, String)> {
    let document = greffier::parse(sentence);
    let told = document.references.iter().map(|reference| {
        let span = reference.span.start..reference.span.end;
        (sentence[span].to_owned(), reference.symbol.clone().unwrap_or_default())
    });
    told.collect()
}

type Row<'t> = (&'t str, &'t [(&'t str, &'t str)]);

#[track_caller]
fn check(rows: &[Row<'_>]) {
    let mut wrong = Vec::new();
    for (sentence, expected) in rows {
        let found = cited(sentence);
        let found: Vec<(&str, &str)> = found.iter().map(|(span, symbol)| (span.as_str(), symbol.as_str())).collect();
        if found != *expected {
            wrong.push(format!("{sentence}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn islamic_cooperation() {
    check(&[
        ("La réunion a salué la résolution N°4/45-POL sur les phares.", &[("résolution N°4/45-POL", "4/45-POL")]),
        ("Elle applique la résolution n° 21 /46- POL du Conseil.", &[("résolution n° 21 /46- POL", "21/46-POL")]),
        ("Vu la RESOLUTION N° 3/ 34 -C SUR LES MUSEES", &[("RESOLUTION N° 3/ 34 -C", "3/34-C")]),
        ("Le comité cite la résolution N°5/31 - E sur le coton.", &[("résolution N°5/31 - E", "5/31-E")]),
        ("La résolution no 9/47-leg a été distribuée.", &[("résolution no 9/47-leg", "9/47-LEG")]),
        ("La résolution n°17/29–CS porte sur les écoles.", &[("résolution n°17/29–CS", "17/29-CS")]),
        (
            "Les résolutions 1/29-P, 6/29-P et 11/29-E restent ouvertes.",
            &[("1/29-P", "1/29-P"), ("6/29-P", "6/29-P"), ("11/29-E", "11/29-E")],
        ),
        ("Il s’appuie sur la résolution 3/8-P (IS) relative aux ports.", &[("résolution 3/8-P (IS)", "3/8-P(IS)")]),
        ("Il s’appuie sur la résolution 14/7-E(IS) relative aux ports.", &[("résolution 14/7-E(IS)", "14/7-E(IS)")]),
        ("La résolution 2/41‑ORG du 19 juin 2014 est close.", &[("résolution 2/41‑ORG", "2/41-ORG")]),
        ("Les textes sont dans OIC/CFM-40/2013/POL/RES.", &[("OIC/CFM-40/2013/POL/RES", "OIC/CFM-40/2013/POL/RES")]),
        (
            "Voir OIC/CFM- 41 /2014/ ORG/ RES, au chapitre des quais.",
            &[("OIC/CFM- 41 /2014/ ORG/ RES", "OIC/CFM-41/2014/ORG/RES")],
        ),
        ("Le recueil oic/cfm-39/2012/leg/res est épuisé.", &[("oic/cfm-39/2012/leg/res", "OIC/CFM-39/2012/LEG/RES")]),
        (
            "Le projet (OIC/CFM-46/2019/CS/DR.RES) a été relu.",
            &[("OIC/CFM-46/2019/CS/DR.RES", "OIC/CFM-46/2019/CS/DR.RES")],
        ),
        (
            "Le sommet a publié OIC/SUM-12/2013/FC-FINAL au Caire.",
            &[("OIC/SUM-12/2013/FC-FINAL", "OIC/SUM-12/2013/FC-FINAL")],
        ),
        ("L’appel OIC/EX-SUM/2017/FC est connu.", &[("OIC/EX-SUM/2017/FC", "OIC/EX-SUM/2017/FC")]),
        ("La rés. n° 6/38-C est en vigueur.", &[("rés. n° 6/38-C", "6/38-C")]),
    ]);
}

#[test]
fn african_union() {
    check(&[
        (
            "La Conférence rappelle la décision Assembly/AU/Dec.529(XXIII).",
            &[("Assembly/AU/Dec.529(XXIII)", "Assembly/AU/Dec.529(XXIII)")],
        ),
        (
            "La décision Assembly/AU/ Dec. 718 (XXXII) vaut pour tous.",
            &[("Assembly/AU/ Dec. 718 (XXXII)", "Assembly/AU/Dec.718(XXXII)")],
        ),
        (
            "La décision Assembly / AU / Dec. 88 (V) vaut pour tous.",
            &[("Assembly / AU / Dec. 88 (V)", "Assembly/AU/Dec.88(V)")],
        ),
        (
            "La décision ASSEMBLY/AU/DEC.712(XXXI) vaut pour tous.",
            &[("ASSEMBLY/AU/DEC.712(XXXI)", "Assembly/AU/Dec.712(XXXI)")],
        ),
        (
            "La décision assembly/au/dec.588(xxv) vaut pour tous.",
            &[("assembly/au/dec.588(xxv)", "Assembly/AU/Dec.588(XXV)")],
        ),
        (
            "La déclaration assembly/au/decl.4(xxi) vaut pour tous.",
            &[("assembly/au/decl.4(xxi)", "Assembly/AU/Decl.4(XXI)")],
        ),
        (
            "Elle a adopté les déclarations Assembly/AU/ Decl.2-4(XXII).",
            &[
                ("Assembly/AU/ Decl.2", "Assembly/AU/Decl.2(XXII)"),
                ("2-4", "Assembly/AU/Decl.3(XXII)"),
                ("4(XXII)", "Assembly/AU/Decl.4(XXII)"),
            ],
        ),
        (
            "Les décisions Assembly/AU/Dec.531 et 532(XXIII) sont jointes.",
            &[("Assembly/AU/Dec.531", "Assembly/AU/Dec.531(XXIII)"), ("532(XXIII)", "Assembly/AU/Dec.532(XXIII)")],
        ),
        (
            "Les décisions Assembly/AU/Dec.531, 533 et 540 (XXIII) sont jointes.",
            &[
                ("Assembly/AU/Dec.531", "Assembly/AU/Dec.531(XXIII)"),
                ("533", "Assembly/AU/Dec.533(XXIII)"),
                ("540 (XXIII)", "Assembly/AU/Dec.540(XXIII)"),
            ],
        ),
        (
            "Les décisions Assembly/AU/Dec.531(XXIII) et 560(XXIV) sont jointes.",
            &[("Assembly/AU/Dec.531(XXIII)", "Assembly/AU/Dec.531(XXIII)"), ("560(XXIV)", "Assembly/AU/Dec.560(XXIV)")],
        ),
        (
            "Vu la décision Ext/Assembly/AU/Dec.2(Nov.2018) sur les organes,",
            &[("Ext/Assembly/AU/Dec.2(Nov.2018)", "Ext/Assembly/AU/Dec.2(Nov.2018)")],
        ),
        (
            "Vu la déclaration Ext/Assembly/AU/Decl.(XI) sur la faim,",
            &[("Ext/Assembly/AU/Decl.(XI)", "Ext/Assembly/AU/Decl.(XI)")],
        ),
        ("La motion Assembly/AU/Motion.3(XX) a été lue.", &[("Assembly/AU/Motion.3(XX)", "Assembly/AU/Motion.3(XX)")]),
        ("L’additif Assembly/AU/5(XI)Add.2 a été lu.", &[("Assembly/AU/5(XI)Add.2", "Assembly/AU/5(XI) Add.2")]),
        (
            "La décision EX.CL/Dec.1008(XXXIII) et le rapport EX.CL/1100 (XXXIV) sont joints.",
            &[("EX.CL/Dec.1008(XXXIII)", "EX.CL/Dec.1008(XXXIII)"), ("EX.CL/1100 (XXXIV)", "EX.CL/1100(XXXIV)")],
        ),
        ("La décision Ex.Cl/Dec. 897 (XXVII) est jointe.", &[("Ex.Cl/Dec. 897 (XXVII)", "EX.CL/Dec.897(XXVII)")]),
        ("La décision ex.cl/dec.701(xxi) est jointe.", &[("ex.cl/dec.701(xxi)", "EX.CL/Dec.701(XXI)")]),
        (
            "Les décisions EX.CL/Dec.899-901(XXVIII) sont jointes.",
            &[
                ("EX.CL/Dec.899", "EX.CL/Dec.899(XXVIII)"),
                ("899-901", "EX.CL/Dec.900(XXVIII)"),
                ("901(XXVIII)", "EX.CL/Dec.901(XXVIII)"),
            ],
        ),
        (
            "Les décisions EX.CL/Dec.640(XVIII) et Dec.644(XVIII) sont jointes.",
            &[("EX.CL/Dec.640(XVIII)", "EX.CL/Dec.640(XVIII)"), ("Dec.644(XVIII)", "EX.CL/Dec.644(XVIII)")],
        ),
        ("Le cadre (EX.CL/319 (X) Rev.1) est joint.", &[("EX.CL/319 (X) Rev.1", "EX.CL/319(X) Rev.1")]),
        ("La Déc. 456 (XX) reste sans suite.", &[("Déc. 456 (XX)", "Assembly/AU/Dec.456(XX)")]),
    ]);
}

#[test]
fn peace_and_security_council() {
    check(&[
        ("Le communiqué PSC/PR/COMM.(DCXV) est public.", &[("PSC/PR/COMM.(DCXV)", "PSC/PR/COMM.(DCXV)")]),
        (
            "Le communiqué PSC / PR / COMM. (CDLVII) est public.",
            &[("PSC / PR / COMM. (CDLVII)", "PSC/PR/COMM.(CDLVII)")],
        ),
        ("Le communiqué PSC/PR/ COMM.2(DLXXI) est public.", &[("PSC/PR/ COMM.2(DLXXI)", "PSC/PR/COMM.2(DLXXI)")]),
        ("Le communiqué Psc/Pr/Comm.(MLX) est public.", &[("Psc/Pr/Comm.(MLX)", "PSC/PR/COMM.(MLX)")]),
        ("Le communiqué psc/pr/comm.(dcxl) est public.", &[("psc/pr/comm.(dcxl)", "PSC/PR/COMM.(DCXL)")]),
        ("Le communiqué psc/min/comm.2(cdlxxx) est public.", &[("psc/min/comm.2(cdlxxx)", "PSC/MIN/COMM.2(CDLXXX)")]),
        ("Le communiqué PSC/AHG/COMM/3. (CDXX) est public.", &[("PSC/AHG/COMM/3. (CDXX)", "PSC/AHG/COMM/3.(CDXX)")]),
        ("Le communiqué PSC/MIN/COMM(CDIV) est public.", &[("PSC/MIN/COMM(CDIV)", "PSC/MIN/COMM(CDIV)")]),
        ("Le communiqué PSC/PR/COMM.1198 (2024) est public.", &[("PSC/PR/COMM.1198 (2024)", "PSC/PR/COMM.1198(2024)")]),
        (
            "Le communiqué PSC/PR/COMM.2/1101 (2022) est public.",
            &[("PSC/PR/COMM.2/1101 (2022)", "PSC/PR/COMM.2/1101(2022)")],
        ),
        ("Le rapport PSC/PR/3(DCXLII) est joint.", &[("PSC/PR/3(DCXLII)", "PSC/PR/3(DCXLII)")]),
        (
            "Les textes PSC/PR/BR.(DXC) et PSC/BR/1.(DXCI) sont joints.",
            &[("PSC/PR/BR.(DXC)", "PSC/PR/BR.(DXC)"), ("PSC/BR/1.(DXCI)", "PSC/BR/1.(DXCI)")],
        ),
        ("Le communiqué PSC/PR/COMM. (DCLXXXl) est public.", &[("PSC/PR/COMM. (DCLXXXl)", "PSC/PR/COMM.(DCLXXXI)")]),
    ]);
}

#[test]
fn african_unity() {
    check(&[
        ("La résolution CM/Res.1006 (XLII) est close.", &[("CM/Res.1006 (XLII)", "CM/Res.1006 (XLII)")]),
        ("La résolution CM / Res. 807 ( XXXV ) est close.", &[("CM / Res. 807 ( XXXV )", "CM/Res.807 (XXXV)")]),
        ("La résolution cm/res.1123 (xlviii) est close.", &[("cm/res.1123 (xlviii)", "CM/Res.1123 (XLVIII)")]),
        ("La résolution Cm/res.1241 (Ll) est close.", &[("Cm/res.1241 (Ll)", "CM/Res.1241 (LI)")]),
        ("La résolution CM/RES.733 (XXXIV) est close.", &[("CM/RES.733 (XXXIV)", "CM/Res.733 (XXXIV)")]),
        ("La résolution CU/Ros.854 (XXXVII) est close.", &[("CU/Ros.854 (XXXVII)", "CM/Res.854 (XXXVII)")]),
        ("La résolution Cll/RGs.912 (XXXIX) est close.", &[("Cll/RGs.912 (XXXIX)", "CM/Res.912 (XXXIX)")]),
        ("Le rapport CII/1311 (XLlI) est clos.", &[("CII/1311 (XLlI)", "CM/1311 (XLII)")]),
        (
            "Les résolutions CM/Res.1402 - 1404 (LVI) sont closes.",
            &[
                ("CM/Res.1402", "CM/Res.1402 (LVI)"),
                ("1402 - 1404", "CM/Res.1403 (LVI)"),
                ("1404 (LVI)", "CM/Res.1404 (LVI)"),
            ],
        ),
        (
            "Les résolutions CM/Res.1010 à 1012 (XLIII) sont closes.",
            &[
                ("CM/Res.1010", "CM/Res.1010 (XLIII)"),
                ("1010 à 1012", "CM/Res.1011 (XLIII)"),
                ("1012 (XLIII)", "CM/Res.1012 (XLIII)"),
            ],
        ),
        (
            "Les résolutions CM/Res.1490 (LIX) et 1491 (LIX) sont closes.",
            &[("CM/Res.1490 (LIX)", "CM/Res.1490 (LIX)"), ("1491 (LIX)", "CM/Res.1491 (LIX)")],
        ),
        ("La déclaration CM/ST.14 (XLIV) est close.", &[("CM/ST.14 (XLIV)", "CM/ST.14 (XLIV)")]),
        (
            "Les textes AHG/Decl.2 (XXXI) et AHG/Dec.128 (XXXIV) sont clos.",
            &[("AHG/Decl.2 (XXXI)", "AHG/Decl.2 (XXXI)"), ("AHG/Dec.128 (XXXIV)", "AHG/Dec.128 (XXXIV)")],
        ),
        (
            "Les résolutions ahg/res.17 (i) et AHG/Res.27 (II) sont closes.",
            &[("ahg/res.17 (i)", "AHG/Res.17 (I)"), ("AHG/Res.27 (II)", "AHG/Res.27 (II)")],
        ),
        ("Le document CM/2048 (LXVIII) Rev.2 est clos.", &[("CM/2048 (LXVIII) Rev.2", "CM/2048 (LXVIII) Rev.2")]),
    ]);
}

#[test]
fn african_rights() {
    check(&[
        ("La résolution CADHP/Rés. 376 (LX) 2017 vaut.", &[("CADHP/Rés. 376 (LX) 2017", "CADHP/Rés.376 (LX) 2017")]),
        ("La résolution CADHP/RES.275 (LV) 2014 vaut.", &[("CADHP/RES.275 (LV) 2014", "CADHP/RES.275 (LV) 2014")]),
        ("La résolution cadhp/rés. 61 (XXXII) 02 vaut.", &[("cadhp/rés. 61 (XXXII) 02", "CADHP/Rés.61 (XXXII) 02")]),
        ("La résolution CADHP/Res 119 (XLII) 07 vaut.", &[("CADHP/Res 119 (XLII) 07", "CADHP/Res.119 (XLII) 07")]),
        (
            "La résolution CADHP/Res. 332 (EXT.OS/ XIX) 2016 vaut.",
            &[("CADHP/Res. 332 (EXT.OS/ XIX) 2016", "CADHP/Res.332 (EXT.OS/XIX) 2016")],
        ),
        ("La résolution CADHP/Rés.444(LXVI)2020 vaut.", &[("CADHP/Rés.444(LXVI)2020", "CADHP/Rés.444 (LXVI) 2020")]),
    ]);
}

#[test]
fn west_africa() {
    check(&[
        ("VU le REGLEMENT N° 005/2006/CM/UEMOA du 2 mai ;", &[("REGLEMENT N° 005/2006/CM/UEMOA", "005/2006/CM/UEMOA")]),
        (
            "Vu le règlement no 20/2002/cm/uemoa sur les tarifs ;",
            &[("règlement no 20/2002/cm/uemoa", "20/2002/CM/UEMOA")],
        ),
        (
            "Vu la décision n°13 /2004/ CM/ UEMOA sur les tarifs ;",
            &[("décision n°13 /2004/ CM/ UEMOA", "13/2004/CM/UEMOA")],
        ),
        (
            "Vu le Règlement n° l4/2005/CM/UEMOA sur les tarifs ;",
            &[("Règlement n° l4/2005/CM/UEMOA", "14/2005/CM/UEMOA")],
        ),
        (
            "Vu les Règlements 02/2002/CM/UEMOA et 03/2002/CM/UEMOA ;",
            &[("02/2002/CM/UEMOA", "02/2002/CM/UEMOA"), ("03/2002/CM/UEMOA", "03/2002/CM/UEMOA")],
        ),
        (
            "Vu l’Acte additionnel n°02/2011/CCEG/UEMOA ;",
            &[("Acte additionnel n°02/2011/CCEG/UEMOA", "02/2011/CCEG/UEMOA")],
        ),
        ("Vu l’Acte additionnel n° 05/99 du 8 décembre 1999 ;", &[("Acte additionnel n° 05/99", "05/99")]),
        ("Vu le Protocole additionnel n° I relatif aux organes ;", &[("Protocole additionnel n° I", "I")]),
        ("Vu le Protocole additionnel n° IV/2003 sur les eaux ;", &[("Protocole additionnel n° IV/2003", "IV/2003")]),
        ("Vu la directive n o 07/98 sur les eaux ;", &[("directive n o 07/98", "07/98")]),
        (
            "L’Acte additionnel A/SA.5/12/08 et le Protocole A/P3/5/82 suivent.",
            &[("Acte additionnel A/SA.5/12/08", "A/SA.5/12/08"), ("A/P3/5/82", "A/P3/5/82")],
        ),
        ("L’Acte additionnel A/SA. 4/ 02/ 12 suit.", &[("Acte additionnel A/SA. 4/ 02/ 12", "A/SA.4/02/12")]),
        ("Le protocole A/P 2/7/87 suit.", &[("A/P 2/7/87", "A/P.2/7/87")]),
        (
            "Les protocoles A/SP3/7/91 et A/SP.2/7/89 suivent.",
            &[("A/SP3/7/91", "A/SP3/7/91"), ("A/SP.2/7/89", "A/SP.2/7/89")],
        ),
        ("La décision A/DEC.12/12/03 suit.", &[("A/DEC.12/12/03", "A/DEC.12/12/03")]),
        ("Le règlement c/reg.21/11/10 suit.", &[("règlement c/reg.21/11/10", "C/REG.21/11/10")]),
        (
            "Le Règlement C/REG.3/05/09 et la Directive C/DIR.2/07/14 suivent.",
            &[("Règlement C/REG.3/05/09", "C/REG.3/05/09"), ("Directive C/DIR.2/07/14", "C/DIR.2/07/14")],
        ),
        ("La recommandation C/REC.4/06/12 suit.", &[("C/REC.4/06/12", "C/REC.4/06/12")]),
        ("Le règlement MSC/REG.2/06/09 suit.", &[("règlement MSC/REG.2/06/09", "MSC/REG.2/06/09")]),
    ]);
}

#[test]
fn central_africa() {
    check(&[
        (
            "Vu la Directive n° 02/11-UEAC-190-CM-23 sur les budgets ;",
            &[("Directive n° 02/11-UEAC-190-CM-23", "02/11-UEAC-190-CM-23")],
        ),
        (
            "Vu les Règlements 08/12-UEAC-066-CM-21 et 18/99/CEMAC-036-CM-03 ;",
            &[("08/12-UEAC-066-CM-21", "08/12-UEAC-066-CM-21"), ("18/99/CEMAC-036-CM-03", "18/99/CEMAC-036-CM-03")],
        ),
        (
            "Vu l’Acte additionnel n° 05/02-CEMAC-CE-04 ;",
            &[("Acte additionnel n° 05/02-CEMAC-CE-04", "05/02-CEMAC-CE-04")],
        ),
        (
            "Vu le Règlement N°03/16/CEMAC/UMAC/CM sur les changes ;",
            &[("Règlement N°03/16/CEMAC/UMAC/CM", "03/16/CEMAC/UMAC/CM")],
        ),
        (
            "Vu le règlement n° 02 /18/ CEMAC/ UMAC/ CM sur les changes ;",
            &[("règlement n° 02 /18/ CEMAC/ UMAC/ CM", "02/18/CEMAC/UMAC/CM")],
        ),
        (
            "La DECISION N° 31/CEMAC/UEAC/CM/2008 est close.",
            &[("DECISION N° 31/CEMAC/UEAC/CM/2008", "31/CEMAC/UEAC/CM/2008")],
        ),
        (
            "La décision n° 22/CEEAC/CCEG/XV/12 est close.",
            &[("décision n° 22/CEEAC/CCEG/XV/12", "22/CEEAC/CCEG/XV/12")],
        ),
        (
            "La décision n° 09 / CEEAC / CCEG / XI / 04 est close.",
            &[("décision n° 09 / CEEAC / CCEG / XI / 04", "09/CEEAC/CCEG/XI/04")],
        ),
        (
            "La décision N°04/CEEAC/CCEG/VIII/92 est close.",
            &[("décision N°04/CEEAC/CCEG/VIII/92", "04/CEEAC/CCEG/VIII/92")],
        ),
    ]);
}

#[test]
fn health() {
    check(&[
        ("Vu les résolutions WHA56.1 et EB130.R7 sur le tabac,", &[("WHA56.1", "WHA56.1"), ("EB130.R7", "EB130.R7")]),
        ("Vu les résolutions WHA 33.17 et EB 63.R21,", &[("WHA 33.17", "WHA33.17"), ("EB 63.R21", "EB63.R21")]),
        ("Vu les résolutions wha51.7 et Eb101.R1,", &[("wha51.7", "WHA51.7"), ("Eb101.R1", "EB101.R1")]),
        ("Le rapport А58/23 a été lu.", &[("А58/23", "A58/23")]),
        ("La résolution EВ61.R37 a été lue.", &[("EВ61.R37", "EB61.R37")]),
        ("Le budget A72/4 Rev.1 a été lu.", &[("A72/4 Rev.1", "A72/4 Rev.1")]),
        ("Le rapport EB144/12 a été lu.", &[("EB144/12", "EB144/12")]),
        ("La résolution WHA39.27[2] a été lue.", &[("WHA39.27", "WHA39.27")]),
        ("La résolution AFR/RC61/R4 a été lue.", &[("AFR/RC61/R4", "AFR/RC61/R4")]),
    ]);
}

#[test]
fn climate_and_nature() {
    check(&[
        (
            "La décision 7/CP.20 et la décision 9/CMA.1 suivent.",
            &[("décision 7/CP.20", "7/CP.20"), ("décision 9/CMA.1", "9/CMA.1")],
        ),
        ("La décision 18 / CP.22 suit.", &[("décision 18 / CP.22", "18/CP.22")]),
        ("La DECISION 6/cmp.8 suit.", &[("DECISION 6/cmp.8", "6/CMP.8")]),
        (
            "Les documents FCCC/KP/CMP/2010/12 et Add.1 suivent.",
            &[("FCCC/KP/CMP/2010/12", "FCCC/KP/CMP/2010/12"), ("Add.1", "FCCC/KP/CMP/2010/12/Add.1")],
        ),
        ("La décision VII/30 suit.", &[("décision VII/30", "VII/30")]),
        ("Les décisions VIII/15 et IX/9 suivent.", &[("VIII/15", "VIII/15"), ("IX/9", "IX/9")]),
        ("La décision CBD/COP/DEC/14/8 suit.", &[("CBD/COP/DEC/14/8", "CBD/COP/DEC/14/8")]),
    ]);
}

#[test]
fn culture() {
    check(&[
        ("La résolution 29 C/14.3 a été lue.", &[("résolution 29 C/14.3", "29 C/14.3")]),
        ("Le document 41C/4 a été lu.", &[("41C/4", "41 C/4")]),
        ("Le document 209 EX/6.II.A a été lu.", &[("209 EX/6.II.A", "209 EX/6.II.A")]),
        (
            "Vu les textes 33 C/Résolution 41 et 190 EX/Décision 32,",
            &[("33 C/Résolution 41", "33 C/Résolution 41"), ("190 EX/Décision 32", "190 EX/Décision 32")],
        ),
        ("Vu 36 C/Res.15 et 37 C/Res. 60,", &[("36 C/Res.15", "36 C/Res.15"), ("37 C/Res. 60", "37 C/Res.60")]),
        ("Les décisions 187 EX/14 et 192 EX/8 ont été lues.", &[("187 EX/14", "187 EX/14"), ("192 EX/8", "192 EX/8")]),
        ("La Conférence générale de l’UNESCO a pris la résolution 12.4 à Paris.", &[("résolution 12.4", "12.4")]),
    ]);
}

#[test]
fn european_union() {
    check(&[
        ("Vu sa résolution P8_TA (2018) 0034,", &[("P8_TA (2018) 0034", "P8_TA(2018)0034")]),
        (
            "Vu ses résolutions P9_TA(2021)0412 et P10_TA(2025)0007,",
            &[("P9_TA(2021)0412", "P9_TA(2021)0412"), ("P10_TA(2025)0007", "P10_TA(2025)0007")],
        ),
        ("Vu le dossier (2016/2903(RSP)),", &[("2016/2903(RSP)", "2016/2903(RSP)")]),
        ("Vu les règlements (UE) 2019/816 et (UE) 2019/817,", &[("2019/816", "2019/816"), ("2019/817", "2019/817")]),
        ("Vu les règlements (UE) nos 508/2014 et 515/2014,", &[("508/2014", "508/2014"), ("515/2014", "515/2014")]),
        ("Vu le règlement (CE) n° 765/2008 du 9 juillet,", &[("règlement (CE) n° 765/2008", "765/2008")]),
        ("Vu la décision 2012/389/PESC du Conseil,", &[("décision 2012/389/PESC", "2012/389/PESC")]),
        ("Vu la directive 2008/115/CE,", &[("directive 2008/115/CE", "2008/115/CE")]),
        ("Vu les conclusions EUCO 22/15,", &[("EUCO 22/15", "EUCO 22/15")]),
        (
            "Vu la proposition B8-0129/2017 et le rapport A8-0310/2018,",
            &[("B8-0129/2017", "B8-0129/2017"), ("A8-0310/2018", "A8-0310/2018")],
        ),
        ("Vu le numéro 52016IP0120,", &[("52016IP0120", "52016IP0120")]),
    ]);
}

#[test]
fn council_of_europe() {
    check(&[
        ("Vu la Recommandation CM/Rec(2018)2,", &[("CM/Rec(2018)2", "CM/Rec(2018)2")]),
        (
            "Vu les textes CM/Rec(2007)4 et CM/Res(2013)29,",
            &[("CM/Rec(2007)4", "CM/Rec(2007)4"), ("CM/Res(2013)29", "CM/Res(2013)29")],
        ),
        ("Vu la Recommandation CM/Rec (2012) 6,", &[("CM/Rec (2012) 6", "CM/Rec(2012)6")]),
        ("Vu le texte cm/rec(2016)3,", &[("cm/rec(2016)3", "CM/Rec(2016)3")]),
        (
            "L’Assemblée parlementaire du Conseil de l’Europe a pris la résolution 2045 (2015).",
            &[("résolution 2045 (2015)", "2045 (2015)")],
        ),
        ("Vu la résolution 1763 (2010) de l’APCE,", &[("résolution 1763 (2010)", "1763 (2010)")]),
    ]);
}

#[test]
fn agencies() {
    check(&[
        (
            "Vu les résolutions GC(61)/RES/8 et GC (58)/ RES/14,",
            &[("GC(61)/RES/8", "GC(61)/RES/8"), ("GC (58)/ RES/14", "GC(58)/RES/14")],
        ),
        (
            "Vu la circulaire INFCIRC/540 et le rapport GOV/2015/68,",
            &[("INFCIRC/540", "INFCIRC/540"), ("GOV/2015/68", "GOV/2015/68")],
        ),
        ("Vu la décision GC(64)/DEC/11,", &[("GC(64)/DEC/11", "GC(64)/DEC/11")]),
        (
            "Vu le relevé GB.326/INS/7 et le relevé gb.283 /117,",
            &[("GB.326/INS/7", "GB.326/INS/7"), ("gb.283 /117", "GB.283/117")],
        ),
        (
            "Vu le relevé GB. 297/14 et la résolution MSC. 402(96),",
            &[("GB. 297/14", "GB.297/14"), ("MSC. 402(96)", "MSC.402(96)")],
        ),
        ("Vu le relevé GB.331/PV,", &[("GB.331/PV", "GB.331/PV")]),
        (
            "Vu la déclaration WT/MIN(05)/DEC et la décision WT/MIN(11)/W/2,",
            &[("WT/MIN(05)/DEC", "WT/MIN(05)/DEC"), ("WT/MIN(11)/W/2", "WT/MIN(11)/W/2")],
        ),
        ("Vu les textes WT/L/579 et G/SPS/GEN/204,", &[("WT/L/579", "WT/L/579"), ("G/SPS/GEN/204", "G/SPS/GEN/204")]),
        ("Vu les textes WO/GA/43/14 et SCCR/28/3,", &[("WO/GA/43/14", "WO/GA/43/14"), ("SCCR/28/3", "SCCR/28/3")]),
        (
            "Vu les rapports C 2015/REP, CL 150/REP et C 2019/12,",
            &[("C 2015/REP", "C 2015/REP"), ("CL 150/REP", "CL 150/REP"), ("C 2019/12", "C 2019/12")],
        ),
        ("La Conférence de la FAO, par sa résolution 6/2015, a tranché.", &[("résolution 6/2015", "6/2015")]),
        ("L’Assemblée a remplacé les résolutions A37-15 et A40-3.", &[("A37-15", "A37-15"), ("A40-3", "A40-3")]),
        (
            "L’Assemblée a pris les résolutions A.1078(28) et A.960 (23).",
            &[("A.1078(28)", "A.1078(28)"), ("A.960 (23)", "A.960(23)")],
        ),
        (
            "Le Comité a pris les résolutions MSC.337(91), MSC.255 (84) et MEPC.328(76).",
            &[("MSC.337(91)", "MSC.337(91)"), ("MSC.255 (84)", "MSC.255(84)"), ("MEPC.328(76)", "MEPC.328(76)")],
        ),
        (
            "Vu la décision C-16/DEC.11 et la résolution ICC-ASP/14/Res.4,",
            &[("C-16/DEC.11", "C-16/DEC.11"), ("ICC-ASP/14/Res.4", "ICC-ASP/14/Res.4")],
        ),
        ("Vu le document TD/519/Add.1,", &[("TD/519/Add.1", "TD/519/Add.1")]),
    ]);
}

#[test]
fn other_bodies() {
    check(&[
        ("Le Conseil de la Ligue des États arabes a pris sa résolution n° 8454.", &[("résolution n° 8454", "8454")]),
        (
            "Vu les résolutions 7438 et 7446 du Conseil de la Ligue des États arabes,",
            &[("7438", "7438"), ("7446", "7446")],
        ),
        ("Vu la résolution 7523 du Conseil de la Ligue arabe,", &[("résolution 7523", "7523")]),
        ("Le Conseil ministériel de l’OSCE rappelle la Décision No 5/03.", &[("Décision No 5/03", "5/03")]),
        (
            "Le Conseil ministériel de l’OSCE rappelle les décisions 3/04 et 6/06.",
            &[("3/04", "3/04"), ("6/06", "6/06")],
        ),
        ("Vu la décision n° 7/11 du Conseil ministériel de l’OSCE,", &[("décision n° 7/11", "7/11")]),
        ("Vu la décision n° 1202 du Conseil permanent de l’OSCE,", &[("décision n° 1202", "1202")]),
        (
            "Vu les textes MC.DEC/5/14, PC.DEC/1039 et MC.DOC/2/05,",
            &[("MC.DEC/5/14", "MC.DEC/5/14"), ("PC.DEC/1039", "PC.DEC/1039"), ("MC.DOC/2/05", "MC.DOC/2/05")],
        ),
        (
            "Vu la résolution AG/RES. 2888 (XLVI-O/16) de l’OEA,",
            &[("AG/RES. 2888 (XLVI-O/16)", "AG/RES.2888 (XLVI-O/16)")],
        ),
        ("Vu la décision CL/201/9(a)-R.2,", &[("CL/201/9(a)-R.2", "CL/201/9(a)-R.2")]),
        (
            "Les lettres S / 2013 / 189 et S/2013/163 suivent.",
            &[("S / 2013 / 189", "S/2013/189"), ("S/2013/163", "S/2013/163")],
        ),
        (
            "Les résolutions s/res/2164 (2014) et a/res/70/1 suivent.",
            &[("s/res/2164 (2014)", "S/RES/2164 (2014)"), ("a/res/70/1", "A/RES/70/1")],
        ),
        // a body that is named takes none of the numbers of others
        (
            "Le Conseil de la Ligue des États arabes rappelle la résolution 2118 (2013).",
            &[("résolution 2118 (2013)", "S/RES/2118 (2013)")],
        ),
        (
            "L’APCE rappelle la résolution 1325 (2000) du Conseil de sécurité.",
            &[("résolution 1325 (2000)", "S/RES/1325 (2000)")],
        ),
        ("La résolution S-21/1 du Conseil des droits de l’homme suit.", &[("résolution S-21/1", "A/HRC/RES/S-21/1")]),
    ]);
}

#[test]
fn what_cites_nothing() {
    for sentence in [
        "Les audiences ont eu lieu le 14/11/2014 puis le 3.12.2014, de 8h15 à 12h40.",
        "La majorité des trois quarts (3/4) l’emporte sur les 2/5 restants.",
        "Le scrutin s’est soldé par 12/1/3.",
        "Les communiqués CS/11203 et SC/12774 ont été diffusés.",
        "Le texte a paru au JO C 81 du 4.3.2014, p. 12–19.",
        "Le texte a paru au Journal officiel C 412 E/33.",
        "On peut joindre le bureau au (227) 20/72 31 41.",
        "L’aide technique et/ou matérielle est attendue.",
        "Le poste tourne 24/7 et 7/7.",
        "Les phases II/III et IV/V sont closes.",
        "La salle XVI/XVII est réservée.",
        "Le débit est de 20 cm/10 s et la vitesse de 90 km/h.",
        "Le site www.exemple.org/2014/cfm/textes est ouvert.",
        "Le fichier D:/archives/2015/textes/note.pdf est perdu.",
        "Le MNLA/HCUA et la CENSAD/UMA ont siégé.",
        "Le vol AF 731/732 est complet.",
        "La souche H5N8/H7N9 a été trouvée.",
        "Les fusils AK-47 et les obus B-40 ont été rendus.",
        "L’image a une résolution de 600 points.",
        "Le règlement de 45 000 francs est parti.",
        "La Commission a pris 9 résolutions et 2 décisions.",
        "Le point 7.3 de l’ordre du jour est reporté.",
        "La page 4/27 manque.",
        "La route RN 2/RN 7 est coupée.",
        "Les groupes C/D et E/F se réunissent.",
        "Le plan 2011-2014 suit le plan 2007/2010.",
        "Le compte 0441/882/19 est clos.",
        "La revue (vol. 9, n° 3, ISSN 1024-9877) paraît.",
        "Il y avait 80/95 délégués et 14/20 observateurs.",
        "De 9 h 30 à 10 h 45 TU/GMT, en ligne.",
        "Le prix passe de 2,5/kg à 3,1/kg.",
        "L’adresse est info@exemple.int, au verso de la page 5/5.",
        "Les langues sont ANGLAIS / FRANÇAIS / ARABE.",
        "Le dossier ONU / UA est ouvert depuis 2012 / 2013.",
        "Le groupe A / 3 personnes est complet.",
        "La décision X/Y est fictive.",
        "La version 15.1 du logiciel est installée.",
        "La décision du 4/08 a été reportée.",
        "L’autoroute A39-1 est fermée.",
        "Le chapitre II/3 du rapport est long.",
        "La case B.12(3) est vide.",
        "Le véhicule immatriculé BZ 155/AB est garé.",
        "Le protocole additionnel n’est pas signé.",
        "Le taux est de 12/9 pour cent, soit 4 - E.",
        "Le Conseil de la Ligue des États arabes compte 22 membres.",
        "Mme Wha, 22 ans, et M. Eb, 44 ans, ont témoigné.",
        "Les délégués (2/3 - ONU, 1/3 - UA) ont voté.",
        "L’alinéa a/ et l’alinéa b/ sont supprimés.",
    ] {
        assert_eq!(cited(sentence), [], "{sentence}");
    }
}

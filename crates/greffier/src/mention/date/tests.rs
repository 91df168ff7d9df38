//! What is a date, with its words and its value, and what is none.

use super::*;
use crate::lexicon::Lexicon;
use crate::text::word::words;

fn read(clean: &str) -> Vec<(String, String)> {
    let lexicon = Lexicon::load("fr").expect("the data loads");
    let words = words(clean, &lexicon);
    let found = dates(Reading { clean, words: &words, lexicon: &lexicon }, None);
    found.dates.into_iter().map(|date| (clean[date.span.range()].to_owned(), date.value.to_string())).collect()
}

fn check(cases: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in cases {
        let expected: Vec<(String, String)> =
            expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
        assert_eq!(read(text), expected, "{text}");
    }
}

#[test]
fn one_day() {
    check(&[
        (
            "Réuni le 4 novembre 1948, il a siégé jusqu’au 4 novembre.",
            &[("4 novembre 1948", "1948-11-04"), ("4 novembre", "1948-11-04")],
        ),
        ("les 17 ET18 MARS 2 004", &[("17 ET18 MARS 2 004", "2004-03-17/2004-03-18")]),
        ("LOMÉ, LE 25 AVRIL2006", &[("25 AVRIL2006", "2006-04-25")]),
        ("complétée le 1° juillet 2002", &[("1° juillet 2002", "2002-07-01")]),
        ("réunie le 25 septembre 2013 à Niamey", &[("25 septembre 2013", "2013-09-25")]),
        ("LOMÉ, 25 SEPTEMBRE 2013", &[("25 SEPTEMBRE 2013", "2013-09-25")]),
        ("le 1er juillet 2013", &[("1er juillet 2013", "2013-07-01")]),
        ("le 1 er JANVIER 2014", &[("1 er JANVIER 2014", "2014-01-01")]),
        ("le 05 novembre 2013", &[("05 novembre 2013", "2013-11-05")]),
        ("en date du 5 juillet 1948", &[("5 juillet 1948", "1948-07-05")]),
        ("le mercredi 27 mai 2015", &[("mercredi 27 mai 2015", "2015-05-27")]),
        ("dimanche, 11 mai 2014", &[("dimanche, 11 mai 2014", "2014-05-11")]),
        ("publié le 22/09/2022", &[("22/09/2022", "2022-09-22")]),
        ("du 19.2.2016, p. 1", &[("19.2.2016", "2016-02-19")]),
        ("le 2013-09-25", &[("2013-09-25", "2013-09-25")]),
        ("le 11 sept. 2014", &[("11 sept. 2014", "2014-09-11")]),
        ("le l8 mai 20 04", &[("l8 mai 20 04", "2004-05-18")]),
        ("le 28 décernbre 19482x", &[("28 décernbre 19482x", "1948-12-28")]),
        (
            "le dix janvier mil neuf cent quatre-vingt-quatorze",
            &[("dix janvier mil neuf cent quatre-vingt-quatorze", "1994-01-10")],
        ),
        ("le sept mai 2013", &[("sept mai 2013", "2013-05-07")]),
        ("le premier mars deux mille treize", &[("premier mars deux mille treize", "2013-03-01")]),
        ("le 9 décembre", &[("9 décembre", "XXXX-12-09")]),
        ("le 31 janvier 2022 à minuit.", &[("31 janvier 2022 à minuit", "2022-01-31T24:00")]),
        (
            "le 17 mars 2014 à 15 h 30, heure de Paris",
            &[("17 mars 2014 à 15 h 30, heure de Paris", "2014-03-17T15:30")],
        ),
        (
            "le 17 mars 2014 à 18 heures (heure locale)",
            &[("17 mars 2014 à 18 heures (heure locale)", "2014-03-17T18:00")],
        ),
        ("prenant fin le 26 mars 1968", &[("26 mars 1968", "1968-03-26")]),
        ("n°08/2007 du 6 avril 2007", &[("6 avril 2007", "2007-04-06")]),
        ("sa résolution 5/1, du 18 juin 2007", &[("18 juin 2007", "2007-06-18")]),
        ("ce jour, 22 septembre 2022", &[("ce jour, 22 septembre 2022", "2022-09-22")]),
    ]);
}

#[test]
fn ranges_and_lists_of_days() {
    check(&[
        ("le rapport 1,\nJeudi 14 avril 2016", &[("Jeudi 14 avril 2016", "2016-04-14")]),
        ("les 12 et\n14 avril 2016", &[("14 avril 2016", "2016-04-14")]),
        ("les 27 et 28 mai 2015", &[("27 et 28 mai 2015", "2015-05-27/2015-05-28")]),
        ("les 1er et 6 mai 2000", &[("1er et 6 mai 2000", "{2000-05-01,2000-05-06}")]),
        ("les 4, 5 et 6 mai 2000", &[("4, 5 et 6 mai 2000", "2000-05-04/2000-05-06")]),
        ("Session, 11 septembre 13 octobre 2023", &[("11 septembre 13 octobre 2023", "2023-09-11/2023-10-13")]),
        ("13-14 mars 2008", &[("13-14 mars 2008", "2008-03-13/2008-03-14")]),
        ("25 – 27 JUILLET 2010", &[("25 – 27 JUILLET 2010", "2010-07-25/2010-07-27")]),
        ("les 23 –24 janvier 2005", &[("23 –24 janvier 2005", "2005-01-23/2005-01-24")]),
        ("du 13 au 22 marc 1995", &[("13 au 22 marc 1995", "1995-03-13/1995-03-22")]),
        ("du 22 octobre au 05 novembre 2013", &[("22 octobre au 05 novembre 2013", "2013-10-22/2013-11-05")]),
        ("du 30 décembre au 2 janvier 2014", &[("30 décembre au 2 janvier 2014", "2013-12-30/2014-01-02")]),
        ("du 30 décembre 2012 au 2 janvier 2013", &[("30 décembre 2012 au 2 janvier 2013", "2012-12-30/2013-01-02")]),
        (
            "les vendredi 26 et samedi 27 février 2021",
            &[("vendredi 26 et samedi 27 février 2021", "2021-02-26/2021-02-27")],
        ),
        (
            "15-29 janvier et 23-31 mai 1979",
            &[("15-29 janvier", "1979-01-15/1979-01-29"), ("23-31 mai 1979", "1979-05-23/1979-05-31")],
        ),
        ("les 24 novembre et 15 décembre 2013", &[("24 novembre et 15 décembre 2013", "{2013-11-24,2013-12-15}")]),
        ("le 28 juillet et le 11 août 2013", &[("28 juillet et le 11 août 2013", "{2013-07-28,2013-08-11}")]),
        (
            "18 avril, 23 avril et 27 mai 2013",
            &[("18 avril", "2013-04-18"), ("23 avril", "2013-04-23"), ("27 mai 2013", "2013-05-27")],
        ),
        ("le 4 mai 2012 et le 5 juin 2013", &[("4 mai 2012", "2012-05-04"), ("5 juin 2013", "2013-06-05")]),
        (
            "les 30 et 31 mars, ainsi que le 1er avril 2014",
            &[("30 et 31 mars, ainsi que le 1er avril 2014", "2014-03-30/2014-04-01")],
        ),
        ("SESSION DU 1ER\nJANVIER 2014", &[("1ER\nJANVIER 2014", "2014-01-01")]),
        ("Page 12\nMai 2013", &[("Mai 2013", "2013-05")]),
        ("entre le 10 juin et le 1er juillet 2013", &[("10 juin et le 1er juillet 2013", "2013-06-10/2013-07-01")]),
        (
            "22 mars et du 26 mars 2012, ainsi que du 11 janvier et du 14 mars 2013",
            &[
                ("22 mars et du 26 mars 2012", "{2012-03-22,2012-03-26}"),
                ("11 janvier et du 14 mars 2013", "{2013-01-11,2013-03-14}"),
            ],
        ),
        ("résolutions 660 (1990), 661 (1990) du 6 août 1990 et 664 (1990)", &[("6 août 1990", "1990-08-06")]),
        ("2- 14 mai 2013", &[("14 mai 2013", "2013-05-14")]),
        ("au Palais du 28 au 30 mai 2013", &[("28 au 30 mai 2013", "2013-05-28/2013-05-30")]),
        ("les 29 et 30 avril et 1er mai 2013", &[("29 et 30 avril et 1er mai 2013", "2013-04-29/2013-05-01")]),
        ("à l’article 12, le 5 mai 2013", &[("5 mai 2013", "2013-05-05")]),
        ("le 5 mai 2013, 12 délégations", &[("5 mai 2013", "2013-05-05")]),
    ]);
}

#[test]
fn months_years_and_parts_of_years() {
    check(&[
        ("de mi-juin à fin août 2017", &[("mi-juin à fin août 2017", "2017-06~/2017-08~")]),
        ("de début novembre à janvier 2017", &[("début novembre à janvier 2017", "2016-11~/2017-01")]),
        ("à la fin du XIXe siècle", &[("fin du XIXe siècle", "18XX~")]),
        ("aux pages 1998 à 2004 du recueil", &[]),
        ("au mois d’octobre 2005", &[("octobre 2005", "2005-10")]),
        ("en juillet et août 2013", &[("juillet et août 2013", "{2013-07,2013-08}")]),
        ("juin/juillet 2015", &[("juin/juillet 2015", "[2015-06,2015-07]")]),
        ("de novembre à février 2014", &[("novembre à février 2014", "2013-11/2014-02")]),
        ("depuis 1998", &[("1998", "1998")]),
        ("pour l’exercice 2013/14", &[("2013/14", "2013/2014")]),
        ("au cours de l’année 2003", &[("2003", "2003")]),
        ("en 2009, 2011 et 2014 ;", &[("2009, 2011 et 2014", "{2009,2011,2014}")]),
        ("de 1974 à 1976", &[("1974 à 1976", "1974/1976")]),
        ("entre 2010 et 2015", &[("2010 et 2015", "2010/2015")]),
        ("le plan (2018-2022)", &[("2018-2022", "2018/2022")]),
        ("les années 1990", &[("années 1990", "199X")]),
        ("les années 70", &[("années 70", "XX7X")]),
        ("les années deux mille", &[("années deux mille", "200X")]),
        ("les années 2010 et 2011", &[("2010 et 2011", "{2010,2011}")]),
        ("au printemps 2013", &[("printemps 2013", "2013-21")]),
        ("à l’été 2014", &[("été 2014", "2014-22")]),
        ("au premier trimestre 2015", &[("premier trimestre 2015", "2015-01/2015-03")]),
        ("le 2ème semestre de l’année 2016", &[("2ème semestre de l’année 2016", "2016-07/2016-12")]),
        ("au dernier trimestre 2014", &[("dernier trimestre 2014", "2014-10/2014-12")]),
        ("à la fin 2024", &[("fin 2024", "2024-12~")]),
        ("début 2016", &[("début 2016", "2016-01~")]),
        ("à la mi-2015", &[("mi-2015", "2015~")]),
        ("à la mi-mars 2015", &[("mi-mars 2015", "2015-03~")]),
        ("avant fin 2016", &[("fin 2016", "2016-12~")]),
    ]);
}

#[test]
fn bounds() {
    check(&[
        ("d’ici peu\nà la fin de l’année 2015", &[("fin de l’année 2015", "2015-12~")]),
        ("d’ici à avril 2013", &[("d’ici à avril 2013", "../2013-04")]),
        ("d’ici au 28 février 2022", &[("d’ici au 28 février 2022", "../2022-02-28")]),
        ("d'ici 2010", &[("d'ici 2010", "../2010")]),
        ("d’ici la fin de 2016", &[("d’ici la fin de 2016", "../2016-12~")]),
        ("avant la fin de janvier 2018", &[("avant la fin de janvier 2018", "../2018-01")]),
        ("avant la fin de 2013", &[("avant la fin de 2013", "../2013")]),
        ("jusqu’au 30 juin 2015", &[("30 juin 2015", "2015-06-30")]),
        ("à compter du 1er janvier 1949", &[("1er janvier 1949", "1949-01-01")]),
        ("au plus tard le 31 mars 2016", &[("31 mars 2016", "2016-03-31")]),
    ]);
    let lexicon = Lexicon::load("fr").expect("the data loads");
    for (clean, role) in [
        ("d’ici à avril 2013", DateRole::Deadline),
        ("avant le 1er mai 2013", DateRole::Deadline),
        ("jusqu’au 30 juin 2015", DateRole::Until),
        ("à partir du 1er juin 2015", DateRole::From),
    ] {
        let words = words(clean, &lexicon);
        let found = dates(Reading { clean, words: &words, lexicon: &lexicon }, None);
        assert_eq!(found.dates[0].role, Some(role), "{clean}");
    }
}

#[test]
fn hijri_dates() {
    check(&[
        (
            "tenue le 27 Rabi' Al Awwal 1424H (28 mai 2003)",
            &[("27 Rabi' Al Awwal 1424H", "hijri:1424-03-27"), ("28 mai 2003", "2003-05-28")],
        ),
        (
            "les 26 et 27 Ramadan 1433 de l’Hégire",
            &[("26 et 27 Ramadan 1433 de l’Hégire", "hijri:1433-09-26/hijri:1433-09-27")],
        ),
        ("le 29 DHOUL QI'DA 1435 H", &[("29 DHOUL QI'DA 1435 H", "hijri:1435-11-29")]),
        (
            "du 29 Joumada Athania au 1er Rajab 1432H",
            &[("29 Joumada Athania au 1er Rajab 1432H", "hijri:1432-06-29/hijri:1432-07-01")],
        ),
        ("le 10 Mouharram", &[("10 Mouharram", "hijri:XXXX-01-10")]),
        ("Rajab 1432", &[("Rajab 1432", "hijri:1432-07")]),
    ]);
}

#[test]
fn what_is_no_date() {
    check(&[
        ("la résolution 2100 (2013)", &[]),
        ("OIC/CFM-38/2011/ORG", &[]),
        ("P7_TA(2013)0281", &[]),
        ("la décision 38/2011", &[]),
        ("pendant trois mois", &[]),
        ("l’Horizon 2050", &[]),
        ("l’article 12", &[]),
        ("la 68éme session et le 12éme Sommet", &[]),
        ("2013 personnes", &[]),
        ("la 2227", &[]),
        ("A/RES/70/1", &[]),
        ("tél. 01-44-2015-2016-33", &[]),
        ("le 5 de chaque mois", &[]),
        ("la marche de mars", &[]),
        ("Assembly/AU/Dec.1950 (X)", &[]),
        ("sept pays", &[]),
        ("les progrès faits à ce jour", &[]),
        ("il a été 2013 fois", &[]),
        ("rue du 18 juin 1940", &[]),
        ("au Palais du 29 juillet", &[]),
        ("la veille de la réunion", &[]),
        ("1.8.4", &[]),
        ("12 à 15 pays", &[]),
        ("un et deux", &[]),
        ("", &[]),
    ]);
}

#[test]
fn years_come_from_the_document() {
    let text = "Communiqué\nFait à Lomé, le 14 mars 2018\nIls regrettent la fermeture du 28 février et les tirs du 2 mars (\n2 mars\n), sans suite. \
                Un avis avait paru la veille.\nIls agiront avant le 1er février.\nChaque année, le 9 septembre.\nLes années 60.\nL’année écoulée a été dure, \
                jusqu’à la fin de l’année";
    check(&[(
        text,
        &[
            ("14 mars 2018", "2018-03-14"),
            ("28 février", "2018-02-28"),
            ("2 mars", "2018-03-02"),
            ("2 mars", "2018-03-02"),
            ("la veille", "2018-03-01"),
            ("1er février", "2019-02-01"),
            ("9 septembre", "XXXX-09-09"),
            ("années 60", "196X"),
            ("L’année écoulée", "2017"),
            ("fin de l’année", "2018-12~"),
        ],
    )]);
}

#[test]
fn doubts() {
    let lexicon = Lexicon::load("fr").expect("the data loads");
    for (clean, code) in [
        ("le 31 avril 2014", Some(Code::ImpossibleDate)),
        ("le 31/04/2014", Some(Code::ImpossibleDate)),
        ("lundi 8 mars 2016", Some(Code::WeekdayMismatch)),
        ("mardi 8 mars 2016", None),
        ("15 Ramadan 1433H, correspondant au 2 octobre 2012", Some(Code::CalendarMismatch)),
        ("26 Ramadan 1433H (14 août 2012)", None),
        ("7 Ramadan 1446 AH, correspondant au 7 mars 2025", None),
    ] {
        let words = words(clean, &lexicon);
        let FoundDates { dates, refused, .. } = dates(Reading { clean, words: &words, lexicon: &lexicon }, None);
        let doubts = dates.iter().flat_map(|date| &date.doubts).chain(refused.iter().flat_map(|date| &date.doubts));
        let codes: Vec<Code> = doubts.map(|doubt| doubt.code).collect();
        assert_eq!(codes, code.into_iter().collect::<Vec<_>>(), "{clean}");
        assert_eq!(dates.is_empty(), code == Some(Code::ImpossibleDate), "{clean}");
    }
}

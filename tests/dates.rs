//! The date engine by itself: forms of the genre with what looks like them and is none, known faults of other readers, every day
//! of three centuries.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use greffier::{Code, DateRole, Offsets, Parser, PeriodKind, dates};

/// Words and value of each date, as `dates` reads them.
fn read(text: &str) -> Vec<(String, String)> {
    let words = |date: &greffier::Date| text[date.span.range()].split_whitespace().collect::<Vec<_>>().join(" ");
    dates(text).dates.iter().map(|date| (words(date), date.value.to_string())).collect()
}

fn check(rows: &[(&str, &[(&str, &str)])]) {
    for (text, expected) in rows {
        let expected: Vec<_> =
            expected.iter().map(|(words, value)| ((*words).to_owned(), (*value).to_owned())).collect();
        assert_eq!(read(text), expected, "{text}");
    }
}

/// Texts in which nothing is a date.
fn check_none(texts: &[&str]) {
    for text in texts {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn days_and_what_looks_like_them() {
    check(&[
        ("Adopté à Bamako le 25 septembre 2013.", &[("25 septembre 2013", "2013-09-25")]),
        ("BAMAKO, 25 SEPTEMBRE 2013", &[("25 SEPTEMBRE 2013", "2013-09-25")]),
        ("Nairobi, 16 Décembre 2017", &[("16 Décembre 2017", "2017-12-16")]),
        ("réunis à Bamako le 25 septembre\n\n2013 pour le lac", &[("25 septembre 2013", "2013-09-25")]),
        ("à compter du 1er juillet 2013", &[("1er juillet 2013", "2013-07-01")]),
        ("ENTRÉE EN VIGUEUR : 1ER\n\nJANVIER 2014", &[("1ER JANVIER 2014", "2014-01-01")]),
        ("le 05 novembre 2013", &[("05 novembre 2013", "2013-11-05")]),
        ("lettre datée du 29 novembre 1947", &[("29 novembre 1947", "1947-11-29")]),
        ("à la date du 5 mars 1948", &[("5 mars 1948", "1948-03-05")]),
        ("le mercredi 27 mai 2015", &[("mercredi 27 mai 2015", "2015-05-27")]),
        ("le dimanche 1er avril 2012", &[("dimanche 1er avril 2012", "2012-04-01")]),
        ("publié le 22/09/2022", &[("22/09/2022", "2022-09-22")]),
        ("(Bruxelles, 22/03/2024)", &[("22/03/2024", "2024-03-22")]),
        ("du 19.2.2016, p. 1", &[("19.2.2016", "2016-02-19")]),
        ("signé le 22-XI-1998", &[("22-XI-1998", "1998-11-22")]),
        ("le 2014-03-17T15:30Z", &[("2014-03-17T15:30Z", "2014-03-17T15:30Z")]),
        ("le dix-neuvième jour du mois de mars 1954", &[("dix-neuvième jour du mois de mars 1954", "1954-03-19")]),
        (
            "L’an deux mille treize et le vingt-cinq septembre, s’est tenue",
            &[("an deux mille treize et le vingt-cinq septembre", "2013-09-25")],
        ),
        ("le premier juillet deux mille treize", &[("premier juillet deux mille treize", "2013-07-01")]),
        ("le quatorze (14) janvier 2021", &[("quatorze (14) janvier 2021", "2021-01-14")]),
    ]);
    check_none(&[
        "Adopté à la 25e réunion, sous la cote 13/09.",
        "le paragraphe 25 de la résolution 2013 (1997)",
        "le mercredi suivant",
        "la version 22.9.2 du texte",
        "l’article 19.2",
        "le lot 22-XI",
        "les 1er et 2e points",
        "les points 5 et 16",
        "la première décision de la session",
        "la salle 2014, porte 03",
        "le dix-neuvième rapport",
    ]);
}

#[test]
fn ranges_lists_and_what_looks_like_them() {
    check(&[
        ("les 27 et 28 mai 2015", &[("27 et 28 mai 2015", "2015-05-27/2015-05-28")]),
        ("les 1er et 6 mai 2000", &[("1er et 6 mai 2000", "{2000-05-01,2000-05-06}")]),
        ("les 13-14 mars 2008", &[("13-14 mars 2008", "2008-03-13/2008-03-14")]),
        ("16 - 17 octobre 2003", &[("16 - 17 octobre 2003", "2003-10-16/2003-10-17")]),
        ("du 13 au 27 octobre 2001", &[("13 au 27 octobre 2001", "2001-10-13/2001-10-27")]),
        ("du 22 octobre au 05 novembre 2013", &[("22 octobre au 05 novembre 2013", "2013-10-22/2013-11-05")]),
        ("31 mars - 5 avril 2012", &[("31 mars - 5 avril 2012", "2012-03-31/2012-04-05")]),
        ("du 28 décembre 2012 au 3 janvier 2013", &[("28 décembre 2012 au 3 janvier 2013", "2012-12-28/2013-01-03")]),
        ("du 30 décembre au 2 janvier 2014", &[("30 décembre au 2 janvier 2014", "2013-12-30/2014-01-02")]),
        (
            "15-29 janvier et 23-31 mai 1979",
            &[("15-29 janvier", "1979-01-15/1979-01-29"), ("23-31 mai 1979", "1979-05-23/1979-05-31")],
        ),
        ("les 24 novembre et 15 décembre 2013", &[("24 novembre et 15 décembre 2013", "{2013-11-24,2013-12-15}")]),
        ("le 28 juillet et le 11 août 2013", &[("28 juillet et le 11 août 2013", "{2013-07-28,2013-08-11}")]),
        (
            "les 22 mars, 9 avril et 18 juin 2012",
            &[("22 mars", "2012-03-22"), ("9 avril", "2012-04-09"), ("18 juin 2012", "2012-06-18")],
        ),
        ("du lundi 3 au vendredi 7 juin 2013", &[("lundi 3 au vendredi 7 juin 2013", "2013-06-03/2013-06-07")]),
        ("du 12 au 15/03/2013", &[("12 au 15/03/2013", "2013-03-12/2013-03-15")]),
        ("du 12/03/2013 au 15/03/2013", &[("12/03/2013 au 15/03/2013", "2013-03-12/2013-03-15")]),
        ("le 30 novembre et le 1er décembre 2012", &[("30 novembre et le 1er décembre 2012", "2012-11-30/2012-12-01")]),
        (
            "le 22 février 2016 de 9 heures à 12 h 30",
            &[("22 février 2016 de 9 heures à 12 h 30", "2016-02-22T09:00/2016-02-22T12:30")],
        ),
    ]);
    check_none(&[
        "les 27 et 28e points de l’ordre du jour",
        "les articles 13-14 du statut",
        "du 13 au 27 de chaque liste",
        "les paragraphes 22 à 25",
        "les 12 et 15 pays",
        "les décisions 391 – 415",
    ]);
}

#[test]
fn months_years_and_what_looks_like_them() {
    check(&[
        ("depuis le mois d’août 1990", &[("août 1990", "1990-08")]),
        ("en juillet et août 2013", &[("juillet et août 2013", "{2013-07,2013-08}")]),
        ("de juin à septembre 2014", &[("juin à septembre 2014", "2014-06/2014-09")]),
        ("en juin/juillet 2015", &[("juin/juillet 2015", "[2015-06,2015-07]")]),
        ("en 1971 et 1972", &[("1971 et 1972", "{1971,1972}")]),
        ("l’exercice 1999", &[("1999", "1999")]),
        ("le budget 2010", &[("2010", "2010")]),
        ("la période 2015-2018", &[("2015-2018", "2015/2018")]),
        ("l’année scolaire 2012/2013", &[("2012/2013", "2012/2013")]),
        ("l’exercice 2011-12", &[("2011-12", "2011/2012")]),
        ("les sécheresses de 1973, 1984 et 2005", &[("1973, 1984 et 2005", "{1973,1984,2005}")]),
        ("le budget de la Communauté pour 2014.", &[("2014", "2014")]),
        ("les années 1980", &[("années 1980", "198X")]),
        ("au début des années 1980", &[("début des années 1980", "198X~")]),
        ("au XIXe siècle", &[("XIXe siècle", "18XX")]),
        ("à la fin 2024", &[("fin 2024", "2024-12~")]),
        ("d’ici à avril 2013", &[("d’ici à avril 2013", "../2013-04")]),
        ("d’ici 2010", &[("d’ici 2010", "../2010")]),
        ("avant 2010", &[("avant 2010", "../2010")]),
        ("d’ici à la mi-2015", &[("d’ici à la mi-2015", "../2015~")]),
        ("au-delà du 26 décembre 1967", &[("26 décembre 1967", "1967-12-26")]),
        ("jusqu’au 30 juin 2015", &[("30 juin 2015", "2015-06-30")]),
        ("au printemps 2013", &[("printemps 2013", "2013-21")]),
        ("à l’hiver 2013", &[("hiver 2013", "2013-24")]),
        ("le troisième trimestre de 2014", &[("troisième trimestre de 2014", "2014-07/2014-09")]),
        ("au T3 2014", &[("T3 2014", "2014-07/2014-09")]),
        ("les deux premiers trimestres de 2014", &[("deux premiers trimestres de 2014", "2014-01/2014-06")]),
        ("les premier et second semestres 2016", &[("premier et second semestres 2016", "2016-01/2016-12")]),
        ("la seconde moitié de 2015", &[("seconde moitié de 2015", "2015-07/2015-12")]),
        ("la première quinzaine d’avril 2014", &[("première quinzaine d’avril 2014", "2014-04-01/2014-04-15")]),
        ("la dernière décade de février 2016", &[("dernière décade de février 2016", "2016-02-21/2016-02-29")]),
    ]);
    check_none(&[
        "la résolution 2100 (2013)",
        "la décision 38/2011",
        "la résolution 2012/13",
        "la résolution 2012/2013 du Comité",
        "la note 2587(RSP)",
        "la décision EB49.R50",
        "pendant trois mois",
        "une trêve de trente-six heures",
        "dans les 60 jours",
        "la vision 2063",
        "l’Horizon 2050",
        "le programme ECOWAP 2025",
        "la Stratégie AIM 2050",
        "la résolution 1540 (2004)",
        "les défis du XXIe siècle",
        "le premier trimestre de la session",
        "la seconde moitié du texte",
        "plus de 2000 réfugiés",
        "un crédit pour 2014 agents",
        "été comme hiver",
        "mars et Vénus",
        "le T3 de la gare",
    ]);
}

#[test]
fn dates_that_others_complete() {
    check(&[
        (
            "Lomé, le 7 mars 2017 – Le Comité regrette les faits du 28 février et du 2 mars.",
            &[("7 mars 2017", "2017-03-07"), ("28 février", "2017-02-28"), ("2 mars", "2017-03-02")],
        ),
        (
            "Lomé, le 22 septembre 2022. La ministre a reçu ce jour l’envoyé ; elle l’avait vu hier.",
            &[("22 septembre 2022", "2022-09-22"), ("ce jour", "2022-09-22"), ("hier", "2022-09-21")],
        ),
        (
            "Le Comité s’est réuni le 4 novembre 1948. À cette date, et le lendemain, rien n’était prêt.",
            &[("4 novembre 1948", "1948-11-04"), ("cette date", "1948-11-04"), ("le lendemain", "1948-11-05")],
        ),
        (
            "Lomé, le 7 mars 2017 – L’accord de mai dernier, lu l’an dernier, vaut jusqu’à la fin de l’année.",
            &[
                ("7 mars 2017", "2017-03-07"),
                ("mai dernier", "2016-05"),
                ("l’an dernier", "2016"),
                ("fin de l’année", "2017-12~"),
            ],
        ),
        (
            "Signé le 3 mai 1999, il fut ratifié le 12 juin de la même année.",
            &[("3 mai 1999", "1999-05-03"), ("12 juin de la même année", "1999-06-12")],
        ),
        (
            "Lomé, le 7 mars 2017 – les textes du 4 mai 2012 et du 5 juin dernier",
            &[("7 mars 2017", "2017-03-07"), ("4 mai 2012", "2012-05-04"), ("5 juin dernier", "2016-06-05")],
        ),
        ("Lomé, le 7 mars 2017 – le Ramadan dernier", &[("7 mars 2017", "2017-03-07")]),
        ("l’année 2019, dès le 1er janvier, est dédiée au lac", &[("2019", "2019"), ("1er janvier", "2019-01-01")]),
        ("la Journée du lac (21 octobre)", &[("21 octobre", "XXXX-10-21")]),
    ]);
    check_none(&[
        "les progrès faits à ce jour",
        "l’Afrique de demain",
        "la veille de la session",
        "le lendemain du scrutin",
        "aujourd’hui encore",
        "cette année-là, sans autre date",
    ]);
}

#[test]
fn times_and_zones() {
    check(&[
        ("le 17 mars 2014 à 15 heures", &[("17 mars 2014 à 15 heures", "2014-03-17T15:00")]),
        (
            "le 17 mars 2014 de 13h30mn à 17h30mn",
            &[("17 mars 2014 de 13h30mn à 17h30mn", "2014-03-17T13:30/2014-03-17T17:30")],
        ),
        (
            "le 1er juin 1949 à 18 heures (heure légale de New York)",
            &[("1er juin 1949 à 18 heures (heure légale de New York)", "1949-06-01T18:00")],
        ),
        ("le 22 mai 1949 à minuit", &[("22 mai 1949 à minuit", "1949-05-22T24:00")]),
        ("le 17 mars 2014 à 15 h 30 TU", &[("17 mars 2014 à 15 h 30 TU", "2014-03-17T15:30Z")]),
    ]);
    check_none(&["à 18 heures précises", "de 13h30 à 17h30", "une pause de 15 heures"]);
}

#[test]
fn misprints_are_read_and_noted() {
    for (text, words, value) in [
        ("du 13 au 22 marc 1995", "13 au 22 marc 1995", "1995-03-13/1995-03-22"),
        ("le 28 décernbre 1948", "28 décernbre 1948", "1948-12-28"),
        ("les 17 ET 18 MARS 2 004", "17 ET 18 MARS 2 004", "2004-03-17/2004-03-18"),
        ("le 2 juin 19482x", "2 juin 19482x", "1948-06-02"),
        ("le l8 mai 2004", "l8 mai 2004", "2004-05-18"),
        ("le 5 mai 20I3", "5 mai 20I3", "2013-05-05"),
        ("le 21novembre2000", "21novembre2000", "2000-11-21"),
    ] {
        assert_eq!(read(text), [(words.to_owned(), value.to_owned())], "{text}");
        let codes: Vec<Code> = dates(text).diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [Code::RepairedDate], "{text}");
    }
    // what is well printed is not noted; a call of a note is no misprint of the date
    for text in
        ["le 1er mai 2004", "les 17 et 18 mars 2004", "du 10 juin 1963[1]", "le 14 juin 2012³", "13h30, le 5 mai 2004"]
    {
        assert!(dates(text).diagnostics.is_empty(), "{text}");
    }
    check(&[
        ("du 10 juin 1963[1]", &[("10 juin 1963", "1963-06-10")]),
        ("(1) et du 14 juin 2012", &[("14 juin 2012", "2012-06-14")]),
        ("le 14 juin 2012³", &[("14 juin 2012", "2012-06-14")]),
    ]);
    check_none(&["25 KJvxior", "le 5 rnars", "le 19482"]);
}

#[test]
fn dates_of_two_calendars() {
    for (hijri, gregorian, value, printed) in [
        ("27 Rabi' Al Awwal 1424", "28 mai 2003", "hijri:1424-03-27", "2003-05-28"),
        ("20 Chaabane 1424", "16 octobre 2003", "hijri:1424-08-20", "2003-10-16"),
        ("5 Rabi Awwal 1429", "13 mars 2008", "hijri:1429-03-05", "2008-03-13"),
        ("9 Djoumadah Awwal 1430", "4 mai 2009", "hijri:1430-05-09", "2009-05-04"),
        ("4 Joumada Athania 1431", "18 mai 2010", "hijri:1431-06-04", "2010-05-18"),
        ("26 Rajab 1432", "28 juin 2011", "hijri:1432-07-26", "2011-06-28"),
        ("26 Ramadan 1433", "14 août 2012", "hijri:1433-09-26", "2012-08-14"),
        ("26 Ramadan 1440", "31 mai 2019", "hijri:1440-09-26", "2019-05-31"),
        ("7 Rabi' al-Thani 1444", "1er novembre 2022", "hijri:1444-04-07", "2022-11-01"),
        ("7 Ramadan 1446", "7 mars 2025", "hijri:1446-09-07", "2025-03-07"),
    ] {
        for text in
            [format!("le {hijri}H ({gregorian})"), format!("le {gregorian}, correspondant au {hijri} de l’Hégire")]
        {
            let found = dates(&text);
            assert!(found.diagnostics.is_empty(), "{text}: {:?}", found.diagnostics);
            let [one, other] = found.dates.as_slice() else { panic!("{text}: {:?}", found.dates) };
            let mut values = [one.value.as_str(), other.value.as_str()];
            values.sort_unstable();
            assert_eq!(values, [printed, value], "{text}");
            assert_eq!((one.pair, other.pair), (Some(other.span), Some(one.span)), "{text}");
            assert_eq!(one.start, other.start, "{text}");
        }
    }
    let code = |text: &str| dates(text).diagnostics.first().map(|it| (it.code, it.severity));
    use greffier::Severity::{Note, Warning};
    assert_eq!(code("le 26 Ramadan 1433H (16 août 2012)"), Some((Code::CalendarMismatch, Note)));
    assert_eq!(code("le 26 Ramadan 1433H (20 août 2012)"), Some((Code::CalendarMismatch, Warning)));
    assert_eq!(code("le 26 Ramadan 1433H, avant le 20 août 2012"), None);
    // the next of a list
    assert_eq!(code("le 7 juin 2013, le 26 Rajab 1432H (28 juin 2011)"), None);
    assert!(dates("le 14 août 2012, 26 Ramadan 1433H").dates[0].pair.is_some());
    check(&[
        ("du 26 au 28 Ramadan 1433H", &[("26 au 28 Ramadan 1433H", "hijri:1433-09-26/hijri:1433-09-28")]),
        ("au mois de Rajab 1432", &[("Rajab 1432", "hijri:1432-07")]),
    ]);
    check_none(&["le mois de Ramadan", "M. Ramadan Safar", "la rue Rajab"]);
}

#[test]
fn what_is_doubtful_is_said() {
    for (text, value, code) in [
        ("le 04/05/2013", Some("2013-05-04"), Code::AmbiguousDate),
        ("le 14/05/13", Some("2013-05-14"), Code::AmbiguousDate),
        ("le lundi 8 mars 2016", Some("2016-03-08"), Code::WeekdayMismatch),
        ("le 31 avril 2014", None, Code::ImpossibleDate),
        ("le 29 février 2014", None, Code::ImpossibleDate),
        ("le 31/04/2014", None, Code::ImpossibleDate),
        ("du 15 au 3 mai 2013", None, Code::ImpossibleDate),
        ("il vint la veille", None, Code::UnresolvedDate),
        ("l’an dernier", None, Code::UnresolvedDate),
    ] {
        let found = dates(text);
        let values: Vec<&str> = found.dates.iter().map(|date| date.value.as_str()).collect();
        assert_eq!(values, Vec::from_iter(value), "{text}");
        assert_eq!(found.diagnostics.iter().map(|it| it.code).collect::<Vec<_>>(), [code], "{text}");
    }
    let other = dates("le 04/05/2013").dates[0].alternative.clone();
    assert_eq!(other.expect("an alternative").as_str(), "2013-04-05");
    assert_eq!(dates("le 14/05/2013").dates[0].alternative, None);
}

/// Faults that users of other libraries told in public, with texts of our own.
#[test]
fn faults_of_other_readers() {
    // the library, and what went wrong there, in a few words
    check(&[
        // dateparser 1285, 819: the point of "sept." is cut off, and seven is July
        ("la note du 11 sept. 2014", &[("11 sept. 2014", "2014-09-11")]),
        ("les 26-27 sept. 2014", &[("26-27 sept. 2014", "2014-09-26/2014-09-27")]),
        // chrono 604, Recognizers-Text 3027: the second day of a range is read as a year
        ("les 14-15 mars 2018", &[("14-15 mars 2018", "2018-03-14/2018-03-15")]),
        // duckling 213: the month is not shared with the first end
        ("du 1er au 15 août 2016", &[("1er au 15 août 2016", "2016-08-01/2016-08-15")]),
        // duckling 650: the end is a day late; 532: a quote behind the year hides it
        ("« du 3 au 5 mars 2022 »", &[("3 au 5 mars 2022", "2022-03-03/2022-03-05")]),
        // paperless-ngx 7099: months with an accent lose their day
        (
            "le 12 février 2019, le 3 août 2019, le 9 décembre 2019",
            &[("12 février 2019", "2019-02-12"), ("3 août 2019", "2019-08-03"), ("9 décembre 2019", "2019-12-09")],
        ),
        // Datejs 281, dateparser 268: mardi swallows mars
        ("le mardi 6 mars 2018", &[("mardi 6 mars 2018", "2018-03-06")]),
        ("le mar. 6 mars 2018", &[("mar. 6 mars 2018", "2018-03-06")]),
        // dateparser 767, 1207: a compound or an acronym beside it spoils a good date
        ("Sous-comité, S.G.N.U., 6 mai 2015 FR", &[("6 mai 2015", "2015-05-06")]),
        // libphonenumber 708, Recognizers-Text 473: a range with points is a telephone number
        ("du 03.06-07.06.2015", &[("03.06-07.06.2015", "2015-06-03/2015-06-07")]),
        // HeidelTime 27: the first days of a list are tied to the week of the text
        (
            "lundi 20, mardi 21 et mercredi 22 avril 2015",
            &[("lundi 20, mardi 21 et mercredi 22 avril 2015", "2015-04-20/2015-04-22")],
        ),
        // duckling: nothing between two full dates
        ("entre le 31/10/2015 et le 24/12/2015", &[("31/10/2015 et le 24/12/2015", "2015-10-31/2015-12-24")]),
        ("entre le 4 mai 2012 et le 5 juin 2013", &[("4 mai 2012 et le 5 juin 2013", "2012-05-04/2013-06-05")]),
        ("le premier mercredi de mai 2013", &[("premier mercredi de mai 2013", "2013-05-01")]),
        // many: "1er" is not read
        ("le 1er avril 2005", &[("1er avril 2005", "2005-04-01")]),
    ]);
    check_none(&[
        // dateparser: "sa" is a Saturday, "de" and "un" are days, "sept jours" is July
        "sa position de principe",
        "un des points de la liste",
        "sept jours plus tard",
        // Recognizers-Text 2153: "été" is summer, "mer." Wednesday
        "il a été décidé",
        "le droit de la mer.",
        // Recognizers-Text 2165: a telephone number is a range
        "tél. 01.44.20.15.16",
        "tél. 01-44-20-15-16",
        // dateparser: the number of a resolution is a month and a year
        "la résolution 53/10",
        "le sam. du texte",
        "le premier mercredi de la session",
    ]);
}

#[test]
fn bounds_are_roles() {
    for (text, role) in [
        ("d’ici à avril 2013", Some(DateRole::Deadline)),
        ("au plus tard le 31 mars 2016", Some(DateRole::Deadline)),
        ("avant le 1er mai 2013", Some(DateRole::Deadline)),
        ("jusqu’au 30 juin 2015", Some(DateRole::Until)),
        ("à compter du 1er janvier 1949", Some(DateRole::From)),
        ("depuis le 3 mai 2014", Some(DateRole::From)),
        ("le 3 mai 2014", None),
    ] {
        assert_eq!(dates(text).dates[0].role, role, "{text}");
    }
}

#[test]
fn spans_of_time() {
    let text = "Lomé, le 3 mars 2014 – Le Comité rendra compte dans les six mois suivant l’adoption de la présente décision, \
                puis tous les deux ans ; il siégera pendant trente (30) jours à compter du 1er juin 2014, \
                et au plus tard 15 jours avant le 1er mai 2014. Il y a deux ans, et au cours des trois dernières années, chaque \
                année, il siégeait. Le mandat court depuis dix mois.";
    let day = |text: &str| Some(text.parse::<NaiveDate>().expect("a day"));
    let found = dates(text);
    let rows: Vec<_> =
        found.periods.iter().map(|it| (&text[it.span.range()], it.value.as_str(), it.start, it.end, it.role)).collect();
    let expected = [
        ("six mois", "P6M", day("2014-03-03"), day("2014-09-03"), Some(DateRole::Deadline)),
        ("tous les deux ans", "R/P2Y", None, None, None),
        ("trente (30) jours", "P30D", day("2014-06-01"), day("2014-07-01"), None),
        ("15 jours", "P15D", None, day("2014-04-16"), Some(DateRole::Deadline)),
        ("deux ans", "P2Y", day("2012-03-03"), day("2014-03-03"), Some(DateRole::From)),
        ("trois dernières années", "P3Y", day("2011-03-03"), day("2014-03-03"), None),
        ("chaque année", "R/P1Y", None, None, None),
        ("dix mois", "P10M", day("2013-05-03"), day("2014-03-03"), Some(DateRole::From)),
    ];
    assert_eq!(rows, expected);
    for none in ["âgés de 15 ans", "de deux à trois ans", "à 18 heures", "trois pays", "un mois de mars"] {
        assert!(dates(none).periods.is_empty(), "{none}: {:?}", dates(none).periods);
    }
}

#[test]
fn sessions_have_their_days() {
    let text = "L’Assemblée générale,\n\n1. Prie le Secrétaire général de lui faire rapport à sa soixante-dix-neuvième session ;\n\n\
                2. Prie le Comité spécial de siéger à sa trentième session ;\n\n\
                3. Rappelle la 42e session du Conseil des ministres des Affaires étrangères de l’OCI, la dixième session \
                extraordinaire d’urgence de l’Assemblée générale et le XVe Sommet de la Francophonie ;\n\n\
                4. Décide d’en rester saisie à ses quatre-vingtième et quatre-vingt et unième sessions.";
    let found = dates(text);
    let rows: Vec<_> = found.periods.iter().map(|it| (&text[it.span.range()], it.value.as_str())).collect();
    let expected = [
        ("soixante-dix-neuvième session", "2024-09/2025-09"),
        ("42e session", "2015-05-27/2015-05-28"),
        ("XVe Sommet de la Francophonie", "2014-11-29/2014-11-30"),
        ("quatre-vingtième", "2025-09/2026-09"),
        ("quatre-vingt et unième sessions", "2026-09/2027-09"),
    ];
    assert_eq!(rows, expected);
    assert!(found.periods.iter().all(|it| it.kind == PeriodKind::Session));
    for other in [
        "à sa trentième session",
        "la trentième session de l’Assemblée générale d’Interpol",
        "le siège que l’Assemblée générale des Parties a réservé, et que l’Assemblée générale attribuera à sa trentième session",
    ] {
        assert!(dates(other).periods.is_empty(), "{other}");
    }
}

#[test]
fn the_date_of_the_text_may_be_given() {
    let day: NaiveDate = "2014-03-17".parse().expect("a day");
    let parser = Parser::builder().date(day).build().expect("French");
    let values = |text: &str| parser.dates(text).dates.iter().map(|date| date.value.to_string()).collect::<Vec<_>>();
    assert_eq!(values("Elle l’a reçu hier, puis lundi dernier."), ["2014-03-16", "2014-03-10"]);
    assert_eq!(values("le 2 avril"), ["2013-04-02"]);
    assert_eq!(values("d’ici au 2 avril"), ["../2014-04-02"]);
    assert_eq!(parser.parse("le 2 avril").dates[0].value.as_str(), "2013-04-02");
}

#[test]
fn places_may_count_code_points() {
    let text = "À N’Djaména, l’été dernier, le 3 mai 2014 (𝄞) puis le 4 mai 2014.";
    let found = dates(text).with_offsets(text, Offsets::Char);
    let last = found.dates.last().expect("a date").span;
    let words: String = text.chars().skip(last.start).take(last.end - last.start).collect();
    assert_eq!(words, "4 mai 2014");
}

/// The dates of a text are the same with the rest of its document or without.
#[test]
fn dates_alone_are_those_of_the_document() {
    for text in [
        include_str!("fixtures/oci_report.txt"),
        include_str!("fixtures/cedeao_communique.txt"),
        include_str!("fixtures/onu_resolution.txt"),
        include_str!("fixtures/groupe_contact.txt"),
        include_str!("fixtures/parlement_europeen.txt"),
        include_str!("fixtures/ordre_du_jour.txt"),
    ] {
        let (document, alone) = (greffier::parse(text), dates(text));
        assert_eq!(document.dates, alone.dates);
        assert_eq!(document.periods, alone.periods);
    }
    // a paragraph that says nothing of time is no dateline before the date of the next
    let text =
        format!("{}\n\n3 mai 2014. Elle l’a reçu hier.", "Les phares de la côte ont besoin de lampes. ".repeat(9));
    assert_eq!(greffier::parse(&text).dates, dates(&text).dates);
}

const MONTHS: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const SHORT: [&str; 12] =
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];
const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const UNITS: [&str; 20] = [
    "", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
];

/// A number below a hundred in words.
fn below_hundred(number: u32) -> String {
    let tens =
        ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];
    let (ten, unit) = match number {
        0..20 => return UNITS[number as usize].to_owned(),
        70..80 | 90..100 => (number / 10, 10 + number % 10),
        _ => (number / 10, number % 10),
    };
    let word = tens[ten as usize];
    match unit {
        0 if ten == 8 => "quatre-vingts".to_owned(),
        0 => word.to_owned(),
        1 | 11 if ten < 8 => format!("{word} et {}", UNITS[unit as usize]),
        _ => format!("{word}-{}", UNITS[unit as usize]),
    }
}

fn year_in_words(year: u32) -> String {
    let rest = below_hundred(year % 100);
    let head = match year / 100 {
        20 => "deux mille".to_owned(),
        21 => "deux mille cent".to_owned(),
        century => format!("mil {} cent", UNITS[century as usize - 10]),
    };
    format!("{head} {rest}").trim_end().to_owned()
}

fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "lundi",
        Weekday::Tue => "mardi",
        Weekday::Wed => "mercredi",
        Weekday::Thu => "jeudi",
        Weekday::Fri => "vendredi",
        Weekday::Sat => "samedi",
        Weekday::Sun => "dimanche",
    }
}

/// A day in twelve spellings.
fn spellings(day: NaiveDate) -> [String; 12] {
    let (year, month, number) = (day.year(), day.month0() as usize, day.day());
    let ordinal = if number == 1 { "1er".to_owned() } else { number.to_string() };
    let words = if number == 1 { "premier".to_owned() } else { below_hundred(number) };
    let plain: String = MONTHS[month]
        .chars()
        .map(|c| if matches!(c, 'é' | 'û') { if c == 'é' { 'e' } else { 'u' } } else { c })
        .collect();
    [
        format!("{ordinal} {} {year}", MONTHS[month]),
        format!("{} {} {year}", ordinal.to_uppercase(), MONTHS[month].to_uppercase()),
        format!("{number:02} {plain} {year}"),
        format!("{ordinal} {} {year}", SHORT[month]),
        format!("{} {ordinal} {} {year}", weekday(day), MONTHS[month]),
        format!("{words} {} {}", MONTHS[month], year_in_words(year.unsigned_abs())),
        format!("{number:02}/{:02}/{year}", month + 1),
        format!("{number}.{}.{year}", month + 1),
        format!("{number:02}-{:02}-{year}", month + 1),
        format!("{year}-{:02}-{number:02}", month + 1),
        format!("{number}-{}-{year}", ROMAN[month]),
        format!("{ordinal} {}\n\n{year}", MONTHS[month]),
    ]
}

fn days() -> impl Iterator<Item = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1800, 1, 1).expect("a day");
    first.iter_days().take_while(|day| day.year() <= 2100)
}

#[test]
fn every_day_of_three_centuries_reads_back_in_twelve_spellings() {
    for chunk in days().collect::<Vec<_>>().chunks(400) {
        // one text for many days, as reading has a cost of its own for each text
        let mut text = String::new();
        let mut expected = Vec::new();
        for &day in chunk {
            for spelling in spellings(day) {
                text += &format!("Lettre du {spelling} ;\n\n");
                expected.push((spelling.split_whitespace().collect::<Vec<_>>().join(" "), day.to_string()));
            }
        }
        assert_eq!(read(&text), expected);
    }
}

#[test]
fn every_range_reads_back() {
    let days: Vec<NaiveDate> = days().step_by(3).collect();
    for chunk in days.chunks(500) {
        let mut text = String::new();
        let mut expected = Vec::new();
        for (nth, &first) in chunk.iter().enumerate() {
            let last = first.checked_add_days(Days::new(1 + nth as u64 % 60)).expect("a day");
            let name = |day: NaiveDate, year: bool| {
                let ordinal = if day.day() == 1 { "1er".to_owned() } else { day.day().to_string() };
                let year = if year { format!(" {}", day.year()) } else { String::new() };
                format!("{ordinal} {}{year}", MONTHS[day.month0() as usize])
            };
            let words = match nth % 4 {
                0 => format!("{} au {}", name(first, true), name(last, true)),
                1 => format!("{} - {}", name(first, true), name(last, true)),
                // the year stands once, and turns where the months do
                2 if last.year() == first.year() || first.month() > last.month() => {
                    format!("{} au {}", name(first, false), name(last, true))
                }
                3 if (first.year(), first.month()) == (last.year(), last.month()) => {
                    format!("{}-{}", first.day(), name(last, true))
                }
                _ => format!("{} au {}", name(first, true), name(last, true)),
            };
            text += &format!("réunis du {words} ;\n\n");
            expected.push((words, format!("{first}/{last}")));
        }
        assert_eq!(read(&text), expected);
    }
}

//! The date engine by itself: forms of the genre with what looks like them and is none, known faults of other readers, every day
//! of three centuries.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use greffier::{Code, DateRole, Offsets, Parser, PeriodKind, dates};

/// Words and value of each date, as `dates` reads them.
fn read(text: &str) -> Vec<(String, String)> {
    dates(text).dates.iter().map(|date| (one_line(&text[date.span.range()]), date.value.to_string())).collect()
}

fn codes(text: &str) -> Vec<Code> {
    dates(text).diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unmarked(text: &str) -> String {
    text.replace(['<', '>'], "")
}

/// Texts with their dates between < and >, and the values of these dates, with a space between two.
fn check(rows: &[(&str, &str)]) {
    for (text, values) in rows {
        let words: Vec<String> = text.split(['<', '>']).skip(1).step_by(2).map(one_line).collect();
        let (found, read): (Vec<_>, Vec<_>) = read(&unmarked(text)).into_iter().unzip();
        assert_eq!((found, read.join(" ")), (words, (*values).to_owned()), "{text}");
    }
}

/// Texts in which nothing is a date.
fn check_none(texts: &[&str]) {
    for text in texts {
        assert_eq!(read(text), [], "{text}");
    }
}

/// Texts with their dates, each with its twin: a text as near as can be in which nothing is a date.
fn check_twins(rows: &[(&str, &str, &str)]) {
    for &(text, values, twin) in rows {
        check(&[(text, values)]);
        check_none(&[twin]);
    }
}

#[test]
fn days_and_what_looks_like_them() {
    check_twins(&[
        ("Adopté le <25 septembre 2013>.", "2013-09-25", "Adopté au point 25 de la résolution 2013 (1997)."),
        ("BAMAKO, <25 SEPTEMBRE 2013>", "2013-09-25", "BAMAKO, 25 SERMENTS, 2013 VOIX"),
        ("Nairobi, <16 Décembre 2017>", "2017-12-16", "Nairobi, 16 Décrets, 2017 voix"),
        ("réunis le <25 septembre\n\n2013> pour le lac", "2013-09-25", "réunis par le n° 25\n\n2013 voix pour le lac"),
        ("dès le <1er juillet 2013>", "2013-07-01", "dès le 1er jury, 2013 voix"),
        ("dès le <1er JANVIER 2014>", "2014-01-01", "dès le 1er JALON, 2014 voix"),
        ("EN VIGUEUR : <1ER\n\nJANVIER 2014>", "2014-01-01", "EN VIGUEUR : 1ER\n\nJALON, 2014 VOIX"),
        ("le <05 novembre 2013>", "2013-11-05", "le lot 05, nombre 2013"),
        ("publié le <22/09/2022>", "2022-09-22", "publié à la 25e réunion, sous la cote 22/09"),
        ("reçu le <11/12/1948>", "1948-12-11", "reçu sous la cote 11/12 (1948)"),
        ("(Bruxelles, <22/03/2024>)", "2024-03-22", "(Bruxelles, salle 22/03)"),
        ("du <19.2.2016>, p. 1", "2016-02-19", "de la version 19.2.2, p. 1"),
        ("une note en date du <5 juillet 1948>", "1948-07-05", "une note en faveur du 5e jury, 1948 voix"),
        ("une lettre datée du <29 novembre 1947>", "1947-11-29", "une lettre dotée du n° 29, nombre 1947"),
        ("à la date du <5 mars 1948>", "1948-03-05", "à la date due, 5 marchés et 1948 voix"),
        ("le <mercredi 27 mai 2015>", "2015-05-27", "le mercredi suivant, 27 maires"),
        ("les <vendredi 26 et samedi 27 février 2021>", "2021-02-26/2021-02-27", "les vendredi et samedi, 26 fermes"),
        ("le <dimanche 1er avril 2012>", "2012-04-01", "le dimanche, 1er avis"),
        // beside the usual forms
        ("signé le <22-XI-1998>", "1998-11-22", "signé au lot 22-XI"),
        ("le <2014-03-17T15:30Z>", "2014-03-17T15:30Z", "la salle 2014, porte 03"),
        ("le <dix-neuvième jour du mois de mars 1954>", "1954-03-19", "le dix-neuvième rapport du mois"),
        ("L’<an deux mille treize et le vingt-cinq septembre>", "2013-09-25", "L’ancien et le vingt-cinq de la liste"),
        ("le <premier juillet deux mille treize>", "2013-07-01", "la première de deux mille treize décisions"),
        ("le <quatorze (14) janvier 2021>", "2021-01-14", "les quatorze (14) jalons, 2021 voix"),
    ]);
    check_none(&["l’article 19.2"]);
}

#[test]
fn ranges_lists_and_what_looks_like_them() {
    check_twins(&[
        ("les <27 et 28 mai 2015>", "2015-05-27/2015-05-28", "les 27 et 28e points de l’ordre du jour"),
        ("les <1er et 6 mai 2000>", "{2000-05-01,2000-05-06}", "les 1er et 6e points"),
        ("<1 et 6 mai 2000>", "{2000-05-01,2000-05-06}", "1 et 6 maires, 2000 voix"),
        ("les <4 et 16 novembre 1948>", "{1948-11-04,1948-11-16}", "les points 4 et 16, 1948 voix"),
        ("les <13-14 mars 2008>", "2008-03-13/2008-03-14", "les articles 13-14 du statut"),
        ("<16 - 17 octobre 2003>", "2003-10-16/2003-10-17", "décisions 16 - 17, 2003 voix"),
        ("<23 –24 janvier 2006>", "2006-01-23/2006-01-24", "points 23 –24, 2006 voix"),
        ("<25 – 27 JUILLET 2010>", "2010-07-25/2010-07-27", "POINTS 25 – 27, 2010 VOIX"),
        ("du <13 au 27 octobre 2001>", "2001-10-13/2001-10-27", "du 13 au 27 de chaque liste"),
        ("du <22 octobre au 05 novembre 2013>", "2013-10-22/2013-11-05", "de l’octroi 22 au lot 05, nombre 2013"),
        ("<31 mars - 5 avril 2012>", "2012-03-31/2012-04-05", "31 marchés - 5 avis, 2012 voix"),
        ("du <30 décembre au 2 janvier 2014>", "2013-12-30/2014-01-02", "du 30e décret au 2e jalon, 2014 voix"),
        ("du <30 décembre 2012 au 2 janvier 2013>", "2012-12-30/2013-01-02", "de la note 30 (2012) à la note 2 (2013)"),
        ("<15-29 janvier> et <23-31 mai 1979>", "1979-01-15/1979-01-29 1979-05-23/1979-05-31", "points 15-29, 23-31"),
        ("les <24 novembre et 15 décembre 2013>", "{2013-11-24,2013-12-15}", "les 24 notes et 15 décisions, 2013 voix"),
        ("le <28 juillet et le 11 août 2013>", "{2013-07-28,2013-08-11}", "le 28e juge et le 11e, 2013 voix"),
        (
            "les <18 avril>, <23 avril>, <9 mai> et <11 décembre 2012>",
            "2012-04-18 2012-04-23 2012-05-09 2012-12-11",
            "les 18 avis, 23 avis, 9 maires et 11 décisions, 2012 voix",
        ),
        (
            "notes du <22 mars>, du <26 mai> et du <3 juin 2012>, ainsi que du <1er avril>, du <2 mai> et du <4 juin 2013>",
            "2012-03-22 2012-05-26 2012-06-03 2013-04-01 2013-05-02 2013-06-04",
            "notes du 22e, du 26e et du 3e (2012 voix), ainsi que du 1er, du 2e et du 4e (2013 voix)",
        ),
        // beside the usual forms
        ("du <lundi 3 au vendredi 7 juin 2013>", "2013-06-03/2013-06-07", "du lundi au vendredi, 3 à 7 juges"),
        ("du <12 au 15/03/2013>", "2013-03-12/2013-03-15", "du 12 au 15/03, bureau 2013"),
        ("du <12/03/2013 au 15/03/2013>", "2013-03-12/2013-03-15", "de la cote 12/2013 à la cote 15/2013"),
        ("le <30 novembre et le 1er décembre 2012>", "2012-11-30/2012-12-01", "le 30e nom et le 1er décret"),
    ]);
    check_none(&["les paragraphes 22 à 25", "les 12 et 15 pays", "les décisions 391 – 415"]);
}

#[test]
fn months_years_and_what_looks_like_them() {
    check_twins(&[
        ("le rapport de <mai 2013>", "2013-05", "le rapport de maires, 2013 voix"),
        ("depuis le mois d’<août 1990>", "1990-08", "depuis trois mois, 1990 voix"),
        ("entre autres en <juillet et août 2013>", "{2013-07,2013-08}", "entre mars et Vénus"),
        ("en <juin/juillet 2015>", "[2015-06,2015-07]", "en mai/mais"),
        ("pour le mois d’<octobre 2020>", "2020-10", "pour le mois d’octroi, 2020 voix"),
        ("en <1989>", "1989", "par 1989 voix"),
        ("l’année <1948>", "1948", "l’Horizon 2050"),
        ("en <1971 et 1972>", "{1971,1972}", "les résolutions 1971 et 1972"),
        ("l’exercice <1999>", "1999", "la Stratégie AIM 2050"),
        ("le Budget <2010>", "2010", "la Vision 2063"),
        ("la période <2015-2018>", "2015/2018", "les résolutions 2015-2018"),
        ("le plan (<2006-2015>)", "2006/2015", "le programme ECOWAP 2025"),
        ("les <années 1980>", "198X", "les annexes 1980"),
        ("au <début des années 1980>", "198X~", "au début des annexes 1980"),
        ("Lomé, le <7 mars 2017> – à la <fin des années 90>", "2017-03-07 199X~", "Lomé – à la fin des annexes 90"),
        ("à la <fin 2024>", "2024-12~", "à la fin, 2024 voix"),
        ("en <fin 2019>", "2019-12~", "en fin de liste, 2019 voix"),
        ("<d’ici à avril 2013>", "../2013-04", "d’ici à arriver, 2013 voix"),
        ("<d’ici 2010>", "../2010", "d’ici, 2010 voix"),
        ("à partir du <1er janvier 1949>", "1949-01-01", "à partir du 1er jalon, 1949 voix"),
        ("à compter du <1er janvier 1949>", "1949-01-01", "à compter du 1er jalon, 1949 voix"),
        ("au-delà du <26 décembre 1967>", "1967-12-26", "au-delà du 26e décret, 1967 voix"),
        ("jusqu’au <30 juin 2015>", "2015-06-30", "dans les 30 jours, 2015 voix"),
        ("prenant fin le <26 mars 1968>", "1968-03-26", "prenant fin au point 26, 1968 voix"),
        ("au <printemps 2013>", "2013-21", "au printemps des peuples, 2013 voix"),
        ("à l’<été 2013>", "2013-22", "été comme hiver"),
        ("à l’<automne 2013>", "2013-23", "à l’automne de la vie"),
        ("à l’<hiver 2013>", "2013-24", "à l’hiver de la vie"),
        ("au <XIXe siècle>", "18XX", "les défis du XXIe siècle"),
        ("au <19ème siècle>", "18XX", "l’école du 21ème siècle"),
        ("au <XXe siècle>", "19XX", "les puits du siècle dernier"),
        // beside the usual forms
        ("de <juin à septembre 2014>", "2014-06/2014-09", "de juges à septuagénaires, 2014 voix"),
        ("l’année scolaire <2012/2013>", "2012/2013", "la résolution 2012/2013 du Comité"),
        ("l’exercice <2011-12>", "2011/2012", "la résolution 2011/12"),
        ("les sécheresses de <1973, 1984 et 2005>", "{1973,1984,2005}", "les résolutions 1973, 1984 et 2005"),
        ("le budget pour <2014>.", "2014", "le budget pour 2014 agents"),
        ("<avant 2010>", "../2010", "plus de 2010 réfugiés"),
        ("<d’ici à la mi-2015>", "../2015~", "d’ici à la mi-temps"),
        ("le <troisième trimestre de 2014>", "2014-07/2014-09", "le troisième trimestre de la session"),
        ("au <T3 2014>", "2014-07/2014-09", "au T3 de la gare"),
        ("les <deux premiers trimestres de 2014>", "2014-01/2014-06", "les deux premiers trimestres de la session"),
        ("les <premier et second semestres 2016>", "2016-01/2016-12", "les premier et second semeurs"),
        ("la <seconde moitié de 2015>", "2015-07/2015-12", "la seconde moitié du texte"),
        ("la <première quinzaine d’avril 2014>", "2014-04-01/2014-04-15", "la première quinzaine d’avis"),
        ("la <dernière décade de février 2016>", "2016-02-21/2016-02-29", "la dernière décade de débats"),
    ]);
    check_none(&["les résolutions 2100 (2013) et 1540 (2004)", "les textes 2587(RSP), 38/2011 et EB49.R50"]);
}

#[test]
fn times_and_zones() {
    check_twins(&[
        ("le <17 mars 2014 à 15 heures>", "2014-03-17T15:00", "une trêve de trente-six heures, au point 17"),
        ("le <17 mars 2014 de 13h30mn à 17h30mn>", "2014-03-17T13:30/2014-03-17T17:30", "de 13h30mn à 17h30mn"),
        ("le <22 février 2016 de 9 heures à 12 h 30>", "2016-02-22T09:00/2016-02-22T12:30", "de 9 heures à 12 h 30"),
        ("le <1er juin 1949 à 18 heures (heure légale de New York)>", "1949-06-01T18:00", "à 18 heures (heure légale)"),
        ("le <22 mai 1949 à minuit, heure légale de New York>", "1949-05-22T24:00", "le 22e, à minuit, heure légale"),
        ("le <17 mars 2014 à 15 h 30 TU>", "2014-03-17T15:30Z", "le 17e marché, à 15 h 30 TU"),
    ]);
}

#[test]
fn dates_that_others_complete() {
    check_twins(&[
        ("la Journée du lac (<21 octobre>)", "XXXX-10-21", "la Journée du lac (21 octrois)"),
        ("Lomé, le <7 mars 2017> – les faits du <28 février>", "2017-03-07 2017-02-28", "Lomé – les faits du point 28"),
        ("Lomé, le <3 juin 1963> – le rapport du <29 avril>", "1963-06-03 1963-04-29", "Lomé – le rapport du 29e avis"),
        (
            "Lomé, le <7 mars 2017> – Réuni le <4 novembre 1948>, il vota ; le <4 novembre>, rien n’était prêt.",
            "2017-03-07 1948-11-04 1948-11-04",
            "Lomé – Réuni au point 4, 1948 voix, il vota ; le 4e nom manquait.",
        ),
        ("Élu le <4 novembre 1948> ; à <cette date>, il plut", "1948-11-04 1948-11-04", "Élu ; à cette page, il plut"),
        ("Elle l’a reçu <ce jour, 22 septembre 2022>.", "2022-09-22", "les progrès faits à ce jour, 22 septennats"),
        (
            "Lomé, le <22 septembre 2022>. Elle l’a vu <hier>, <ce jour>, <aujourd’hui>, <ce matin> et <cet après-midi>.",
            "2022-09-22 2022-09-21 2022-09-22 2022-09-22 2022-09-22 2022-09-22",
            "Lomé, 22 septennats. Elle l’a vu soir et matin, aujourd’hui encore, pour l’Afrique de demain.",
        ),
        ("Signé le <3 mai 1999>, il fut lu <le même jour>.", "1999-05-03 1999-05-03", "Signé, il fut lu le même soir."),
        ("Signé le <3 mai 1999>, il fut lu <la même année>.", "1999-05-03 1999", "Signé, il fut lu la même heure."),
        ("Lomé, le <7 mars 2017> – lu <l’an dernier>", "2017-03-07 2016", "Lomé – lu au dernier rang"),
        ("Signé le <3 mai 1999>, lu <la veille>.", "1999-05-03 1999-05-02", "Signé, lu la veille de la session."),
        ("Signé le <3 mai 1999>, lu <le lendemain>.", "1999-05-03 1999-05-04", "Signé, lu le lendemain du scrutin."),
        ("Lomé, le <7 mars 2017> – <d’ici la fin de l’année>.", "2017-03-07 ../2017-12~", "d’ici la fin du débat."),
        // beside the usual forms
        ("Lomé, le <7 mars 2017> – jusqu’à la <fin de l’année>.", "2017-03-07 2017-12~", "jusqu’à la fin du débat."),
        ("Lomé, le <7 mars 2017> – l’accord de <mai dernier>", "2017-03-07 2016-05", "l’accord du dernier maire"),
        ("Signé le <3 mai 1999>, lu le <12 juin de la même année>", "1999-05-03 1999-06-12", "Signé cette année-là"),
        (
            "Lomé, le <7 mars 2017> – les textes du <4 mai 2012> et du <5 juin dernier>",
            "2017-03-07 2012-05-04 2016-06-05",
            "Lomé – les textes du 4e maire et du 5e et dernier juge",
        ),
        ("l’année <2019>, dès le <1er janvier>, le lac", "2019 2019-01-01", "l’année, dès le 1er jalon, le lac"),
    ]);
    check(&[("Lomé, le <7 mars 2017> – le Ramadan dernier", "2017-03-07")]);
    check_none(&["depuis lors", "la période sous examen"]);
}

#[test]
fn misprints_are_read_and_noted() {
    let noted = [
        ("du <13 au 22 marc 1995>", "1995-03-13/1995-03-22", "du 13 au 22 de la marche, 1995 voix"),
        ("le <28 décernbre 1948>", "1948-12-28", "le 28 décerné, 1948 voix"),
        ("les <17 ET 18 MARS 2 004>", "2004-03-17/2004-03-18", "les 17 ET18 MARCHÉS, 2 004 voix"),
        ("le <2 juin 19482x>", "1948-06-02", "le 2e juge, 19482x"),
        ("le <l8 mai 2004>", "2004-05-18", "le l8 et le 5 rnars"),
        ("le <5 mai 20I3>", "2013-05-05", "le 5e maire, 20I3"),
        ("le <21novembre2000>", "2000-11-21", "le 21nombre2000"),
    ];
    check_twins(&noted);
    for (text, ..) in noted {
        assert_eq!(codes(&unmarked(text)), [Code::RepairedDate], "{text}");
    }
    // the year of another session is kept
    check_twins(&[("Sixième session, <23 –24 janvier 2005>", "2005-01-23/2005-01-24", "Sixième session, nos 23 –24")]);
    // what is well printed is not noted; a call of a note is no misprint of the date
    let clean = [
        ("le <5 janv. 2004>", "2004-01-05", "le 5e jalon, 2004 voix"),
        ("du <10 juin 1963>[1]", "1963-06-10", "du 10e juge[1]"),
        ("(1) et du <14 juin 2012>", "2012-06-14", "(1) et du 14e juge, 2012 voix"),
        ("le <14 juin 2012>³", "2012-06-14", "le 14e juge, 2012³"),
        ("<25 février - 4 mars\n\n1985>", "1985-02-25/1985-03-04", "25 KJvxior - 4 marchés\n\n1985 voix"),
        ("<10 janvier 1994 -10 janvier 2020>", "1994-01-10/2020-01-10", "décisions 10 (1994) -10 (2020)"),
        ("13h30, le <5 mai 2004>", "2004-05-05", "13h30, le 5e maire"),
    ];
    check_twins(&clean);
    for (text, ..) in clean {
        assert_eq!(codes(&unmarked(text)), [], "{text}");
    }
}

#[test]
fn dates_of_two_calendars() {
    for (hijri, gregorian, value, printed, twin) in [
        ("27 Rabi' Al Awwal 1424", "28 mai 2003", "1424-03-27", "2003-05-28", "27 voix à M. Rabi' Al Awwal"),
        ("20 Chaabane 1424", "16 octobre 2003", "1424-08-20", "2003-10-16", "20 voix à Mme Chaabane"),
        ("5 Rabi Awwal 1429", "13 mars 2008", "1429-03-05", "2008-03-13", "Rabi Awwal, 1429 lampes"),
        ("9 Djoumadah Awwal 1430", "4 mai 2009", "1430-05-09", "2009-05-04", "Djoumadah Awwal, 1430 lampes"),
        ("4 Joumada Athania 1431", "18 mai 2010", "1431-06-04", "2010-05-18", "4 voix à Joumada Athania"),
        ("26 Rajab 1432", "28 juin 2011", "1432-07-26", "2011-06-28", "M. Rajab, 1432 lampes"),
        ("26 Ramadan 1433", "14 août 2012", "1433-09-26", "2012-08-14", "26 voix à M. Ramadan Safar"),
        ("26 Ramadan 1440", "31 mai 2019", "1440-09-26", "2019-05-31", "26 voix à M. Ramadan, 1440 lampes"),
        ("7 Rabi' al-Thani 1444", "1er novembre 2022", "1444-04-07", "2022-11-01", "7 voix à M. Rabi' al-Thani"),
        ("7 Ramadan 1446", "7 mars 2025", "1446-09-07", "2025-03-07", "le mois de Ramadan, 1446 lampes"),
    ] {
        // the order of the OCI, then that of the Ligue arabe
        for text in
            [format!("le {hijri}H ({gregorian})"), format!("le {gregorian}, correspondant au {hijri} de l’Hégire")]
        {
            let found = dates(&text);
            assert!(found.diagnostics.is_empty(), "{text}: {:?}", found.diagnostics);
            let [one, other] = found.dates.as_slice() else { panic!("{text}: {:?}", found.dates) };
            let mut values = [one.value.as_str(), other.value.as_str()];
            values.sort_unstable();
            assert_eq!(values, [printed, &format!("hijri:{value}")], "{text}");
            assert_eq!((one.pair, other.pair), (Some(other.span), Some(one.span)), "{text}");
            assert_eq!(one.start, other.start, "{text}");
        }
        check_none(&[twin]);
    }
    check_none(&["M. Rajab, 1432 H (28 juges)", "28 juges, correspondant au rang de M. Rajab de l’Hégire"]);
    let code = |text: &str| dates(text).diagnostics.first().map(|it| (it.code, it.severity));
    use greffier::Severity::{Note, Warning};
    assert_eq!(code("le 26 Ramadan 1433H (16 août 2012)"), Some((Code::CalendarMismatch, Note)));
    assert_eq!(code("le 26 Ramadan 1433H (20 août 2012)"), Some((Code::CalendarMismatch, Warning)));
    assert_eq!(code("le 26 Ramadan 1433H, avant le 20 août 2012"), None);
    let ends = dates("du 26 au 28 Ramadan 1433H (14 au 16 août 2012)").dates;
    assert_eq!((ends[0].start, ends[0].end), (ends[1].start, ends[1].end));
    // the next of a list
    assert_eq!(code("le 7 juin 2013, le 26 Rajab 1432H (28 juin 2011)"), None);
    assert!(dates("le 14 août 2012, 26 Ramadan 1433H").dates[0].pair.is_some());
}

#[test]
fn hijri_months_marks_and_ranges() {
    for (month, (names, twin)) in (1..).zip([
        ("Mouharram, Muharram, Moharram, Moharrem", "M. Mouharram, 1432 lampes"),
        ("Safar, Safer", "M. Safar, 1432 lampes"),
        (
            "Rabi' Al Awwal, RABI AWWAL, Rabi al-Awal, Rabia al Awal, Rabi el Aouel, Rabii I, Rabi-ul-Awwal",
            "M. Rabi Awwal, 1432 lampes",
        ),
        ("Rabi' al-Thani, Rabi Athani, Rabie II, Rabi el Akhir, Rabi al-Akhira", "M. Rabi Athani, 1432 lampes"),
        ("DJOUMADAH AWWAL, Joumada al-Oula, Jumada I, Djoumada el Oula", "Mme Joumada al-Oula, 1432 lampes"),
        ("JOUMADA ATHANIA, Joumada al-Akhira, Jumada al-Thani, Djoumada Ethania", "Mme Jumada al-Thani, 1432 lampes"),
        ("Rajab, RAJAB, RAJAHB, Redjeb, Rajeb", "la rue Rajab, 1432 lampes"),
        ("Chaabane, Cha'bane, Shaaban, Chaban", "M. Chaban, 1432 lampes"),
        ("Ramadan, Ramadhan, Ramazan", "le mois de Ramadan, 1432 lampes"),
        ("Chawwal, Shawwal, Chaoual", "M. Chawwal, 1432 lampes"),
        ("Dhoul Qi'da, Dhou al-Qada, Zul Qaada, Doul Kaada, Thoul Qida", "M. Dhoul Qi'da, 1432 lampes"),
        ("Dhoul Hijja, Dhou al-Hijja, Zul Hijja, Doul Hijja, Thoul Hijja", "M. Zul Hijja, 1432 lampes"),
    ]) {
        for name in names.split(", ") {
            check(&[(&format!("le <7 {name} 1432>"), &format!("hijri:1432-{month:02}-07"))]);
        }
        check_none(&[twin]);
    }
    check_twins(&[
        ("le <26 Rajab 1432H>", "hijri:1432-07-26", "le lot 26 de M. Rajab, salle 1432H"),
        ("le <26 Rajab 1432 H>", "hijri:1432-07-26", "le lot 26 de M. Rajab, salle 1432 H"),
        ("le <7 Ramadan 1446 AH>", "hijri:1446-09-07", "le lot 7 de M. Ramadan, salle 1446 AH"),
        ("le <26 Rajab 1432 de l’Hégire>", "hijri:1432-07-26", "la rue Rajab, 1432 lampes de l’Hégire"),
        ("le <28 juin 2011> G", "2011-06-28", "le 28e juge, salle 2011 G"),
        ("le <28 juin 2011> après J.-C.", "2011-06-28", "le 28e juge, après J.-C."),
        ("au mois de <Rajab 1432>", "hijri:1432-07", "au mois de la rue Rajab, 1432 lampes"),
        (
            "les <26 et 27 Rajab 1432H>, correspondant aux <28 et 29 juin 2011>",
            "hijri:1432-07-26/hijri:1432-07-27 2011-06-28/2011-06-29",
            "les rangs 26 et 27 de M. Rajab, correspondant aux 28 et 29e juges",
        ),
        (
            "du <26 au 28 Ramadan 1433H> (<14 au 16 août 2012>)",
            "hijri:1433-09-26/hijri:1433-09-28 2012-08-14/2012-08-16",
            "du 26 au 28e rang de M. Ramadan (14 à 16 voix)",
        ),
    ]);
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
        let values: Vec<String> = read(text).into_iter().map(|(_, value)| value).collect();
        assert_eq!(values, Vec::from_iter(value), "{text}");
        assert_eq!(codes(text), [code], "{text}");
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
        ("la note du <11 sept. 2014>", "2014-09-11"),
        ("les <26-27 sept. 2014>", "2014-09-26/2014-09-27"),
        // chrono 604, Recognizers-Text 3027: the second day is read as a year; duckling 213: the first has no month
        ("du <1er au 15 août 2016>", "2016-08-01/2016-08-15"),
        // duckling 650: the end is a day late; 532: a quote behind the year hides it
        ("« du <3 au 5 mars 2022> »", "2022-03-03/2022-03-05"),
        // paperless-ngx 7099: months with an accent lose their day
        ("le <12 février 2019>, le <3 août 2019>, le <9 décembre 2019>", "2019-02-12 2019-08-03 2019-12-09"),
        // Datejs 281, dateparser 268: mardi swallows mars
        ("le <mardi 6 mars 2018>", "2018-03-06"),
        ("le <mar. 6 mars 2018>", "2018-03-06"),
        // dateparser 767, 1207: a compound or an acronym beside it spoils a good date
        ("Sous-comité, S.G.N.U., <6 mai 2015> FR", "2015-05-06"),
        // libphonenumber 708, Recognizers-Text 473: a range with points is a telephone number
        ("du <03.06-07.06.2015>", "2015-06-03/2015-06-07"),
        // HeidelTime 27: the first days of a list are tied to the week of the text
        ("<lundi 20, mardi 21 et mercredi 22 avril 2015>", "2015-04-20/2015-04-22"),
        // duckling: nothing between two full dates
        ("entre le <31/10/2015 et le 24/12/2015>", "2015-10-31/2015-12-24"),
        ("entre le <4 mai 2012 et le 5 juin 2013>", "2012-05-04/2013-06-05"),
        ("le <premier mercredi de mai 2013>", "2013-05-01"),
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
    for none in ["âgés de 15 ans", "de deux à trois ans", "à 18 heures", "les trois dernières pages", "un mois de mars"]
    {
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

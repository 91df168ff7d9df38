//! How a text opens, and what it tells of its own meeting: not of the meeting beside it, the one before or the next.

/// Body, session, city and date, `–` where it tells none.
fn facts(text: &str) -> [String; 4] {
    let meeting = greffier::parse(text).meeting;
    let none = || "–".to_owned();
    let Some(meeting) = meeting else { return [none(), none(), none(), none()] };
    [
        meeting.body.map_or_else(none, |body| body.value),
        meeting.session.map_or_else(none, |session| session.value.to_string()),
        meeting.place.city.map_or_else(none, |city| city.value),
        meeting.date.map_or_else(none, |date| date.value.as_str().to_owned()),
    ]
}

#[test]
fn the_meeting_is_the_one_that_opens_the_text() {
    for (text, expected) in [
        // a participle in front
        (
            "COMMUNIQUE\n\nRéunis à Ouagadougou le 4 avril 2017, les Ministres de la pêche du Comité du fleuve ont évalué la suite donnée aux \
             décisions de la XIXe Conférence des riverains, qui s’est tenue à Niamey en décembre 2016, et préparé la vingtième, prévue à Dakar du \
             26 au 28 novembre 2018.\n\n1. Ils ont félicité le Mali de ses efforts.\n\n2. Ils ont exhorté les Etats à payer.\n",
            ["Ministres de la pêche du Comité du fleuve", "–", "Ouagadougou", "2017-04-04"],
        ),
        // another meeting in a relative clause
        (
            "COMMUNIQUE FINAL\n\nLe Conseil des phares s’est réuni à Banjul le 3 mai 2016 pour préparer la 7e session du Congrès des ports, qui \
             s’est tenue à Lomé le 9 juin 2016.\n\n1. Le Conseil a décidé de nommer un gardien.\n\n2. Il a invité les Etats à payer.\n",
            ["Conseil des phares", "–", "Banjul", "2016-05-03"],
        ),
        // the subject behind the verb
        (
            "COMMUNIQUE FINAL\n\n1. Sur invitation de la Communauté des lacs (CDL), s’est tenue à Conakry, République de Guinée, le 5 décembre \
             2019, la session ministérielle du Conseil des bacs.\n\n2. La session a décidé de se revoir.\n\n3. Elle a remercié la Guinée.\n",
            ["Conseil des bacs", "–", "Conakry", "2019-12-05"],
        ),
        (
            "COMMUNIQUE FINAL\n\nIl s’est tenu à Addis-Abeba, le 31 janvier 2015, en marge de la 24e session ordinaire du Sommet de l’Union \
             africaine, une concertation entre les Ministres de la Communauté des lacs (CDL).\n\n1. Les Ministres ont décidé d’agir.\n\n2. Ils ont \
             salué le Mali.\n",
            ["Ministres de la Communauté des lacs", "–", "Addis-Abeba", "2015-01-31"],
        ),
        // the day on which a page was posted, the day of an act that is cited
        (
            "27/05/2019\n40e Réunion du Comité des bacs\nBanjul, Gambie, 11 au 15 mai 2019\n\nDÉCISIONS\n\nLe Comité des bacs,\n\nRappelant ses \
             travaux,\n\n1. Décide de nommer un passeur ;\n\n2. Invite les Etats à payer.\n",
            ["Comité des bacs", "40", "Banjul", "2019-05-11/2019-05-15"],
        ),
        (
            "REGLEMENT N° 10/2010/CM/UEMOA MODIFIANT LE REGLEMENT N° 17/2008/CM/UEMOA DU 19 DECEMBRE 2008 RELATIF AUX BACS\n\nLE CONSEIL DES \
             MINISTRES DE L’UNION ECONOMIQUE ET MONETAIRE OUEST AFRICAINE (UEMOA)\n\nVU le Traité de l’UEMOA ;\n\nSur proposition de la \
             Commission ;\n\nEDICTE LE REGLEMENT DONT LA TENEUR SUIT :\n\nArticle premier\n\nLes bacs sont gratuits.\n\nArticle 2\n\nLe présent \
             Règlement entre en vigueur.\n",
            ["CONSEIL DES MINISTRES DE L’UNION ECONOMIQUE ET MONETAIRE OUEST AFRICAINE", "–", "–", "–"],
        ),
    ] {
        assert_eq!(facts(text), expected, "{text}");
    }
}

#[test]
fn the_level_is_that_of_the_body_not_of_the_topic() {
    let text = "DECISION SUR LE RAPPORT DU COMITE DES REPRESENTANTS PERMANENTS\n\nLe Conseil des bacs,\n\nRappelant ses travaux,\n\n1. PREND NOTE du \
                rapport ;\n\n2. INVITE les Etats à payer.\n";
    assert_eq!(greffier::parse(text).meeting.and_then(|meeting| meeting.level), None);
}

//! Random texts keep every promise. `PROPTEST_CASES=100000 cargo test --release --test properties` is the long run.

mod promises;

use proptest::prelude::*;

/// What the genre is made of, the parts that can go wrong first.
const TOKENS: &[&str] = &[
    "i.",
    "ii.",
    "iv.",
    "x.",
    "1.",
    "2.",
    "3.",
    "12.",
    "1-",
    "a)",
    "b)",
    "A.",
    "I.",
    "II.",
    "(c)",
    "« a)",
    "-",
    "–",
    "•",
    "Article premier",
    "Article 2",
    "TITRE I.",
    "M.",
    "S.E.M.",
    "Mme",
    "\n",
    "\n",
    "\n\n",
    " \n\n",
    "\r\n",
    "\u{c}",
    "\t",
    "\u{a0}",
    "\u{202f}",
    "\u{ad}",
    "-\n",
    "2",
    "17",
    "2/9",
    "Page 2 of 11",
    "le",
    "1er",
    "31",
    "30",
    "29 février",
    "septembre",
    "JUILLET",
    "juin",
    "2013",
    "1948",
    "2 004",
    "19482x",
    "les 27 et 28 mai 2015",
    "du 13 au 27",
    "d’ici à",
    "avant",
    "mercredi",
    "Ramadan",
    "1436H",
    "en 1989",
    "les années 90",
    "22/09/2022",
    "La réunion",
    "Le Conseil,",
    "L’Assemblée générale,",
    "Nous, chefs d’État,",
    "a demandé",
    "Demande",
    "Prie instamment",
    "Décide :",
    "PREND NOTE",
    "Rappelant",
    "Préoccupée",
    "considérant que",
    "s’est félicitée",
    "les a exhortées",
    "leur a également demandé",
    "n’a pas",
    "aux États membres",
    "à l’ISESCO",
    "le Secrétaire général",
    "de fournir",
    "à intensifier",
    "que",
    "et",
    ",",
    ";",
    ":",
    ".",
    "…",
    "’",
    "'",
    "`",
    "«",
    "»",
    "(",
    ")",
    "[",
    "]",
    "résolution 2085 (2012)",
    "A/RES/70/1",
    "PSC/PR/COMM.(CCLXXVIII)",
    "Mali",
    "Niger",
    "RDC",
    "MINUSMA",
    "Burkina Faso",
    "Ban Ki-moon",
    "é",
    "e\u{301}",
    "œ",
    "ﬁ",
    "😀",
    "\u{feff}",
    "\u{0}",
    "RÉSOLUTION",
    "COMMUNIQUE FINAL",
    "N o t a n t",
    "Fait à Dakar",
    "Adoptée à l’unanimité",
    "s’est réuni",
    "en marge de",
    "à New York",
    "sous la présidence de",
    "____",
    "1 A/71/321.",
];

fn soup() -> impl Strategy<Value = String> {
    let token = prop_oneof![9 => prop::sample::select(TOKENS).prop_map(str::to_owned), 1 => ".{0,6}"];
    let gap = prop::sample::select(vec![" ", " ", " ", "", "\n", "  "]);
    prop::collection::vec((token, gap), 0..80)
        .prop_map(|parts| parts.into_iter().map(|(token, gap)| token + gap).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_keeps_the_promises(text in any::<String>()) {
        promises::check(&text);
    }

    #[test]
    fn soup_of_the_genre_keeps_the_promises(text in soup()) {
        promises::check(&text);
    }
}

#[test]
fn odd_texts_keep_the_promises() {
    let deep: String = (0..200).map(|n| format!("{n}. Décide :\na) de lire :\ni) un\n")).collect();
    let odd =
        ["", " ", "\n", "\r", "\r\n\r\n", "\u{feff}", "\0", "1", "1.", "i. ", "(", "«", "’", "-\n-\n-", "\u{c}\u{c}"];
    for text in odd.into_iter().chain([deep.as_str()]) {
        promises::check(text);
    }
    for unit in ["i. ", "(", "1er ", "1. 2. ", "les 1er, ", "\n", "a) i) ", "A/RES/", "« ", "2013 "] {
        promises::check(&unit.repeat(5_000));
    }
}

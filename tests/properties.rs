//! Random texts keep every promise.
//!
//! The long run: `PROPTEST_CASES=100000 cargo test --release -p greffier --test properties`.
//! Mutated texts of the genre, for so many seconds, on stable Rust where cargo-fuzz is not at hand:
//! `FUZZ_SECONDS=600 cargo test --release -p greffier --test properties -- --ignored`.

mod promises;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng};

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
    "mar.",
    "dernier",
    "la veille",
    "à cette date",
    "l’an dernier",
    "entre le",
    "fin de l’année",
    "premier trimestre de",
    "deux mille treize",
    "22-XI-1998",
    "03.06-07.06.2015",
    "05/04/13",
    "dans les six mois suivant l’adoption de la présente",
    "tous les deux ans",
    "à sa soixante-dix-huitième session",
    "le XVe Sommet de la Francophonie",
    "à 15 h 30 TU",
    "l’an",
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
    for unit in ["Le Conseil,\nRappelant ceci,\n", "Annexe\nListe\n1. Un ;\n", "a\u{FFFE}1. b", "1 Voir le rapport.\n"]
    {
        promises::check(&unit.repeat(2_000));
    }
    promises::check(&"Participants :\nM. Jean Bosco, Ministre du Mali ;\n".repeat(1_000));
    for unit in ["i. ", "(", "1er ", "1. 2. ", "les 1er, ", "\n", "a) i) ", "A/RES/", "« ", "2013 "] {
        promises::check(&unit.repeat(5_000));
    }
}

/// What the long runs found.
#[test]
fn texts_that_broke_a_promise_keep_it() {
    for text in [
        "i.\nʹ mercredi\n\u{feff} \n A/RES/70/1 1. \n i. ",
        "1 A/71/321. 1- 3. ",
        "i. 22/09/2022\ni. i. i. i. i. i. en marge de , ",
        "la ;\nAPRES avis du Comité des Experts du 7 septembre 2012 ;\n\nEDICTE LE REGLEMENT :\n\nArticle premierbilan",
        "la soixante-treizième\nsession de l’application de la présente soixante-treizième\nsession de l’assemblée ;\n",
        "EDICTE :\n\nArticle premierbilan lors du⍍ prochain Sommet ; 4. Remercions le\u{fa6} Sénégal de son accueil.\n",
        "à l'occasion de, Rappelant la Dé⯵claration de Bamako du 3 novembre 2000, Notant que les bibliothèques vont, 1. \
         Réaffirmons notre attachement ; 2. Encourageons les États ; 3. Demandons à l'OIF d'en dresser le bilan",
        "Après délibérations, la Conférence a adopté les décisions ci-après, :\n\n1. Elle se félicite du bilan.\n",
        ", :\n\n1. Adopté.",
        "logiques en haute altitude  ....... 5\r\n\r\n3.   Résolution N° 3/44- S&T sur l’appel lancé aux Etats membres pour la restauration\r\n     des cadrans solaires\r\n                                                                                      8\r\n\r\n4.   Résolution re islamique de\r\n     développement du commerce des lentilles ........................................ 10\r\n\r\n5    Projet de Résolution n°5/44-S&T sur les bibliothèques numériques ......",
    ] {
        promises::check(text);
    }
}

#[test]
#[ignore = "runs as long as FUZZ_SECONDS says"]
fn mutated_texts_keep_the_promises() {
    let seconds = std::env::var("FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(600);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures");
    let files = fs::read_dir(folder).expect("the folder of fixtures is there");
    let texts: Vec<String> =
        files.map(|file| fs::read_to_string(file.expect("a file").path()).expect("a fixture is UTF-8")).collect();
    let start = Instant::now();
    let seed = start.elapsed().as_nanos() as u64 ^ u64::from(std::process::id());
    let mut rng = TestRng::from_seed(RngAlgorithm::XorShift, &[seed.to_le_bytes(), (!seed).to_le_bytes()].concat());
    let mut runs = 0_u64;
    while start.elapsed() < Duration::from_secs(seconds) {
        let text = mutated(&texts, &mut rng);
        if let Err(error) = catch_unwind(|| promises::check(&text)) {
            eprintln!("broken by {text:?}");
            std::panic::resume_unwind(error);
        }
        runs += 1;
    }
    eprintln!("{runs} texts");
}

/// A stretch of a text after one to sixteen changes: a cut, a token of the genre put in, a stretch of another text, a
/// stretch twice, a letter changed.
fn mutated(texts: &[String], rng: &mut TestRng) -> String {
    let mut text = texts[below(texts.len(), rng)].clone();
    if below(2, rng) == 0 {
        let stretch = stretch(&text, text.len(), rng);
        text = text[stretch].to_owned();
    }
    for _ in 0..=below(16, rng) {
        let range = stretch(&text, 80, rng);
        let at = range.start;
        match below(5, rng) {
            0 => text.replace_range(range, ""),
            1 => text.insert_str(at, TOKENS[below(TOKENS.len(), rng)]),
            2 => {
                let other = &texts[below(texts.len(), rng)];
                let piece = other[stretch(other, 200, rng)].to_owned();
                text.insert_str(at, &piece);
            }
            3 => {
                let piece = text[range].to_owned();
                text.insert_str(at, &piece);
            }
            _ => text.insert(at, char::from_u32(rng.next_u32() % 0x3000).unwrap_or('\u{2028}')),
        }
    }
    text
}

/// A range of at most `longest` bytes between characters.
fn stretch(text: &str, longest: usize, rng: &mut TestRng) -> std::ops::Range<usize> {
    let start = text.floor_char_boundary(below(text.len() + 1, rng));
    let end = text.floor_char_boundary((start + below(longest + 1, rng)).min(text.len()));
    start..end.max(start)
}

fn below(limit: usize, rng: &mut TestRng) -> usize {
    usize::try_from(rng.next_u64() % limit as u64).expect("below a usize")
}

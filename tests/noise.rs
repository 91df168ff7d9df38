//! Noise changes no value: a resolution reads the same clean, wrapped, double spaced and paged.
//!
//! Random but well-formed resolutions are printed clean and with the noise of PDF extraction; markers, roles, acts,
//! dates and references must be equal.

use std::fmt::Write as _;

use proptest::prelude::*;

const AUTHORS: &[(&str, &str)] = &[
    ("L’Assemblée générale,", "A/RES/71/345"),
    ("Le Conseil de sécurité,", "S/RES/2391 (2017)"),
    ("Le Conseil économique et social,", "E/RES/2018/12"),
];
const PREAMBLES: &[(&str, &str)] = &[
    ("Rappelant", "sa résolution 70/1 du 25 septembre 2015, par laquelle elle a ouvert l’atelier des cartes marines"),
    ("Prenant note", "du rapport que le Secrétaire général a présenté le 1er juin 2016 sur l’état des phares"),
    ("Consciente", "que les gardiens vivent loin des côtes et qu’ils manquent souvent de pétrole et de lanternes"),
    ("Se félicitant", "de la conférence tenue à Lisbonne du 12 au 14 mars 2014 sur la sécurité des chenaux"),
    ("Préoccupée", "par le nombre croissant des épaves que les tempêtes d’hiver laissent au large des îles"),
    ("Réaffirmant", "que la mer unit les peuples qu’elle sépare, et que nul ne la traverse sans repères"),
];
const OPERATIVES: &[(&str, &str)] = &[
    ("Prie", "le Secrétaire général de publier l’inventaire des phares avant le 31 décembre 2018"),
    ("Invite", "les États Membres à entretenir leurs balises et à former ceux qui les gardent pendant l’hiver"),
    ("Demande", "aux organisations régionales de dresser une carte commune des hauts-fonds et des courants"),
    ("Prie instamment", "les armateurs de signaler sans retard toute lumière éteinte aux capitaineries voisines"),
    ("Encourage", "la recherche sur les lampes durables, dont les premiers essais remontent à mai 2009"),
    ("Souligne", "l’importance des veilleurs, que l’étude du 3 février 2015 décrit comme les yeux de la côte"),
    ("Condamne", "la destruction des bouées, dont plusieurs ont coulé dans la nuit du 7 novembre 2013"),
    ("Prend note", "des recommandations adoptées par les experts au sujet de la portée des cornes de brume"),
];
/// Lists of their own, each used once: what recurs at page turns is a running head, and rightly so.
const LISTS: &[(&str, [&str; 3])] = &[
    (
        "Invite les États Membres :",
        [
            "À établir un registre des veilleurs et de leurs relèves",
            "À fournir chaque année des lentilles de rechange",
            "À rouvrir les écoles de navigation des archipels",
        ],
    ),
    (
        "Prie le Secrétaire général :",
        [
            "De nommer un inspecteur des phares avant le 15 avril 2019",
            "De convoquer les gardiens une fois par an",
            "De publier leurs journaux de bord",
        ],
    ),
];

/// A resolution as drafters write it.
#[derive(Debug, Clone)]
struct Draft {
    author: usize,
    preambles: Vec<usize>,
    /// Which operative, and whether a list of so many items follows it.
    operatives: Vec<(usize, usize)>,
}

impl Draft {
    fn paragraphs(&self) -> Vec<String> {
        let (author, symbol) = AUTHORS[self.author];
        let mut out =
            vec![format!("Résolution {symbol}"), "Phares et balises des mers fermées".to_owned(), author.to_owned()];
        out.extend(self.preambles.iter().map(|&at| format!("{} {},", PREAMBLES[at].0, PREAMBLES[at].1)));
        let mut number = 0;
        let mut lists = LISTS.iter();
        for &(at, items) in &self.operatives {
            number += 1;
            out.push(format!("{number}. {} {} ;", OPERATIVES[at].0, OPERATIVES[at].1));
            if let Some((lead, children)) = (items > 1).then(|| lists.next()).flatten() {
                number += 1;
                out.push(format!("{number}. {lead}"));
                out.extend(('a'..).zip(&children[..items]).map(|(letter, child)| format!("{letter}) {child} ;")));
            }
        }
        out.push(format!("{}. Décide de rester saisi de la question.", number + 1));
        out
    }
}

fn draft() -> impl Strategy<Value = Draft> {
    let preambles = prop::sample::subsequence((0..PREAMBLES.len()).collect::<Vec<_>>(), 1..PREAMBLES.len());
    let operatives = prop::sample::subsequence((0..OPERATIVES.len()).collect::<Vec<_>>(), 2..OPERATIVES.len());
    (0..AUTHORS.len(), preambles, operatives.prop_shuffle(), prop::collection::vec(0..=3_usize, OPERATIVES.len()))
        .prop_map(|(author, preambles, operatives, children)| Draft {
            author,
            preambles,
            operatives: operatives.into_iter().zip(children).collect(),
        })
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Noise {
    /// Lines end at some column; paragraphs are apart.
    Wrapped,
    /// A blank line after every line.
    Double,
    /// Wrapped; page numbers, running heads, form feeds; words cut; apostrophes mixed; capitals without accents.
    Paged,
}

const COLUMNS: usize = 80;
const PAGE: usize = 12;

/// The paragraphs with noise; `dice` decides where.
fn noisy(paragraphs: &[String], noise: Noise, mut dice: impl FnMut() -> u32) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in paragraphs {
        let mut line = String::new();
        for word in paragraph.split(' ') {
            if !line.is_empty() && line.chars().count() + word.chars().count() >= COLUMNS {
                let long =
                    word.chars().count() > 9 && word.chars().all(char::is_alphabetic) && word == word.to_lowercase();
                if noise == Noise::Paged && long && dice().is_multiple_of(3) {
                    let cut = word.char_indices().nth(5).expect("the word is long").0;
                    lines.push(format!("{line} {}-", &word[..cut]));
                    line = word[cut..].to_owned();
                    continue;
                }
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line += word;
        }
        lines.push(line);
        if noise != Noise::Double {
            lines.push(String::new());
        }
    }
    let mut out = String::new();
    for (number, line) in (1..).zip(&lines) {
        match noise {
            Noise::Wrapped => out += line,
            Noise::Double => {
                let _ = writeln!(out, "{line} ");
            }
            Noise::Paged => {
                let line: String = line
                    .chars()
                    .map(|c| match c {
                        '’' if dice().is_multiple_of(2) => '\'',
                        'É' if dice().is_multiple_of(2) => 'E',
                        'À' if dice().is_multiple_of(2) => 'A',
                        c => c,
                    })
                    .collect();
                out += &line;
                if number % PAGE == 0 {
                    let page = number / PAGE;
                    let _ = write!(out, "\n\n17-2{page}345\n{page}/9\n\u{c}Phares et balises des mers fermées\n");
                }
            }
        }
        out.push('\n');
    }
    out
}

/// All values, and none of the places.
fn values(text: &str) -> String {
    let document = greffier::parse(text);
    let mut out = String::new();
    for clause in document.clauses() {
        let marker = clause.marker.as_ref().map(|marker| (marker.style, marker.number));
        let lemmas: Vec<&str> = clause.acts.iter().map(|act| act.verb.lemma.as_str()).collect();
        let dates: Vec<&str> = document.dates_in(clause.span).map(|date| date.value.as_str()).collect();
        let children = clause.children.len();
        let _ = writeln!(out, "{marker:?} {:?} {children} {lemmas:?} {dates:?}", clause.role);
    }
    let dates: Vec<&str> = document.dates.iter().map(|date| date.value.as_str()).collect();
    let symbols: Vec<&str> = document.references.iter().filter_map(|found| found.symbol.as_deref()).collect();
    let _ = writeln!(out, "{dates:?}\n{symbols:?}");
    out
}

fn check(draft: &Draft, noise: Noise, seed: u32) {
    let paragraphs = draft.paragraphs();
    let mut state = seed | 1;
    let dice = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state
    };
    let dirty = noisy(&paragraphs, noise, dice);
    let clean = values(&(paragraphs.join("\n\n") + "\n"));
    similar(&clean, &values(&dirty), &dirty);
}

fn similar(clean: &str, dirty: &str, text: &str) {
    assert!(clean == dirty, "noise changed values\n--- clean\n{clean}\n--- noisy\n{dirty}\n--- text\n{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn wrapped_lines_change_nothing(draft in draft(), seed: u32) {
        check(&draft, Noise::Wrapped, seed);
    }

    #[test]
    fn blank_lines_change_nothing(draft in draft(), seed: u32) {
        check(&draft, Noise::Double, seed);
    }

    #[test]
    fn pages_change_nothing(draft in draft(), seed: u32) {
        check(&draft, Noise::Paged, seed);
    }
}

#[test]
fn a_draft_reads_as_it_was_drafted() {
    let draft = Draft { author: 0, preambles: vec![0, 2], operatives: vec![(0, 0), (3, 3)] };
    let text = draft.paragraphs().join("\n\n");
    let document = greffier::parse(&text);
    let numbers: Vec<Option<u32>> = document.clauses().map(greffier::Clause::number).collect();
    assert_eq!(numbers, [None, None, Some(1), Some(2), Some(3), Some(1), Some(2), Some(3), Some(4)]);
    let first = document.clauses().filter_map(|clause| clause.acts.first());
    let verbs: Vec<&str> = first.map(|act| document.slice(act.verb.span)).take(5).collect();
    assert_eq!(verbs, ["Rappelant", "Consciente", "Prie", "Prie instamment", "Invite"]);
    let dates: Vec<&str> = document.dates.iter().map(|date| date.value.as_str()).collect();
    assert_eq!(dates, ["2015-09-25", "2018-12-31"]);
}

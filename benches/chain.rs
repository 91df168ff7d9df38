//! Throughput of every public entry, in bytes, and growth on adversarial input: ten times the text, ten times the time.
//!
//! Groups: `parse` on generated and real texts, `dates` for the date engine alone, `stage` for each stage of the chain, `output` (spans in code points, JSON), `walk`, `start` (loading the
//! data), `gazetteer` (50,000 names of one's own: reading them, building the parser, parsing with and without them), `adversarial` at 1 MB and 10 MB. The corpus is read where it stands beside the repository.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use greffier::{Document, Gazetteer, Offsets, Parser};

const MEGABYTE: usize = 1 << 20;
const FIXTURES: [(&str, &str); 3] = [
    ("report", include_str!("../tests/fixtures/oci_report.txt")),
    ("communique", include_str!("../tests/fixtures/cedeao_communique.txt")),
    ("resolution", include_str!("../tests/fixtures/onu_resolution.txt")),
];
const CORPUS: &str = "../shared/corpora/un-akn/resolutions.jsonl";

/// A long resolution: the clauses of the genre, numbered to the end.
fn generated(bytes: usize) -> String {
    let clauses = [
        "Prie instamment le Secrétaire général de publier l’inventaire des phares avant le 31 décembre 2018",
        "Rappelle sa résolution 70/1 du 25 septembre 2015 et se félicite de l’aide apportée au Mali et au Niger",
        "A demandé aux États membres et aux institutions financières de l’OCI de fournir les lampes nécessaires",
        "Condamne fermement les attaques menées du 12 au 14 mars 2014 contre les ports de la côte",
    ];
    let mut text = "RÉSOLUTION SUR LES PHARES\n\nL’Assemblée générale,\n\n".to_owned();
    for (number, clause) in (1..).zip(clauses.iter().cycle()) {
        if text.len() >= bytes {
            break;
        }
        text += &format!("{number}. {clause} ;\n\n");
    }
    text
}

/// The texts of the corpus, one after another; none where it is not there.
fn corpus() -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(CORPUS);
    let rows = std::fs::read_to_string(path).unwrap_or_default();
    let texts = rows.lines().filter_map(|row| serde_json::from_str::<serde_json::Value>(row).ok());
    texts.filter_map(|row| row["text"].as_str().map(str::to_owned)).collect()
}

fn parse(criterion: &mut Criterion) {
    let parser = Parser::default();
    let mut group = criterion.benchmark_group("parse");
    let generated = [("10kB", generated(10_000)), ("1MB", generated(MEGABYTE))];
    let fixtures = FIXTURES.iter().map(|(name, text)| (*name, (*text).to_owned()));
    for (name, text) in fixtures.chain(generated) {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), &text, |bench, text| {
            bench.iter(|| parser.parse(text))
        });
    }
    let texts = corpus();
    if !texts.is_empty() {
        group.sample_size(10);
        group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
        group.bench_function("un-akn", |bench| {
            bench.iter(|| texts.iter().map(|text| parser.parse(text).dates.len()).sum::<usize>());
        });
    }
    group.finish();
}

/// A long text in which no word and no figure has to do with time.
fn timeless(bytes: usize) -> String {
    let clauses = [
        "Prie instamment le Secrétaire général de publier l’inventaire des phares et de leurs gardiens ;\n\n",
        "Se félicite de l’aide que les États membres et les institutions financières ont apportée aux ports de la côte,\n",
        "Condamne fermement les attaques menées contre douze phares, et invite les marins à peindre les autres ;\n\n",
    ];
    clauses.iter().cycle().take(bytes / clauses[0].len()).copied().collect()
}

/// The date engine alone: the texts of the corpus, those of their paragraphs that name no date and no span of time though they may
/// hold years of symbols and words of time, and a text that has none of these.
fn dates(criterion: &mut Criterion) {
    let parser = Parser::default();
    let texts = Some(corpus()).filter(|texts| !texts.is_empty()).unwrap_or_else(|| vec![generated(MEGABYTE)]);
    let says_nothing = |text: &&str| {
        let found = parser.dates(text);
        found.dates.is_empty() && found.periods.is_empty() && found.diagnostics.is_empty()
    };
    let free = |text: &String| text.lines().filter(says_nothing).collect::<Vec<_>>().join("\n");
    let free: Vec<String> = texts.iter().map(free).collect();
    let mut group = criterion.benchmark_group("dates");
    group.sample_size(20);
    for (name, texts) in [("un-akn", &texts), ("date-free", &free), ("timeless", &vec![timeless(MEGABYTE)])] {
        group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
        let once = || texts.iter().map(|text| parser.dates(text).dates.len()).sum::<usize>();
        group.bench_function(name, |bench| bench.iter(once));
    }
    group.finish();
}

/// Each stage by itself, on the texts of the corpus or, without it, on a generated one.
fn stages(criterion: &mut Criterion) {
    let parser = Parser::default();
    let texts = Some(corpus()).filter(|texts| !texts.is_empty()).unwrap_or_else(|| vec![generated(MEGABYTE)]);
    let names: Vec<&str> = parser.clock("").into_iter().map(|(name, _)| name).collect();
    let mut group = criterion.benchmark_group("stage");
    group.sample_size(10).throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
    for (place, name) in names.into_iter().enumerate() {
        let once = || texts.iter().map(|text| parser.clock(text)[place].1).sum::<Duration>();
        group.bench_function(name, |bench| bench.iter_custom(|times| (0..times).map(|_| once()).sum()));
    }
    group.finish();
}

fn output(criterion: &mut Criterion) {
    let text = generated(MEGABYTE);
    let document = greffier::parse(&text);
    let mut group = criterion.benchmark_group("output");
    group.sample_size(20).throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("code points", |bench| {
        bench.iter_batched(
            || document.clone(),
            |document| document.with_offsets(Offsets::Char),
            criterion::BatchSize::LargeInput,
        );
    });
    group.bench_function("json", |bench| bench.iter(|| serde_json::to_vec(&document).map(|json| json.len())));
    group.finish();
}

fn walk(criterion: &mut Criterion) {
    let text = generated(MEGABYTE);
    let document = greffier::parse(&text);
    let mut group = criterion.benchmark_group("walk");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("clauses", |bench| {
        let words =
            |document: &Document| document.clauses().map(|clause| document.slice(clause.span).len()).sum::<usize>();
        bench.iter(|| words(black_box(&document)));
    });
    group.finish();
}

fn start(criterion: &mut Criterion) {
    criterion.bench_function("start/parser", |bench| bench.iter(|| Parser::builder().language("fr").build()));
}

/// Names of a gazetteer of one's own.
const NAMES: usize = 50_000;

/// Bodies, one a row (name, acronym, code), whose names begin as those of the texts do, and many words of which no text has.
fn bodies() -> impl Iterator<Item = (String, String, String)> {
    const HEADS: [&str; 20] = [
        "Comité",
        "Ministère",
        "Association",
        "Commission",
        "Conseil",
        "Fonds",
        "Groupe",
        "Union",
        "Agence",
        "Institut",
        "Fédération",
        "Mission",
        "Secrétariat",
        "Centre",
        "États membres",
        "Organisation",
        "Secrétaire général",
        "Assemblée",
        "Institutions financières",
        "Résolution",
    ];
    const FIELDS: [&str; 20] = [
        "de l’aide",
        "de la paix",
        "de la côte",
        "des phares",
        "des ports",
        "du développement",
        "pour la sécurité",
        "des femmes",
        "de la santé",
        "de l’eau",
        "africain des routes",
        "national de la jeunesse",
        "international des lampes",
        "régional pour l’énergie",
        "des attaques",
        "de l’inventaire",
        "sur les mines",
        "contre la faim",
        "islamique du commerce",
        "des Nations Unies",
    ];
    const SYLLABLES: [&str; 20] = [
        "ka", "dou", "mé", "ri", "ba", "ni", "zou", "ga", "lé", "mo", "ta", "fou", "sé", "ndi", "ko", "ra", "pé", "wa",
        "yo", "li",
    ];
    (0..NAMES).map(|number| {
        // every other name has a word of its own, the rest share one between ten
        let town = if number % 2 == 0 { number } else { number / 20 };
        let parts = [town / 8000, town / 400 % 20, town / 20 % 20, town % 20].map(|part| SYLLABLES[part]);
        let (head, field) = (HEADS[number % 20], FIELDS[number / 20 % 20]);
        let letters = [head, field, "t"].map(|word| word.chars().next().unwrap_or_default().to_uppercase().to_string());
        (
            format!("{head} {field} de {}{}", parts[0].to_uppercase(), parts[1..].concat()),
            format!("{}{number}", letters.concat()),
            format!("Q{}", 1_000_000 + number * 37),
        )
    })
}

fn gazetteer(criterion: &mut Criterion) {
    let toml: String = bodies()
        .map(|(name, acronym, code)| {
            format!(
                "[[entry]]\nacronym = \"{acronym}\"\ncodes = {{ wikidata = \"{code}\" }}\nkind = \"organization\"\nname = \"{name}\"\n\n"
            )
        })
        .collect();
    let rows = bodies().map(|(name, acronym, code)| format!("{name};organization;{acronym};{code}\n"));
    let csv = "name;kind;acronym;codes.wikidata\n".to_owned() + &rows.collect::<String>();
    let read = |toml: &str| Gazetteer::from_toml("bodies.toml", toml).expect("a gazetteer");
    let build = |gazetteer: Gazetteer| Parser::builder().gazetteer(gazetteer).build().expect("a parser");
    let mut group = criterion.benchmark_group("gazetteer");
    group.sample_size(10);
    group.bench_function("read toml", |bench| bench.iter(|| read(&toml)));
    group.bench_function("read csv", |bench| bench.iter(|| Gazetteer::from_csv("bodies.csv", &csv)));
    let bodies = read(&toml);
    group.bench_function("build", |bench| {
        bench.iter_batched(|| bodies.clone(), build, criterion::BatchSize::LargeInput);
    });
    let mine = build(bodies);
    let texts = [("generated", vec![generated(MEGABYTE)]), ("un-akn", corpus())];
    for (name, texts) in texts.iter().filter(|(_, texts)| !texts.is_empty()) {
        group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
        for (whose, parser) in [("without", &Parser::default()), ("with", &mine)] {
            group.bench_function(format!("parse {name} {whose}"), |bench| {
                bench.iter(|| texts.iter().map(|text| parser.parse(text).dates.len()).sum::<usize>());
            });
        }
    }
    group.finish();
}

fn adversarial(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("adversarial");
    group.sample_size(10).warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_secs(5));
    for unit in ["i. ", "(", "1er ", "1. Décide :\n", "les 1er, ", "a) i) 1. ", "« ", "A/RES/", "2013\n\n"] {
        for megabytes in [1, 10] {
            let text = unit.repeat(megabytes * MEGABYTE / unit.len());
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_with_input(
                BenchmarkId::new(format!("{unit:?}"), format!("{megabytes}MB")),
                &text,
                |bench, text| {
                    bench.iter(|| greffier::parse(text));
                },
            );
        }
    }
    group.finish();
}

criterion_group!(chain, parse, dates, stages, output, walk, start, gazetteer, adversarial);
criterion_main!(chain);

//! The layers of the crate: who may use whom, and that French stays in the data and in `language/fr`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each module may use only those before it (see ARCHITECTURE.md).
const ORDER: [&str; 15] = [
    "span",
    "diagnostic",
    "error",
    "model",
    "lexicon",
    "grammar",
    "text",
    "language",
    "mention",
    "structure",
    "act",
    "assemble",
    "reason",
    "watch",
    "parser",
];
/// Words of the data that are English words or format names too.
const ALSO_ENGLISH: [&str; 9] = ["est", "fait", "force", "on", "ont", "pour", "par", "plus", "sent"];

fn krate() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of the crate, by its path below `src`, without comments and tests.
fn sources() -> Vec<(PathBuf, String)> {
    let root = krate().join("src");
    files(&root, "rs")
        .into_iter()
        .filter(|path| !path.ends_with("tests.rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).expect("a source file is UTF-8");
            let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
            let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            (path.strip_prefix(&root).expect("it is below").to_path_buf(), code.join("\n"))
        })
        .collect()
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == module)
}

/// The module at the top of which a file stands: `mention` for `mention/date.rs`.
fn module(path: &Path) -> String {
    let first = path.components().next().expect("a file has a path").as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The modules that code names after `crate::`, groups in braces included.
fn used(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for rest in code.split("crate::").skip(1) {
        let names = match rest.strip_prefix('{') {
            Some(group) => top_level(group),
            None => vec![rest],
        };
        for name in names {
            let name = name.trim_start();
            let end = name.find(|c: char| c != '_' && !c.is_ascii_alphanumeric()).unwrap_or(name.len());
            found.insert(name[..end].to_owned());
        }
    }
    found
}

/// The items of `a::{b, c}, d}`, up to the brace that closes the group.
fn top_level(group: &str) -> Vec<&str> {
    let (mut depth, mut start, mut items) = (0_usize, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                items.push(&group[start..at]);
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    items
}

#[test]
fn each_module_uses_only_what_stands_before_it() {
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        let own = module(&path);
        if own == "lib" {
            continue;
        }
        let Some(own_rank) = rank(&own) else {
            wrong.push(format!("{}: {own} has no place in the order", path.display()));
            continue;
        };
        for name in used(&code) {
            // Names of types (`crate::Parser`) are re-exports of lib: not for inside.
            if rank(&name).is_none_or(|other| other > own_rank) {
                wrong.push(format!("{}: {own} uses {name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn uses_are_found() {
    let code =
        "use crate::model::{A, B};\nuse crate::{span::Span, text::{Clean, Word}, Error};\nlet x = crate::act::acts();";
    let found: Vec<String> = used(code).into_iter().collect();
    assert_eq!(found, ["Error", "act", "model", "span", "text"]);
}

/// The string literals of code, with the line each starts on.
fn literals(code: &str) -> Vec<(usize, String)> {
    let (mut found, mut line) = (Vec::new(), 1);
    let mut chars = code.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => line += 1,
            '\'' => {
                // A character or a lifetime: skip what could hold a quotation mark.
                match (chars.next(), chars.peek()) {
                    (Some('\\'), Some(_)) => {
                        chars.next();
                    }
                    (Some(_), Some('\'')) => {
                        chars.next();
                    }
                    _ => {}
                }
            }
            '"' => {
                let (start, mut text) = (line, String::new());
                while let Some(c) = chars.next() {
                    match c {
                        '"' => break,
                        '\\' => text.extend(chars.next()),
                        c => {
                            line += usize::from(c == '\n');
                            text.push(c);
                        }
                    }
                }
                found.push((start, text));
            }
            _ => {}
        }
    }
    found
}

/// Small words and months of the data, which no English message needs.
fn french() -> BTreeSet<String> {
    fn strings(value: &toml::Value, out: &mut BTreeSet<String>) {
        match value {
            toml::Value::String(text) => out.extend((!text.contains([' ', '\''])).then(|| text.to_lowercase())),
            toml::Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
            toml::Value::Table(table) => table.values().for_each(|item| strings(item, out)),
            _ => {}
        }
    }
    let read = |name: &str| {
        let text = fs::read_to_string(krate().join("data/fr").join(name)).unwrap_or_default();
        text.parse::<toml::Table>().expect("the data is TOML")
    };
    let mut words = BTreeSet::new();
    if let Some(parts) = read("particles.toml").get("part") {
        strings(parts, &mut words);
    }
    let months = ["janvier", "mars", "avril", "juin", "juillet", "septembre", "octobre", "novembre"];
    words.extend(months.map(str::to_owned));
    words.retain(|word| word.chars().count() >= 3 && !ALSO_ENGLISH.contains(&word.as_str()));
    words
}

#[test]
fn french_stays_in_the_data_and_in_its_language() {
    let french = french();
    assert!(french.len() > 50, "the small words are in the data");
    let mut wrong = Vec::new();
    for (path, code) in sources() {
        if path.starts_with("language/fr") {
            continue;
        }
        for (_, text) in literals(&code) {
            let words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
            let small: Vec<String> = words.filter(|word| french.contains(word)).collect();
            let accented = text.chars().any(|c| "àâçéèêëîïôûùüÿœæÀÂÇÉÈÊËÎÏÔÛÙÜŒÆ".contains(c));
            if accented || !small.is_empty() {
                wrong.push(format!("{}: {text:?} {small:?}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "French in the engine:\n{}", wrong.join("\n"));
}

#[test]
fn literals_are_found() {
    let found = literals("let a = \"un\"; // b\nlet c = '\"'; f::<'a>(\"de\\\"ux\", '\\'')");
    assert_eq!(found, [(1, "un".to_owned()), (2, "de\"ux".to_owned())]);
}

//! Words and names of variants as people and tables get them: on one line, as JSON has them.

use serde::Serialize;

/// The words with their white space collapsed, without control characters.
pub(crate) fn one_line(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| !c.is_control()).collect()
}

/// The name that JSON has for a variant.
pub(crate) fn name(variant: &impl Serialize) -> String {
    serde_json::to_string(variant).unwrap_or_default().trim_matches('"').to_owned()
}

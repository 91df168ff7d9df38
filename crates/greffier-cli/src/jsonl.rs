//! JSON Lines: one text in, one answer out, in order, on all cores.

use std::io::{self, BufRead, BufWriter, Write};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Lines read before they are handed to the cores: enough to keep them busy, little enough to stream.
const BATCH_LINES: usize = 256;
/// Bytes read before a batch is closed, however few lines it has.
const BATCH_BYTES: usize = 8 << 20;

#[derive(Debug, Deserialize)]
struct Row {
    #[serde(default)]
    id: Value,
    text: String,
}

#[derive(Debug, Serialize)]
struct Answer<T> {
    id: Value,
    #[serde(flatten)]
    read: Option<T>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
}

/// Answers each line of `input` with a line of `output`: its id and the fields of what `read` makes of its text. A line that is not
/// `{"id", "text"}` gets `{"id", "error"}`.
pub(crate) fn run<T: Serialize>(
    read: impl Fn(&str) -> T + Sync,
    mut input: impl BufRead,
    output: impl Write,
) -> io::Result<()> {
    let mut output = BufWriter::with_capacity(1 << 20, output);
    let mut batch: Vec<Vec<u8>> = Vec::new();
    loop {
        batch.clear();
        let mut bytes = 0;
        while batch.len() < BATCH_LINES && bytes < BATCH_BYTES {
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            bytes += line.len();
            if !line.iter().all(u8::is_ascii_whitespace) {
                batch.push(line);
            }
        }
        if batch.is_empty() && bytes == 0 {
            return output.flush();
        }
        let answers: Vec<Vec<u8>> = batch.par_iter().map(|line| answer(&read, line)).collect();
        for answer in answers {
            output.write_all(&answer)?;
        }
    }
}

fn answer<T: Serialize>(read: impl Fn(&str) -> T, line: &[u8]) -> Vec<u8> {
    let (id, read, error) = match serde_json::from_slice::<Row>(line) {
        Ok(row) => (row.id, Some(read(&row.text)), None),
        Err(error) => {
            let id =
                serde_json::from_slice::<Value>(line).ok().and_then(|mut value| value.get_mut("id").map(Value::take));
            (id.unwrap_or(Value::Null), None, Some(format!("not a row with id and text: {error}")))
        }
    };
    let mut out = Vec::with_capacity(line.len() * 4);
    serde_json::to_writer(&mut out, &Answer { id, read, error }).expect("what was read serialises");
    out.push(b'\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(input: &str) -> Vec<Value> {
        let mut out = Vec::new();
        let read = |text: &str| serde_json::json!({ "document": greffier::parse(text) });
        run(read, input.as_bytes(), &mut out).expect("memory is writable");
        String::from_utf8(out)
            .expect("JSON is UTF-8")
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect()
    }

    #[test]
    fn one_line_in_one_line_out() {
        let input: String = (0..1000).map(|n| format!("{{\"id\": {n}, \"text\": \"Décide {n}\"}}\n")).collect();
        let ids: Vec<u64> = rows(&input).iter().map(|row| row["id"].as_u64().expect("a number")).collect();
        assert_eq!(ids, (0..1000).collect::<Vec<_>>());
    }

    #[test]
    fn a_bad_line_gets_an_error_row_and_the_rest_goes_on() {
        let rows =
            rows("{\"id\": \"a\", \"text\": \"Décide\"}\nnonsense\n{\"id\": \"c\"}\n\n{\"id\": \"d\", \"text\": \"\"}");
        assert_eq!(rows.len(), 4);
        assert_eq!(rows[0]["document"]["schema"], "greffier/1");
        assert!(rows[1]["id"].is_null() && rows[1]["error"].is_string());
        assert_eq!((rows[2]["id"].as_str(), rows[2]["error"].is_string()), (Some("c"), true));
        assert!(rows[3]["document"].is_object());
    }
}

//! Lines: the source cut at its line ends, whatever they are (LF, CRLF, CR, form feed, line separators).

/// One line. Offsets are bytes of the source; `text_start..text_end` leaves out the white space around the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Line {
    /// First byte, white space included.
    pub(crate) start: usize,
    /// First byte of the words.
    pub(crate) text_start: usize,
    /// Just after the words; equal to `text_start` where the line is blank.
    pub(crate) text_end: usize,
    /// Just after the line end: where the next line starts.
    pub(crate) end: usize,
    /// Length of the words in code points.
    pub(crate) width: usize,
    /// Whether a form feed stands before the words.
    pub(crate) page_break: bool,
}

impl Line {
    pub(crate) fn text<'t>(&self, source: &'t str) -> &'t str {
        &source[self.text_start..self.text_end]
    }
}

/// The lines of `source`, in order; together they cover every byte.
pub(crate) fn lines(source: &str) -> Vec<Line> {
    let bytes = source.as_bytes();
    let mut out = Vec::with_capacity(source.len() / 64 + 1);
    let mut start = 0;
    let mut page_break = false;
    let broken = memchr::memchr(LOST_BREAK_LEAD, bytes).is_some();
    // the end of the line as printed: it may be cut several times
    let mut printed = (0, 0);
    while start < bytes.len() {
        if start >= printed.1 {
            printed = line_end(bytes, start);
        }
        let (mut text_end, mut end) = printed;
        if broken
            && start < text_end
            && let Some(at) = source[start..text_end].find(LOST_BREAK)
        {
            text_end = start + at + LOST_BREAK.len_utf8();
            end = text_end;
        }
        let words = &source[start..text_end];
        let trimmed = trim_start(words);
        let text_start = text_end - trimmed.len();
        let trimmed = trim_end(trimmed);
        page_break |= bytes.get(start) == Some(&0x0C);
        let blank = trimmed.is_empty();
        out.push(Line {
            start,
            text_start: if blank { start } else { text_start },
            text_end: if blank { start } else { text_start + trimmed.len() },
            end,
            width: width(trimmed.as_bytes()),
            page_break,
        });
        page_break = (blank && page_break) || bytes.get(text_end) == Some(&0x0C);
        start = end;
    }
    out
}

/// What PDFium gives in place of a hyphen and the line end behind it.
pub(super) const LOST_BREAK: char = '\u{FFFE}';
/// Its first byte; few other characters begin with it.
const LOST_BREAK_LEAD: u8 = 0xEF;

/// What a saved web page leaves in place of a space or line end. Longest first.
pub(crate) const RESIDUES: [&str; 5] = ["&nbsp;", "&#160;", "<br />", "<br/>", "<br>"];

/// Characters without width or meaning for the words: soft hyphen, zero-width space and joiners, byte order mark, bidi marks.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// What is no part of the words at the ends of a line.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

fn trim_start(mut text: &str) -> &str {
    loop {
        text = text.trim_start_matches(is_blank);
        match RESIDUES.iter().find_map(|residue| text.strip_prefix(residue)) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

fn trim_end(mut text: &str) -> &str {
    loop {
        // a soft hyphen says that the word goes on
        text = text.trim_end_matches(|c| is_blank(c) && c != '\u{AD}');
        match RESIDUES.iter().find_map(|residue| text.strip_suffix(residue)) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

/// Where the words of the line from `start` end, and where the next line starts.
fn line_end(bytes: &[u8], start: usize) -> (usize, usize) {
    let mut at = start;
    while let Some(step) = memchr::memchr3(b'\n', b'\r', 0x0C, &bytes[at..]) {
        let end = at + step;
        match bytes[end] {
            b'\r' if bytes.get(end + 1) == Some(&b'\n') => return (end, end + 2),
            // a form feed that opens a line is white space of that line
            0x0C if end == start => at = end + 1,
            _ => return (end, end + 1),
        }
    }
    (bytes.len(), bytes.len())
}

fn width(bytes: &[u8]) -> usize {
    // few enough at a time to be counted in a byte
    let count = |few: &[u8]| few.iter().map(|byte| u8::from(byte & 0xC0 != 0x80)).sum::<u8>();
    bytes.chunks(192).map(|few| usize::from(count(few))).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<&str> {
        lines(source).iter().map(|line| line.text(source)).collect()
    }

    #[test]
    fn every_line_end_counts() {
        assert_eq!(texts("un\r\ndeux\rtrois\n\nquatre\u{0C}cinq"), ["un", "deux", "trois", "", "quatre", "cinq"]);
        assert_eq!(texts(""), Vec::<&str>::new());
        assert_eq!(texts("\n"), [""]);
        assert_eq!(texts(" \u{A0}é "), ["é"]);
        assert_eq!(texts("\u{FEFF}RAPPORT\n\u{200B} \0\nfin\u{AD}\n\u{AD}"), ["RAPPORT", "", "fin\u{AD}", ""]);
        assert_eq!(texts("&nbsp; Considérant <br/>"), ["Considérant"]);
        assert_eq!(texts("sa résolu\u{FFFE}tion 70/1"), ["sa résolu\u{FFFE}", "tion 70/1"]);
    }

    #[test]
    fn lines_cover_the_source() {
        let source = "a\r\n\u{0C}\u{0C}b\n \nc\u{0C}";
        let lines = lines(source);
        assert_eq!(lines[0].start, 0);
        assert!(lines.windows(2).all(|pair| pair[0].end == pair[1].start));
        assert_eq!(lines.last().map(|line| line.end), Some(source.len()));
    }

    #[test]
    fn a_form_feed_is_a_page_break() {
        let source = "fin\n\u{0C}A/RES/75/27\ndébut\u{0C}\nsuite";
        let breaks: Vec<bool> = lines(source).iter().map(|line| line.page_break).collect();
        assert_eq!(breaks, [false, true, false, true, true]);
    }
}

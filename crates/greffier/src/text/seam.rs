//! Seams: whether a line goes on with the paragraph above it.

use super::edge::{Edge, End, Start, goes_on_after_symbol, opens_with_symbol};
use super::enumeration::Numbering;
use crate::grammar::marker::{Candidate, Closing};
use crate::grammar::title::{is_numbered_header, is_numbered_title};
use crate::model::MarkerStyle;

/// Two lines of text, one after the other, and what lies between.
pub(super) struct Seam<'t> {
    pub(super) above: Edge,
    pub(super) below: Edge,
    pub(super) apart: bool,
    /// Nothing lies between but notes.
    pub(super) close: bool,
    pub(super) full: bool,
    /// The line above is three quarters full: enough for a title, whose lines are cut by sense.
    pub(super) nearly_full: bool,
    pub(super) below_full: bool,
    /// Whether the paragraph above has more than one line.
    pub(super) prose: bool,
    /// Whether it opens as a recital does.
    pub(super) recital: bool,
    /// Whether it opens with a label, in capitals.
    pub(super) heading: bool,
    /// Whether it opens as a title that carries a number.
    pub(super) titled: bool,
    /// The line above, and the line below.
    pub(super) text: &'t str,
    pub(super) below_text: &'t str,
    /// The line above ends with a word that cites, and a number stands below: `sa résolution` | `70/1 du 25 septembre 2015`.
    pub(super) cites: bool,
    pub(super) wrapped: bool,
    /// Whether the line above is a label and nothing else, the first of its paragraph: `1.`
    pub(super) label_only: bool,
}

/// Whether a line is a label with its closing mark and nothing else.
pub(super) fn is_label(edge: Edge, text: &str) -> bool {
    matches!(edge.start, Start::Marker(found) if found.closing != Closing::None && found.len == text.len())
}

impl Seam<'_> {
    /// Whether the line below goes on with the paragraph above.
    pub(super) fn joins(&self, numbering: &Numbering) -> bool {
        let ends = self.above.end;
        if self.label_only && !matches!(self.below.start, Start::Marker(_)) {
            return true;
        }
        if self.cites && !is_numbered_title(self.below_text) && !is_numbered_header(self.below_text) {
            return true;
        }
        let start = match self.below.start {
            Start::Marker(found) if self.begins_a_clause(found, numbering) => return false,
            Start::Marker(_) => Start::Other,
            start => start,
        };
        // "76/44. Hémisphère Sud …" is a title, however long the line above
        if (is_numbered_title(self.below_text) || is_numbered_header(self.below_text)) && ends != End::Dangling {
            return false;
        }
        // "52e séance plénière, 12 décembre 2022 / [Adoptée sans vote.]"
        if self.below.sitting && ends == End::Sentence || self.above.sitting && self.below_text.starts_with('[') {
            return false;
        }
        match start {
            Start::Article => ends == End::Dangling || (ends == End::Open && self.full && !self.above.capitals),
            // "I. SÉANCE DU COMITÉ SUR LA / COORDINATION DES RESSOURCES, / FINANCIÈRES": a heading in capitals on several lines
            _ if self.above.capitals
                && self.below.capitals
                && !self.below.opener
                && (ends == End::Dangling || ends == End::Comma && self.heading) =>
            {
                true
            }
            // below a title whose last word stands out of its place, "de", the line of who adopts: "Le Conseil,"
            _ if self.titled && self.apart && self.below.article && self.below.end == End::Comma => false,
            // "…, chap. V, sect. A. / Rappelant": the letter ends the note
            _ if ends == End::Dangling && self.text.ends_with('.') && self.below.opener => false,
            _ if matches!(ends, End::Hyphen | End::Dangling) => {
                !self.above.capitals || !self.apart || ends == End::Hyphen
            }
            _ if self.below.continuing && matches!(ends, End::Comma | End::Open) => {
                // "3.1. État des lieux / M. Keita présente …": a short line with a label is a heading
                self.full || self.prose || !matches!(self.above.start, Start::Marker(_))
            }
            // "…, / sont convenus de ce qui suit :" on a line of its own
            Start::Lower
                if self.below.turn
                    && matches!(ends, End::Comma | End::Semicolon | End::Sentence)
                    && (self.apart || !self.full) =>
            {
                false
            }
            // "Le Conseil, / se félicitant …, / rappelant …,": recitals in small letters
            Start::Lower
                if self.below.small_opener
                    && (self.apart || !self.wrapped)
                    && matches!(ends, End::Comma | End::Semicolon)
                    && (self.recital || self.above.article) =>
            {
                false
            }
            // "… ; / et": a conjunction alone on its line
            Start::Lower if self.below.end == End::Dangling && !self.below_text.contains(' ') => true,
            Start::Lower => match ends {
                End::Sentence | End::Semicolon | End::Colon => self.wrapped && self.full && !self.apart,
                End::Open if self.above.capitals => false,
                _ => true,
            },
            Start::Digit => match ends {
                End::Open if self.close && self.wrapped && !self.above.capitals => true,
                End::Open => (self.below.year || self.full || self.is_prose()) && !(self.apart && self.above.capitals),
                End::Comma => self.full || self.is_prose(),
                _ => self.full && self.below_full && !self.apart && ends == End::Sentence,
            },
            Start::Other | Start::Marker(_) => match ends {
                // a recital may end with a point
                End::Sentence => {
                    let alike = self.above.capitals == self.below.capitals;
                    self.full && !self.apart && alike && !(self.recital && self.below.opener)
                }
                End::Semicolon => false,
                // "par ce qui suit : / « Autorise …": what is quoted is a paragraph of its own
                End::Colon => self.full && !self.apart && !self.below.opener && !self.below_text.starts_with('«'),
                // "… S/PRST/2010/14, / S/PRST/2020/1 et S/PRST/2021/23,"
                End::Comma if self.wrapped && !self.apart && opens_with_symbol(self.below_text) => true,
                // behind the call of a note, which broke the line: ","; ", qui tiennent la capitale, / Port-au-Prince,"
                End::Comma if self.close && self.wrapped && self.text.starts_with(',') => {
                    !self.below.opener && !self.below.capitals
                }
                End::Comma => self.full && !self.apart && !self.below.opener && !self.below.capitals,
                // "le communiqué / PSC/PR/COMM.(CDXC) adopté": the sentence goes on with a symbol
                End::Open if !self.apart && !self.above.capitals && goes_on_after_symbol(self.below_text) => true,
                // "publiée sous la cote / S/PRST/2021/7,"
                End::Open
                    if self.close
                        && self.wrapped
                        && !self.above.capitals
                        && self.recital
                        && opens_with_symbol(self.below_text) =>
                {
                    true
                }
                // behind a call that broke the line: ", intitulée / « Transformer notre monde »", ", le Front / POLISARIO"
                End::Open
                    if self.close
                        && self.wrapped
                        && !self.below.opener
                        && (self.text.starts_with([',', ';'])
                            || self.above.start == Start::Lower && self.below_text.starts_with('«')) =>
                {
                    true
                }
                // a recital that has no mark at its end goes on: "… la Charte des Nations / Unies 1 , de favoriser"
                End::Open
                    if self.close && self.wrapped && self.recital && !self.below.opener && !self.below.capitals =>
                {
                    true
                }
                // the title that carries a number goes on to the line of who adopts
                End::Open if self.close && self.titled && matches!(self.below.end, End::Open | End::Dangling) => {
                    !self.below.article && !self.below.opener
                }
                // a title in capitals goes on; a place and date below it stands alone
                _ if self.above.capitals && self.below.capitals => {
                    let digits = self.below_text.bytes().any(|byte| byte.is_ascii_digit());
                    self.nearly_full && !self.apart && !self.below.article && !digits
                }
                _ => {
                    let alike = self.above.capitals == self.below.capitals;
                    self.full && !self.apart && alike && !self.below.opener && !self.below.article
                }
            },
        }
    }

    fn is_prose(&self) -> bool {
        self.prose || has_inner_stop(self.text)
    }

    /// Whether a candidate below opens a clause of its own. After a line that plainly goes on it must go on a list.
    fn begins_a_clause(&self, found: Candidate, numbering: &Numbering) -> bool {
        if numbering.goes_on(found) {
            // "et" alone on its line leads up to the last item
            return self.above.end != End::Dangling
                || self.text.ends_with('.')
                || self.apart
                || !self.text.contains(' ');
        }
        let single_capital =
            found.readings().all(|reading| matches!(reading.style, MarkerStyle::UpperLetter | MarkerStyle::UpperRoman))
                && found.first.number > 3;
        if self.below.continuing || (single_capital && found.len <= 2 && found.first.number > 30) {
            return false;
        }
        match self.above.end {
            End::Dangling => false,
            End::Hyphen => false,
            // "… trois dimensions / – économique, sociale et environnementale – / d'une manière"
            End::Open if found.closing == Closing::None && self.below_text.matches(['–', '—']).count() == 2 => {
                false
            }
            End::Open => !self.full || self.above.capitals,
            // an enumeration inside the sentence: "…, a) d’agir, b) de payer"
            End::Comma if matches!(found.closing, Closing::Bracket | Closing::None) => !self.full || self.apart,
            _ => true,
        }
    }
}

/// Whether a line holds more than one sentence or part of one, as prose does and headings do not.
fn has_inner_stop(text: &str) -> bool {
    text.split(' ').rev().skip(1).any(|word| word.len() > 3 && word.ends_with(['.', ',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::super::{block::blocks, line::lines, margin::margins, noise::classify, reflow::reflow};
    use crate::lexicon::Lexicon;

    /// The paragraphs of a text, and behind them its foot-notes.
    fn paragraphs(source: &str) -> Vec<String> {
        let lexicon = Lexicon::load("fr").expect("the data loads");
        let mut lines = lines(source);
        margins(source, &mut lines);
        let kinds = classify(source, &lines, &lexicon);
        reflow(source, &lines, &blocks(source, &lines, &kinds, &lexicon)).text.split('\n').map(str::to_owned).collect()
    }

    /// Lines that go on, so that the width of the text is known.
    const WRAPPED: &str = "Rappelant que les phares de la côte sont entretenus par\nles gardiens que le Comité a nommés et par ceux que les\nvilles \
                           ont choisis parmi les marins qui ont quitté la\nmer depuis longtemps,\n";

    #[test]
    fn lines_of_wrapped_text_part_where_a_reader_would() {
        for (source, expected) in [
            // the line of a sitting with its day, below a line that is full
            (
                "12. Décide de clore ici le débat qu’il a ouvert hier.\n52e séance plénière\n12 décembre 2022\n",
                &["12. Décide de clore ici le débat qu’il a ouvert hier.", "52e séance plénière 12 décembre 2022"][..],
            ),
            // a recital whose line breaks before a capital
            (
                "Réaffirmant les engagements pris dans la Charte des\nPhares 1 , de veiller,\n",
                &["Réaffirmant les engagements pris dans la Charte des Phares 1 , de veiller,"],
            ),
            // a list of symbols
            (
                "Rappelant les textes publiés sous les cotes C/2/36,\nC/2009/8 et C/2010/14,\n",
                &["Rappelant les textes publiés sous les cotes C/2/36, C/2009/8 et C/2010/14,"],
            ),
            // a quotation below a full line
            (
                "1. Décide de remplacer le texte du paragraphe deux par :\n« Autorise les marins à peindre. »\n",
                &["1. Décide de remplacer le texte du paragraphe deux par :", "« Autorise les marins à peindre. »"],
            ),
            // a label alone on its line
            ("1.\n\nDécide de peindre les phares ;\n", &["1. Décide de peindre les phares ;"]),
            // an enumeration inside the sentence, and one that is a list
            (
                "1. Décide de payer les gardiens pour ce qui suit :\na) la lampe ; b) le vernis et c) le phare ;\n",
                &["1. Décide de payer les gardiens pour ce qui suit : a) la lampe ; b) le vernis et c) le phare ;"],
            ),
            (
                "1. Décide de payer les gardiens pour ce qui suit :\na) la lampe ;\nb) le vernis.\n",
                &["1. Décide de payer les gardiens pour ce qui suit :", "a) la lampe ;", "b) le vernis."],
            ),
            (
                "i) Veiller aux phares de la côte et à leurs gardiens du soir\na. Nommer les gardiens ;\nb. Peindre les phares.\n",
                &[
                    "i) Veiller aux phares de la côte et à leurs gardiens du soir",
                    "a. Nommer les gardiens ;",
                    "b. Peindre les phares.",
                ],
            ),
            // dashes inside a sentence
            (
                "1. Décide de peindre les phares de trois couleurs\n– rouge, vert et blanc –\nd’une même main.\n",
                &["1. Décide de peindre les phares de trois couleurs – rouge, vert et blanc – d’une même main."],
            ),
            // a conjunction alone before the last item
            (
                "a) nommer les gardiens ;\net\nb) peindre les phares.\n",
                &["a) nommer les gardiens ; et", "b) peindre les phares."],
            ),
            // the same behind a preposition
            (
                "1. Prend note des travaux du Comité sur a) la lampe ;\nb) le vernis ; c) le phare ;\n",
                &["1. Prend note des travaux du Comité sur a) la lampe ; b) le vernis ; c) le phare ;"],
            ),
            // a letter that is cited opens no enumeration
            (
                "a) Payer les gardiens du phare de la côte qui sont nommés\nà l’alinéa a) ;\nb) Peindre.\n",
                &["a) Payer les gardiens du phare de la côte qui sont nommés à l’alinéa a) ;", "b) Peindre."],
            ),
            // a recital that ends with a point
            (
                "Rappelant que nul ne peut éteindre un phare de la côte.\nSe félicitant que les gardiens veillent,\n",
                &[
                    "Rappelant que nul ne peut éteindre un phare de la côte.",
                    "Se félicitant que les gardiens veillent,",
                ],
            ),
            // the call of a note broke the line
            (
                "Inquiet de ce que font les pilleurs1\n, qui tiennent la ville,\nBoulogne, et le phare,\nNotant que rien ne va,\n",
                &[
                    "Inquiet de ce que font les pilleurs1 , qui tiennent la ville, Boulogne, et le phare,",
                    "Notant que rien ne va,",
                ],
            ),
            // the sitting and the vote
            (
                "12. Décide de peindre.\n52e séance plénière du Comité des phares, 4 avril 2024\n[Adoptée sans vote.]\n",
                &[
                    "12. Décide de peindre.",
                    "52e séance plénière du Comité des phares, 4 avril 2024",
                    "[Adoptée sans vote.]",
                ],
            ),
            // a title whose words stand alone, one of them out of its place
            (
                "80/13. Entretien des petits\nÉtats\ninsulaires\n(Orientations\nde\nBrest)\n\nde\n\nLe Conseil des phares,\n",
                &["80/13. Entretien des petits États insulaires (Orientations de Brest) de", "Le Conseil des phares,"],
            ),
            // another that breaks behind an article
            (
                "80/13. Entretien des petits\nÉtats insulaires en faveur d’une\nprospérité\nLe Conseil des phares,\n",
                &["80/13. Entretien des petits États insulaires en faveur d’une prospérité", "Le Conseil des phares,"],
            ),
            // a note between the halves of a line that a call broke
            (
                "Se félicitant que, dans les textes des quatrième1\n, sixième et huitième\n1 C/71/321.\nConférences de Brest, il ait été dit,\n",
                &[
                    "Se félicitant que, dans les textes des quatrième1 , sixième et huitième Conférences de Brest, il ait été dit,",
                    "1 C/71/321.",
                ],
            ),
            // a formula on a line of its own
            (
                "Convaincus de la nécessité de peindre les phares,\n\nsont convenus des dispositions ci-après :\n\n1. Peindre.\n",
                &[
                    "Convaincus de la nécessité de peindre les phares,",
                    "sont convenus des dispositions ci-après :",
                    "1. Peindre.",
                ],
            ),
            // a note that ends with a letter
            (
                "Documents officiels du Comité, chap. V, sect. A.\nRappelant que les phares de la côte sont vieux,\n1. Décide.\n",
                &[
                    "Documents officiels du Comité, chap. V, sect. A.",
                    "Rappelant que les phares de la côte sont vieux,",
                    "1. Décide.",
                ],
            ),
            (
                "1. Décide de peindre.\nDocuments officiels du Comité, chap. V, sect. A.\n2. Prie.\n",
                &["1. Décide de peindre.", "Documents officiels du Comité, chap. V, sect. A.", "2. Prie."],
            ),
            // a numeral, not a word that was broken
            (
                "Note que la session que les gardiens ont ouverte est la vingt-\nsixième de ce nom.\n",
                &["Note que la session que les gardiens ont ouverte est la vingt-sixième de ce nom."],
            ),
            (
                "Note que la session que les gardiens ont ouverte est la deux-\nième de ce nom.\n",
                &["Note que la session que les gardiens ont ouverte est la deuxième de ce nom."],
            ),
        ] {
            let found = paragraphs(&format!("{WRAPPED}{source}"));
            assert_eq!(found[1..], *expected, "{source}");
        }
    }

    #[test]
    fn notes_between_two_halves_stand_behind_the_text() {
        let source =
            format!("{WRAPPED}1. Décide de peindre\n7. C/71/321.\nles phares de la côte ;\n2. Décide de payer.\n");
        assert_eq!(
            paragraphs(&source)[1..],
            ["1. Décide de peindre les phares de la côte ;", "2. Décide de payer.", "7. C/71/321."]
        );
        let source = format!(
            "{WRAPPED}1. Décide de peindre\n7. C/71/321.\n8. Voir C/72/1.\nles phares de la côte ;\n2. Décide de payer.\n"
        );
        assert_eq!(
            paragraphs(&source)[1..],
            ["1. Décide de peindre les phares de la côte ;", "2. Décide de payer.", "7. C/71/321.", "8. Voir C/72/1."]
        );
    }

    #[test]
    fn notes_whose_numbers_go_on_from_those_of_the_clauses() {
        let source = format!(
            "{WRAPPED}3. Demande aux gardiens de peindre les phares de\n4. Résolution 217 A (III).\n5. Voir C/71/321.\n\n\n\n\n\n3\n\u{C}la \
             côte, qui sont vieux ;\n4. Appelle les gardiens à veiller.\n"
        );
        assert_eq!(
            paragraphs(&source)[1..],
            [
                "3. Demande aux gardiens de peindre les phares de la côte, qui sont vieux ;",
                "4. Appelle les gardiens à veiller.",
                "4. Résolution 217 A (III).",
                "5. Voir C/71/321."
            ]
        );
    }

    #[test]
    fn the_line_of_the_sitting_below_a_note_is_text() {
        let source = format!(
            "{WRAPPED}24. Décide de peindre les phares1.\n1. Voir C/71/321.\n1\n25. Décide de payer les gardiens2.\n2. Résolution 217 A \
             (III).\n53e séance\n3 avril 2024\n[Adoptée sans vote.]\n6\n"
        );
        let found = paragraphs(&source);
        assert_eq!(found.last().map(String::as_str), Some("2. Résolution 217 A (III)."), "{found:?}");
        assert!(found.iter().any(|paragraph| paragraph.starts_with("53e séance")), "{found:?}");
    }

    #[test]
    fn a_list_below_a_full_line_is_told_by_its_second_item() {
        let item = "Peindre les phares de la côte avec les gardiens et les\nmarins qui ont quitté la mer depuis très longtemps et\n".repeat(10);
        let source = format!(
            "{WRAPPED}iii) Veiller aux phares de la côte et à leurs gardiens du soir\na. {item}les marins ;\nb. Veiller.\n"
        );
        let found = paragraphs(&source);
        assert_eq!(found.len(), 4, "{found:?}");
        assert!(found[2].starts_with("a. Peindre"), "{found:?}");
    }

    #[test]
    fn a_heading_in_capitals_runs_over_blank_lines() {
        let source = "I. SÉANCE DU COMITÉ SUR LA\n\nCOORDINATION DES PHARES,\n\nDES BACS ET DES PORTS\n\n1. Le Comité a décidé de se revoir.\n";
        assert_eq!(
            paragraphs(source),
            [
                "I. SÉANCE DU COMITÉ SUR LA COORDINATION DES PHARES, DES BACS ET DES PORTS",
                "1. Le Comité a décidé de se revoir."
            ]
        );
    }
}

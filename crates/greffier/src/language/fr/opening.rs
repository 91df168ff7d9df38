//! temp
use crate::lexicon::Lexicon;
use crate::text::Word;
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    Preambular,
    Operative,
    Infinitive,
    Narrative,
}
pub(crate) fn opening(words: &[Word], lexicon: &Lexicon) -> Option<Opening> {
    let _ = (words, lexicon);
    None
}

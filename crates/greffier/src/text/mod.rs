//! From source to words: lines, noise, blocks, reflowed text. Knows pages and spelling, not meaning.

pub(crate) mod block;
mod collapse;
mod edge;
mod enumeration;
pub(crate) mod footnote;
mod head;
pub(crate) mod line;
pub(crate) mod margin;
pub(crate) mod noise;
pub(crate) mod reflow;
mod seam;
pub(crate) mod word;

pub(crate) use reflow::{Clean, CleanSpan};
pub(crate) use word::{Case, Word, Words, words_in};

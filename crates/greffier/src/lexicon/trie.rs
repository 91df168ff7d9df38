//! A trie over word numbers finds the longest phrase of a data file that starts at a word, in one step per word.

use rustc_hash::FxHashMap;

use super::vocabulary::WordId;

/// Phrases with a value each.
#[derive(Debug, Clone)]
pub(crate) struct Trie<T> {
    /// The node after a first word, by word number; 0 where no phrase begins with it.
    first: Vec<u32>,
    edges: FxHashMap<(u32, WordId), u32>,
    nodes: Vec<Node<T>>,
}

/// What the words so far say.
#[derive(Debug, Clone)]
struct Node<T> {
    /// The value of the phrase that ends here.
    value: Option<T>,
    /// A bit for each word that may follow, by the last six bits of its number: most others need no look-up.
    follow: u64,
}

impl<T> Node<T> {
    const EMPTY: Self = Self { value: None, follow: 0 };
}

impl<T> Default for Trie<T> {
    fn default() -> Self {
        Self { first: Vec::new(), edges: FxHashMap::default(), nodes: vec![Node::EMPTY] }
    }
}

impl<T> Trie<T> {
    /// Makes room for so many words more.
    pub(crate) fn reserve(&mut self, words: usize) {
        self.edges.reserve(words);
        self.nodes.reserve(words);
    }

    /// Adds a phrase; one that is there already keeps its first value, and `false` says so.
    pub(crate) fn insert(&mut self, words: &[WordId], value: T) -> bool {
        self.put(words, value, |_| false)
    }

    /// Adds a phrase; one that is there already keeps its value unless that `yields`.
    pub(crate) fn put(&mut self, words: &[WordId], value: T, yields: impl Fn(&T) -> bool) -> bool {
        let node = self.node_of(words);
        let slot = &mut self.nodes[node as usize].value;
        let free = slot.as_ref().is_none_or(yields) && !words.is_empty();
        if free {
            *slot = Some(value);
        }
        free
    }

    /// The longest phrase that begins with the first of `words`: how many words it has, and its value.
    #[inline]
    pub(crate) fn longest(&self, words: impl IntoIterator<Item = WordId>) -> Option<(usize, &T)> {
        let mut words = words.into_iter();
        // most words begin no phrase
        let node = self.first_node(words.next()?)?;
        self.longest_from(node, words, |_, _| true)
    }

    /// The longest phrase that begins with the first of `words` and of which `fits` approves, given its length and value.
    #[inline]
    pub(crate) fn longest_where(
        &self,
        words: impl IntoIterator<Item = WordId>,
        fits: impl Fn(usize, &T) -> bool,
    ) -> Option<(usize, &T)> {
        let mut words = words.into_iter();
        let node = self.first_node(words.next()?)?;
        self.longest_from(node, words, fits)
    }

    #[inline(never)]
    fn longest_from(
        &self,
        mut node: u32,
        words: impl Iterator<Item = WordId>,
        fits: impl Fn(usize, &T) -> bool,
    ) -> Option<(usize, &T)> {
        let value = |node: u32, count: usize| {
            self.nodes[node as usize].value.as_ref().filter(|value| fits(count, value)).map(|value| (count, value))
        };
        let mut found = value(node, 1);
        for (count, word) in words.enumerate() {
            let Some(next) = self.next_node(node, word) else { break };
            node = next;
            found = value(node, count + 2).or(found);
        }
        found
    }

    /// How many of `words` some phrase begins with.
    pub(crate) fn shared(&self, words: impl IntoIterator<Item = WordId>) -> usize {
        let mut words = words.into_iter();
        let mut node = words.next().and_then(|first| self.first_node(first));
        let mut count = 0;
        while let Some(known) = node {
            count += 1;
            node = words.next().and_then(|word| self.next_node(known, word));
        }
        count
    }

    /// Whether a phrase may begin with `first` before `second`; most that may not are told at once.
    pub(crate) fn may_begin(&self, first: WordId, second: Option<WordId>) -> bool {
        self.first_node(first).is_some_and(|node| {
            let node = &self.nodes[node as usize];
            node.value.is_some() || second.is_some_and(|second| node.follow & bit(second) != 0)
        })
    }

    /// Whether some phrase begins with `word`.
    pub(crate) fn begins(&self, word: WordId) -> bool {
        self.first_node(word).is_some()
    }

    #[inline]
    fn first_node(&self, word: WordId) -> Option<u32> {
        self.first.get(word.index()).copied().filter(|&node| node != 0)
    }

    #[inline]
    fn next_node(&self, node: u32, word: WordId) -> Option<u32> {
        if self.nodes[node as usize].follow & bit(word) == 0 {
            return None;
        }
        self.edges.get(&(node, word)).copied()
    }

    fn node_of(&mut self, words: &[WordId]) -> u32 {
        let Some((&first, rest)) = words.split_first() else { return 0 };
        if self.first.len() <= first.index() {
            self.first.resize(first.index() + 1, 0);
        }
        let mut node = self.first[first.index()];
        if node == 0 {
            node = new_node(&mut self.nodes);
            self.first[first.index()] = node;
        }
        for &word in rest {
            let nodes = &mut self.nodes;
            nodes[node as usize].follow |= bit(word);
            node = *self.edges.entry((node, word)).or_insert_with(|| new_node(nodes));
        }
        node
    }
}

fn bit(word: WordId) -> u64 {
    1 << (word.0 % 64)
}

fn new_node<T>(nodes: &mut Vec<Node<T>>) -> u32 {
    nodes.push(Node::EMPTY);
    u32::try_from(nodes.len() - 1).expect("fewer than four billion nodes")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        let ids = |numbers: &[u32]| numbers.iter().map(|&n| WordId(n)).collect::<Vec<_>>();
        let mut trie = Trie::default();
        assert!(trie.insert(&ids(&[5]), "Guinée"));
        assert!(trie.insert(&ids(&[5, 6]), "Guinée équatoriale"));
        assert!(!trie.insert(&ids(&[5]), "again"));
        assert_eq!(trie.longest(ids(&[5, 6, 7])), Some((2, &"Guinée équatoriale")));
        assert_eq!(trie.longest(ids(&[5, 7])), Some((1, &"Guinée")));
        assert_eq!(trie.longest(ids(&[6, 5])), None);
        assert_eq!(trie.longest(ids(&[0])), None);
    }
}

//! The gist of a value: what stands between the parentheses of its `repr`.

use greffier as model;

use crate::seen::name;

/// Characters of text shown in a `repr`.
const SHOWN: usize = 60;

/// The first words of a text on one line.
pub(crate) fn clip(text: &str) -> String {
    let mut chars = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut out: String = chars.by_ref().take(SHOWN).collect();
    if chars.next().is_some() {
        out.push('…');
    }
    out
}

fn value(evidence: Option<&model::Evidence<String>>) -> String {
    evidence.map_or_else(|| "–".to_owned(), |found| clip(&found.value))
}

fn first(actors: &[model::Actor]) -> String {
    actors.first().map_or_else(|| "–".to_owned(), |actor| format!("{:?}", clip(&actor.text)))
}

/// A value that can be told in one line.
pub(crate) trait Gist {
    /// What identifies it for a reader.
    fn gist(&self) -> String;
}

macro_rules! gists {
    ($($type:ident: |$it:ident| $gist:expr;)*) => {$(
        impl Gist for model::$type {
            fn gist(&self) -> String {
                let $it = self;
                $gist
            }
        }
    )*};
}

gists! {
    Document: |it| format!("{}, {:?}, {} clauses", name(&it.kind), value(it.title.as_ref()), it.clauses().count());
    Meeting: |it| format!("{:?}, {}", value(it.body.as_ref()), it.date.as_ref().map_or("–", |date| date.value.as_str()));
    Place: |it| format!("{}, {}", value(it.city.as_ref()), value(it.country.as_ref()));
    Participant: |it| clip(&it.name.value);
    Resolution: |it| format!("{}, {:?}, {} clauses", value(it.symbol.as_ref()), value(it.title.as_ref()), it.clauses.len());
    Adoption: |it| it.date.as_ref().map_or("–", |date| date.value.as_str()).to_owned();
    Clause: |it| {
        let marker = it.marker.as_ref().map_or("–", |marker| marker.text.as_str());
        format!("{marker} {}, {:?}", name(&it.role), clip(&it.text))
    };
    Marker: |it| format!("{:?}, {} {}", it.text, name(&it.style), it.number);
    Act: |it| format!("{:?}, {}", it.verb.lemma, name(&it.class));
    Verb: |it| format!("{:?}", it.lemma);
    Actor: |it| format!("{:?}", clip(&it.text));
    Deadline: |it| it.value.as_ref().map_or("–", |value| value.as_str()).to_owned();
    Report: |it| format!("{} → {}", first(&it.reporters), first(&it.recipients));
    Task: |it| format!("{}:{}", it.content.start, it.content.end);
    Mandate: |it| format!("{} {}, {:?}", clip(&it.clause), name(&it.class), clip(&it.action));
    Date: |it| it.value.as_str().to_owned();
    Period: |it| format!("{}, {}", name(&it.kind), it.value);
    Entity: |it| format!("{}, {}, {:?}, {} mentions", it.id, name(&it.kind), clip(&it.name), it.mentions.len());
    Reference: |it| format!("{}, {}", name(&it.kind), it.symbol.as_deref().unwrap_or("–"));
    Note: |it| format!("{}, {:?}", it.label, clip(&it.text));
    Diagnostic: |it| format!("{}: {}", it.code.as_str(), clip(&it.message));
    Leaf: |it| format!("{}, {}:{}", name(&it.kind), it.span.start, it.span.end);
}

//! Settles whose text each number is: the body named beside it, the body its date allows, the speaker's own.

use rustc_hash::FxHashMap;

use super::ReferenceMention;
use super::scan::{Cited, Found, Group, Plain, What};
use crate::grammar::roman::roman;
use crate::lexicon::{References, Shape};
use crate::model::ReferenceKind;

/// The mentions of what the scan found.
pub(super) fn settle(found: Found, references: &References) -> Vec<ReferenceMention> {
    let mut court = Court {
        references,
        found: &found,
        first_own: None,
        known: FxHashMap::default(),
        printed: FxHashMap::default(),
    };
    court.first_own = court.first_own();
    court.learn();
    let mut out: Vec<ReferenceMention> = found.cited.iter().filter_map(|cited| court.mention(cited)).collect();
    out.sort_by_key(|mention| (mention.span.start, mention.span.end));
    out
}

struct Court<'f> {
    references: &'f References,
    found: &'f Found,
    /// The body that speaks before any formula.
    first_own: Option<usize>,
    /// Numbers whose body is certain, and Security Council numbers without their year.
    known: FxHashMap<&'f str, (usize, &'f str)>,
    /// Full symbols of resolutions and decisions with their bodies, by session and number.
    printed: FxHashMap<&'f str, &'f Cited>,
}

impl<'f> Court<'f> {
    /// The body of the first formula, or of the first symbol that a resolution or decision bears.
    fn first_own(&self) -> Option<usize> {
        let formula = self.found.formulas.first().map(|&(_, body)| body);
        formula.or_else(|| {
            let acts = [ReferenceKind::Resolution, ReferenceKind::Decision];
            self.found.cited.iter().filter(|cited| acts.contains(&cited.kind)).find_map(|cited| match &cited.what {
                What::Symbol { body: Some(name), .. } => self.references.bodies().iter().position(|b| b.name == *name),
                _ => None,
            })
        })
    }

    fn own_at(&self, place: u32) -> Option<usize> {
        let before = self.found.formulas.partition_point(|&(at, _)| at <= place);
        before.checked_sub(1).map(|index| self.found.formulas[index].1).or(self.first_own)
    }

    /// Remembers the numbers whose body is beyond doubt.
    fn learn(&mut self) {
        for cited in &self.found.cited {
            let plain = match &cited.what {
                What::Plain(plain) => plain,
                What::Symbol { symbol, .. } => {
                    if matches!(cited.kind, ReferenceKind::Resolution | ReferenceKind::Decision) {
                        let number = symbol.rmatch_indices('/').nth(1).map_or("", |(at, _)| &symbol[at + 1..]);
                        self.printed.entry(number).or_insert(cited);
                    }
                    continue;
                }
            };
            let group = &self.found.groups[cited.group];
            let certain = self.explicit(cited, plain, group).or_else(|| self.dated(cited, plain, group));
            let foreigner = group.foreigner.filter(|&body| !group.own && self.admits(body, cited, plain));
            let certain = certain.or(foreigner);
            let certain =
                certain.or_else(|| (plain.shape == Shape::Year).then(|| self.default(cited, plain)).flatten());
            if let Some(body) = certain.filter(|_| !is_foreign(cited, plain, group)) {
                self.known.entry(plain.text.as_str()).or_insert((body, plain.text.as_str()));
                if plain.shape == Shape::Year {
                    self.known.entry(plain.first.as_str()).or_insert((body, plain.text.as_str()));
                }
            }
        }
    }

    fn mention(&self, cited: &Cited) -> Option<ReferenceMention> {
        let printed = match &cited.what {
            What::Plain(plain) if cited.header => self.printed.get(plain.text.as_str()),
            _ => None,
        };
        if let Some(printed) = printed {
            return Some(ReferenceMention { span: cited.span, ..self.mention(printed)? });
        }
        let (symbol, body) = match &cited.what {
            What::Symbol { symbol, body } => (symbol.clone(), body.clone()),
            What::Plain(plain) => self.plain(cited, plain)?,
        };
        Some(ReferenceMention {
            symbol: Some(symbol),
            body,
            date: cited.date.clone(),
            inner: cited.inner.clone(),
            ..ReferenceMention::new(cited.span, cited.kind)
        })
    }

    /// The symbol and the body of a plain number; `None` where nothing tells whose a bare number is.
    fn plain(&self, cited: &Cited, plain: &Plain) -> Option<(String, Option<String>)> {
        let group = &self.found.groups[cited.group];
        if let Some(series) = group.series {
            return Some((format!("{}{}", self.references.implied(series), plain.text.replace(' ', "")), None));
        }
        if cited.header && plain.shape != Shape::Year && self.own_at(cited.span.start).is_none() {
            return None;
        }
        if cited.kind == ReferenceKind::Regulation {
            return Some((plain.text.clone(), None));
        }
        if is_foreign(cited, plain, group) {
            return (plain.shape != Shape::Bare).then(|| (plain.text.clone(), None));
        }
        let known = self.known.get(plain.text.as_str());
        let body = self
            .explicit(cited, plain, group)
            .or_else(|| self.dated(cited, plain, group))
            .or_else(|| known.map(|&(body, _)| body))
            .or_else(|| self.order(cited, group).find(|&body| self.admits(body, cited, plain)))
            .or_else(|| self.default(cited, plain))?;
        let number = known.filter(|_| plain.shape == Shape::Bare).map_or(plain.text.as_str(), |&(_, full)| full);
        let body = &self.references.bodies()[body];
        Some((body.symbol(cited.kind, number), Some(body.name.clone())))
    }

    /// The body that the words name.
    fn explicit(&self, cited: &Cited, plain: &Plain, group: &Group) -> Option<usize> {
        cited.body.or(group.body).filter(|&body| self.admits(body, cited, plain))
    }

    /// The body that sat in the session of the number in the year of its date.
    fn dated(&self, cited: &Cited, plain: &Plain, group: &Group) -> Option<usize> {
        let year: i32 = cited.date.as_ref()?.as_str().get(..4)?.parse().ok()?;
        let session = match plain.shape {
            Shape::Session => plain.first.clone(),
            Shape::Roman => roman(&plain.second).ok()?.1.to_string(),
            _ => return None,
        };
        let named = self.found.named.iter().copied();
        self.order(cited, group).chain(named).chain(self.default(cited, plain)).find(|&body| {
            self.admits(body, cited, plain) && self.references.bodies()[body].sat_in(&session, year) == Some(true)
        })
    }

    /// The bodies that come to mind at that place, the likeliest first.
    fn order(&self, cited: &Cited, group: &Group) -> impl Iterator<Item = usize> + use<> {
        let own = self.own_at(cited.span.start);
        let order = if cited.header {
            [own, None, None]
        } else if group.own {
            [group.subject, own, None]
        } else {
            [group.foreigner, group.nearest, own]
        };
        order.into_iter().flatten()
    }

    fn admits(&self, body: usize, cited: &Cited, plain: &Plain) -> bool {
        let decision = cited.kind == ReferenceKind::Decision;
        self.references.bodies()[body].admits(plain.shape, (&plain.first, &plain.second), decision)
    }

    /// The first body of the data with numbers of that form; a number alone is cited of those that number by year.
    fn default(&self, cited: &Cited, plain: &Plain) -> Option<usize> {
        let likely = if plain.shape == Shape::Bare { Shape::Year } else { plain.shape };
        let bodies = self.references.bodies();
        (0..bodies.len()).find(|&body| {
            !bodies[body].beside
                && bodies[body].admits(likely, (&plain.first, &plain.second), false)
                && self.admits(body, cited, plain)
        })
    }
}

/// Whether the number is that of a body that is not known: those that say their year or their old session are the UN's all the same.
fn is_foreign(cited: &Cited, plain: &Plain, group: &Group) -> bool {
    (cited.foreign || (group.foreign && group.body.is_none()))
        && cited.body.is_none()
        && matches!(plain.shape, Shape::Session | Shape::Annual | Shape::Bare)
}

//! Lists and ranges of months or of years, as mentions.

use super::reader::{Link, Reader};
use super::scan::Pending;
use super::value::{Point, Value};

/// One member of a list, with the word after it and what stands before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) point: Point,
    pub(super) link: Link,
}

/// One mention for all members that share a year or are years; a range is one value.
pub(super) fn emit(reader: Reader<'_>, list: &[Member], found: &mut Vec<Pending>) -> Option<usize> {
    let end = list.last()?.end;
    let mut from = 0;
    for at in 0..list.len() {
        let next = list.get(at + 1);
        let joined = next.is_some_and(|next| {
            next.link == Link::Range || list[at].point.month.is_none() || list[at].point.year == next.point.year
        });
        if joined {
            continue;
        }
        let members = &list[from..=at];
        let words = members[0].start..members[members.len() - 1].end;
        let points: Vec<Point> = members.iter().map(|member| member.point).collect();
        let value = match members {
            [_, last] if last.link == Link::Range => Value::interval(points[0], points[1]),
            _ => Value::several(
                points,
                members.len() > 1 && members.last().is_some_and(|member| matches!(member.link, Link::Or | Link::Slash)),
            ),
        };
        found.push(Pending::new(reader.span(words.clone()), words, value));
        from = at + 1;
    }
    Some(end)
}

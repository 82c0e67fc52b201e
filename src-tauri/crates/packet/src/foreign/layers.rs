//! Which layers (optional content) a viewer hides on opening a document. Everything else is shown.

use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::HashSet;

/// Deepest visibility expression that is followed; anything below counts as shown.
const MAX_DEPTH: usize = 16;
/// Most parts of one visibility expression that are looked at; the rest counts as shown.
const MAX_PARTS: usize = 1000;

/// The layers of one document.
pub(super) struct Layers<'a> {
    document: &'a Document,
    hidden: HashSet<ObjectId>,
}

impl<'a> Layers<'a> {
    /// Reads the document's default configuration.
    pub(super) fn of(document: &'a Document) -> Self {
        Self { document, hidden: hidden_groups(document).unwrap_or_default() }
    }

    /// Whether the value of an `/OC` entry, or a property list named by `/OC … BDC`, hides what it marks.
    pub(super) fn hides(&self, membership: &Object) -> bool {
        !self.hidden.is_empty() && !self.shows(membership)
    }

    /// Names among a resource dictionary's `Properties` whose marked content is hidden.
    pub(super) fn hidden_names(&self, resources: Option<&Object>) -> HashSet<Vec<u8>> {
        let properties = resources
            .filter(|_| !self.hidden.is_empty())
            .and_then(|r| self.dict(r))
            .and_then(|r| r.get(b"Properties").ok())
            .and_then(|p| self.dict(p));
        properties
            .into_iter()
            .flat_map(Dictionary::iter)
            .filter(|(_, value)| self.hides(value))
            .map(|(name, _)| name.clone())
            .collect()
    }

    fn dict(&self, object: &'a Object) -> Option<&'a Dictionary> {
        self.document.dereference(object).ok()?.1.as_dict().ok()
    }

    fn shows(&self, membership: &Object) -> bool {
        let Ok((id, Object::Dictionary(dict))) = self.document.dereference(membership) else { return true };
        if !dict.has_type(b"OCMD") {
            return id.is_none_or(|id| !self.hidden.contains(&id));
        }
        if let Ok(Object::Array(expression)) = dict.get_deref(b"VE", self.document) {
            return self.evaluate(expression, 0, &mut 0);
        }
        let groups: Vec<bool> = match dict.get_deref(b"OCGs", self.document) {
            Ok(Object::Array(groups)) => groups.iter().map(|group| self.group_shown(group)).collect(),
            Ok(Object::Dictionary(_)) => dict.get(b"OCGs").map(|group| self.group_shown(group)).into_iter().collect(),
            _ => Vec::new(),
        };
        if groups.is_empty() {
            return true;
        }
        match dict.get(b"P").and_then(Object::as_name).unwrap_or(b"AnyOn") {
            b"AllOn" => groups.iter().all(|on| *on),
            b"AnyOff" => groups.iter().any(|on| !on),
            b"AllOff" => groups.iter().all(|on| !on),
            _ => groups.iter().any(|on| *on),
        }
    }

    fn group_shown(&self, group: &Object) -> bool {
        self.document.dereference(group).ok().and_then(|(id, _)| id).is_none_or(|id| !self.hidden.contains(&id))
    }

    fn evaluate(&self, expression: &[Object], depth: usize, parts: &mut usize) -> bool {
        let Some((operator, operands)) = expression.split_first() else { return true };
        *parts += operands.len();
        if depth > MAX_DEPTH || *parts > MAX_PARTS {
            return true;
        }
        let mut values = operands.iter().map(|operand| match self.document.dereference(operand) {
            Ok((_, Object::Array(inner))) => self.evaluate(inner, depth + 1, parts),
            _ => self.group_shown(operand),
        });
        match operator.as_name() {
            Ok(b"And") => values.all(|on| on),
            Ok(b"Or") => values.any(|on| on),
            Ok(b"Not") => !values.next().unwrap_or(false),
            _ => true,
        }
    }
}

fn hidden_groups(document: &Document) -> Option<HashSet<ObjectId>> {
    let properties = document.catalog().ok()?.get_deref(b"OCProperties", document).ok()?.as_dict().ok()?;
    let default = properties.get_deref(b"D", document).ok()?.as_dict().ok()?;
    let listed = |dict: &Dictionary, key: &[u8]| -> Vec<ObjectId> {
        let array = dict.get_deref(key, document).ok().and_then(|list| list.as_array().ok());
        array.into_iter().flatten().filter_map(|group| group.as_reference().ok()).collect()
    };
    let mut hidden: HashSet<ObjectId> = HashSet::new();
    if default.get(b"BaseState").and_then(Object::as_name).is_ok_and(|state| state == b"OFF") {
        hidden.extend(listed(properties, b"OCGs"));
        for on in listed(default, b"ON") {
            hidden.remove(&on);
        }
    }
    hidden.extend(listed(default, b"OFF"));
    Some(hidden)
}

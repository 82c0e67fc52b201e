//! PDF objects as bytes (ISO 32000-1, 7.3). References are written under new numbers.

use lopdf::{Dictionary, Object, ObjectId, StringFormat};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// New number of each object that is written.
pub(crate) type Renumbering = BTreeMap<ObjectId, u32>;

/// Writes an object that is no stream. A reference to an object that is not written becomes null.
pub(crate) fn write(out: &mut impl Write, object: &Object, numbers: &Renumbering) -> io::Result<()> {
    match object {
        Object::Null => out.write_all(b"null"),
        Object::Boolean(true) => out.write_all(b"true"),
        Object::Boolean(false) => out.write_all(b"false"),
        Object::Integer(number) => write!(out, "{number}"),
        Object::Real(number) if number.is_finite() => write!(out, "{number}"),
        Object::Real(_) => out.write_all(b"0"),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, format) => write_string(out, bytes, *format),
        Object::Array(items) => {
            out.write_all(b"[")?;
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.write_all(b" ")?;
                }
                write(out, item, numbers)?;
            }
            out.write_all(b"]")
        }
        Object::Dictionary(dictionary) => write_dictionary(out, dictionary, numbers),
        Object::Stream(stream) => write_dictionary(out, &stream.dict, numbers),
        Object::Reference(id) => match numbers.get(id) {
            Some(number) => write!(out, "{number} 0 R"),
            None => out.write_all(b"null"),
        },
    }
}

/// Writes a dictionary in the order of its keys as they were set.
pub(crate) fn write_dictionary(out: &mut impl Write, dictionary: &Dictionary, numbers: &Renumbering) -> io::Result<()> {
    out.write_all(b"<<")?;
    for (key, value) in dictionary {
        write_name(out, key)?;
        out.write_all(b" ")?;
        write(out, value, numbers)?;
    }
    out.write_all(b">>")
}

fn write_name(out: &mut impl Write, name: &[u8]) -> io::Result<()> {
    out.write_all(b"/")?;
    for byte in name {
        if byte.is_ascii_graphic() && !b"()<>[]{}/%#".contains(byte) {
            out.write_all(&[*byte])?;
        } else {
            write!(out, "#{byte:02X}")?;
        }
    }
    Ok(())
}

fn write_string(out: &mut impl Write, bytes: &[u8], format: StringFormat) -> io::Result<()> {
    let plain = bytes.iter().all(|b| (b.is_ascii_graphic() || *b == b' ') && !b"()\\".contains(b));
    if plain && format == StringFormat::Literal {
        out.write_all(b"(")?;
        out.write_all(bytes)?;
        return out.write_all(b")");
    }
    // Hexadecimal needs no escapes, so nothing in a string can be read as something else.
    out.write_all(b"<")?;
    for byte in bytes {
        write!(out, "{byte:02X}")?;
    }
    out.write_all(b">")
}

/// Every object that a reader can reach from the given ones, numbered from 1 in the order of reaching.
pub(crate) fn number_reachable(
    objects: &BTreeMap<ObjectId, Object>,
    roots: &[ObjectId],
) -> (Renumbering, Vec<ObjectId>) {
    let mut numbers = Renumbering::new();
    let mut order: Vec<ObjectId> = Vec::new();
    let mut reach = |id: ObjectId, order: &mut Vec<ObjectId>| {
        if objects.contains_key(&id) && !numbers.contains_key(&id) {
            order.push(id);
            numbers.insert(id, u32::try_from(order.len()).unwrap_or(u32::MAX));
        }
    };
    for root in roots {
        reach(*root, &mut order);
    }
    let mut next = 0;
    let mut references = Vec::new();
    while let Some(id) = order.get(next).copied() {
        next += 1;
        if let Some(object) = objects.get(&id) {
            collect(object, &mut references);
        }
        for reference in references.drain(..) {
            reach(reference, &mut order);
        }
    }
    (numbers, order)
}

fn collect(object: &Object, into: &mut Vec<ObjectId>) {
    match object {
        Object::Reference(id) => into.push(*id),
        Object::Array(items) => items.iter().for_each(|item| collect(item, into)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| collect(value, into)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| collect(value, into)),
        _ => {}
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use lopdf::dictionary;
    use proptest::prelude::*;

    fn text(object: &Object) -> String {
        let mut out = Vec::new();
        write(&mut out, object, &Renumbering::from([((7, 0), 1)])).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn objects_are_written_as_the_standard_says() {
        let object: Object = dictionary! {
            "Name with space" => Object::Name(b"A/B".to_vec()),
            "Real" => Object::Real(-0.5),
            "Text" => Object::string_literal("plain"),
            "Tricky" => Object::string_literal("a)(\\"),
            "Here" => Object::Reference((7, 0)),
            "Gone" => Object::Reference((8, 0)),
        }
        .into();
        assert_eq!(
            text(&object),
            "<</Name#20with#20space /A#2FB/Real -0.5/Text (plain)/Tricky <6129285C>/Here 1 0 R/Gone null>>"
        );
    }

    #[test]
    fn what_nobody_reaches_is_not_written_and_circles_end() {
        let objects = BTreeMap::from([
            ((1, 0), Object::Array(vec![Object::Reference((2, 0)), Object::Reference((9, 0))])),
            ((2, 0), Object::Dictionary(dictionary! { "Parent" => Object::Reference((1, 0)) })),
            ((3, 0), Object::Null),
        ]);
        let (numbers, order) = number_reachable(&objects, &[(1, 0)]);
        assert_eq!(order, [(1, 0), (2, 0)]);
        assert_eq!(numbers.len(), 2);
    }

    proptest! {
        #[test]
        fn any_string_reads_back(bytes in proptest::collection::vec(any::<u8>(), 0..60)) {
            let written = text(&Object::String(bytes.clone(), StringFormat::Literal));
            let file = format!("%PDF-1.4\n1 0 obj\n{written}\nendobj\n");
            // The simplest reader of the two forms that are written.
            let inner = &written[1..written.len() - 1];
            let read = if written.starts_with('<') { hex::decode(inner).unwrap() } else { inner.as_bytes().to_vec() };
            prop_assert_eq!(read, bytes);
            prop_assert!(file.is_ascii());
        }
    }
}

//! Paragraphs into lines: Unicode line breaking with the Chinese rules, and a hard split for what has no break at all.
//!
//! Only widths matter here; where a line stands on a page is not known.

use crate::model::Anchor;
use crate::style::Style;
use crate::text::{Ruler, closes_up, for_breaking, is_chinese, may_not_begin, may_not_end, narrow_marks};
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// Text of one style with its link, ready to be set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Styled {
    /// The words, already cleaned.
    pub(crate) text: String,
    /// Their style.
    pub(crate) style: Style,
    /// Where a click leads.
    pub(crate) link: Option<Anchor>,
}

/// A stretch of one line in one style and one form of glyphs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Run {
    /// From the left edge of the line in points.
    pub(crate) x: f32,
    /// Width in points.
    pub(crate) width: f32,
    /// The characters.
    pub(crate) text: String,
    /// Their style.
    pub(crate) style: Style,
    /// Whether marks take their proportional form.
    pub(crate) narrow: bool,
    /// Where a click leads.
    pub(crate) link: Option<Anchor>,
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    /// What stands on it, from left to right.
    pub(crate) runs: Vec<Run>,
    /// Width without trailing spaces, in points.
    pub(crate) width: f32,
    /// Height it takes, in points.
    pub(crate) leading: f32,
}

impl Line {
    /// From the upper edge of the line to its baseline, in points.
    #[must_use]
    pub(crate) fn baseline(&self) -> f32 {
        let size = self.runs.iter().map(|r| r.style.size).fold(0.0, f32::max);
        // The em of the font reaches 0.88 above and 0.12 below the baseline; it stands in the middle of its line.
        (self.leading - size) / 2.0 + 0.88 * size
    }

    /// The words of the line.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        self.runs.iter().map(|r| r.text.as_str()).collect()
    }
}

struct Atom {
    c: char,
    span: usize,
    narrow: bool,
    /// Whether the next character stands nearer than the glyph is wide, so that it begins a run of its own.
    closed_up: bool,
}

/// Rounding of widths must not push the last character of a line that just fits.
const SLACK: f32 = 0.01;

/// How far a hard split gives way so that no forbidden character begins or ends a line.
const GIVE_WAY: usize = 4;

/// Breaks spans into lines no wider than `width` points. A text without any characters gives one empty line.
#[must_use]
pub(crate) fn wrap(spans: &[Styled], width: f32, ruler: &mut Ruler) -> Vec<Line> {
    let mut setter = Setter::new(spans, ruler);
    setter.set(width);
    setter.lines
}

/// The first `most` lines of a paragraph; the last one ends in an ellipsis when there is more.
#[must_use]
pub(crate) fn wrap_at_most(span: &Styled, width: f32, most: usize, ruler: &mut Ruler) -> Vec<Line> {
    let lines = wrap(std::slice::from_ref(span), width, ruler);
    if lines.len() <= most {
        return lines;
    }
    let mut kept: Vec<char> = lines.iter().take(most).flat_map(|l| l.text().chars().collect::<Vec<_>>()).collect();
    loop {
        let mut text: String = kept.iter().collect::<String>().trim_end().to_owned();
        text.push('…');
        let short = wrap(&[Styled { text, ..span.clone() }], width, ruler);
        if short.len() <= most || kept.pop().is_none() {
            return short;
        }
    }
}

struct Setter<'s> {
    spans: &'s [Styled],
    atoms: Vec<Atom>,
    /// Position of each atom if all stood on one line; one longer than `atoms`.
    at: Vec<f32>,
    breaks: Vec<(usize, BreakOpportunity)>,
    lines: Vec<Line>,
}

impl<'s> Setter<'s> {
    fn new(spans: &'s [Styled], ruler: &mut Ruler) -> Self {
        let chars: Vec<char> = spans.iter().flat_map(|s| s.text.chars()).collect();
        let text: String = chars.iter().collect();
        let narrow_marks = narrow_marks(&chars, is_chinese(&text));
        let mut atoms = Vec::with_capacity(chars.len());
        let mut at = vec![0.0];
        for (span, styled) in spans.iter().enumerate() {
            for c in styled.text.chars() {
                let narrow = narrow_marks[atoms.len()];
                let full =
                    if c == '\n' { 0.0 } else { ruler.advance(c, styled.style.weight, narrow, styled.style.size) };
                // Nothing is taken from a mark that is narrow already.
                let next = chars.get(atoms.len() + 1).filter(|_| !narrow && full > styled.style.size * 0.9);
                let closed_up = next.is_some_and(|next| closes_up(c, *next) && !narrow_marks[atoms.len() + 1]);
                let advance = if closed_up { full - styled.style.size / 2.0 } else { full };
                at.push(at.last().copied().unwrap_or(0.0) + advance);
                atoms.push(Atom { c, span, narrow, closed_up });
            }
        }
        let shadow = for_breaking(&chars, &narrow_marks);
        let mut index_of_byte = vec![0; shadow.len() + 1];
        for (index, (byte, _)) in shadow.char_indices().enumerate() {
            index_of_byte[byte] = index;
        }
        index_of_byte[shadow.len()] = chars.len();
        let breaks = linebreaks(&shadow).map(|(byte, kind)| (index_of_byte[byte], kind)).collect();
        Self { spans, atoms, at, breaks, lines: Vec::new() }
    }

    fn set(&mut self, width: f32) {
        let mut start = 0;
        let mut fits: Option<usize> = None;
        let mut before = 0;
        for (end, kind) in std::mem::take(&mut self.breaks) {
            while self.visible(start, end) > width + SLACK {
                // A stretch that no line can hold is split where the line is full, not pushed to the next line first.
                let hopeless = self.visible(before.max(start), end) > width + SLACK;
                let cut = match fits.filter(|fits| *fits > start && !hopeless) {
                    Some(fits) => fits,
                    None => self.hard_cut(start, end, width),
                };
                self.emit(start, cut);
                start = cut;
                fits = None;
            }
            fits = Some(end);
            before = end;
            if kind == BreakOpportunity::Mandatory {
                self.emit(start, end);
                start = end;
                fits = None;
            }
        }
        if self.lines.is_empty() {
            self.emit(0, 0);
        }
    }

    /// Width of a stretch without the spaces and line feeds at its end.
    fn visible(&self, start: usize, end: usize) -> f32 {
        self.at[self.trimmed(start, end)] - self.at[start]
    }

    fn trimmed(&self, start: usize, end: usize) -> usize {
        let blank = |a: &Atom| matches!(a.c, ' ' | '\n' | '\u{3000}');
        end - self.atoms[start..end].iter().rev().take_while(|a| blank(a)).count()
    }

    /// Where to split a stretch that has no break: where the line is full, or a little before.
    fn hard_cut(&self, start: usize, end: usize, width: f32) -> usize {
        let limit = self.at[start] + width + SLACK;
        let full = (start + 1..end).take_while(|i| self.at[*i] <= limit).last().unwrap_or(start + 1);
        let good = |i: usize| !may_not_begin(self.atoms[i].c) && !may_not_end(self.atoms[i - 1].c);
        (full.saturating_sub(GIVE_WAY).max(start + 1)..=full).rev().find(|i| *i >= end || good(*i)).unwrap_or(full)
    }

    fn emit(&mut self, start: usize, end: usize) {
        let end = self.trimmed(start, end);
        let mut runs: Vec<Run> = Vec::new();
        let mut last = None;
        for i in start..end {
            let atom = &self.atoms[i];
            let after_gap = i > start && self.atoms[i - 1].closed_up;
            if last != Some((atom.span, atom.narrow)) || after_gap {
                last = Some((atom.span, atom.narrow));
                let span = &self.spans[atom.span];
                runs.push(Run {
                    x: self.at[i] - self.at[start],
                    width: 0.0,
                    text: String::new(),
                    style: span.style,
                    narrow: atom.narrow,
                    link: span.link,
                });
            }
            if let Some(run) = runs.last_mut() {
                run.text.push(atom.c);
                run.width = self.at[i + 1] - self.at[start] - run.x;
            }
        }
        let leading = |styles: &mut dyn Iterator<Item = f32>| styles.fold(0.0, f32::max);
        let height = if runs.is_empty() {
            let first = self.atoms.get(start.min(self.atoms.len().saturating_sub(1))).map_or(0, |a| a.span);
            self.spans.get(first).map_or(0.0, |s| s.style.leading)
        } else {
            leading(&mut runs.iter().map(|r| r.style.leading))
        };
        self.lines.push(Line { runs, width: self.at[end.max(start)] - self.at[start], leading: height });
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::font::Fonts;
    use crate::model::Role;
    use crate::style;
    use proptest::prelude::*;

    fn set(text: &str, width: f32) -> Vec<Line> {
        let mut ruler = Ruler::new(Fonts::get().unwrap());
        wrap(&[Styled { text: text.to_owned(), style: style::of(Role::Body), link: None }], width, &mut ruler)
    }

    fn joined(lines: &[Line]) -> String {
        lines.iter().map(Line::text).collect()
    }

    #[test]
    fn chinese_marks_neither_begin_nor_end_a_line_wrongly() {
        let text = "收银员说：“机器没有出单。”顾客却收到了扣款通知（金额1,280.00元）；我们当即拨打了《服务协议》上的电话，\
                    对方答复：“请等待三个工作日……”此后没有下文！";
        for width in 60..400 {
            #[allow(clippy::cast_precision_loss)]
            for line in set(text, width as f32) {
                let line = line.text();
                assert!(
                    !line.starts_with(['，', '。', '、', '；', '：', '？', '！', '）', '》', '”', '…']),
                    "{width}: {line}"
                );
                assert!(!line.ends_with(['（', '《', '“']), "{width}: {line}");
            }
        }
    }

    #[test]
    fn what_has_no_break_is_split_where_the_line_is_full() {
        let long = "https://example.com/".to_owned() + &"a1b2".repeat(100);
        let lines = set(&format!("见 {long}"), 200.0);
        assert!(lines.len() > 5 && lines.iter().all(|l| l.width <= 200.01));
        assert!(lines[..lines.len() - 1].iter().all(|l| l.width > 170.0), "no line is left short");
        assert_eq!(joined(&lines).replace(' ', ""), format!("见{long}"));
    }

    #[test]
    fn marks_beside_each_other_take_less_room_and_stand_apart_by_half() {
        let alone: f32 =
            ["（68）", "”", "，好"].iter().map(|part| set(&format!("中{part}"), 400.0)[0].width - 10.5).sum();
        let line = &set("中（68）”，好", 400.0)[0];
        assert!((alone - (line.width - 10.5) - 10.5).abs() < 0.01, "two marks give up half each");
        assert_eq!(line.text(), "中（68）”，好", "not a character is changed");
        assert!(line.runs.windows(2).all(|r| r[1].x > r[0].x));
    }

    #[test]
    fn line_feeds_break_and_an_empty_text_is_one_line() {
        assert_eq!(set("a\n\nb", 100.0).iter().map(Line::text).collect::<Vec<_>>(), ["a", "", "b"]);
        assert_eq!(set("", 100.0).len(), 1);
        assert!(set("", 100.0)[0].runs.is_empty());
    }

    #[test]
    fn a_shortened_paragraph_ends_in_an_ellipsis_and_fits() {
        let mut ruler = Ruler::new(Fonts::get().unwrap());
        let span = Styled { text: "很长的说明".repeat(60), style: style::of(Role::Body), link: None };
        let lines = wrap_at_most(&span, 300.0, 2, &mut ruler);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].text().ends_with('…') && lines.iter().all(|l| l.width <= 300.01));
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_too_wide(text in "[a-z0-9 ，。“”（）中文字\n/.]{0,200}", width in 40.0f32..300.0) {
            let lines = set(&text, width);
            let bare = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(bare(&joined(&lines)), bare(&text));
            prop_assert!(lines.iter().all(|l| l.width <= width + 0.02));
        }
        #[test]
        fn never_panics(text in "\\PC*", width in 1.0f32..50.0) {
            let _ = set(&text, width);
        }
    }
}

//! Bars of a report: small SVG without any text, stretched by the page. The numbers stand beside them as text, so that
//! a reader with large letters, a screen reader and paper all get them.

use super::yuan::Span;

/// The width of a bar that is as long as can be.
const FULL: i128 = 1000;

/// A part of a whole in the units of the drawing.
fn length(part: i128, whole: i128) -> i128 {
    part.max(0).saturating_mul(FULL).checked_div(whole).unwrap_or_default().clamp(0, FULL)
}

fn rect(class: &str, x: i128, y: i128, width: i128) -> String {
    format!(r#"<rect class="{class}" x="{x}" y="{y}" width="{width}" height="9"/>"#)
}

fn drawing(height: i128, inner: &str) -> String {
    let size = format!(r#"viewBox="0 0 {FULL} {height}" preserveAspectRatio="none""#);
    format!(r#"<svg class="bar" {size} aria-hidden="true" focusable="false">{inner}</svg>"#)
}

/// An amount before and after, each from its lowest, full, to its highest, pale.
#[must_use]
pub fn pair(before: Span, after: Option<Span>, most: i128) -> String {
    let bar = |class: &str, y: i128, span: Span| {
        let (low, high) = (length(span.low, most), length(span.high, most));
        let open = format!("{class} open");
        format!("{}{}", rect(class, 0, y, low), rect(&open, low, y, high.saturating_sub(low)))
    };
    let first = bar("before", 0, before);
    match after {
        Some(after) => drawing(20, &format!("{first}{}", bar("after", 11, after))),
        None => drawing(9, &first),
    }
}

/// The parts of a group side by side: who gains, who loses, of whom it is not clear.
#[must_use]
pub fn parts(people: i128, parts: [(&str, i128); 3]) -> String {
    let mut x = 0;
    let mut drawn = rect("same", 0, 0, FULL);
    for (class, part) in parts {
        let width = length(part, people);
        drawn.push_str(&rect(class, x, 0, width));
        x = x.saturating_add(width);
    }
    drawing(9, &drawn)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_is_never_longer_than_its_place() {
        assert_eq!([length(-5, 10), length(5, 10), length(20, 10), length(1, 0)], [0, 500, FULL, 0]);
    }
}

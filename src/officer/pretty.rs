//! JSON text as people write policies: two spaces, and what fits in a line on one line.

use super::cases::write;
use crate::json::Json;

/// So many characters fit in a line.
const WIDTH: usize = 110;

/// A tree as text, with a newline at its end.
#[must_use]
pub fn pretty(tree: &Json) -> String {
    let mut text = String::new();
    put(tree, 0, true, &mut text);
    text.push('\n');
    text
}

fn put(json: &Json, depth: usize, is_root: bool, text: &mut String) {
    let short = one_line(json);
    if !is_root && short.chars().count().saturating_add(depth.saturating_mul(2)) <= WIDTH {
        text.push_str(&short);
        return;
    }
    match json {
        Json::Array(items) if !items.is_empty() => {
            let items = items.iter().map(|item| (String::new(), item)).collect::<Vec<_>>();
            put_all(&items, ('[', ']'), depth, text);
        }
        Json::Object(members) if !members.is_empty() => {
            let key = |key: &str| format!("{}: ", write(&Json::String(key.to_owned())));
            let members = members.iter().map(|(name, value)| (key(name), value)).collect::<Vec<_>>();
            put_all(&members, ('{', '}'), depth, text);
        }
        _ => text.push_str(&short),
    }
}

fn put_all(parts: &[(String, &Json)], (open, close): (char, char), depth: usize, text: &mut String) {
    text.push(open);
    let inner = depth.saturating_add(1);
    for (place, (key, value)) in parts.iter().enumerate() {
        text.push_str(if place == 0 { "\n" } else { ",\n" });
        text.push_str(&"  ".repeat(inner));
        text.push_str(key);
        put(value, inner, false, text);
    }
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
    text.push(close);
}

fn one_line(json: &Json) -> String {
    match json {
        Json::Array(items) => format!("[{}]", items.iter().map(one_line).collect::<Vec<_>>().join(", ")),
        Json::Object(members) => {
            let member =
                |(key, value): &(String, Json)| format!("{}: {}", write(&Json::String(key.clone())), one_line(value));
            format!("{{{}}}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
        _ => write(json),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_stands_on_one_line_and_means_the_same() {
        let long = "x".repeat(90);
        let text = format!(r#"{{"a":[1,{{"b":"{long}"}},"{long}"],"c":{{"d":[]}}}}"#);
        let tree = crate::json::parse(&text).unwrap();
        let shown = pretty(&tree);
        assert_eq!(crate::json::parse(&shown), Ok(tree));
        assert!(shown.contains("  \"c\": {\"d\": []}\n"), "{shown}");
        assert!(shown.lines().all(|line| line.chars().count() <= WIDTH), "{shown}");
    }
}

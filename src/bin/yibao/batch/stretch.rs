//! Lines as they arrive, a stretch at a time.

use std::io::{self, BufRead};

/// How much is taken at once, at most and about. A longer line is taken whole.
pub const BYTES: usize = 32 << 10;

/// The whole lines that have arrived; nothing at the end. It waits for one line, not for more than that: whoever asks may
/// wait for its answer before asking again.
pub fn next(input: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut lines = Vec::new();
    let arrived = filled(input)?;
    let whole = arrived.iter().rposition(|byte| *byte == b'\n').map_or(0, |last| last.saturating_add(1));
    lines.extend(arrived.iter().take(whole));
    input.consume(whole);
    if whole == 0 {
        input.read_until(b'\n', &mut lines)?;
    }
    Ok(lines)
}

/// What has arrived, or arrives next.
fn filled(input: &mut impl BufRead) -> io::Result<&[u8]> {
    while let Err(error) = input.fill_buf() {
        if error.kind() != io::ErrorKind::Interrupted {
            return Err(error);
        }
    }
    input.fill_buf()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    #[test]
    fn every_line_comes_once_and_whole_however_little_arrives_at_a_time() {
        let text = b"a\n\nlonger than what arrives\nb";
        for at_once in 1..=text.len() {
            let mut input = BufReader::with_capacity(at_once, text.as_slice());
            let mut all = Vec::new();
            loop {
                let lines = next(&mut input).unwrap();
                if lines.is_empty() {
                    break;
                }
                all.extend_from_slice(&lines);
                assert!(lines.ends_with(b"\n") || all.len() == text.len(), "{lines:?}");
            }
            assert_eq!(all, text, "{at_once}");
        }
    }
}

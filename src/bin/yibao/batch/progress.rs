//! How far a long run has come, for somebody at a terminal.

#![allow(clippy::disallowed_types, reason = "only the terminal has a clock; no answer depends on it")]

use std::io::{self, IsTerminal};
use std::time::{Duration, Instant};
use yibao::officer::notice::Lang;
use yibao::words::Words;

/// How often it is said.
const EVERY: Duration = Duration::from_millis(500);

/// What was answered so far.
pub struct Progress {
    lang: Lang,
    is_shown: bool,
    began: Instant,
    said: Option<Instant>,
    lines: u64,
    failures: u64,
}

impl Progress {
    /// Said on standard error where that is a terminal, unless somebody wants it quiet.
    pub fn new(is_quiet: bool, lang: Lang) -> Progress {
        let is_shown = !is_quiet && io::stderr().is_terminal();
        Progress { lang, is_shown, began: Instant::now(), said: None, lines: 0, failures: 0 }
    }

    /// More was answered.
    pub fn add(&mut self, lines: u64, failures: u64) {
        self.lines = self.lines.saturating_add(lines);
        self.failures = self.failures.saturating_add(failures);
        if self.is_shown && self.said.unwrap_or(self.began).elapsed() >= EVERY {
            self.said = Some(Instant::now());
            eprint!("\r{}", self.told());
        }
    }

    /// The end. A run that was over before anything was said stays silent.
    pub fn finish(&self) {
        if self.said.is_some() {
            eprintln!("\r{}", self.told());
        }
    }

    fn told(&self) -> String {
        let told = sentence(self.lines, self.failures, self.began.elapsed());
        self.lang.of(&told).to_owned()
    }
}

fn sentence(lines: u64, failures: u64, took: Duration) -> Words {
    let each_second = u128::from(lines).saturating_mul(1000).checked_div(took.as_millis()).unwrap_or_default();
    Words {
        zh: format!("算了 {lines} 行，其中 {failures} 行没算成，每秒 {each_second} 行"),
        en: format!("{lines} lines, {failures} of them failures, {each_second} a second"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pace_is_that_of_the_whole_run() {
        let told = |took| sentence(3000, 2, took).en;
        assert_eq!(told(Duration::from_secs(2)), "3000 lines, 2 of them failures, 1500 a second");
        assert_eq!(told(Duration::ZERO), "3000 lines, 2 of them failures, 0 a second");
    }
}

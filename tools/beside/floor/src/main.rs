//! The rules of `work.mjs` by hand, for these rules only: requests in, one a line; what all funds pay out, one a line.
//! Whole fen, no range, no working, no words, no check of what it is given.

use serde::Deserialize;
use std::io::{self, BufRead, BufWriter, Write};

#[derive(Deserialize)]
struct Request<'a> {
    #[serde(borrow)]
    facts: Person<'a>,
    #[serde(borrow)]
    expenses: Vec<Expense<'a>>,
}

#[derive(Deserialize)]
struct Person<'a> {
    #[serde(rename = "scheme")]
    _scheme: &'a str,
    serious_illness: bool,
}

#[derive(Deserialize)]
struct Expense<'a> {
    total: &'a str,
    #[serde(borrow)]
    facts: Facts<'a>,
}

#[derive(Deserialize)]
struct Facts<'a> {
    facility_level: &'a str,
    self_paid: &'a str,
    advance: &'a str,
}

/// An amount with two places, in fen.
fn fen(text: &str) -> i64 {
    text.bytes().filter(u8::is_ascii_digit).fold(0, |fen, digit| fen * 10 + i64::from(digit - b'0'))
}

/// So many per cent, rounded half up.
fn share(fen: i64, per_cent: i64) -> i64 {
    (fen * per_cent + 50) / 100
}

fn paid(request: &Request) -> i64 {
    let (mut basic_paid, mut aid_paid, mut paid) = (0, 0, 0);
    for Expense { total, facts } in &request.expenses {
        let in_scope = fen(total) - fen(facts.self_paid) - fen(facts.advance);
        let (deductible, rate) = match facts.facility_level {
            "1" => (200_00, 90),
            "2" => (500_00, 85),
            _ => (800_00, 78),
        };
        let basic = share((in_scope - deductible).max(0), rate).min(80_000_00 - basic_paid);
        let left = in_scope - basic;
        let large = share((left - 2_000_00).max(0), 60);
        let aid = if request.facts.serious_illness { share(left - large, 55).min(3_000_00 - aid_paid) } else { 0 };
        (basic_paid, aid_paid, paid) = (basic_paid + basic, aid_paid + aid, paid + basic + large + aid);
    }
    paid
}

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let request: Request = serde_json::from_str(&line)?;
        let paid = paid(&request);
        writeln!(out, "{{\"paid\":\"{}.{:02}\"}}", paid / 100, paid % 100)?;
    }
    Ok(())
}

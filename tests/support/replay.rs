//! The steps of a working, by rules written here again: what each makes of what goes in.

/// Decimals to this many places, exactly: an amount has two, a rate six, a relatively raised rate twelve, and what a second
/// share leaves of an amount a few more.
pub const PLACES: usize = 16;
pub const ONE: i128 = 10_000_000_000_000_000;
/// Rates have twelve places at most.
const RATE: i128 = 1_000_000_000_000;
pub const FEN: i128 = ONE / 100;

/// Whether a decimal has no more places than are kept here: what was divided has.
pub fn is_kept(text: &str) -> bool {
    text.split_once('.').is_none_or(|(_, part)| part.len() <= PLACES)
}

pub fn decimal(text: &str) -> i128 {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    assert!(part.len() <= PLACES, "{text} has more than {PLACES} places");
    format!("{whole}{part:0<PLACES$}").parse().unwrap_or_else(|_| panic!("{text} is no number"))
}

pub fn half_up(amount: i128) -> i128 {
    (amount + FEN / 2) / FEN * FEN
}

fn share(amount: i128, rate: i128) -> i128 {
    // Twelve places of the rate, so that the product of great amounts stays within range.
    let rate = rate / (ONE / RATE);
    assert_eq!(amount * rate % RATE, 0, "{amount} × {rate} has more places than are kept");
    amount * rate / RATE
}

/// What a step says of itself.
pub struct Said<'s> {
    pub kind: &'s str,
    /// An argument of its words.
    pub arg: &'s dyn Fn(&str) -> &'s str,
    /// Amounts with their rates.
    pub parts: Vec<(&'s str, &'s str)>,
}

/// What a step makes of what goes in; none where that needs more than the step (the openings).
pub fn replayed(step: &Said, before: i128) -> Option<i128> {
    let number = |name: &str| decimal((step.arg)(name));
    Some(match step.kind {
        "year-share" => before + number("earlier"),
        "share-counted" => (before + number("advance") - number("less")).max(0),
        "deductible" | "deductible-year" | "deductible-period" | "deductible-most" | "owed-before" => {
            (before - number("amount")).max(0)
        }
        "borne-first" => share(before, ONE - number("rate")),
        "at-least" | "at-least-in-scope" | "at-least-bill" => before.max(number("amount")),
        "rate-better" => {
            assert!(before > number("above"), "the better rate is of an amount that exceeds the limit");
            share(before, number("rate"))
        }
        "rate" => share(before, number("rate")),
        "rate-raised" => {
            let (from, by, rate) = (number("from"), number("by"), number("rate"));
            let ways = [(from + by).min(ONE), share(from, ONE + by).min(ONE)];
            assert!(ways.contains(&rate), "{rate} is not {from} raised by {by}");
            share(before, rate)
        }
        "bands" | "own-rates" => {
            let parts: Vec<(i128, i128)> =
                step.parts.iter().map(|(part, rate)| (decimal(part), decimal(rate))).collect();
            assert_eq!(parts.iter().map(|(amount, _)| amount).sum::<i128>(), before, "the bands make up the amount");
            parts.iter().map(|(amount, rate)| share(*amount, *rate)).sum()
        }
        "cap" | "cap-year" | "cap-period" | "cap-month" | "cap-day" => before.min(number("amount")),
        "past-limit" => before - number("amount"),
        "past-limit-added" => before + number("amount"),
        "uses" => {
            if number("used") < number("amount") {
                before
            } else {
                0
            }
        }
        "allowance" | "allowance-day" => {
            let times = if step.kind == "allowance" { "months" } else { "days" };
            number("amount") * (step.arg)(times).parse::<i128>().unwrap()
        }
        "allowance-expense" => number("amount"),
        "round" => half_up(before),
        "other-pays" | "settled" => 0,
        "in-scope" | "bill" | "left" | "left-by-basic" | "beyond-cap" | "over-limit" | "cut" => return None,
        "from-deductible" | "from-out-of-catalogue" | "from-advance" | "from-unpaid" => return None,
        other => panic!("no rule for a step of kind {other}: write one"),
    })
}

//! The lists beside a record of who paid how much (`setldetail`, `payinfo`), and whether they agree with the slip.

use super::fields::{Amounts, PAID_BY_FUNDS};
use super::found::Found;
use super::reader::Place;
use super::{Note, Record, amount};
use crate::money::Money;
use crate::ordered::Map;

/// Kinds of payment (`fund_pay_type`), each with the line of the slip that it is.
const PAYMENTS: [(&str, &str); 8] = [
    ("310100", "hifp_pay"),
    ("390100", "hifp_pay"),
    ("390200", "hifmi_pay"),
    ("330100", "hifob_pay"),
    ("610100", "maf_pay"),
    ("320100", "cvlserv_pay"),
    ("370100", "hifes_pay"),
    ("310200", "acct_pay"),
];

/// A fen or two is rounding.
const ROUNDING: i64 = 2;

/// A payment of a list.
struct Payment {
    /// Where it stands.
    path: String,
    /// What it says.
    said: String,
    /// The line of the slip that it is of, where its kind is known and its amount can be read.
    of: Option<(&'static str, Money)>,
}

/// Adds the payments to a slip that says of no fund what it paid. The others are told, those that the slip contradicts by
/// another name.
pub fn take_payments(found: &Found, slip: &mut Amounts) -> Vec<Note> {
    let lists = ["setldetail", "payinfo"].into_iter().flat_map(|name| found.list(name));
    let payments: Vec<Payment> = lists.map(|entry| payment(&entry)).collect();
    let mut notes = repeated(&payments);
    let sums = sums(&payments);
    // A line of nothing on the slip is none of a payment.
    let says_nothing = PAID_BY_FUNDS.iter().filter_map(|line| slip.get(line)).all(|said| money(said) == Money::ZERO);
    let is_taken =
        |line: &str, sum: Money, slip: &Amounts| says_nothing && sum >= Money::ZERO && slip.get(line).is_none();
    let told = |payment: &Payment, code| Note { code, path: payment.path.clone(), value: Some(payment.said.clone()) };
    for payment in payments.iter().filter(|payment| !payment.said.is_empty()) {
        let Some((line, _)) = payment.of else {
            notes.push(told(payment, "detail"));
            continue;
        };
        let sum = sums.get(line).copied().unwrap_or_default();
        if !is_taken(line, sum, slip) {
            let is_other = slip.get(line).is_some_and(|said| differ(sum, money(said)));
            notes.push(told(payment, if is_other || sum < Money::ZERO { "detail_differs" } else { "detail" }));
        }
    }
    let taken: Vec<_> = sums.into_iter().filter(|(line, sum)| is_taken(line, *sum, slip)).collect();
    taken.into_iter().for_each(|(line, sum)| slip.set(line, sum.to_string()));
    notes
}

fn payment(entry: &Found) -> Payment {
    let members = ["fund_pay_type", "fund_pay_type_name", "fund_payamt"].map(|name| entry.text(name));
    let said: Vec<&str> = members.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let [kind, _, paid] = &members;
    let line = PAYMENTS.iter().find(|(code, _)| code == kind).map(|(_, line)| *line);
    Payment { path: entry.path.clone(), said: said.join(" "), of: line.zip(amount::signed(paid).ok()) }
}

/// What the payments of each line come to; one that was given back stands with a minus.
fn sums(payments: &[Payment]) -> Map<&'static str, Money> {
    let mut sums = Map::new();
    for (line, paid) in payments.iter().filter_map(|payment| payment.of) {
        let sum = sums.entry(line).or_insert(Money::ZERO);
        *sum = *sum + paid;
    }
    sums
}

/// Payments that say the same as one before them: whether it was paid twice, nobody knows.
fn repeated(payments: &[Payment]) -> Vec<Note> {
    let is_again = |(place, payment): &(usize, &Payment)| {
        let before = payments.iter().take(*place).any(|one| one.said == payment.said);
        before && payment.of.is_some_and(|(_, paid)| paid != Money::ZERO)
    };
    let again = payments.iter().enumerate().filter(is_again).map(|(_, payment)| payment);
    let note = |one: &Payment| Note { code: "repeated_payment", path: one.path.clone(), value: Some(one.said.clone()) };
    again.map(note).collect()
}

/// Tells where a slip does not add up.
pub fn check(place: &Place, slip: &Amounts, into: &mut Record) {
    let mut sums = Sums { place, slip, into };
    sums.check_funds();
    sums.check_total();
    sums.check_own();
}

/// The sums of a slip.
struct Sums<'s, 'f> {
    place: &'s Place<'f>,
    slip: &'s Amounts,
    into: &'s mut Record,
}

impl Sums<'_, '_> {
    fn of(&self, line: &str) -> Option<Money> {
        self.slip.get(line).map(money)
    }

    fn tell(&mut self, code: &'static str, line: &'static str, amount: Money) {
        // Where items or payments say the amount, no line of it has a place.
        let found = self.place.found;
        let path = if found.get(line).is_some() { found.at(line) } else { found.path.clone() };
        self.into.note(code, path, Some(&amount.to_string()));
    }

    /// The funds paid more than the bill, or another sum than the slip says, or something that no fund's line says; or somebody
    /// else did.
    fn check_funds(&mut self) {
        let said: Vec<Money> = PAID_BY_FUNDS.iter().filter_map(|line| self.of(line)).collect();
        let paid = said.iter().fold(Money::ZERO, |sum, amount| sum + *amount);
        let all = self.of("fund_pay_sumamt");
        let most = all.map_or(paid, |all| all.max(paid));
        if self.of("medfee_sumamt").is_some_and(|total| is_more(most, total)) {
            self.tell("paid_over_bill", "medfee_sumamt", most);
        }
        let is_whole = said.len() == PAID_BY_FUNDS.len();
        match all {
            Some(all) if is_more(paid, all) || (is_whole && differ(paid, all)) => {
                self.tell("funds_differ", "fund_pay_sumamt", paid);
            }
            Some(all) if is_more(all, paid) => self.tell("fund_not_said", "fund_pay_sumamt", all - paid),
            _ => {}
        }
        // No estimate has these: it would let the person bear them.
        for (line, code) in [("oth_pay", "paid_beside"), ("hosp_part_amt", "hospital_bears")] {
            if let Some(amount) = self.of(line).filter(|amount| *amount > Money::ZERO) {
                self.tell(code, line, amount);
            }
        }
    }

    /// With what the person bears, and perhaps the hospital, the funds' payments come to another bill.
    fn check_total(&mut self) {
        let [Some(total), Some(own)] = ["medfee_sumamt", "psn_part_amt"].map(|line| self.of(line)) else { return };
        let lines = PAID_BY_FUNDS.iter().filter_map(|line| self.of(line));
        let all = self.of("fund_pay_sumamt").unwrap_or_else(|| lines.fold(Money::ZERO, |sum, paid| sum + paid));
        let sums = with_or_without(all + own, self.of("hosp_part_amt"));
        if !is_more(all, total) && sums.iter().all(|sum| differ(*sum, total)) {
            self.tell("total_differs", "medfee_sumamt", all + own);
        }
    }

    /// The person pays another sum than account and cash. Whether the account's payment holds that of the family's account, each
    /// province does in its own way.
    fn check_own(&mut self) {
        let lines = ["psn_part_amt", "acct_pay", "psn_cash_pay"].map(|line| self.of(line));
        let [Some(own), Some(account), Some(cash)] = lines else { return };
        let sums = with_or_without(account + cash, self.of("acct_mulaid_pay"));
        if sums.iter().all(|sum| differ(*sum, own)) {
            self.tell("own_differs", "psn_part_amt", account + cash);
        }
    }
}

fn with_or_without(sum: Money, more: Option<Money>) -> Vec<Money> {
    [Some(sum), more.map(|more| sum + more)].into_iter().flatten().collect()
}

fn money(amount: &str) -> Money {
    Money::parse(amount).unwrap_or_default()
}

fn is_more(one: Money, other: Money) -> bool {
    one - other > Money::from_fen(ROUNDING)
}

fn differ(one: Money, other: Money) -> bool {
    is_more(one, other) || is_more(other, one)
}

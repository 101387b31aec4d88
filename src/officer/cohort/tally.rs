//! What is counted of residents: of all of them, and of each group. The order does not matter, so that parts of a
//! population may be counted anywhere and put together.

use super::compare::Side;
use super::description::{Description, HARDSHIP, LEVEL, SCHEME, names};
use super::draw::Resident;
use super::yuan::Span;

/// What groups are made by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Everybody.
    All,
    /// The kind of insurance.
    Insurance,
    /// The age on the first day of the year.
    Age,
    /// The hardship group.
    Hardship,
    /// The highest level of hospital of the year.
    Level,
}

impl By {
    /// Its name in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            By::All => "all",
            By::Insurance => "insurance",
            By::Age => "age",
            By::Hardship => "hardship",
            By::Level => "level",
        }
    }
}

/// Ages from … to …, with the name of the group.
const BANDS: [(i64, i64, &str); 5] =
    [(0, 17, "0-17"), (18, 44, "18-44"), (45, 59, "45-59"), (60, 74, "60-74"), (75, 120, "75-120")];

/// A group by what it is made by, and its name; none: not in any of the others.
pub type Named = (By, Option<String>);

/// The groups of a description, in the order of reports.
#[must_use]
pub fn groups(description: &Description) -> Vec<Named> {
    let book = Some(&*description.book);
    let of = |by: By, names: Vec<String>| names.into_iter().map(move |name| (by, Some(name)));
    let bands = BANDS.iter().map(|(.., name)| (*name).to_owned()).collect();
    let mut groups = vec![(By::All, None)];
    groups.extend(of(By::Insurance, names(SCHEME, None)));
    groups.extend(of(By::Age, bands));
    groups.push((By::Hardship, None));
    groups.extend(of(By::Hardship, names(HARDSHIP, book)));
    groups.push((By::Level, None));
    groups.extend(of(By::Level, names(LEVEL, None)));
    groups
}

/// The numbers of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// How many people.
    pub people: i128,
    /// How many had a bill.
    pub treated: i128,
    /// How many bills.
    pub bills: i128,
    /// All of them together, in fen.
    pub billed: i128,
    /// Whose answer is a range.
    pub open: i128,
    /// Who gets more.
    pub gain: i128,
    /// Who gets less.
    pub lose: i128,
    /// Whose range moves at one end up and at the other down.
    pub unclear: i128,
    /// The greatest loss of one of them, not above nothing.
    pub least: i128,
    /// The greatest gain, not below nothing.
    pub greatest: i128,
    /// Under the one policy.
    pub before: Side,
    /// Under the other.
    pub after: Side,
}

/// What one resident adds.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// How many bills.
    pub bills: i128,
    /// All of them together, in fen.
    pub billed: i128,
    /// Under the one policy.
    pub before: Side,
    /// Under the other.
    pub after: Side,
}

/// The counts of all groups, and what is left to each of those who were treated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    groups: Vec<Named>,
    counts: Vec<Counts>,
    /// Lowest and highest before, lowest and highest after.
    pockets: [Vec<i64>; 4],
}

impl Tally {
    /// Of nobody.
    #[must_use]
    pub fn new(description: &Description) -> Tally {
        let groups = groups(description);
        Tally { counts: vec![Counts::default(); groups.len()], groups, pockets: Default::default() }
    }

    /// The groups with their counts.
    pub fn groups(&self) -> impl Iterator<Item = (&Named, &Counts)> {
        self.groups.iter().zip(&self.counts)
    }

    /// The counts of everybody.
    #[must_use]
    pub fn all(&self) -> Counts {
        self.counts.first().cloned().unwrap_or_default()
    }

    /// What is left to those who were treated, lowest first: low and high before, low and high after.
    #[must_use]
    pub fn pockets(&self) -> [Vec<i64>; 4] {
        let mut pockets = self.pockets.clone();
        pockets.iter_mut().for_each(|amounts| amounts.sort_unstable());
        pockets
    }

    /// A resident is counted.
    pub fn count(&mut self, resident: &Resident, settled: &Settled) {
        // Most people have no bill: of them there is nothing else to add.
        let treated = (settled.bills > 0).then(|| Counts::of(settled));
        for (_, group) in self.groups.iter().zip(&mut self.counts).filter(|(group, _)| holds(group, resident)) {
            match &treated {
                Some(counts) => group.add(counts),
                None => group.people = group.people.saturating_add(1),
            }
        }
        if treated.is_some() {
            let (before, after) = (settled.before.pocket, settled.after.pocket);
            for (amounts, fen) in self.pockets.iter_mut().zip([before.low, before.high, after.low, after.high]) {
                amounts.push(i64::try_from(fen).unwrap_or(i64::MAX));
            }
        }
    }

    /// Others are counted, too.
    pub fn add(&mut self, other: Tally) {
        for (mine, theirs) in self.counts.iter_mut().zip(&other.counts) {
            mine.add(theirs);
        }
        for (mine, theirs) in self.pockets.iter_mut().zip(other.pockets) {
            mine.extend(theirs);
        }
    }

    /// As bytes, to be handed from one instance of the core to another.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for counts in &self.counts {
            counts.numbers().for_each(|number| bytes.extend(number.to_le_bytes()));
        }
        self.pockets.iter().flatten().for_each(|fen| bytes.extend(fen.to_le_bytes()));
        bytes
    }

    /// Others are counted, too, as bytes of the same description.
    pub fn add_bytes(&mut self, bytes: &[u8]) {
        let mut rest = bytes;
        let mut other = Tally { counts: vec![Counts::default(); self.counts.len()], ..self.clone() };
        for number in other.counts.iter_mut().flat_map(Counts::numbers_mut) {
            let Some((head, tail)) = rest.split_first_chunk() else { return };
            (*number, rest) = (i128::from_le_bytes(*head), tail);
        }
        let (amounts, _) = rest.as_chunks();
        let each = amounts.len().div_euclid(4).max(1);
        let mut parts = amounts.chunks(each).map(|part| part.iter().map(|fen| i64::from_le_bytes(*fen)).collect());
        other.pockets = std::array::from_fn(|_| parts.next().unwrap_or_default());
        self.add(other);
    }
}

/// Whether a resident is of a group.
fn holds((by, name): &Named, resident: &Resident) -> bool {
    match by {
        By::All => true,
        By::Insurance => name.as_ref() == Some(&resident.insurance),
        By::Age => name.as_deref() == band(resident.age),
        By::Hardship => *name == resident.hardship,
        By::Level => *name == resident.level,
    }
}

fn band(age: i64) -> Option<&'static str> {
    let band = BANDS.iter().find(|(from, to, _)| (*from..=*to).contains(&age));
    band.map(|(.., name)| *name)
}

impl Counts {
    fn of(settled: &Settled) -> Counts {
        let Settled { bills, billed, before, after } = settled.clone();
        let change = after.received().since(before.received());
        let one = |is: bool| i128::from(is);
        let (up, down) = (change.low >= 0 && change.high >= 0, change.low <= 0 && change.high <= 0);
        let middle = change.low.saturating_add(change.high).div_euclid(2);
        let is_open = !before.received().is_exact() || !after.received().is_exact();
        Counts {
            people: 1,
            treated: one(bills > 0),
            bills,
            billed,
            open: one(is_open),
            gain: one(up && !down),
            lose: one(down && !up),
            unclear: one(!up && !down),
            least: middle.min(0),
            greatest: middle.max(0),
            before,
            after,
        }
    }

    /// Every number, in a fixed order.
    fn numbers(&self) -> impl Iterator<Item = i128> {
        let Counts { people, treated, bills, billed, open, gain, lose, unclear, least, greatest, before, after } = self;
        let counts = [people, treated, bills, billed, open, gain, lose, unclear, least, greatest];
        let spans = before.spans().chain(after.spans());
        counts.into_iter().chain(spans.flat_map(|Span { low, high }| [low, high])).copied()
    }

    /// The same, to be changed.
    fn numbers_mut(&mut self) -> impl Iterator<Item = &mut i128> {
        let Counts { people, treated, bills, billed, open, gain, lose, unclear, least, greatest, before, after } = self;
        let counts = [people, treated, bills, billed, open, gain, lose, unclear, least, greatest];
        let spans = before.spans_mut().chain(after.spans_mut());
        counts.into_iter().chain(spans.flat_map(|Span { low, high }| [low, high]))
    }

    fn add(&mut self, other: &Counts) {
        let plus = i128::saturating_add;
        let Counts { people, treated, bills, billed, open, gain, lose, unclear, least, greatest, before, after } =
            other;
        *self = Counts {
            people: plus(self.people, *people),
            treated: plus(self.treated, *treated),
            bills: plus(self.bills, *bills),
            billed: plus(self.billed, *billed),
            open: plus(self.open, *open),
            gain: plus(self.gain, *gain),
            lose: plus(self.lose, *lose),
            unclear: plus(self.unclear, *unclear),
            least: self.least.min(*least),
            greatest: self.greatest.max(*greatest),
            before: self.before.plus(before),
            after: self.after.plus(after),
        };
    }
}

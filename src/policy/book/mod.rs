//! What holds in one region: the programmes of its chain of files, less those that a nearer one replaces.

mod counted;
mod entries;
mod numbers;
mod reads;
mod touched;

use super::step::Role;
use super::{
    Condition, Elsewhere, ItemClass, Kind, NamedWords, PolicyFile, Programme, Source, StayYear, Step, Unit, Value,
    Words,
};
use crate::calendar::YearStart;
use crate::ordered::{Map, Set};
use crate::vocabulary::{Fact, Fund, OptionList, Options, Service};
use std::sync::Arc;

pub use counted::Counted;
use entries::{Entries, Entry};
pub use numbers::Open;
pub use touched::ProgrammeChange;

/// A programme by its place in a [`Book`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgrammeIx(usize);

impl ProgrammeIx {
    /// Its place.
    #[must_use]
    pub fn place(self) -> usize {
        self.0
    }
}

/// The rules of one region.
#[derive(Debug)]
pub struct Book {
    /// Its files, nearest first.
    pub chain: Vec<Arc<PolicyFile>>,
    /// The day on which its insurance years begin.
    pub year_start: YearStart,
    /// To which of them a stay over the end of one belongs.
    pub stay_year: StayYear,
    /// The order in which its funds are settled.
    pub fund_order: Vec<Fund>,
    /// What its counters count.
    pub counted: Counted,
    /// The options of facts in the region.
    options: Options,
    /// The classes of items that hold everywhere.
    national_classes: Vec<ItemClass>,
    /// Facts that steps compute with.
    counted_facts: Set<Fact>,
    /// Facts that amounts are computed with.
    numbers: Vec<Fact>,
    /// The programmes of a fund that have a line for a service.
    paying: Map<(Fund, Service), Vec<ProgrammeIx>>,
    /// Values with which amounts need not move evenly: steps take them with modifiers, or divide by them.
    uneven: Set<(ProgrammeIx, usize)>,
    /// Where the dated figures stand, by name.
    indices: Map<String, (ProgrammeIx, usize)>,
    /// Where the values for care elsewhere stand.
    elsewhere: Option<(ProgrammeIx, Elsewhere)>,
    /// The basic programmes without a rule of their own for it.
    without_rule_elsewhere: Set<ProgrammeIx>,
    /// Before which others each programme gives way where they apply.
    yields: Vec<Vec<ProgrammeIx>>,
    /// The facts that each programme reads.
    reads: Vec<Set<Fact>>,
    /// The programmes, then what is read from beside them.
    entries: Vec<Entry>,
    /// How many of them are programmes of the region. The rest were replaced, but the cover of a child is read from them.
    listed: usize,
    cover: Option<Cover>,
    covered: Condition,
    rows: Vec<(ProgrammeIx, usize, usize)>,
    readings: Vec<(ProgrammeIx, usize)>,
    /// What is open where a request says nothing. It is worked out once: every request starts from it.
    pub open: Open,
}

/// The id of the condition that the person was covered on the day of the expense.
pub const COVERED: &str = "covered";

/// Where it stands whether a child under one is covered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cover {
    /// Whose conditions say that it is covered from birth.
    pub from_birth: ProgrammeIx,
    /// Whose clause holds where they do not.
    pub otherwise: Option<ProgrammeIx>,
}

impl Book {
    pub(super) fn new(chain: Vec<Arc<PolicyFile>>) -> Book {
        let Entries { all: entries, listed, indices } = Entries::of(&chain);
        let options = Options::with(chain.iter().rev().map(|file| &file.added)).unwrap_or_default();
        let year_start = chain.iter().find_map(|file| file.year_start).unwrap_or_default();
        let stay_year = chain.iter().find_map(|file| file.stay_year).unwrap_or_default();
        let fund_order = in_order(chain.iter().find_map(|file| file.fund_order.as_deref()).unwrap_or_default());
        let covered = Condition {
            text: NamedWords { id: COVERED.to_owned(), words: Words::default() },
            test: super::Test::Covered,
        };
        let mut book = Book {
            chain,
            year_start,
            stay_year,
            fund_order,
            counted: Counted::default(),
            counted_facts: Set::default(),
            numbers: Vec::new(),
            paying: Map::default(),
            uneven: Set::default(),
            indices,
            elsewhere: None,
            without_rule_elsewhere: Set::default(),
            yields: Vec::new(),
            reads: Vec::new(),
            options,
            national_classes: ItemClass::national(),
            entries,
            listed,
            cover: None,
            covered,
            rows: Vec::new(),
            readings: Vec::new(),
            open: Open::default(),
        };
        book.number_unknowns();
        book.open = book.all_open();
        book.counted = book.all_counted();
        book.counted_facts = book.all_counted_facts();
        book.elsewhere = book.find_elsewhere();
        book.uneven = book.all_uneven();
        book.numbers = book.all_numbers();
        book.paying = book.all_paying();
        book.cover = book.find_cover();
        book.without_rule_elsewhere = book.programmes().filter(|p| book.programme(*p).takes_rule_elsewhere()).collect();
        book.yields = book.programmes().map(|p| book.all_before(p)).collect();
        book.reads = book.all_reads();
        book
    }

    fn all_counted_facts(&self) -> Set<Fact> {
        let steps = self.programmes().flat_map(|p| &self.programme(p).benefit);
        steps.flat_map(Step::counted).collect()
    }

    fn find_elsewhere(&self) -> Option<(ProgrammeIx, Elsewhere)> {
        let holder = self.all().find(|p| self.programme(*p).is_elsewhere)?;
        self.programme(holder).elsewhere().map(|values| (holder, values))
    }

    /// Several steps may take one dated figure, so nothing need move evenly with it.
    fn all_uneven(&self) -> Set<(ProgrammeIx, usize)> {
        let of = |p: ProgrammeIx| {
            self.programme(p).benefit.iter().flat_map(Step::uneven_values).map(move |value| (p, value))
        };
        let of_steps = self.programmes().flat_map(of);
        let of_steps = of_steps.chain(self.indices.values().copied());
        of_steps.chain(self.dividing_rates()).chain(self.squared_rates()).collect()
    }

    /// The rates that may be multiplied by themselves: those that a programme takes more than once, and all where some amount is
    /// made of what a counter holds, for that may come of them.
    fn squared_rates(&self) -> Vec<(ProgrammeIx, usize)> {
        let takes_a_counter = self.programmes().any(|p| self.programme(p).benefit.iter().any(Step::takes_a_counter));
        let of = |p: ProgrammeIx| {
            let programme = self.programme(p);
            let taken: Vec<usize> = programme.benefit.iter().flat_map(Step::values).collect();
            let is_repeated = |value: usize| taken.iter().filter(|other| **other == value).count() > 1;
            let is_rate = |value: usize| programme.values.get(value).is_some_and(|value| value.unit == Unit::Rate);
            let squared = |value: &usize| is_rate(*value) && (takes_a_counter || is_repeated(*value));
            taken.iter().copied().filter(squared).map(|value| (p, value)).collect::<Vec<_>>()
        };
        self.programmes().flat_map(of).collect()
    }

    /// The rates by which a limit is reckoned back to the cost: what lies above it does not move evenly with them.
    fn dividing_rates(&self) -> Vec<(ProgrammeIx, usize)> {
        let above_ceilings = self.programmes().filter(|p| self.counted.overflow.contains(&p.place()));
        let omits = |step: &Step| step.omissions().over_ceiling;
        let is_omitted = self.programmes().any(|p| self.programme(p).benefit.iter().any(omits));
        let named = self.programmes().flat_map(|p| {
            let places = self.programme(p).benefit.iter().flat_map(Step::reckons_back);
            places.filter_map(|place| self.sibling(p, place)).collect::<Vec<_>>()
        });
        let divided = named.chain(above_ceilings.filter(|_| is_omitted));
        let rates = |p: ProgrammeIx| {
            let shares = self.programme(p).benefit.iter().filter(|step| step.role() == Role::Share);
            shares.flat_map(Step::plain_values).map(|value| (p, value)).collect::<Vec<_>>()
        };
        let mut divided: Vec<_> = divided.flat_map(rates).collect();
        // What comes off these rates for care elsewhere divides as they do.
        let points = self.elsewhere.as_ref().map(|(p, elsewhere)| (*p, elsewhere.points));
        divided.extend(points.filter(|_| !divided.is_empty()));
        divided
    }

    /// Where a dated figure stands: what holds it, and its place there.
    #[must_use]
    pub fn index(&self, name: &str) -> Option<(ProgrammeIx, usize)> {
        self.indices.get(name).copied()
    }

    /// The dated figure of a name.
    #[must_use]
    pub fn index_value(&self, name: &str) -> Option<&Value> {
        let (holder, place) = self.index(name)?;
        self.programme(holder).values.get(place)
    }

    /// The values for care elsewhere, with the programme that holds them, where a programme takes them.
    #[must_use]
    pub fn elsewhere(&self, p: ProgrammeIx) -> Option<(ProgrammeIx, Elsewhere)> {
        self.elsewhere.filter(|_| self.without_rule_elsewhere.contains(&p))
    }

    /// The place of the row of the deductible for care elsewhere.
    #[must_use]
    pub fn deductible_elsewhere(&self) -> Option<usize> {
        self.elsewhere.map(|(holder, values)| self.row_place(holder, values.deductible, 0))
    }

    /// Whether a programme of the region says what the personal account pays.
    #[must_use]
    pub fn has_account(&self) -> bool {
        self.programmes().any(|p| self.programme(p).account.is_some())
    }

    /// The classes of items on a bill, those of nearer files first.
    pub fn item_classes(&self) -> impl Iterator<Item = &ItemClass> {
        self.chain.iter().flat_map(|file| &file.item_classes).chain(&self.national_classes)
    }

    /// The class of a name: a nearer file's stands for that of one further up.
    #[must_use]
    pub fn item_class(&self, name: &str) -> Option<&ItemClass> {
        self.item_classes().find(|class| class.name == name)
    }

    /// The place in the chain of the file that a programme stands in.
    #[must_use]
    pub fn file_of(&self, p: ProgrammeIx) -> usize {
        self.entries.get(p.0).map_or(0, |entry| entry.file)
    }

    /// The place of a programme in its file.
    #[must_use]
    pub fn place_in_file(&self, p: ProgrammeIx) -> usize {
        self.entries.get(p.0).map_or(0, |entry| entry.place)
    }

    /// Every programme, nearest region first, in the order of the files.
    pub fn programmes(&self) -> impl DoubleEndedIterator<Item = ProgrammeIx> + use<> {
        (0..self.listed).map(ProgrammeIx)
    }

    /// Those that were replaced as well, as far as something is read from them.
    pub fn all(&self) -> impl Iterator<Item = ProgrammeIx> + use<> {
        (0..self.entries.len()).map(ProgrammeIx)
    }

    /// Where it stands whether a child under one is covered; none where no file says so.
    #[must_use]
    pub fn cover(&self) -> Option<Cover> {
        self.cover
    }

    /// The condition on every programme of the insurance itself: that the person was covered on the day.
    #[must_use]
    pub fn covered(&self) -> &Condition {
        &self.covered
    }

    fn find_cover(&self) -> Option<Cover> {
        let rule = |p: ProgrammeIx| self.programme(p).cover_from_birth.as_ref();
        let from_birth = self.programmes().find(|p| rule(*p).is_some())?;
        let otherwise = self.all().find(|p| rule(*p).is_some_and(|rule| rule.otherwise.is_some()));
        Some(Cover { from_birth, otherwise })
    }

    /// The programme at a place.
    #[must_use]
    #[allow(clippy::indexing_slicing, reason = "a ProgrammeIx is only made by this book, entries point into its files")]
    pub fn programme(&self, p: ProgrammeIx) -> &Programme {
        let entry = &self.entries[p.0];
        match &entry.part {
            Some(part) => part,
            None => &self.chain[entry.file].programmes[entry.place],
        }
    }

    /// The options of a choice, a set or a yes/no.
    #[must_use]
    pub fn options(&self, fact: Fact) -> Option<&OptionList> {
        self.options.of(fact)
    }

    /// The programme of this id.
    #[must_use]
    pub fn named(&self, id: &str) -> Option<ProgrammeIx> {
        self.programmes().find(|p| self.programme(*p).id == id)
    }

    /// Where a programme of the same file (by its place there) stands; none where it was replaced.
    #[must_use]
    pub fn sibling(&self, p: ProgrammeIx, place: usize) -> Option<ProgrammeIx> {
        self.entries.get(p.0).and_then(|entry| entry.siblings.get(place).copied().flatten())
    }

    /// The programmes before which this one gives way where they apply.
    #[must_use]
    pub fn yields_to(&self, p: ProgrammeIx) -> &[ProgrammeIx] {
        self.yields.get(p.0).map_or(&[], Vec::as_slice)
    }

    fn all_before(&self, p: ProgrammeIx) -> Vec<ProgrammeIx> {
        let programme = self.programme(p);
        let siblings = programme.yields_to.iter().filter_map(|place| self.sibling(p, *place));
        let file = |p: ProgrammeIx| self.entries.get(p.0).map(|entry| entry.file);
        let pays_alike = |other: &ProgrammeIx| {
            let other = self.programme(*other);
            other.kind == Kind::Reimbursement && other.fund == programme.fund
        };
        let nearer = self.programmes().filter(|other| programme.yields_to_nearer && file(*other) < file(p));
        siblings.chain(nearer.filter(pays_alike)).collect()
    }

    /// Whether some step computes with a fact.
    #[must_use]
    pub fn counts_with(&self, fact: Fact) -> bool {
        self.counted_facts.contains(&fact)
    }

    /// The facts that amounts are computed with; other dates and counts only choose rows and decide conditions.
    pub fn numbers(&self) -> impl Iterator<Item = Fact> {
        self.numbers.iter().copied()
    }

    fn all_numbers(&self) -> Vec<Fact> {
        let parts = [Fact::self_paid(), Fact::advance(), Fact::months(), Fact::third_party_amount()];
        let is_account = |fact: Fact| fact == Fact::account_balance() && self.has_account();
        Fact::all().filter(|fact| parts.contains(fact) || is_account(*fact) || self.counts_with(*fact)).collect()
    }

    /// The programmes of a fund that have a line for a service, in the order of the files.
    #[must_use]
    pub fn paying(&self, fund: Fund, service: Service) -> &[ProgrammeIx] {
        self.paying.get(&(fund, service)).map_or(&[], Vec::as_slice)
    }

    fn all_paying(&self) -> Map<(Fund, Service), Vec<ProgrammeIx>> {
        let mut paying: Map<(Fund, Service), Vec<ProgrammeIx>> = Map::default();
        for p in self.programmes() {
            let programme = self.programme(p);
            for (fund, service) in programme.fund.iter().flat_map(|fund| programme.services.iter().map(|s| (*fund, *s)))
            {
                paying.entry((fund, service)).or_default().push(p);
            }
        }
        paying
    }

    /// The document of this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.chain.iter().flat_map(|file| &file.sources).find(|source| source.id == id)
    }

    /// Every text that the policies word.
    #[must_use]
    pub fn words(&self) -> Vec<&NamedWords> {
        let mut all: Vec<&NamedWords> =
            self.chain.iter().flat_map(|file| file.notes.iter().map(|(text, _)| text)).collect();
        all.extend(self.item_classes().map(|class| &class.text));
        for p in self.all() {
            self.programme(p).collect_words(&mut all);
        }
        all
    }
}

/// The funds that a file names first, in its order; the rest follow in the usual one.
fn in_order(named: &[Fund]) -> Vec<Fund> {
    let rest = Fund::ALL.into_iter().filter(|fund| !named.contains(fund));
    named.iter().copied().chain(rest).collect()
}

impl Programme {
    /// Whether it takes the national values for care elsewhere.
    fn takes_rule_elsewhere(&self) -> bool {
        self.fund == Some(Fund::Basic) && self.kind == Kind::Reimbursement && !self.has_rule_elsewhere()
    }

    fn is_value(&self, place: usize, name: &str) -> bool {
        self.values.get(place).is_some_and(|value| value.name == name)
    }

    fn collect_words<'a>(&'a self, all: &mut Vec<&'a NamedWords>) {
        all.extend([&self.name, &self.clause]);
        all.extend(self.summary.iter().chain(&self.next_steps));
        all.extend(self.conditions().map(|condition| &condition.text));
        all.extend(self.caveats.iter().map(|(text, _)| text));
        for value in &self.values {
            all.push(&value.words);
            all.extend(value.versions.iter().flat_map(|version| version.tree.notes()));
        }
        for reading in &self.readings {
            all.extend([&reading.text, &reading.why]);
            all.extend(reading.options.iter().map(|(_, text)| text));
        }
    }
}

impl super::Tree {
    /// The notes of its leaves.
    fn notes(&self) -> Vec<&NamedWords> {
        match self {
            super::Tree::Leaf(_, super::Leaf::Unpublished { note, .. } | super::Leaf::Limit { note, .. }) => {
                note.iter().collect()
            }
            super::Tree::Leaf(..) => Vec::new(),
            super::Tree::Branch(branches) => branches.iter().flat_map(|(_, tree)| tree.notes()).collect(),
        }
    }
}

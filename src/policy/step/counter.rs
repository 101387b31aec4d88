//! Counters: what a year, a quarter, a month or a stay has held so far, under a name that steps can refer to.
//!
//! A yearly deductible, a yearly cap, bands of the year and the base of a second layer all read a counter. A file may
//! declare counters by name (`"counters"`); the short forms of the steps (`"per": "year"`, `"of": "year_inpatient"`,
//! `"counts"`) mean counters as well. What a step's short form counts is the step's own: two deductibles of one programme
//! never count into each other.

use super::{BillPart, Names, Period};
use crate::calendar::Date;
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::option_set::OptionIndex;
use crate::ordered::Set;
use crate::vocabulary::{Fact, FactKind, Holder, Service, Used};
use std::cell::RefCell;

/// What a counter adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counts {
    /// What programmes paid.
    Paid,
    /// What was borne of programmes' deductibles.
    Borne,
    /// What was in scope of the bills of services, or of the bills on which programmes applied.
    Eligible,
    /// What went into the steps of programmes, as their own base says.
    Base,
    /// What was in scope of the bills of services and not paid by the basic fund.
    LeftByBasic,
    /// The bills on which programmes paid something.
    Uses,
    /// A part of the bills of services. No file names this and the following.
    Part(BillPart),
    /// The same part as it would have been if care elsewhere had been at home.
    AtHome(BillPart),
}

impl Counts {
    /// Those that a file may name, each with its name.
    pub const ALL: [(&'static str, Counts); 6] = [
        ("paid", Counts::Paid),
        ("borne", Counts::Borne),
        ("eligible", Counts::Eligible),
        ("base", Counts::Base),
        ("left_by_basic", Counts::LeftByBasic),
        ("uses", Counts::Uses),
    ];
}

/// Whose amounts a counter adds up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// Programmes of the same file, by their places.
    Programmes(Vec<usize>),
    /// Services.
    Services(Vec<Service>),
}

/// What was counted so far, of whom, and since when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counter {
    /// What it adds up.
    pub counts: Counts,
    /// Whose.
    pub of: Of,
    /// When it starts anew.
    pub per: Per,
    /// The fact of an expense of which each option is counted apart.
    pub apart: Option<Fact>,
    /// Which counter of its file it is.
    pub id: CounterId,
}

/// Which counter of its file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CounterId {
    /// A declared one, by its place.
    Declared(usize),
    /// That of a step's short form, by the places of its programme and of the step: no other step counts into it.
    OfStep(usize, usize),
    /// A short form that stands for the same amounts in every file.
    Common,
}

/// When a counter starts anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Per {
    /// With every expense.
    Expense,
    /// With every stay.
    Stay,
    /// With every calendar day.
    Day,
    /// With every calendar month.
    Month,
    /// With every calendar quarter.
    Quarter,
    /// With every insurance year.
    Year,
}

/// A window of time, and the option of a fact of which the counting is apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// The window.
    pub window: Window,
    /// The option; none where everything counts together.
    pub apart: Apart,
}

/// An option of a fact of which the counting is apart.
pub type Apart = Option<(Fact, OptionIndex)>;

impl From<Window> for Slot {
    fn from(window: Window) -> Slot {
        Slot { window, apart: None }
    }
}

/// One of the windows of time of a [`Per`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Window {
    /// The expense that is settled now.
    Expense,
    /// A stay, by its number.
    Stay(usize),
    /// A calendar day.
    Day(Date),
    /// A calendar month of a year.
    Month(i64, i64),
    /// A calendar quarter of a year.
    Quarter(i64, i64),
    /// An insurance year, by the calendar year in which it begins.
    Year(i64),
}

impl Per {
    /// Each with its name in a file's counters.
    pub const ALL: [(&'static str, Per); 6] = [
        ("expense", Per::Expense),
        ("stay", Per::Stay),
        ("day", Per::Day),
        ("month", Per::Month),
        ("quarter", Per::Quarter),
        ("year", Per::Year),
    ];

    /// The window of a day.
    #[must_use]
    pub fn window(self, day: Date, insurance_year: i64, stay: usize) -> Window {
        match self {
            Per::Expense => Window::Expense,
            Per::Stay => Window::Stay(stay),
            Per::Day => Window::Day(day),
            Per::Month => Window::month_of(day),
            Per::Quarter => Window::quarter_of(day),
            Per::Year => Window::Year(insurance_year),
        }
    }

    /// The time of a step that counts so.
    #[must_use]
    pub fn period(self) -> Period {
        match self {
            Per::Expense => Period::Expense,
            Per::Stay => Period::Stay,
            Per::Day => Period::CalendarDay,
            Per::Month => Period::CalendarMonth,
            Per::Quarter => Period::Quarter,
            Per::Year => Period::Year,
        }
    }
}

impl Window {
    /// The calendar month of a day.
    #[must_use]
    pub fn month_of(day: Date) -> Window {
        let (year, month) = day.month();
        Window::Month(year, month)
    }

    /// The calendar quarter of a day.
    #[must_use]
    pub fn quarter_of(day: Date) -> Window {
        let (year, quarter) = day.quarter();
        Window::Quarter(year, quarter)
    }
}

impl Counter {
    /// What a programme paid, bore or was used for, as one step of it counts.
    #[must_use]
    pub(super) fn of_step(counts: Counts, per: Per, names: &Names) -> Counter {
        let (own, id) = (names.own(), CounterId::OfStep(names.own(), names.step));
        Counter { counts, of: Of::Programmes(vec![own]), per, apart: None, id }
    }

    /// What one deductible of a programme took in the time of this counter.
    #[must_use]
    pub fn deductible(&self, programme: usize, step: usize) -> Counter {
        let (of, id) = (Of::Programmes(vec![programme]), CounterId::OfStep(programme, step));
        Counter { counts: Counts::Borne, of, per: self.per, apart: self.apart, id }
    }

    /// What programmes paid this year.
    #[must_use]
    pub fn paid_by(programmes: Vec<usize>) -> Counter {
        Counter::of_year(Counts::Paid, Of::Programmes(programmes))
    }

    /// The same on this expense only.
    #[must_use]
    pub fn on_this_expense(&self) -> Counter {
        Counter { per: Per::Expense, ..self.clone() }
    }

    /// What was in scope of the year's stays in hospital.
    #[must_use]
    pub fn inpatient_in_scope() -> Counter {
        Counter::of_year(Counts::Eligible, Of::Services(vec![Service::Inpatient]))
    }

    /// What the basic fund left in scope of a second layer's own bills, but for care: its base.
    #[must_use]
    pub(super) fn personal_share(names: &Names) -> Counter {
        let services = || names.services.iter().copied().filter(|service| !service.is_care()).collect();
        let of = if names.is_for_some { Of::Programmes(vec![names.own()]) } else { Of::Services(services()) };
        Counter::of_year(Counts::LeftByBasic, of)
    }

    /// A part of the year's bills that a second layer counts beside their personal share.
    #[must_use]
    pub(super) fn year_part(part: BillPart, at_home: bool, names: &Names) -> Counter {
        let counts = if at_home { Counts::AtHome(part) } else { Counts::Part(part) };
        Counter { counts, ..Counter::personal_share(names) }
    }

    fn of_year(counts: Counts, of: Of) -> Counter {
        Counter { counts, of, per: Per::Year, apart: None, id: CounterId::Common }
    }

    /// Whether only this programme moves it, and all of its bills do.
    #[must_use]
    pub fn is_of_only(&self, programme: usize) -> bool {
        let is_of = matches!(&self.of, Of::Programmes(programmes) if programmes.as_slice() == [programme]);
        is_of && self.apart.is_none()
    }

    /// Whether all of this programme's payments are among what it counts.
    #[must_use]
    pub fn holds_all_of(&self, programme: usize) -> bool {
        let is_among = matches!(&self.of, Of::Programmes(programmes) if programmes.contains(&programme));
        is_among && self.apart.is_none()
    }

    /// A declared counter: `{"counts": …, "of": […], "per": "year", "apart": "treats"}`.
    fn read(node: &Node, programmes: &[String], place: usize) -> Option<Counter> {
        let members = node.members(&["counts", "of", "of_programmes", "per", "apart"])?;
        let counts = members.need("counts").and_then(|at| at.one_of(&Counts::ALL));
        let per = members.need("per").and_then(|at| at.one_of(&Per::ALL));
        let apart = members.optional("apart", apart);
        let of = whose(&members, counts?, programmes);
        Some(Counter { counts: counts?, of: of?, per: per?, apart: apart?, id: CounterId::Declared(place) })
    }
}

/// The times that a step may name by `"per"`: none is one expense, which needs no counter.
pub const TIMES: [(&str, Option<Per>); 5] = [
    ("expense", None),
    ("year", Some(Per::Year)),
    ("quarter", Some(Per::Quarter)),
    ("calendar_month", Some(Per::Month)),
    ("calendar_day", Some(Per::Day)),
];

/// The counters that a file declares.
#[derive(Default)]
pub(in super::super) struct Counters {
    declared: Vec<(String, Option<Counter>)>,
    used: RefCell<Set<usize>>,
}

impl Counters {
    /// Reads them; every problem is noted at its place. `programmes` are the ids of the file's programmes.
    pub fn read(entries: &[(&str, Node)], programmes: &[String]) -> Counters {
        let named =
            |(place, (name, at)): (usize, &(&str, Node))| ((*name).to_owned(), Counter::read(at, programmes, place));
        Counters { declared: entries.iter().enumerate().map(named).collect(), used: RefCell::default() }
    }

    /// The names, in the order of their places.
    pub fn names(&self) -> Vec<String> {
        self.declared.iter().map(|(name, _)| name.clone()).collect()
    }

    /// The counter that a step names, which must count one of these. `Some(None)` where the step names none.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    pub fn named_by(&self, members: &Members, allowed: &[Counts]) -> Option<Option<Counter>> {
        let Some(at) = members.get("counter") else { return Some(None) };
        let counter = self.found(&at)?;
        if allowed.contains(&counter.counts) {
            Some(Some(counter))
        } else {
            let name_of =
                |allowed: &Counts| Counts::ALL.iter().find(|(_, counts)| counts == allowed).map(|(name, _)| *name);
            let kinds = allowed.iter().filter_map(name_of).collect::<Vec<_>>().join(" or ");
            at.refuse(Code::UnknownName, &[("kind", &format!("counter of {kinds}")), ("name", at.string()?)])
        }
    }

    /// The counter of a name.
    pub(super) fn found(&self, at: &Node) -> Option<Counter> {
        let name = at.string()?;
        let Some(place) = self.declared.iter().position(|(declared, _)| declared == name) else {
            return at.refuse(Code::UnknownName, &[("kind", "counter"), ("name", name)]);
        };
        self.used.borrow_mut().insert(place);
        self.declared.get(place).and_then(|(_, counter)| counter.clone())
    }

    /// Counters that no step names: each is a rule that was lost.
    pub fn unused(&self) -> Vec<&str> {
        let used = self.used.borrow();
        let lost = self.declared.iter().enumerate().filter(|(place, _)| !used.contains(place));
        lost.map(|(_, (name, _))| name.as_str()).collect()
    }
}

/// The fact of an expense, with options, of which each option is counted apart.
fn apart(node: &Node) -> Option<Fact> {
    let name = node.string()?;
    let Some(fact) = Fact::named(name) else { return node.refuse(Code::UnknownFact, &[("fact", name)]) };
    let is_of_expense = fact.spec().of == Holder::Expense && fact != Fact::service();
    let has_options = matches!(fact.spec().kind, FactKind::Choice | FactKind::YesNo);
    if is_of_expense && has_options { Some(fact) } else { Used::Apart.refuse(node, name) }
}

/// `"of"`: the programmes or services; `"of_programmes"` where in-scope amounts are to be those of programmes' bills.
fn whose(members: &Members, counts: Counts, programmes: &[String]) -> Option<Of> {
    let names: Vec<_> = programmes.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
    let programmes = |at: &Node| members_of(at, &|at| named_programme(at, &names)).map(Of::Programmes);
    if let Some(at) = members.get("of_programmes") {
        let is_stray = counts != Counts::Eligible || members.has("of");
        return if is_stray {
            at.refuse(Code::UnknownKey, &[("key", "of_programmes"), ("known", "of")])
        } else {
            programmes(&at)
        };
    }
    let at = members.need("of")?;
    match counts {
        Counts::Paid | Counts::Borne | Counts::Uses | Counts::Base => programmes(&at),
        _ => members_of(&at, &|at| at.one_by_name(Service::ALL, Service::name)).map(Of::Services),
    }
}

fn named_programme(node: &Node, names: &[(&str, usize)]) -> Option<usize> {
    let name = node.string()?;
    let found = names.iter().find(|(known, _)| *known == name).map(|(_, place)| *place);
    found.or_else(|| node.refuse(Code::UnknownName, &[("kind", "programme"), ("name", name)]))
}

/// A list that is not empty, each member once.
fn members_of<T: PartialEq>(node: &Node, read: &dyn Fn(&Node) -> Option<T>) -> Option<Vec<T>> {
    if matches!(node.json, Json::Array(items) if items.is_empty()) {
        return node.refuse(Code::Empty, &[]);
    }
    let mut once = Vec::new();
    for member in node.each(read)? {
        if !once.contains(&member) {
            once.push(member);
        }
    }
    Some(once)
}

//! Counters: what a year has held so far, under a name that steps can refer to.
//!
//! A yearly deductible, a yearly cap, bands of the year and the base of a second layer all read a counter. A file may
//! declare counters by name (`"counters"`); the short forms of the steps (`"per": "year"`, `"of": "year_inpatient"`,
//! `"counts"`) mean counters as well.

use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::{Members, Node};
use crate::ordered::Set;
use crate::vocabulary::Service;
use std::cell::RefCell;

/// What a counter adds up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counts {
    /// What programmes paid.
    Paid,
    /// What was borne of programmes' deductibles.
    Borne,
    /// What was in scope of the bills of services.
    Eligible,
    /// What was in scope of the bills of services and not paid by the basic fund.
    LeftByBasic,
}

impl Counts {
    const OF_PROGRAMMES: [(&'static str, Counts); 2] = [("paid", Counts::Paid), ("borne", Counts::Borne)];
    const OF_SERVICES: [(&'static str, Counts); 2] =
        [("eligible", Counts::Eligible), ("left_by_basic", Counts::LeftByBasic)];
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
    /// Whether it starts anew with every expense or with every calendar year.
    pub per: Per,
}

/// When a counter starts anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// With every expense.
    Expense,
    /// With every calendar year.
    Year,
}

impl Counter {
    /// What programmes paid this year, or what was borne of their deductibles.
    #[must_use]
    pub fn of_programmes(counts: Counts, programmes: Vec<usize>) -> Counter {
        Counter { counts, of: Of::Programmes(programmes), per: Per::Year }
    }

    /// The same on this expense only.
    #[must_use]
    pub fn on_this_expense(&self) -> Counter {
        Counter { per: Per::Expense, ..self.clone() }
    }

    /// What was in scope of the year's stays in hospital.
    #[must_use]
    pub fn inpatient_in_scope() -> Counter {
        Counter { counts: Counts::Eligible, of: Of::Services(vec![Service::Inpatient]), per: Per::Year }
    }

    /// What the basic fund left in scope of every bill but those of care: the base of a second layer.
    #[must_use]
    pub fn personal_share() -> Counter {
        let services = Service::ALL.into_iter().filter(|service| !service.is_care());
        Counter { counts: Counts::LeftByBasic, of: Of::Services(services.collect()), per: Per::Year }
    }

    /// Whether only this programme moves it.
    #[must_use]
    pub fn is_of_only(&self, programme: usize) -> bool {
        matches!(&self.of, Of::Programmes(programmes) if programmes.as_slice() == [programme])
    }

    /// A declared counter: `{"counts": …, "of": […], "per": "year"}`.
    fn read(node: &Node, programmes: &[String]) -> Option<Counter> {
        let members = node.members(&["counts", "of", "per"])?;
        let all = [Counts::OF_PROGRAMMES, Counts::OF_SERVICES].concat();
        let counts = members.need("counts").and_then(|at| at.one_of(&all));
        let per = members.need("per").and_then(|at| at.one_of(&[("expense", Per::Expense), ("year", Per::Year)]));
        let of = members.need("of")?;
        let counts = counts?;
        let of = if Counts::OF_PROGRAMMES.iter().any(|(_, known)| *known == counts) {
            let names: Vec<_> = programmes.iter().enumerate().map(|(place, name)| (name.as_str(), place)).collect();
            Of::Programmes(members_of(&of, &|at| named_programme(at, &names))?)
        } else {
            let names = Service::ALL.map(|service| (service.name(), service));
            Of::Services(members_of(&of, &|at| at.one_of(&names))?)
        };
        Some(Counter { counts, of, per: per? })
    }
}

/// The counters that a file declares.
#[derive(Default)]
pub(in super::super) struct Counters {
    declared: Vec<(String, Option<Counter>)>,
    used: RefCell<Set<usize>>,
}

impl Counters {
    /// Reads them; every problem is noted at its place. `programmes` are the ids of the file's programmes.
    pub fn read(entries: &[(&str, Node)], programmes: &[String]) -> Counters {
        let declared = entries.iter().map(|(name, at)| ((*name).to_owned(), Counter::read(at, programmes)));
        Counters { declared: declared.collect(), used: RefCell::default() }
    }

    /// The counter that a step names, which must count one of these. `Some(None)` where the step names none.
    #[allow(clippy::option_option, reason = "the two levels of absence are the meaning")]
    pub(super) fn named_by(&self, members: &Members, allowed: &[Counts]) -> Option<Option<Counter>> {
        let Some(at) = members.get("counter") else { return Some(None) };
        let counter = self.found(&at)?;
        if allowed.contains(&counter.counts) {
            Some(Some(counter))
        } else {
            at.refuse(Code::UnknownName, &[("kind", "counter of this kind"), ("name", at.string()?)])
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

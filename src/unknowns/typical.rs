//! The typical domain of what is open: a part of its domain in which it usually lies. What nobody calls typical keeps its
//! whole domain.

use super::{Case, Domain, Origin, Variable};
use crate::money::Money;
use crate::option_set::OptionIndex;
use crate::quantity::Quantity;
use crate::vocabulary::{Fact, Holder, Typical, Usual};

impl<'r> Case<'r> {
    /// The open variables whose typical domain is narrower than their domain, with it.
    #[must_use]
    pub fn typicals(&self) -> Vec<(Variable, Domain)> {
        let all = 0..self.variable_count();
        all.filter_map(|var| Some((var, self.typical(var)?))).collect()
    }

    /// A variable's typical domain, where that is narrower than its domain.
    #[must_use]
    pub fn typical(&self, var: Variable) -> Option<Domain> {
        let domain = self.domain(var);
        if domain.is_known() {
            return None;
        }
        let usual = match self.origin(var) {
            Origin::Fact(fact, place) => self.usual_fact(fact, place)?,
            Origin::Row(place) if self.book().deductible_elsewhere() == Some(place) => return Some(Domain::AS_AT_HOME),
            Origin::Row(place) => self.usual_row(place)?,
            Origin::Reading(place) => {
                let (_, reading) = self.book().reading(place)?;
                Domain::option(OptionIndex::new(reading.preferred)?)
            }
            Origin::EnrolsInTime | Origin::Uncounted(..) => return None,
        };
        within(domain, usual).filter(|usual| *usual != domain)
    }

    /// What the vocabulary says of a fact, for the service of its expense.
    #[must_use]
    pub fn stated_typical(&self, fact: Fact, place: Option<usize>) -> Option<&'static Typical> {
        // What is said of self_paid is said of it and the advance together.
        let stated = if fact == Fact::advance() { Fact::self_paid() } else { fact };
        let is_held = place.is_some() == (fact.spec().of == Holder::Expense);
        let service = place.map(|place| self.expense(place).service);
        let fits = |typical: &&Typical| {
            typical.services.is_empty() || service.is_some_and(|service| typical.services.contains(&service))
        };
        stated.spec().typical.iter().find(fits).filter(|_| is_held)
    }

    fn usual_fact(&self, fact: Fact, place: Option<usize>) -> Option<Domain> {
        // What items leave open is not what is usual of bills.
        if self.follows_from_items(self.fact(fact, place)) {
            return None;
        }
        match &self.stated_typical(fact, place)?.usual {
            Usual::ShareOfBill(low, high) => {
                let total = self.expense(place?).total.unwrap_or_default();
                let [low, high] = [total.share(*low).floor_fen(), total.share(*high).ceil_fen()];
                let given = self.other_part(fact, place?);
                // Where both parts are open, all of it may be out of the catalogue.
                let is_part = fact == Fact::advance() && given.is_none();
                let low = if is_part { Money::ZERO } else { low };
                let rest = |end: Money| Quantity::Money(end.less(given.unwrap_or_default()));
                Some(Domain::Range { low: rest(low), high: rest(high) })
            }
            Usual::Options(ids) => {
                let options = self.option_set(fact, ids);
                let is_set = matches!(self.domain(self.fact(fact, place)), Domain::Members { .. });
                Some(if is_set { Domain::set(options, self.all_options(fact)) } else { Domain::Options(options) })
            }
        }
    }

    /// What is given of the part of a bill that a typical share speaks of too.
    fn other_part(&self, fact: Fact, place: usize) -> Option<Money> {
        let other = match fact {
            _ if fact == Fact::self_paid() => Fact::advance(),
            _ if fact == Fact::advance() => Fact::self_paid(),
            _ => return None,
        };
        self.expense(place).amount(other)
    }

    fn usual_row(&self, place: usize) -> Option<Domain> {
        let (_, value, row, _) = self.book().row(place)?;
        let (low, high) = value.typical(row, self.days())?;
        match (low, high) {
            (Quantity::YesNo(low), Quantity::YesNo(high)) => (low == high).then(|| Domain::one(Quantity::YesNo(low))),
            _ => Some(Domain::Range { low, high }),
        }
    }
}

/// As much of what is usual as may be so at all; none where nothing is.
fn within(domain: Domain, usual: Domain) -> Option<Domain> {
    match (domain, usual) {
        (Domain::Options(all), Domain::Options(usual)) => {
            Some(all.shared(usual)).filter(|both| !both.is_empty()).map(Domain::Options)
        }
        (Domain::Range { .. }, Domain::Range { .. }) => domain.shared(usual),
        _ => domain.meets(usual).then_some(usual),
    }
}

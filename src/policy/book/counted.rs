//! What the counters of a region count, and which counter a name means.

use super::{Book, ProgrammeIx};
use crate::ordered::{Map, Set};
use crate::policy::Step;
use crate::policy::step::{BillPart, Counter, CounterId, Counts, Of, Omissions, Per};
use crate::vocabulary::{Fact, Fund, Service};

/// What the counters of a region count.
#[derive(Debug, Default, PartialEq)]
pub struct Counted {
    /// The times in which one of them counts; the year is always there.
    pub times: Vec<Per>,
    /// The facts of which options are counted apart, each with the services of whose bills.
    pub apart: Map<Fact, Set<Service>>,
    /// The programmes (by place in the book) of which uses are counted.
    pub uses: Set<usize>,
    /// The programmes of which it is counted what was in scope of their bills.
    pub eligible: Set<usize>,
    /// The programmes of which it is counted what went into their steps.
    pub bases: Set<usize>,
    /// The second layers that count the bills alone on which their conditions hold.
    pub shares: Set<usize>,
    /// The programmes (by place in the book) of which it must be known what their yearly limits leave over.
    pub overflow: Set<usize>,
    /// Whether the advance matters by itself, and not only what is out of scope together.
    pub advance: bool,
    /// Whether a programme asks what basic programmes took off as deductible, or leaves out a part of the share.
    pub omissions: bool,
    /// By which further parts the year's bills are counted.
    pub parts: Set<Counts>,
    /// Whether one of them is as if care elsewhere had been at home.
    pub at_home: bool,
}

impl Book {
    pub(super) fn all_counted(&self) -> Counted {
        let mut counted = Counted { times: vec![Per::Year], ..Counted::default() };
        for p in self.programmes() {
            let steps = || self.programme(p).benefit.iter();
            let watched = steps().flat_map(Step::overflows).filter_map(|place| self.sibling(p, place));
            counted.overflow.extend(watched.map(ProgrammeIx::place));
            let omits = |step: &Step| step.omissions() != Omissions::default();
            counted.omissions |= steps().any(|step| omits(step) || step.asks_for(BillPart::Deductible));
            if steps().any(|step| step.omissions().over_ceiling) {
                let basic = self.programmes().filter(|p| self.programme(*p).fund == Some(Fund::Basic));
                counted.overflow.extend(basic.map(ProgrammeIx::place));
            }
            counted.advance |= steps().any(|s| s.asks_for(BillPart::Advance) || s.asks_for(BillPart::OutOfCatalogue));
            for counter in steps().flat_map(Step::counters) {
                counted.at_home |= matches!(counter.counts, Counts::AtHome(_));
                if matches!(counter.counts, Counts::Part(_) | Counts::AtHome(_)) {
                    counted.parts.insert(counter.counts);
                }
                if !counted.times.contains(&counter.per) {
                    counted.times.push(counter.per);
                }
                if let Some(fact) = counter.apart {
                    counted.apart.entry(fact).or_default().extend(self.counted_services(p, counter));
                }
                let Of::Programmes(places) = &counter.of else { continue };
                let whose = places.iter().filter_map(|place| self.sibling(p, *place)).map(ProgrammeIx::place);
                match counter.counts {
                    Counts::Uses => counted.uses.extend(whose),
                    Counts::Eligible => counted.eligible.extend(whose),
                    Counts::Base => counted.bases.extend(whose),
                    Counts::LeftByBasic | Counts::Part(_) | Counts::AtHome(_) => counted.shares.extend(whose),
                    _ => {}
                }
            }
        }
        counted
    }

    /// The services of the bills that move a counter, or of which a programme asks it.
    pub(super) fn counted_services(&self, p: ProgrammeIx, counter: &Counter) -> Vec<Service> {
        let own = self.programme(p).services.iter();
        let moved: Vec<Service> = match &counter.of {
            Of::Services(services) => services.clone(),
            Of::Programmes(places) => {
                let whose = places.iter().filter_map(|place| self.sibling(p, *place));
                whose.flat_map(|q| self.programme(q).services.iter().copied()).collect()
            }
        };
        own.copied().chain(moved).collect()
    }

    /// The counter of a name: `<region>/<counter>`, or `<region>/<programme>/<counter>` where the programme counts into it or
    /// names it; there a step's own counter is named as the step's value.
    #[must_use]
    pub fn counter(&self, name: &str) -> Option<(usize, &Counter)> {
        let (of, name) = name.rsplit_once('/')?;
        let programmes = self.programmes().filter(|p| {
            let id = &self.programme(*p).id;
            id == of || id.split_once('/').is_some_and(|(region, _)| region == of)
        });
        let mut found = programmes.filter_map(|p| self.counter_of(p, name, self.programme(p).id == of));
        found.next()
    }

    pub(super) fn counter_of(&self, p: ProgrammeIx, name: &str, own_too: bool) -> Option<(usize, &Counter)> {
        let programme = self.programme(p);
        let file = self.file_of(p);
        let declared = &self.chain.get(file)?.counters;
        let is_named = |step: &Step, counter: &Counter| match counter.id {
            CounterId::Declared(place) => declared.get(place).is_some_and(|declared| declared == name),
            CounterId::OfStep(..) => own_too && step.counter_value().is_some_and(|v| programme.is_value(v, name)),
            CounterId::Common => false,
        };
        let steps = programme.benefit.iter().flat_map(|step| step.counters().into_iter().map(move |c| (step, c)));
        steps.filter(|(step, counter)| is_named(step, counter)).map(|(_, counter)| (file, counter)).next()
    }

    /// The yearly counters that count options apart, each with the place of its file and its name: what the year held of them
    /// only they can say.
    pub fn yearly_apart(&self) -> impl Iterator<Item = (usize, &str, &Counter)> {
        self.programmes().flat_map(move |p| {
            let file = self.file_of(p);
            let declared = self.chain.get(file).map(|file| file.counters.as_slice()).unwrap_or_default();
            let counters = self.programme(p).benefit.iter().flat_map(Step::counters);
            let apart = counters.filter(|counter| counter.apart.is_some() && counter.per == Per::Year);
            apart.filter_map(move |counter| match counter.id {
                CounterId::Declared(place) => Some((file, declared.get(place)?.as_str(), counter)),
                CounterId::OfStep(..) | CounterId::Common => None,
            })
        })
    }

    /// Whether a counter, which a file declares, counts a programme.
    #[must_use]
    pub fn counts_programme(&self, file: usize, counter: &Counter, p: ProgrammeIx) -> bool {
        let is_of = |places: &Vec<usize>| places.contains(&self.place_in_file(p));
        self.file_of(p) == file && matches!(&counter.of, Of::Programmes(places) if is_of(places))
    }
}

//! What a change of a region's rules can touch.

use super::{Book, ProgrammeIx};
use crate::ordered::Set;
use crate::policy::Programme;
use crate::vocabulary::Service;

/// A programme that another version of its region has otherwise.
#[derive(Clone, Debug)]
pub struct ProgrammeChange {
    /// Which.
    pub programme: ProgrammeIx,
    /// The services that it has lines for in one of the versions. Bills of others are settled alike by both.
    pub services: Vec<Service>,
    /// Whether it applies to the same bills in both, and only pays otherwise. Bills to which it does not apply are settled
    /// alike, too.
    pub applies_alike: bool,
}

impl Book {
    /// The programmes that differ from those of another version of the region. What they cannot touch is settled alike by both,
    /// to the ends of every range. None where more differs than what programmes say of themselves: then any bill may be touched.
    #[must_use]
    pub fn changes(&self, other: &Book) -> Option<Vec<ProgrammeChange>> {
        let programmes = self.all().zip(self.each_programme()).zip(other.each_programme());
        let changed = programmes.filter(|((_, mine), theirs)| mine != theirs);
        let change = |((programme, mine), theirs): ((ProgrammeIx, &Programme), &Programme)| ProgrammeChange {
            programme,
            services: [mine.services.clone(), theirs.services.clone()].concat(),
            applies_alike: applies_alike(mine, theirs),
        };
        self.is_framed_as(other).then(|| changed.map(change).collect())
    }

    /// The services of which such a change can touch bills.
    #[must_use]
    pub fn touched_services(&self, other: &Book) -> Option<Set<Service>> {
        Some(self.changes(other)?.into_iter().flat_map(|change| change.services).collect())
    }

    /// Whether all is the same but for what its programmes say themselves.
    fn is_framed_as(&self, other: &Book) -> bool {
        self.is_read_alike(other)
            && self.has_same_programmes(other)
            && self.has_same_files(other)
            && self.covers_alike(other)
    }

    /// Whether a child under one is covered from birth by the same programmes: they are asked on bills of any service.
    fn covers_alike(&self, other: &Book) -> bool {
        self.covering() == other.covering()
    }

    fn covering(&self) -> Option<[Option<&Programme>; 2]> {
        let cover = self.cover?;
        Some([Some(cover.from_birth), cover.otherwise].map(|p| p.map(|p| self.programme(p))))
    }

    /// Whether what is worked out of all programmes together came out the same: what they count, and of every row and reading
    /// where it stands and how far it may range.
    fn is_read_alike(&self, other: &Book) -> bool {
        self.year_start == other.year_start
            && self.stay_year == other.stay_year
            && self.fund_order == other.fund_order
            && self.has_account() == other.has_account()
            && self.counted == other.counted
            && self.counted_facts == other.counted_facts
            && self.uneven == other.uneven
            && self.cover == other.cover
            && self.elsewhere == other.elsewhere
            && self.without_rule_elsewhere == other.without_rule_elsewhere
            && self.open == other.open
            && self.readings == other.readings
    }

    /// Whether the same programmes stand at the same places, and what holds values for others holds the same.
    fn has_same_programmes(&self, other: &Book) -> bool {
        let (mine, theirs) = (self.each_programme(), other.each_programme());
        let listed = self.listed;
        let ids =
            |programmes: &[&Programme]| programmes.iter().map(|programme| programme.id.clone()).collect::<Vec<_>>();
        listed == other.listed && ids(&mine) == ids(&theirs) && mine.get(listed..) == theirs.get(listed..)
    }

    fn each_programme(&self) -> Vec<&Programme> {
        self.all().map(|p| self.programme(p)).collect()
    }

    /// Whether the files agree in what they say beside programmes.
    fn has_same_files(&self, other: &Book) -> bool {
        let alike = self.chain.iter().zip(&other.chain).all(|(mine, theirs)| {
            mine.region == theirs.region
                && mine.added == theirs.added
                && mine.counters == theirs.counters
                && mine.item_classes == theirs.item_classes
        });
        alike && self.chain.len() == other.chain.len()
    }
}

/// Whether two versions of a programme differ in what they pay alone, and no condition goes by it.
fn applies_alike(mine: &Programme, theirs: &Programme) -> bool {
    let but_for_payment = |of: &Programme| Programme { values: Vec::new(), benefit: Vec::new(), ..of.clone() };
    let reads_values = mine.conditions().any(|condition| condition.test.reads_values());
    but_for_payment(mine) == but_for_payment(theirs) && !reads_values
}

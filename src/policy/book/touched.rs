//! What a change of a region's rules can touch.

use super::Book;
use crate::ordered::Set;
use crate::policy::Programme;
use crate::vocabulary::Service;

impl Book {
    /// The services of the programmes that differ from those of another version of the region. Bills of other services are
    /// settled alike by both, to the ends of every range. None where more differs than what programmes say of themselves:
    /// then any bill may be touched.
    #[must_use]
    pub fn touched_services(&self, other: &Book) -> Option<Set<Service>> {
        if !self.is_framed_as(other) {
            return None;
        }
        let pairs = self.each_programme().into_iter().zip(other.each_programme());
        let changed = pairs.filter(|(mine, theirs)| mine != theirs);
        let services =
            |(mine, theirs): (&Programme, &Programme)| [mine.services.clone(), theirs.services.clone()].concat();
        Some(changed.flat_map(services).collect())
    }

    /// Whether all is the same but for what its programmes say themselves.
    fn is_framed_as(&self, other: &Book) -> bool {
        self.is_read_alike(other) && self.has_same_programmes(other) && self.has_same_files(other)
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
            && self.modified == other.modified
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

//! What a change of a region's rules can touch.

use super::Programme;
use super::book::Book;
use crate::ordered::Set;
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
        let pairs = self.programmes().map(|p| (self.programme(p), other.programme(p)));
        let changed = pairs.filter(|(mine, theirs)| mine != theirs);
        let services =
            |(mine, theirs): (&Programme, &Programme)| [mine.services.clone(), theirs.services.clone()].concat();
        Some(changed.flat_map(services).collect())
    }

    /// Whether all is the same but for what its programmes say themselves.
    fn is_framed_as(&self, other: &Book) -> bool {
        self.is_read_alike(other) && self.has_same_programmes(other) && self.has_same_files(other)
    }

    /// Whether what is worked out of all programmes together came out the same.
    fn is_read_alike(&self, other: &Book) -> bool {
        let frame = |book: &Book| (book.year_start, book.stay_year, book.fund_order.clone(), book.has_account());
        frame(self) == frame(other)
            && self.counted == other.counted
            && self.cover() == other.cover()
            && self.rules_elsewhere() == other.rules_elsewhere()
            && self.open_in_all() == other.open_in_all()
    }

    /// Whether the same programmes stand at the same places, and what holds values for others holds the same.
    fn has_same_programmes(&self, other: &Book) -> bool {
        let ids = |book: &Book| book.all().map(|p| book.programme(p).id.clone()).collect::<Vec<_>>();
        let listed = self.programmes().count();
        let held = |book: &Book| book.all().skip(listed).map(|p| book.programme(p).clone()).collect::<Vec<_>>();
        listed == other.programmes().count() && ids(self) == ids(other) && held(self) == held(other)
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

//! What a fact usually is where nobody knows it: the vocabulary says so, with why and by which document.

use super::facts::{FactKind, Holder};
use super::options::{OptionId, OptionList};
use super::read::PREFIX;
use super::{Service, Used};
use crate::json::problem::Code;
use crate::json::reader::{Members, Node, read_all};
use crate::money::Rate;
use crate::words::{NamedWords, named_words};

/// What a fact usually is.
#[derive(Clone, Debug)]
pub struct Typical {
    /// Of an expense's fact: for which services; none named: for every one.
    pub services: Vec<Service>,
    /// What it is.
    pub usual: Usual,
    /// Why.
    pub why: NamedWords,
    /// The id of the document, where there is one.
    pub source: Option<String>,
}

/// The values that are usual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Usual {
    /// One of these options; of a set, exactly these.
    Options(Vec<OptionId>),
    /// From … to … of the bill.
    ShareOfBill(Rate, Rate),
}

/// What surrounds the reading of one fact.
pub(super) struct Reader<'a> {
    pub documents: &'a [&'a str],
    pub id: &'a str,
    pub of: Holder,
    pub kind: FactKind,
    pub options: &'a OptionList,
}

impl Reader<'_> {
    /// All of them; none where one has a mistake.
    pub fn read(&self, nodes: &[Node]) -> Option<Vec<Typical>> {
        read_all(nodes, |node| self.typical(node))
    }

    fn typical(&self, node: &Node) -> Option<Typical> {
        let members = node.members(&["id", "services", "options", "share_of_bill", "why", "source"])?;
        let id = members.need("id")?.name()?;
        let service = |at: &Node| at.one_by_name(Service::ALL, Service::name);
        Some(Typical {
            services: members.get("services").map_or(Some(Vec::new()), |at| at.each(&service))?,
            usual: self.usual(node, &members)?,
            why: named_words(&members.need("why")?, [PREFIX, self.id, "/", id].concat())?,
            source: members.optional("source", |at| self.document(at))?,
        })
    }

    fn usual(&self, node: &Node, members: &Members) -> Option<Usual> {
        match (members.get("options"), members.get("share_of_bill")) {
            (Some(at), None) => self.options(&at),
            (None, Some(at)) if (self.of, self.kind) == (Holder::Expense, FactKind::Money) => share(&at),
            (None, Some(at)) => Used::Typical.refuse(&at, self.id),
            _ => node.refuse(Code::NotOneOf, &[("choices", "options, share_of_bill")]),
        }
    }

    fn options(&self, node: &Node) -> Option<Usual> {
        if self.options.iter().next().is_none() {
            return Used::Typical.refuse(node, self.id);
        }
        let names = self.options.names();
        let option = |at: &Node| self.options.iter().nth(at.choice(&names)?).map(|option| option.id);
        let ids = node.each(&option)?;
        if ids.is_empty() && self.kind != FactKind::Set {
            return node.refuse(Code::Empty, &[]);
        }
        Some(Usual::Options(ids))
    }

    fn document(&self, node: &Node) -> Option<String> {
        let name = node.string()?;
        let is_known = self.documents.contains(&name);
        if is_known { Some([PREFIX, name].concat()) } else { node.refuse(Code::UnknownSource, &[("source", name)]) }
    }
}

fn share(node: &Node) -> Option<Usual> {
    let members = node.members(&["low", "high"])?;
    let (low, high) = (members.need("low")?.rate()?, members.need("high")?.rate()?);
    if low > high {
        return node.refuse(Code::BadBounds, &[]);
    }
    Some(Usual::ShareOfBill(low, high))
}

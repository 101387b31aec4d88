//! Which programmes of a chain hold in a region: a nearer file takes the place of what stands further up, for all of it
//! or for some kinds of care and some schemes only.

use super::{Condition, NamedWords, PolicyFile, Programme, Test, Words};
use crate::json::Json;
use crate::json::problem::Code;
use crate::json::reader::Node;
use crate::vocabulary::{Fact, OptionId, Service};
use std::sync::Arc;

/// Whose place a programme takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacement {
    /// The id of a programme further up.
    pub programme: String,
    /// For these kinds of care; none named: for all.
    pub services: Vec<Service>,
    /// For the insured of this scheme; none: for all.
    pub scheme: Option<OptionId>,
}

impl Replacement {
    /// `"000000/x"`, or `{"programme": "000000/x", "services": ["outpatient"], "scheme": "resident"}`.
    pub(super) fn read(node: &Node) -> Option<Replacement> {
        if !matches!(node.json, Json::Object(_)) {
            return Some(Replacement { programme: node.string()?.to_owned(), services: Vec::new(), scheme: None });
        }
        let members = node.members(&["programme", "services", "scheme"])?;
        let programme = members.need("programme").and_then(|at| at.string());
        let service = |item: &Node| item.one_by_name(Service::ALL, Service::name);
        let services = members.get("services").map_or(Some(Vec::new()), |at| at.each(&service));
        let scheme = members.optional("scheme", scheme);
        Some(Replacement { programme: programme?.to_owned(), services: services?, scheme: scheme? })
    }

    fn covers(&self, service: Service) -> bool {
        self.services.is_empty() || self.services.contains(&service)
    }
}

fn scheme(node: &Node) -> Option<OptionId> {
    let name = node.string()?;
    let list = Fact::scheme().options()?;
    let known = list.named(name).map(|option| option.id);
    known.or_else(|| node.refuse(Code::NotAChoice, &[("value", name), ("choices", &list.names().join(", "))]))
}

/// What is left of a programme once the files of its chain have taken the place of some of it.
pub(super) enum Left {
    Nothing,
    Everything,
    Part(Box<Programme>),
}

/// What nothing in the chain replaces of a programme.
pub(super) fn what_is_left(programme: &Programme, chain: &[Arc<PolicyFile>]) -> Left {
    let of_chain = chain.iter().flat_map(|file| &file.programmes).flat_map(|other| &other.replaces);
    let here: Vec<&Replacement> = of_chain.filter(|replacement| replacement.programme == programme.id).collect();
    if here.is_empty() {
        return Left::Everything;
    }
    let mut left = programme.clone();
    left.services.retain(|service| !is_replaced(&here, *service));
    if left.services.is_empty() && here.iter().any(|replacement| replacement.scheme.is_none()) {
        return Left::Nothing;
    }
    let of_schemes = here.iter().filter_map(|replacement| Some((replacement.scheme?, *replacement)));
    left.expense.extend(of_schemes.map(|(scheme, replacement)| not_replaced(programme, scheme, replacement)));
    Left::Part(Box::new(left))
}

/// Whether somebody takes its place for everybody.
fn is_replaced(here: &[&Replacement], service: Service) -> bool {
    here.iter().any(|replacement| replacement.scheme.is_none() && replacement.covers(service))
}

/// The condition that nobody takes its place for the insured of a scheme.
fn not_replaced(programme: &Programme, scheme: OptionId, replacement: &Replacement) -> Condition {
    let of_scheme = Test::Is(Fact::scheme(), vec![scheme]);
    let of_service =
        Test::of_services(programme.services.iter().copied().filter(|service| replacement.covers(*service)));
    let words =
        Words { zh: "本地没有另外的规定".to_owned(), en: "The area has no rule of its own for it".to_owned() };
    Condition {
        text: NamedWords { id: format!("{}/no-own-rule", programme.id), words },
        test: Test::Not(Box::new(Test::All(vec![of_scheme, of_service]))),
    }
}

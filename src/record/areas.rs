//! Areas that stand around records, and hold for those that name none.

use super::codes;
use super::found::Found;

/// Where the person is insured, and where care was given.
const AREAS: [&str; 2] = ["insuplc_admdvs", "mdtrtarea_admvs"];

/// A message says once, around its records, where the person is insured and treated.
pub fn hand_on_areas(around: &Found, found: &mut [Found]) {
    for name in AREAS {
        let Some(member) = around.member(name).filter(|_| codes::area(&around.code(name)).is_some()) else { continue };
        for one in found.iter_mut().filter(|one| one.text(name).is_empty()) {
            one.members.retain(|own| own.standard != Some(name));
            one.members.push(member.clone());
        }
    }
}

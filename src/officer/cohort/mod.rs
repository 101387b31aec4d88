//! Whole populations: residents drawn with seeded dice from a small description, settled under one policy and under a
//! changed one; what each fund pays, what is left to residents, who gains and who loses.
//!
//! - `description`: what is drawn from, read with every problem at its place.
//! - `draw`: a resident by number. Each has dice of its own, so that any number of threads draws the same people.
//! - `tally`: sums that do not depend on the order in which residents are counted.
//! - `report`: the sums in words of the field; `table` and `page` show it.
//!
//! The settlement is that of every estimate. An answer that is a range is added up end by end.

mod chart;
mod compare;
mod description;
mod draw;
mod page;
mod report;
mod schema;
mod shares;
mod table;
mod tally;
mod yuan;

pub use compare::{Policies, Run};
pub use description::{Description, example, read};
pub use draw::{Drawer, Resident};
pub use page::{STYLE, fragment, page};
pub use report::{Report, report};
pub use schema::schema;
pub use table::table;
pub use tally::Tally;

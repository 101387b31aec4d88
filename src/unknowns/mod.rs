//! What is not known, and how far it may range.
//!
//! Everything that may be open is a *variable* with a [`Cell`]: the set of values it may still have. A fact that was
//! answered has a cell of one value. A [`World`] is one cell for every variable: the request itself is the widest
//! world; taking a cell apart ([`World::with`]) gives narrower ones, down to a completion, in which nothing is open.

mod case;
mod cell;
mod named;

pub use case::{Case, Var};
pub use cell::{Cell, all_bits};
pub use named::What;

/// A variable whose cell must be taken apart before something is decided, and the parts that decide it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The variable.
    pub var: Var,
    /// Parts that together are its cell, none empty.
    pub parts: Vec<Cell>,
}

/// Why something is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// One variable decides it.
    Open(Decision),
    /// Several variables are compared with each other.
    Related(Vec<Var>),
    /// The source's list is not closed.
    OpenList,
    /// It can still come true: the last day has not passed.
    Pending,
}

impl Cause {
    /// The variables that keep it open; none where no answer can help.
    #[must_use]
    pub fn vars(&self) -> &[Var] {
        match self {
            Cause::Open(decision) => std::slice::from_ref(&decision.var),
            Cause::Related(vars) => vars,
            Cause::OpenList | Cause::Pending => &[],
        }
    }
}

/// One cell for every variable of a request.
#[derive(Clone, Debug)]
pub struct World<'c> {
    case: &'c Case<'c>,
    /// Cells narrower than the request's own, newest last.
    narrowed: Vec<(Var, Cell)>,
}

impl<'c> World<'c> {
    /// The request's own world.
    #[must_use]
    pub fn of(case: &'c Case<'c>) -> Self {
        World { case, narrowed: Vec::new() }
    }

    /// What the world is of.
    #[must_use]
    pub fn case(&self) -> &'c Case<'c> {
        self.case
    }

    /// What a variable may still be.
    #[must_use]
    pub fn cell(&self, var: Var) -> Cell {
        let narrowed = self.narrowed.iter().rev().find(|(v, _)| *v == var);
        narrowed.map_or_else(|| self.case.cell(var), |(_, cell)| *cell)
    }

    /// The same world with a narrower cell.
    #[must_use]
    pub fn with(&self, var: Var, cell: Cell) -> Self {
        let mut world = self.clone();
        match world.narrowed.iter_mut().find(|(v, _)| *v == var) {
            Some(entry) => entry.1 = cell,
            None => world.narrowed.push((var, cell)),
        }
        world
    }

    /// The same world with a variable as open as the request leaves it.
    #[must_use]
    pub fn without(&self, var: Var) -> Self {
        let mut world = self.clone();
        world.narrowed.retain(|(v, _)| *v != var);
        world
    }

    /// The variables narrowed, with their cells.
    #[must_use]
    pub fn narrowed(&self) -> &[(Var, Cell)] {
        &self.narrowed
    }
}

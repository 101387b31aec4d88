//! The working: what each step made of an amount, recorded by the run that computes it.

use crate::money::Money;

macro_rules! kinds {
    ($($name:ident $word:literal $doc:literal;)*) => {
        /// What a step did.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum StepKind { $(#[doc = $doc] $name,)* }

        impl StepKind {
            /// Every kind.
            pub const ALL: &[StepKind] = &[$(StepKind::$name,)*];

            /// Its name in answers; its text's id is `step-<name>`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(StepKind::$name => $word,)* }
            }
        }
    };
}

kinds! {
    InScope "in-scope" "From the bill to its in-scope part.";
    Bill "bill" "The whole bill counts.";
    Left "left" "From the in-scope part to what the layers before left of it.";
    YearShare "year-share" "From this expense's personal share to the year's.";
    BeyondCap "beyond-cap" "From what is left to what counts once another programme's cap is used up.";
    Deductible "deductible" "Takes `amount` off, at most all.";
    DeductibleYear "deductible-year" "Takes `amount` off, at most all: what is not yet borne this year of the deductible.";
    Rate "rate" "Multiplies by `rate`.";
    RateRaised "rate-raised" "Multiplies by `rate`, which is `from` raised by `by`.";
    Bands "bands" "Adds up `parts`, each an amount times its rate.";
    Cap "cap" "At most `amount`.";
    CapYear "cap-year" "At most `amount`, what is left of the yearly cap.";
    CapMonth "cap-month" "At most `amount`, so much a month times `months`.";
    Allowance "allowance" "`amount` a month times `months`.";
    OwedBefore "owed-before" "Takes off `amount`, what the year's earlier expenses already brought.";
    Round "round" "Half up to whole fen.";
    Cut "cut" "Never more than is left in scope.";
    OtherPays "other-pays" "The alternative `programme` pays; this one pays nothing.";
    Settled "settled" "The settlement slip's amount is taken instead.";
}

/// One recorded step. `before` and `after` are exact: nothing is rounded but by [`StepKind::Round`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// What it did.
    pub kind: StepKind,
    /// The amount that went in.
    pub before: Money,
    /// The amount that came out.
    pub after: Money,
    /// The value's id.
    pub value: Option<String>,
    /// The document's id.
    pub source: Option<String>,
    /// What the wording and a replay need.
    pub args: Vec<(&'static str, String)>,
}

impl Worked {
    /// A step without a value.
    #[must_use]
    pub fn new(kind: StepKind, before: Money, after: Money) -> Self {
        Worked { kind, before, after, value: None, source: None, args: Vec::new() }
    }

    /// With an argument.
    #[must_use]
    pub fn arg(mut self, key: &'static str, text: impl ToString) -> Self {
        self.args.push((key, text.to_string()));
        self
    }

    /// With the value it took and its document.
    #[must_use]
    pub fn of(mut self, value: Option<&str>, source: Option<&str>) -> Self {
        self.value = value.map(str::to_owned);
        self.source = source.map(str::to_owned);
        self
    }
}

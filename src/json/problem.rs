//! What can be wrong with a request or a policy text: always a place, a reason and a way out.

use crate::ordered::{Map, as_object, map};
use serde::Serialize;

/// One thing wrong. The page words `code` and `args`; `message` and `help` are for developers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// What kind of problem, as a stable name.
    pub code: &'static str,
    /// What the wording needs to name.
    #[serde(serialize_with = "as_object")]
    pub args: Map<&'static str, String>,
    /// In English, what is wrong.
    pub message: String,
    /// In English, the way out.
    pub help: String,
    /// JSON pointer to the place; of a missing member: where it would be.
    pub path: String,
}

macro_rules! codes {
    ($(#[$about:meta] [$list:ident] $($name:ident $code:literal $message:literal $help:literal;)*)*) => {
        /// Every kind of problem.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[doc = $message] $name,)*)* }

        impl Code {
            /// Every code.
            pub const ALL: &[Code] = &[$($(Code::$name,)*)*];

            $(#[$about] pub const $list: &[Code] = &[$(Code::$name,)*];)*

            /// Its stable name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $($(Code::$name => $code,)*)* }
            }

            fn message(self) -> &'static str {
                match self { $($(Code::$name => $message,)*)* }
            }

            fn help(self) -> &'static str {
                match self { $($(Code::$name => $help,)*)* }
            }
        }
    };
}

codes! {
    /// Those that a request can have.
    [OF_REQUESTS]
    TooLarge "too_large" "The text is larger than {max} bytes." "Send one request, with the expenses of one person.";
    NotUtf8 "not_utf8" "The text is not UTF-8; it seems to be {encoding}." "Save it as UTF-8: in an editor with \"Save as\" and the encoding UTF-8, or with iconv -f {encoding} -t UTF-8.";
    NotJson "not_json" "The text is not JSON: {detail}." "Give one JSON object.";
    RepeatedKey "repeated_key" "An object holds the key {key} twice ({at})." "Keep one of them.";
    NotAnObject "not_an_object" "An object is expected here." "Write { … }.";
    NotAList "not_a_list" "A list is expected here." "Write [ … ].";
    NotAString "not_a_string" "A string is expected here." "Write it in quotation marks; amounts and rates are strings too.";
    NotYesNo "not_yes_no" "true or false is expected here." "Give true, false, or null for \"I don't know\".";
    NotAWholeNumber "not_a_whole_number" "A whole number is expected here." "Give digits without quotation marks, point or exponent.";
    Unreadable "unreadable" "This value cannot be written as JSON." "Give a string, a finite whole number, true, false or null.";
    UnknownKey "unknown_key" "The key {key} is not known here." "Known keys: {known}.";
    Missing "missing" "The member {key} is missing." "Add it.";
    Empty "empty" "This may not be empty." "Write something here.";
    MalformedMoney "malformed_money" "This is not an amount." "Digits with at most two decimals, in yuan, such as \"1500.00\": no commas, no unit, and \"100000\" for 10万.";
    MalformedRate "malformed_rate" "This is not a rate." "A share between 0 and 1 with at most six decimals, such as \"0.65\" for 65%.";
    MalformedDate "malformed_date" "This is not a date." "Write YYYY-MM-DD, a day that exists.";
    MalformedYear "malformed_year" "The key {key} is not a year." "Write four digits from 1900 to 2999.";
    OutOfRange "out_of_range" "This lies outside what is possible." "Give a value from {min} to {max}.";
    NotAChoice "not_a_choice" "{value} is not one of the choices." "Choices: {choices}.";
    UnknownRegion "unknown_region" "No policy is on file for the region {region}." "regions() and docs/places.md list the codes on file.";
    AbolishedRegion "abolished_region" "The code {region} ({name}) was abolished." "Ask for {instead}.";
    RefusedRegion "refused_region" "The policy file of the region {file} is bad ({reason}) and was left out." "Correct the file and add it again.";
    RegionNotLoaded "region_not_loaded" "The policies of the region {region} were not loaded: {missing}." "Await load(\"{region}\") first, or add the files with addPolicies.";
    UnknownFact "unknown_fact" "There is no fact {fact}." "docs/facts.md lists them (`yibao facts`).";
    MisplacedFact "misplaced_fact" "The fact {fact} belongs to the {of}." "Move it there.";
    UnknownProgramme "unknown_programme" "The region has no programme {programme}." "Ask describe(region) for its programmes.";
    UnknownValue "unknown_value" "The region has no value {value}." "Ask describe(region) for its values.";
    PublishedValue "published_value" "The value {value} is published and cannot be entered." "Leave it out.";
    UnknownCounter "unknown_counter" "The region has no counter {counter}." "Write <programme>/<counter>, with a counter or a counted value of that programme.";
    OtherPeriod "other_period" "The counter {counter} counts in another time than this." "Write it {written}.";
    CountedApart "counted_apart" "The year counts this apart by {fact}." "Say under counters what {counter} held, with @ and each option.";
    SeveralDeductibles "several_deductibles" "{programme} has several yearly deductibles." "Say under counters what was borne of each.";
    EnteredTwice "entered_twice" "The values {value} and {other} are two ways to say one thing." "Enter one of them.";
    UnknownReading "unknown_reading" "The region has no reading {reading}." "Ask describe(region) for its readings.";
    RepeatedId "repeated_id" "The id {id} stands twice." "Give every entry an id of its own.";
    RepeatedMember "repeated_member" "{value} stands twice." "Keep one of them.";
    TooManyExpenses "too_many_expenses" "There are more than {max} expenses." "Ask for one year at a time.";
    MissingTotal "missing_total" "This expense needs its total." "Add total, the whole bill.";
    OutOfScopeAboveBill "out_of_scope_above_bill" "self_paid and advance together are above the bill." "They are parts of total.";
    ThirdPartyAboveBill "third_party_above_bill" "What somebody else must bear is above the bill." "third_party_amount is a part of total.";
    NobodyLiable "nobody_liable" "An amount for somebody else to bear is given, but nobody is liable." "Leave out third_party_amount, or say that third_party_liable is true.";
    ItemsAboveBill "items_above_bill" "The items together are above the bill." "They are parts of total; what is in none of them is plain.";
    SaidByItems "said_by_items" "{fact} follows from the items." "Leave it out, or leave out items.";
    NoSuchExpense "no_such_expense" "There is no expense {id}." "Name the id of another expense of the list.";
    StayInCircle "stay_in_circle" "The parts of this stay name each other in a circle." "Name an earlier or later part; one of them names none.";
    StayOfOtherService "stay_of_other_service" "The expense {id} is of another service." "Parts of one stay are of one service.";
    StayWithTwoNumbers "stay_with_two_numbers" "The parts of this stay have different numbers of admission." "A stay is one admission: give one number.";
    StayTooLong "stay_too_long" "There are more than {max} days between the first part of this stay and the last." "Give each year's parts as a stay of their own, and say under year_to_date what was borne of a deductible that is taken once.";
    SettledAboveBill "settled_above_bill" "What the funds settled is above the bill." "Copy the amounts of one settlement slip.";
    BirthAfterToday "birth_after_today" "The birth date lies after asked_on." "Correct one of the two dates.";
    AgeAtOdds "age_at_odds" "Whoever was born on {birth_date} is not of age {age} on asked_on." "Give one of the two, or correct one.";
    EnrolmentBeforeBirth "enrolment_before_birth" "The enrolment lies before the birth." "Correct one of the two dates.";
    EnrolmentAfterToday "enrolment_after_today" "The enrolment lies after asked_on." "Give a past day, or \"not_yet\".";
    ExpenseBeforeBirth "expense_before_birth" "The expense lies before the birth." "Correct one of the two dates.";
    UnknownOption "unknown_option" "{value} is no way to explain." "Give full or amounts.";
    OpenRequest "open_request" "The amount depends on what the request leaves open: {unknowns}." "Answer this, or enter the values.";

    /// Those that only what else is read can have: policy files, populations and settlement records.
    [OF_OTHER_TEXTS]
    MalformedRegion "malformed_region" "This is not a region code." "Six digits as in GB/T 2260.";
    RepeatedRegion "repeated_region" "Two files are for the region {region}." "Keep one of them.";
    MalformedSourceDate "malformed_source_date" "This is not a source's date." "Write YYYY, YYYY-MM or YYYY-MM-DD.";
    MissingWords "missing_words" "The words are incomplete." "Give both zh and en, neither empty.";
    UnknownSource "unknown_source" "No source {source} is listed in this file or further up." "Add it under sources.";
    UnknownTest "unknown_test" "This is none of the tests." "A test has one of {known}: docs/policy-format.md, Tests.";
    CounterInCondition "counter_in_condition" "A condition cannot ask what a counter holds." "Ask it with \"when\" at a step of the benefit: conditions decide what is counted.";
    UnknownStep "unknown_step" "None of the steps begins with {key}." "The steps are {known}: docs/policy-format.md, Benefit.";
    WrongFactKind "wrong_fact_kind" "The fact {fact} cannot be used this way." "{way}.";
    NotOfThePerson "not_of_the_person" "{fact} is a fact of the expense." "Move the condition to expense.";
    UnknownName "unknown_name" "There is no {kind} {name} here." "Name one that is declared; programmes of the same file by their ids without the region.";
    TooManyOptions "too_many_options" "The list {list} has more than {max} options in this region." "Leave out options that no programme needs.";
    ReadingOptions "reading_options" "Every option of the reading must have its entry, and no other." "Options: {choices}.";
    WrongUnit "wrong_unit" "The value {name} has another unit than is needed here." "Use a value of unit {unit}.";
    NotOneOf "not_one_of" "Exactly one of {choices} is expected here." "Name one of them.";
    EndsEarly "ends_early" "This ends before it begins." "Correct the two days: the end is the last day on which it holds.";
    Overlap "overlap" "This version begins before the one before it ends." "Put versions in order of time, without overlap.";
    Gap "gap" "There are days without a version before this one." "Let it begin the day after the one before ends.";
    StartsLate "starts_late" "The first version begins after the programme's first day." "Leave its from away, let it begin on {date} or earlier, or give known_from.";
    StopsEarly "stops_early" "After {date} this has no version: nobody knows what holds then." "Add the version that follows (where its number is not known, \"unpublished\"), leave to away, or give the day on which the programme ended.";
    OutsideRegion "outside_region" "{code} does not lie in the region {region}." "Write it in the file of the place in which it lies.";
    IncompleteTable "incomplete_table" "The table has no row for {missing}." "Add the row. Where the fact has an option other, a row other is read by all without one.";
    FallingBands "falling_bands" "The edge {edge} lies below {before}, the edge of the band before." "Put the bands in order of their edges.";
    UnknownWarning "unknown_warning" "There is no warning {warning}." "Warnings: {known}.";
    EmptyExpectation "empty_expectation" "Nothing is expected here, so the case proves nothing." "Write at least one verdict or amount that you computed by hand.";
    BadBounds "bad_bounds" "low lies above high, or what is suggested or typical lies outside." "Correct the bounds: typical lies within them and holds every suggestion.";
    Untraceable "untraceable" "This value has no source." "Name the source of every published value, or say in a note where a typical one comes from.";
    NoBenefit "no_benefit" "A programme of this kind needs its fund and its services and, on file, its benefit." "Add what is missing, or say \"on_file\": false where the benefit is not known.";
    StrayBenefit "stray_benefit" "A programme of this kind has no benefit, services or fund." "Remove them, or change kind.";
    NeedsStep "needs_step" "The benefit is not put together as it must be: {step}." "See docs/policy-format.md, Benefit.";
    UnusedName "unused_name" "The {kind} {name} is used nowhere." "Use it or remove it.";
    SameCounter "same_counter" "What is borne of two deductibles of {programme} could not be told apart." "Declare a counter for each, or give each a value of its own.";
    BadOrder "bad_order" "The programme {name} must stand before this one." "Programmes are settled in the order of the file.";
    Cycle "cycle" "Programmes yield to each other in a circle." "Only one of them can give way.";
    SharesNotWhole "shares_not_whole" "The shares add up to {sum}, not to 1." "Correct them; a share is written as \"0.25\".";
    BadQuantiles "bad_quantiles" "These are no quantiles of an amount." "Begin at \"0\", end at \"1\", and let both at and yuan rise.";
    NoRecord "no_record" "There is no settlement record in this text." "Give setlinfo of the national interface, with at least two amounts of its slip.";
    Refund "refund" "This settlement was taken back." "Leave it out, and the settlement that it takes back.";
    Failed "failed" "This settlement failed, so nothing was paid by it." "Give the settlement that came after it.";
    NotRead "not_read" "This looks like a settlement, but not as the national interface writes it." "Give it with the names of setlinfo, and each amount as a number or a text.";
    OtherFormat "other_format" "This is {format}, and not a settlement record in JSON." "Export the settlement as JSON (setlinfo of the national interface), or type the lines of the slip on the page.";
}

impl Problem {
    /// A problem at a place, with what its wording needs.
    pub fn new(code: Code, path: impl Into<String>, args: &[(&'static str, &str)]) -> Self {
        let args = map(args.iter().map(|&(key, value)| (key, value.to_owned())));
        Problem {
            code: code.name(),
            message: fill(code.message(), &args),
            help: fill(code.help(), &args),
            args,
            path: path.into(),
        }
    }
}

/// Puts the arguments into a template's `{name}` places.
#[must_use]
pub fn fill(template: &str, args: &Map<&'static str, String>) -> String {
    let mut parts = template.split('{');
    let mut filled = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once('}').and_then(|(name, rest)| Some([args.get(name)?, rest])) {
            Some(pieces) => filled.extend(pieces),
            None => filled.extend(["{", part]),
        }
    }
    filled
}

/// One more step of a JSON pointer.
#[must_use]
pub fn pointer(path: &str, key: &str) -> String {
    if !key.contains(['~', '/']) {
        return [path, "/", key].concat();
    }
    [path, "/", &key.replace('~', "~0").replace('/', "~1")].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_its_own_name_and_complete_wording() {
        let names: std::collections::BTreeSet<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        assert!(Code::ALL.iter().all(|code| code.message().ends_with('.') && code.help().ends_with('.')));
    }

    #[test]
    fn a_pointer_escapes_what_would_read_as_a_step() {
        assert_eq!(pointer("/entered", "370883/a~b/rate"), "/entered/370883~1a~0b~1rate");
    }
}

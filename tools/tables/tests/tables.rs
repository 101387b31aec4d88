//! Tables of bills, settled.
//!
//! 1. Every amount is that of the request that the rows say; copied columns stand beside.
//! 2. However rows are cut into batches, the answers are the same; the rows of a file come back in their order.
//! 3. A bad row is a failure among the others, with every problem.
//! 4. A column that cannot be read is refused before anything is settled, each with a way out.
//! 5. Whole requests and settlement records may stand in a column of their own.
#![allow(clippy::inconsistent_digit_grouping, reason = "amounts in fen: the last group is fen")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests"
)]

use arrow_array::cast::AsArray;
use arrow_array::types::Decimal128Type;
use arrow_array::{ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, RecordBatch, StringArray};
use arrow_schema::ArrowError;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};
use yibao::policy::catalogue::Catalogue;
use yibao_tables::files::{Output, open, settle_all};
use yibao_tables::{Options, Settler, policies};

fn catalogue() -> &'static Catalogue {
    static KNOWN: OnceLock<Catalogue> = OnceLock::new();
    KNOWN.get_or_init(policies::shipped)
}

fn texts(cells: &[Option<&str>]) -> ArrayRef {
    Arc::new(StringArray::from(cells.to_vec()))
}

fn all(cell: &str, rows: usize) -> ArrayRef {
    texts(&vec![Some(cell); rows])
}

/// Ten thousandths of a yuan, as many tables have them.
fn money(fen: &[i128]) -> ArrayRef {
    let cells: Decimal128Array = fen.iter().map(|fen| Some(fen * 100)).collect();
    Arc::new(cells.with_precision_and_scale(18, 4).unwrap())
}

/// Two people with two bills each, one of whom bears something unknown, and one with nothing but a scheme.
fn bills() -> RecordBatch {
    let day = |days: i32| Some(20_000 + days); // 2024-10-04
    let none = None;
    RecordBatch::try_from_iter_with_nullable(
        [
            ("id", texts(&["a", "a", "b", "b", "c"].map(Some)), true),
            ("group", texts(&["old", "old", "young", "young", "young"].map(Some)), true),
            ("region", all("370212", 5), true),
            ("scheme", all("resident", 5), true),
            ("conditions", all("hypertension; diabetes", 5), true),
            (
                "service",
                texts(&[Some("outpatient"), Some("inpatient"), Some("outpatient"), Some("inpatient"), none]),
                true,
            ),
            ("date", Arc::new(Date32Array::from(vec![day(0), day(9), day(1), day(2), None])) as ArrayRef, true),
            (
                "total",
                {
                    let cells: Decimal128Array =
                        [Some(900_00), Some(20_000_10), Some(100_01), Some(7_000_00), None].into_iter().collect();
                    Arc::new(cells.with_precision_and_scale(14, 2).unwrap()) as ArrayRef
                },
                true,
            ),
            ("self_paid", texts(&[Some("0"), Some("500.10"), Some("0"), none, none]), true),
            ("advance", texts(&[Some("0"), Some("300"), Some("0"), none, none]), true),
            ("facility_level", texts(&[Some("1"), Some("3"), Some("1"), Some("2"), none]), true),
            (
                "emergency",
                Arc::new(BooleanArray::from(vec![Some(false), Some(false), None, None, None])) as ArrayRef,
                true,
            ),
        ]
        .into_iter()
        .filter(|(name, _, _)| *name != "emergency" || yibao::vocabulary::Fact::named(name).is_some()),
    )
    .unwrap()
}

fn options(keep: &[&str]) -> Options {
    Options { keep: keep.iter().map(|name| (*name).to_owned()).collect(), ..Options::default() }
}

fn settled(bills: &RecordBatch, options: Options) -> RecordBatch {
    Settler::new(&bills.schema(), options, catalogue()).unwrap().settle(bills).unwrap()
}

fn fen(answers: &RecordBatch, column: &str, row: usize) -> Option<i128> {
    let column = answers.column_by_name(column).unwrap_or_else(|| panic!("{column}"));
    let cells = column.as_primitive::<Decimal128Type>();
    cells.iter().nth(row).unwrap()
}

fn text<'t>(answers: &'t RecordBatch, column: &str, row: usize) -> Option<&'t str> {
    answers.column_by_name(column).unwrap().as_string::<i32>().iter().nth(row).unwrap()
}

fn in_fen(amount: &Value) -> Option<i128> {
    amount.as_str().map(|amount| amount.replace('.', "").parse().unwrap())
}

/// 1.
#[test]
fn amounts_are_those_of_the_requests() {
    let answers = settled(&bills(), options(&["group"]));
    assert_eq!(answers.num_rows(), 3);
    let person = json!({"scheme": "resident", "conditions": ["hypertension", "diabetes"]});
    let requests = [
        json!({"region": "370212", "asked_on": "2024-10-13", "facts": person, "expenses": [
            {"id": "e1", "service": "outpatient", "date": "2024-10-04", "total": "900.00",
             "facts": {"self_paid": "0", "advance": "0", "facility_level": "1"}},
            {"id": "e2", "service": "inpatient", "date": "2024-10-13", "total": "20000.10",
             "facts": {"self_paid": "500.10", "advance": "300", "facility_level": "3"}}]}),
        json!({"region": "370212", "asked_on": "2024-10-06", "facts": person, "expenses": [
            {"id": "e1", "service": "outpatient", "date": "2024-10-05", "total": "100.01",
             "facts": {"self_paid": "0", "advance": "0", "facility_level": "1"}},
            {"id": "e2", "service": "inpatient", "date": "2024-10-06", "total": "7000.00", "facts": {"facility_level": "2"}}]}),
    ];
    let mut wide = 0;
    for (row, request) in requests.iter().enumerate() {
        let answer = yibao::api::estimate_amounts(&request.to_string(), &[], catalogue());
        let answer = serde_json::to_value(&answer).unwrap();
        assert_eq!(answer["outcome"], "estimate", "{answer}");
        assert_eq!(fen(&answers, "billed", row), in_fen(&answer["totals"]["billed"]));
        let named =
            ["paid", "out_of_pocket", "allowances"].map(|name| (name.to_owned(), answer["totals"][name].clone()));
        let funds = answer["funds"].as_array().unwrap().iter();
        let funds = funds.map(|fund| (fund["fund"].as_str().unwrap().to_owned(), fund["paid"].clone()));
        for (name, amount) in named.into_iter().chain(funds) {
            let cell = |end: &str| fen(&answers, &format!("{name}_{end}"), row);
            for end in ["low", "likely", "high"] {
                assert_eq!(cell(end), in_fen(&amount[end]), "{name} {end}");
            }
            let typical = |end: &str| in_fen(amount.get("typical").map_or(&amount[end], |typical| &typical[end]));
            assert_eq!([cell("typical_low"), cell("typical_high")], [typical("low"), typical("high")], "{name}");
            wide += i32::from(cell("low") < cell("high"));
        }
        assert_eq!(text(&answers, "coverage", row), answer["coverage"].as_str());
    }
    assert!(wide > 0, "something is open");
    let column = |name| (0..2).map(|row| text(&answers, name, row).unwrap()).collect::<Vec<_>>();
    assert_eq!([column("id"), column("group"), column("outcome")], [["a", "b"], ["old", "young"], ["estimate"; 2]]);
}

fn new_file(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&path);
    path
}

fn rows_of(path: &Path) -> RecordBatch {
    let (schema, batches) = open(path).unwrap();
    let batches: Vec<RecordBatch> = batches.map(Result::unwrap).collect();
    arrow_select::concat::concat_batches(&schema, &batches).unwrap()
}

/// 2.
#[test]
fn however_rows_are_cut_the_answers_are_the_same() {
    let bills = bills();
    let whole = settled(&bills, options(&["group"]));
    for (ending, length) in [("parquet", 1), ("parquet", 2), ("arrow", 3), ("arrow", 5)] {
        let file = new_file(&format!("cut-{length}.{ending}"));
        let settler = Settler::new(&bills.schema(), options(&["group"]), catalogue()).unwrap();
        let mut output = Output::new(&file, &settler.schema()).unwrap();
        let rows = bills.clone();
        let cut = (0..5).step_by(length).map(move |from| Ok::<_, ArrowError>(rows.slice(from, length.min(5 - from))));
        settle_all(Box::new(cut), &settler, &mut output).unwrap();
        output.finish().unwrap();
        assert_eq!(rows_of(&file), whole, "{length}");
        assert!(Output::new(&file, &settler.schema()).is_err(), "a file that is there stays");
    }
}

/// 3.
#[test]
fn a_bad_row_is_a_failure_among_the_others() {
    let rows = RecordBatch::try_from_iter_with_nullable([
        ("id", texts(&["a", "b", "c", "c"].map(Some)), true),
        ("region", texts(&[Some("370212"), Some("999999"), Some("370212"), Some("370212")]), true),
        ("scheme", texts(&[Some("resident"), Some("nobody"), Some("resident"), Some("employee")]), true),
        ("service", all("outpatient", 4), true),
        ("date", all("2025-03-01", 4), true),
        ("total", money(&[100_00, 100_00, 100_00, 100_00]), true),
    ])
    .unwrap();
    let answers = settled(&rows, Options::default());
    let outcomes: Vec<_> = (0..3).map(|row| text(&answers, "outcome", row).unwrap()).collect();
    assert_eq!(outcomes, ["estimate", "failure", "failure"]);
    let problems = |row| serde_json::from_str::<Value>(text(&answers, "problems", row).unwrap()).unwrap();
    let of = |row| {
        problems(row).as_array().unwrap().iter().map(|p| p["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert!(of(1).contains(&"/region".to_owned()) && of(1).contains(&"/facts/scheme".to_owned()), "{:?}", of(1));
    assert_eq!((of(2), &problems(2)[0]["code"]), (vec!["/facts/scheme".to_owned()], &json!("rows_disagree")));
    assert_eq!((text(&answers, "problems", 0), fen(&answers, "paid_low", 1)), (None, None));
}

/// 4.
#[test]
fn columns_that_cannot_be_read_are_refused_at_once() {
    let rows = RecordBatch::try_from_iter([
        ("id", all("a", 1)),
        ("colour", all("red", 1)),
        ("total", Arc::new(Float64Array::from(vec![0.1])) as ArrayRef),
        ("scheme", Arc::new(BooleanArray::from(vec![true])) as ArrayRef),
    ])
    .unwrap();
    let fault = Settler::new(&rows.schema(), Options::default(), catalogue()).err().unwrap().to_string();
    for said in ["column colour: ", "--keep", "column total: it is Float64; cast it to Decimal128", "column scheme: "] {
        assert!(fault.contains(said), "{fault}");
    }
    let nothing = RecordBatch::try_from_iter([("region", all("370212", 1))]).unwrap();
    assert!(Settler::new(&nothing.schema(), Options::default(), catalogue()).is_err());
}

/// 5.
#[test]
fn requests_and_records_stand_in_a_column() {
    let request = r#"{"region": "370212", "asked_on": "2025-06-09", "facts": {"scheme": "resident"}}"#;
    let requests = RecordBatch::try_from_iter([
        ("id", all("a", 3)),
        ("request", texts(&[Some(request), Some("{"), Some(request)])),
    ]);
    let answers = settled(&requests.unwrap(), Options::default());
    let outcomes: Vec<_> = (0..3).map(|row| text(&answers, "outcome", row).unwrap()).collect();
    assert_eq!(outcomes, ["estimate", "failure", "estimate"]);
    let setlinfo =
        r#"{"medfee_sumamt": 100, "hifp_pay": 50, "med_type": "11", "setl_time": "2025-03-01", "insutype": "390"}"#;
    let records = RecordBatch::try_from_iter([("setlinfo", all(setlinfo, 1))]).unwrap();
    let answers = settled(&records, Options { region: Some("370212".to_owned()), ..Options::default() });
    assert_eq!((text(&answers, "outcome", 0), fen(&answers, "billed", 0)), (Some("estimate"), Some(100_00)));
}

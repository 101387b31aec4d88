//! Settlement records of the national interface, natively.
//!
//! 1. Every record of the cases says what it should; tests/node/settlement.test.mjs asks the package the same.
//! 2. The command line answers records as it answers the requests that they become, with `record` beside.
//! 3. A record without a bill, without a region or in GBK is told so; nothing stops.

use crate::command_line::{Ran, yibao};
use serde_json::{Value, json};

const CASES: &str = include_str!("support/settlement-records.json");

fn cases() -> Vec<Value> {
    serde_json::from_str(CASES).unwrap()
}

fn case(title: &str) -> Value {
    cases().into_iter().find(|case| case["title"] == title).unwrap()
}

/// 1.
#[test]
fn every_record_says_what_it_should() {
    assert!(cases().len() > 200);
    for case in cases() {
        let read = serde_json::to_value(yibao::record::read(case["text"].as_str().unwrap(), None)).unwrap();
        assert_eq!(read, case["read"], "{}", case["title"]);
    }
}

fn estimated(more: &[&str], input: &[u8]) -> Ran {
    yibao(&[&["estimate", "--from", "setlinfo"], more].concat(), input)
}

/// 2.
#[test]
fn a_record_is_answered_as_the_request_that_it_becomes() {
    let case = case("A whole record");
    let mut request = case["read"]["request"].clone();
    request["asked_on"] = json!("2025-05-09");
    let asked = yibao(&["estimate"], request.to_string().as_bytes());
    let ran = estimated(&[], case["text"].as_str().unwrap().as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answer = asked.out.strip_suffix("}\n").unwrap();
    let beside: Value =
        serde_json::from_str(&format!("{{{}", ran.out.strip_prefix(answer).unwrap().strip_prefix(',').unwrap()))
            .unwrap();
    let read = &case["read"];
    let notes: Vec<&Value> = read["notes"].as_array().unwrap().iter().filter(|note| note["code"] != "unused").collect();
    let places = json!({"e1": "/setlinfo"});
    let told = json!({"slips": read["slips"], "settled": read["settled"], "places": places, "notes": notes});
    assert_eq!(beside, json!({"record": told}));
    request["asked_on"] = json!("2026-06-01");
    let asked = yibao(&["estimate"], request.to_string().as_bytes());
    let later = estimated(&["--asked-on", "2026-06-01"], case["text"].as_str().unwrap().as_bytes());
    assert!(later.out.starts_with(asked.out.strip_suffix("}\n").unwrap()));
}

/// 2.
#[test]
fn the_record_says_the_region_before_whoever_asks() {
    let whole = case("A whole record")["text"].as_str().unwrap().to_owned();
    let elsewhere = whole.replace("\"insuplc_admdvs\":\"370212\",", "");
    let regions = |text: &str| {
        let ran = estimated(&["--region", "130800", "--explain", "amounts"], text.as_bytes());
        serde_json::from_str::<Value>(&ran.out).unwrap()["policies"][0]["id"].clone()
    };
    assert_eq!([regions(&whole), regions(&elsewhere)], [json!("370200"), json!("130800")]);
    let ran = estimated(&[], elsewhere.as_bytes());
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!((ran.code, &answer["problems"][0]["path"]), (1, &json!("/setlinfo/insuplc_admdvs")), "{answer}");
}

/// 3.
#[test]
fn a_record_without_a_bill_is_a_failure_among_the_others() {
    let titles = ["A whole record", "A refund by its sum", "A key twice", "Numbers", "A whole record"];
    let mut lines = titles.map(|title| case(title)["text"].as_str().unwrap().as_bytes().to_vec()).join(&b'\n');
    // 三级 in GBK.
    lines.extend(b"\n{\"medfee_sumamt\":\"100\",\"hifp_pay\":0,\"hosp_lv\":\"\xc8\xfd\xbc\xb6\"}");
    let ran = estimated(&["--lines"], &lines);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let answers: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let codes = answers.iter().map(|answer| answer["problems"][0]["code"].as_str().unwrap_or("none"));
    assert_eq!(codes.take(5).collect::<Vec<_>>(), ["none", "refund", "repeated_key", "no_record", "none"]);
    assert_eq!(answers[1]["problems"][0]["path"], "/setlinfo");
    assert_eq!(answers[5]["record"]["notes"], json!([{"code": "encoding", "path": "", "value": "GBK"}]));
}

/// 3.
#[test]
fn records_one_a_line_are_one_persons_without_lines() {
    let problem = |text: &[u8]| {
        let answer: Value = serde_json::from_str(&estimated(&[], text).out).unwrap();
        answer["problems"][0]["code"].clone()
    };
    assert_eq!([problem(b"{}\n{}"), problem(b"{}\n{")], [json!("no_record"), json!("not_json")]);
    let ran = estimated(&[], case("A record on every line")["text"].as_str().unwrap().as_bytes());
    let answer: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(answer["record"]["settled"], json!({"e1": {"basic": "60.00"}, "e2": {"basic": "60.00"}}));
}

/// 3.
#[test]
fn a_bill_that_cannot_be_settled_does_not_stop_the_others() {
    let record = |id: &str, kind: &str, day: &str| {
        json!({"setl_id": id, "insutype": "310", "med_type": kind, "setl_time": day, "insuplc_admdvs": "370202",
               "medfee_sumamt": "20000", "hifp_pay": "0", "hosp_lv": "三级"})
    };
    let all = [record("A", "21", "2025-05-09"), record("B", "41", "2025-05-10"), record("C", "11", "")];
    let answer: Value = serde_json::from_str(&estimated(&[], json!(all).to_string().as_bytes()).out).unwrap();
    assert_eq!((&answer["outcome"], &answer["totals"]["billed"]), (&json!("estimate"), &json!("20000.00")));
    let notes = answer["record"]["notes"].as_array().unwrap().iter();
    let left_out: Vec<&Value> = notes.filter(|note| note["code"] == "left_out").map(|note| &note["path"]).collect();
    assert_eq!(left_out, ["/1", "/2"]);
    assert_eq!(answer["record"]["places"], json!({"e1": "/0"}));
    let alone: Value = serde_json::from_str(&estimated(&[], json!(all[1]).to_string().as_bytes()).out).unwrap();
    assert_eq!(alone["problems"][0]["path"], "/med_type");
}

/// 3.
#[test]
fn what_is_no_record_is_told_by_its_name() {
    let told = |bytes: &[u8]| {
        let answer: Value = serde_json::from_str(&estimated(&[], bytes).out).unwrap();
        (answer["problems"][0]["args"]["format"].clone(), answer["record"]["notes"].clone())
    };
    let [pdf, picture, old] =
        [&b"%PDF-1.4\n%\xe2\xe3\xcf\xd3"[..], b"\x89PNG\r\n\x1a\n\x00", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"].map(told);
    let note = |format| json!([{"code": "other_format", "path": "", "value": format}]);
    assert_eq!(pdf, (json!("a PDF"), note("pdf")));
    assert_eq!(picture, (json!("a picture"), note("picture")));
    assert_eq!(old.1, note("workbook"));
    assert_eq!(told(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00").1, note("picture"));
    assert_eq!(told("姓名,险种,费用\n王某,310,300".as_bytes()).0, json!("a table (CSV)"));
}

/// 3.
#[test]
fn why_there_is_no_bill_is_told_of_each_record() {
    let record = json!({"setl_id": "S1", "medfee_sumamt": "100", "hifp_pay": "60"});
    let all = json!([{"infcode": "-1", "output": {"setlinfo": record}}, {"setlinfo": {"sum": 100}}]);
    let answer: Value = serde_json::from_str(&estimated(&[], all.to_string().as_bytes()).out).unwrap();
    let problems = answer["problems"].as_array().unwrap().iter();
    let told: Vec<String> = problems.map(|one| format!("{} {}", one["code"], one["path"])).collect();
    assert_eq!(told, ["\"not_read\" \"/1/setlinfo\"", "\"failed\" \"/0/output/setlinfo\""]);
}

/// 3.
#[test]
fn an_amount_that_cannot_be_read_is_no_missing_one() {
    let record = json!({"setl_id": "S1", "insutype": "390", "med_type": "21", "setl_time": "2025-05-09", "insuplc_admdvs": "370212",
                        "medfee_sumamt": "两万元", "hifp_pay": "0"});
    let answer: Value = serde_json::from_str(&estimated(&[], record.to_string().as_bytes()).out).unwrap();
    let problem = &answer["problems"][0];
    assert_eq!((&problem["code"], &problem["path"]), (&json!("malformed_money"), &json!("/medfee_sumamt")));
    let good = json!({"setl_id": "S2", "insutype": "390", "med_type": "21", "setl_time": "3025-05-09", "medfee_sumamt": "5", "hifp_pay": "0"});
    let mut whole = record.clone();
    whole["medfee_sumamt"] = json!("20000元整");
    let answer: Value = serde_json::from_str(&estimated(&[], json!([whole, good]).to_string().as_bytes()).out).unwrap();
    assert_eq!(answer["totals"]["billed"], "20000.00", "a day of another age stops no other bill");
    assert!(answer["record"]["notes"].as_array().unwrap().contains(&json!({"code": "left_out", "path": "/1"})));
}

/// What is wrong with a record alone: each problem's code, place and way out.
fn told(more: &[&str], record: &Value) -> Vec<[String; 3]> {
    let answer: Value = serde_json::from_str(&estimated(more, record.to_string().as_bytes()).out).unwrap();
    let text = |problem: &Value, member: &str| problem[member].as_str().unwrap().to_owned();
    let problems = answer["problems"].as_array().unwrap().iter();
    problems.map(|problem| ["code", "path", "help"].map(|member| text(problem, member))).collect()
}

/// 3.
#[test]
fn problems_stand_in_the_record_and_name_the_option_that_helps() {
    let record = json!({"output": [{"setl_id": "S1", "insutype": "310", "医疗类别": "药店购药(自费)", "结算日期": "2025-05-09",
                                    "MEDFEE_SUMAMT": "100", "hifp_pay": "0"}]});
    let places = |told: Vec<[String; 3]>| told.into_iter().map(|[code, path, _]| [code, path]).collect::<Vec<_>>();
    let kind = ["missing".to_owned(), "/output/0/医疗类别".to_owned()];
    let [region, care] = <[[String; 3]; 2]>::try_from(told(&[], &record)).unwrap();
    assert_eq!(region[..2], ["missing", "/output/0/insuplc_admdvs"]);
    assert!(region[2].contains("--region CODE"), "{region:?}");
    assert_eq!(care[..2], kind);
    assert_eq!(places(told(&["--region", "370212"], &record)), [kind]);
    let mut odd = record.clone();
    odd["output"][0]["医疗类别"] = json!("21");
    odd["output"][0]["全自费金额"] = json!("300");
    let above = told(&["--region", "370212"], &odd);
    assert_eq!(above[0][..2], ["out_of_scope_above_bill", "/output/0/全自费金额"]);
    odd["output"][0]["结算日期"] = json!("上个月");
    let [day, _] = <[[String; 3]; 2]>::try_from(told(&["--region", "370212"], &odd)).unwrap();
    assert_eq!(day[..2], ["missing", "/output/0/结算日期"], "and not that a day is missing on which it is asked");
    let beside = told(&["--region", "999999", "--asked-on", "2025-13-01"], &odd);
    assert_eq!([&beside[0][1], &beside[1][1]], ["", ""], "an option has no place in the text");
    assert!(beside[0][2].starts_with("--region") && beside[1][2].starts_with("--asked-on"), "{beside:?}");
}

/// 3.
#[test]
fn utf_16_is_read_by_its_mark() {
    let text = case("A whole record")["text"].as_str().unwrap().to_owned();
    let bytes: Vec<u8> =
        "\u{feff}".chars().chain(text.chars()).collect::<String>().encode_utf16().flat_map(u16::to_le_bytes).collect();
    let answer: Value = serde_json::from_str(&estimated(&[], &bytes).out).unwrap();
    assert_eq!(answer["totals"]["billed"], "20000.10");
    assert_eq!(answer["record"]["notes"][0], json!({"code": "encoding", "path": "", "value": "UTF-16"}));
}

/// 3.
#[test]
fn options_of_records_need_records() {
    for more in [&["--region", "370212"][..], &["--from", "csv"], &["--from"], &["--asked-on", "2025-01-01"]] {
        assert_eq!(yibao(&[&["estimate"], more].concat(), b"{}").code, 2, "{more:?}");
    }
}

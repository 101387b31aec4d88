//! Many requests on the command line, `--lines`.
//!
//! 1. The same bytes on any number of cores, in the order of the lines; a bad line is a Failure among the others.
//! 2. A run that was killed goes on with `-o FILE --resume`, and leaves the same bytes as one run.
//! 3. A file that holds something else is left as it is.
//! 4. An answer comes before the next line is there. Whoever stops reading ends the program.
//! 5. Nothing is said on standard error where it is no terminal.

use crate::command_line::{BAD, GOOD, Ran, case_lines, folder, yibao};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Worked cases with bad lines among them, more than are handed out at a time.
fn mixed() -> Vec<u8> {
    let mut lines = Vec::new();
    for (at, line) in case_lines().iter().step_by(2).enumerate() {
        lines.extend_from_slice(line.as_bytes());
        let bad: &[u8] = match at % 5 {
            0 => b"\n{",
            1 => b"\n\xff\xfe",
            2 => b"\r\n",
            3 => BAD.as_bytes(),
            _ => b"",
        };
        lines.extend_from_slice(bad);
        lines.push(b'\n');
    }
    assert!(lines.len() > 150_000, "{}", lines.len());
    lines
}

fn amounts(more: &[&str], input: &[u8]) -> Ran {
    yibao(&[&["estimate", "--explain", "amounts", "--lines"], more].concat(), input)
}

#[allow(clippy::disallowed_methods, reason = "a test looks at what was written")]
fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}

/// 1, 5.
#[test]
fn any_number_of_cores_gives_the_same_bytes() {
    let input = mixed();
    let one = amounts(&["--jobs", "1"], &input);
    assert_eq!((one.code, one.err.as_str()), (0, ""));
    assert_eq!(one.out.lines().count(), input.split(|byte| *byte == b'\n').count() - 1);
    assert!(one.out.contains("\"outcome\":\"failure\"") && one.out.contains("\"outcome\":\"estimate\""));
    for more in [&["--jobs", "2"][..], &["--jobs", "7", "--quiet"], &[]] {
        let ran = amounts(more, &input);
        assert!((ran.code, &ran.out, ran.err.as_str()) == (0, &one.out, ""), "{more:?}");
    }
}

/// 1.
#[test]
fn the_other_questions_have_many_lines_too() {
    let input = format!("{GOOD}\n{BAD}\n{GOOD}");
    let [one, two] = ["1", "2"].map(|jobs| yibao(&["extremes", "--lines", "--jobs", jobs], input.as_bytes()));
    assert_eq!((one.code, one.out.lines().count()), (0, 3));
    assert_eq!(one.out, two.out);
}

fn begun(args: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yibao"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap()
}

/// 2.
#[test]
fn a_killed_run_goes_on_where_it_stopped() {
    let input = mixed();
    let whole = amounts(&[], &input).out.into_bytes();
    let file = folder("killed").join("answers.jsonl");
    let name = file.to_str().unwrap();
    let mut child = begun(&["estimate", "--explain", "amounts", "--lines", "-o", name]);
    let mut stdin = child.stdin.take().unwrap();
    let half = input[..input.len() / 2].to_vec();
    let writing = std::thread::spawn(move || (stdin.write_all(&half), stdin));
    while fs::metadata(&file).map_or(0, |file| file.len()) == 0 {
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    drop(writing.join());
    let killed = bytes(&file);
    assert!(killed.len() < whole.len() && whole.starts_with(&killed));
    let resumed = amounts(&["-o", name, "--resume"], &input);
    assert_eq!((resumed.code, resumed.out.as_str(), resumed.err.as_str()), (0, "", ""));
    assert!(bytes(&file) == whole);
}

/// 2. A run may be killed within a line, before the first one, and after the last one.
#[test]
fn a_run_goes_on_from_any_byte() {
    let input = format!("{GOOD}\n{{\n{BAD}");
    let whole = amounts(&[], input.as_bytes()).out.into_bytes();
    let file = folder("torn").join("answers.jsonl");
    let name = file.to_str().unwrap();
    let first = whole.iter().position(|byte| *byte == b'\n').unwrap();
    for length in [0, 1, first, first + 1, first + 2, whole.len() - 1, whole.len()] {
        fs::write(&file, &whole[..length]).unwrap();
        let ran = amounts(&["-o", name, "--resume"], input.as_bytes());
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(bytes(&file) == whole, "{length}");
    }
    fs::remove_file(&file).unwrap();
    assert_eq!(amounts(&["-o", name, "--resume"], input.as_bytes()).code, 0);
    assert!(bytes(&file) == whole, "a first run may be said to resume, too");
}

/// 3.
#[test]
fn a_file_of_something_else_stays_as_it_is() {
    let file = folder("other").join("answers.jsonl");
    let name = file.to_str().unwrap();
    let refused = |kept: &[u8], more: &[&str], input: &str, why: &str| {
        fs::write(&file, kept).unwrap();
        let ran = amounts(&[&["--lang", "en", "-o", name], more].concat(), input.as_bytes());
        assert!(ran.code == 2 && ran.err.contains(why), "{}", ran.err);
        assert!(bytes(&file) == kept);
    };
    let answer = amounts(&[], GOOD.as_bytes()).out;
    refused(b"mine", &[], GOOD, "--resume goes on with it");
    refused(b"not\nours", &["--resume"], &[GOOD, GOOD].join("\n"), "line 1 of ");
    refused(answer.as_bytes(), &["--resume"], BAD, "line 1 of ");
    refused(answer.repeat(3).as_bytes(), &["--resume"], GOOD, "line 3 of ");
}

/// 3.
#[test]
fn options_out_of_place_are_wrong_use() {
    let wrong: [&[&str]; 7] = [
        &["--jobs", "2"],
        &["--lines", "--jobs", "0"],
        &["--lines", "--jobs", "many"],
        &["--lines", "--jobs"],
        &["--lines", "--jobs", "1", "--jobs", "2"],
        &["--lines", "--resume"],
        &["-o", "answers.jsonl"],
    ];
    for more in wrong {
        let ran = yibao(&[&["estimate"], more].concat(), GOOD.as_bytes());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{more:?}");
    }
    assert_eq!(yibao(&["describe", "370212", "--lines"], b"").code, 2);
}

/// 4.
#[test]
fn an_answer_comes_before_the_next_line() {
    let mut child = begun(&["estimate", "--lines", "--jobs", "3"]);
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for request in [GOOD, BAD, GOOD] {
        writeln!(stdin, "{request}").unwrap();
        let mut answer = String::new();
        stdout.read_line(&mut answer).unwrap();
        assert_eq!(answer.contains("\"outcome\":\"failure\""), request == BAD, "{answer}");
    }
    // The program waits for a line when nobody reads any more, and gets one.
    drop(stdout);
    writeln!(stdin, "{GOOD}").unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(2));
    drop(stdin);
}

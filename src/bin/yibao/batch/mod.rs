//! Many requests, one a line: answered on all cores, written in their order, in a memory that does not grow.

mod output;
mod progress;
mod stretch;

use crate::{Trouble, files, refusal};
use output::{Kept, Output};
use progress::Progress;
use std::io::{self, BufRead, BufReader, Read};
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;
use yibao::officer::notice::Lang;

/// How many stretches of lines wait for each worker: enough that none stands idle while another has a long one.
const AHEAD: usize = 4;

/// The answer to one line, and whether it is a failure.
pub type Answer = dyn Fn(&[u8]) -> Result<(String, bool), Trouble> + Send + Sync;

/// How the lines are answered.
#[derive(Default)]
pub struct Options<'a> {
    /// On how many cores; on all of them where nothing is said.
    pub jobs: Option<usize>,
    /// A file for the answers.
    pub out: Option<&'a str>,
    /// Whether it goes on with what the file holds.
    pub resume: bool,
    /// Whether nothing is said of how far it has come.
    pub quiet: bool,
}

/// The answers to a stretch of lines, as they are written.
#[derive(Default)]
struct Answered {
    text: Vec<u8>,
    lines: u64,
    failures: u64,
}

type Reply = Result<Answered, Trouble>;

/// Whole lines, and where their answers go.
struct Task {
    lines: Vec<u8>,
    reply: SyncSender<Reply>,
}

/// Answers every line of a file, or of standard input.
pub fn each_line(options: &Options, file: Option<&Path>, answer: &Arc<Answer>, lang: Lang) -> Result<(), Trouble> {
    let source: Box<dyn Read + Send> = match file {
        Some(path) => Box::new(files::open(path)?),
        None => Box::new(io::stdin()),
    };
    let mut input = BufReader::with_capacity(stretch::BYTES, source);
    let output = match options.out.map(Path::new) {
        None => Output::standard(),
        Some(path) if options.resume => Output::resumed(path, |kept| skip(kept, path, &mut input, answer.as_ref()))?,
        Some(path) => Output::new_file(path)?,
    };
    let cores = || thread::available_parallelism().map_or(1, NonZero::get);
    run(input, output, options.jobs.unwrap_or_else(cores), answer, Progress::new(options.quiet, lang))
}

/// Skips what was answered. The last answer is worked out again: where it is another one, so are perhaps the others.
fn skip(kept: &Kept, path: &Path, input: &mut impl BufRead, answer: &Answer) -> Result<(), Trouble> {
    if kept.lines == 0 {
        return Ok(());
    }
    let last = kept.skip(input).map_err(unread)?;
    if last.is_some_and(|line| answer(&line).is_ok_and(|(text, _)| text.as_bytes() == kept.last)) {
        return Ok(());
    }
    let (shown, lines) = (path.display(), kept.lines);
    Err(refusal(
        format!("{shown} 的第 {lines} 行不是这些请求第 {lines} 行的答案。请求、规定、选项要和上次一样才能接着算"),
        format!(
            "line {lines} of {shown} does not answer line {lines} of these requests; requests, policies and options must be as before"
        ),
    ))
}

fn unread(error: io::Error) -> Trouble {
    Trouble::Io("standard input".into(), error)
}

/// Answers every line.
///
/// The replies are queued in the order of the lines before anybody works on them. So the order of the answers never
/// depends on who is done first, and the length of the queue bounds the memory.
fn run(
    input: impl BufRead + Send + 'static,
    mut output: Output,
    jobs: usize,
    answer: &Arc<Answer>,
    mut progress: Progress,
) -> Result<(), Trouble> {
    let (queue, replies) = sync_channel(jobs.saturating_mul(AHEAD));
    let tasks = workers(jobs, answer);
    // Nobody waits for this thread: whoever reads the answers may leave while it waits for a line.
    thread::spawn(move || read(input, &tasks, &queue));
    for reply in replies {
        // A worker only ends early with the whole program.
        let Ok(answered) = reply.recv() else { break };
        let answered = answered?;
        output.write(&answered.text)?;
        progress.add(answered.lines, answered.failures);
    }
    progress.finish();
    Ok(())
}

/// Starts the workers; they end when nobody has tasks for them.
fn workers(jobs: usize, answer: &Arc<Answer>) -> SyncSender<Task> {
    let (tasks, waiting) = sync_channel(jobs);
    let waiting = Arc::new(Mutex::new(waiting));
    for _ in 0..jobs {
        let (waiting, answer) = (Arc::clone(&waiting), Arc::clone(answer));
        thread::spawn(move || work(&waiting, answer.as_ref()));
    }
    tasks
}

/// Hands out stretches of lines until there are none, or nobody takes them.
fn read(mut input: impl BufRead, tasks: &SyncSender<Task>, queue: &SyncSender<Receiver<Reply>>) {
    loop {
        let (reply, answers) = sync_channel(1);
        match stretch::next(&mut input) {
            Ok(lines) if lines.is_empty() => return,
            Ok(lines) => {
                if queue.send(answers).is_err() || tasks.send(Task { lines, reply }).is_err() {
                    return;
                }
            }
            Err(error) => {
                // Neither can fail but where nobody listens.
                let _ = reply.send(Err(unread(error)));
                let _ = queue.send(answers);
                return;
            }
        }
    }
}

fn work(waiting: &Mutex<Receiver<Task>>, answer: &Answer) {
    let next = || waiting.lock().ok()?.recv().ok();
    while let Some(Task { lines, reply }) = next() {
        if reply.send(answer_each(&lines, answer)).is_err() {
            return;
        }
    }
}

fn answer_each(lines: &[u8], answer: &Answer) -> Reply {
    let mut answered = Answered::default();
    // What follows the last line break is a line of its own only where there is something.
    for line in lines.strip_suffix(b"\n").unwrap_or(lines).split(|byte| *byte == b'\n') {
        let (text, failed) = answer(line)?;
        answered.text.extend_from_slice(text.as_bytes());
        answered.text.push(b'\n');
        answered.lines = answered.lines.saturating_add(1);
        answered.failures = answered.failures.saturating_add(u64::from(failed));
    }
    Ok(answered)
}

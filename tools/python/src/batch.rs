//! Many texts on several cores, in their order.
//!
//! The threads live as long as the call. A pool would outlive it, and be missing in a process that is forked from this
//! one, as Python's `multiprocessing` and Spark fork theirs.

use crate::text::Written;
use std::num::NonZero;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The answer to each text. This thread works too, so that a system that gives no more of them only takes longer.
pub fn answers<T: Sync>(
    texts: &[T],
    jobs: Option<NonZero<usize>>,
    answer: impl Fn(&T) -> Written + Sync,
) -> Vec<Written> {
    let mut answers: Vec<Option<Written>> = texts.iter().map(|_| None).collect();
    let tasks = Mutex::new(texts.iter().zip(&mut answers));
    let next = || tasks.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        while let Some((text, place)) = next() {
            *place = Some(answer(text));
        }
    };
    thread::scope(|scope| {
        for _ in 1..jobs.map_or_else(cores, NonZero::get).min(texts.len()) {
            // Refused: the others do its work.
            let _ = thread::Builder::new().spawn_scoped(scope, work);
        }
        work();
    });
    answers.into_iter().flatten().collect()
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get)
}

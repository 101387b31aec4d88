//! The books that were put together so far. What holds for a chain of files does not change until a file does, so it is
//! worked out once and not for every request.

use super::PolicyFile;
use super::book::Book;
use crate::ordered::Map;
use std::sync::{Arc, Mutex, PoisonError};

/// Books by the region of the nearest file: a place without a file shares the book of the one above it.
#[derive(Debug, Default)]
pub(super) struct Books(Mutex<Map<String, Arc<Book>>>);

impl Books {
    /// The book of a chain of files, nearest first.
    pub fn of(&self, chain: Vec<Arc<PolicyFile>>) -> Arc<Book> {
        let nearest = chain.first().map(|file| file.region.clone()).unwrap_or_default();
        let mut books = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(books.entry(nearest).or_insert_with(|| Arc::new(Book::new(chain))))
    }
}

/// A copy of a catalogue may get other files: it begins without books.
impl Clone for Books {
    fn clone(&self) -> Self {
        Books::default()
    }
}

//! Where answers go: standard output, or a file that an interrupted run can go on with.

use crate::{Trouble, refusal};
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Where answers go.
pub enum Output {
    /// Standard output.
    Standard(io::StdoutLock<'static>),
    /// A file.
    File(PathBuf, File),
}

/// What a file of answers already holds: whole lines, and the last of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// How many answers.
    pub lines: u64,
    /// The last one, without its line break.
    pub last: Vec<u8>,
    bytes: u64,
}

impl Output {
    /// Standard output.
    pub fn standard() -> Output {
        Output::Standard(io::stdout().lock())
    }

    /// A file that holds nothing yet.
    pub fn new_file(path: &Path) -> Result<Output, Trouble> {
        let file = open(path)?;
        let length = file.metadata().map_err(io_trouble(path))?.len();
        if length > 0 {
            let shown = path.display();
            return Err(refusal(
                format!("{shown} 里已经有内容。接着算请加 --resume；重新算请先删掉它，或换一个文件名"),
                format!("{shown} holds something already; --resume goes on with it, another name begins anew"),
            ));
        }
        Ok(Output::File(path.to_owned(), file))
    }

    /// A file that may hold the first answers of the same run. A torn last line is cut off, once it is known to be ours.
    pub fn resumed(path: &Path, is_ours: impl FnOnce(&Kept) -> Result<(), Trouble>) -> Result<Output, Trouble> {
        let mut file = open(path)?;
        let kept = Kept::read(BufReader::new(&mut file)).map_err(io_trouble(path))?;
        is_ours(&kept)?;
        file.set_len(kept.bytes).and_then(|()| file.seek(SeekFrom::End(0))).map_err(io_trouble(path))?;
        Ok(Output::File(path.to_owned(), file))
    }

    /// Writes whole lines and hands them on at once.
    pub fn write(&mut self, lines: &[u8]) -> Result<(), Trouble> {
        match self {
            Output::Standard(out) => out.write_all(lines).and_then(|()| out.flush()).map_err(Trouble::Output),
            Output::File(path, file) => file.write_all(lines).map_err(io_trouble(path)),
        }
    }
}

impl Kept {
    /// Counts the whole lines of answers.
    fn read(mut answers: impl BufRead) -> io::Result<Kept> {
        let (mut kept, mut line) = (Kept::default(), Vec::new());
        loop {
            line.clear();
            let length = answers.read_until(b'\n', &mut line)?;
            if line.pop() != Some(b'\n') {
                return Ok(kept);
            }
            kept.lines = kept.lines.saturating_add(1);
            kept.bytes = kept.bytes.saturating_add(u64::try_from(length).unwrap_or(u64::MAX));
            std::mem::swap(&mut kept.last, &mut line);
        }
    }

    /// Skips the lines that were answered; gives the last of them, or nothing where there are not as many.
    pub fn skip(&self, input: &mut impl BufRead) -> io::Result<Option<Vec<u8>>> {
        for _ in 1..self.lines {
            if input.skip_until(b'\n')? == 0 {
                return Ok(None);
            }
        }
        let mut line = Vec::new();
        let is_there = input.read_until(b'\n', &mut line)? > 0;
        line.pop_if(|byte| *byte == b'\n');
        Ok(is_there.then_some(line))
    }
}

fn open(path: &Path) -> Result<File, Trouble> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(io_trouble(path))
}

fn io_trouble(path: &Path) -> impl Fn(io::Error) -> Trouble {
    move |error| Trouble::Io(path.to_owned(), error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_lines_are_counted_and_a_torn_one_is_not() {
        let kept = |text: &str| Kept::read(text.as_bytes()).unwrap();
        let of = |lines, last: &str, bytes| Kept { lines, last: last.into(), bytes };
        assert_eq!(kept(""), of(0, "", 0));
        assert_eq!(kept("torn"), of(0, "", 0));
        assert_eq!(kept("one\ntwo\nto"), of(2, "two", 8));
        assert_eq!(kept("one\ntwo\n"), of(2, "two", 8));
    }
}

//! The parts of a workbook: a zip archive, of which no more is unpacked than a sensible workbook holds.

use super::Unread;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// A workbook of the largest region has 100 kB.
const MOST_BYTES: usize = 16 << 20;

/// All parts together, unpacked.
const MOST_UNPACKED: u64 = 64 << 20;

/// What old and encrypted workbooks begin with.
const OLE: &[u8] = b"\xD0\xCF\x11\xE0";

pub(super) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Package<'b> {
    pub fn open(bytes: &'b [u8]) -> Result<Package<'b>, Unread> {
        if bytes.len() > MOST_BYTES {
            return Err(Unread::TooLarge("超过 16 MB", "more than 16 MB"));
        }
        if bytes.starts_with(OLE) {
            return Err(Unread::Other("是加了密码的表格，或者旧的 .xls", "it has a password, or is an old .xls"));
        }
        if !bytes.starts_with(b"PK") {
            return Err(Unread::Other("里面不是表格的内容", "something else is in it"));
        }
        let damaged = |error: ZipError| Unread::Damaged(error.to_string());
        Ok(Package { archive: ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?, left: MOST_UNPACKED })
    }

    /// The text of a part; none where there is no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Unread> {
        let damaged = |why: String| Unread::Damaged(format!("{name}: {why}"));
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(error) => return Err(damaged(error.to_string())),
        };
        let mut bytes = Vec::new();
        file.take(self.left.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| damaged(error.to_string()))?;
        let unpacked = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.left = self.left.checked_sub(unpacked).ok_or(UNPACKED)?;
        String::from_utf8(bytes).map(Some).map_err(|_| damaged("UTF-8".to_owned()))
    }

    pub fn needed(&mut self, name: &str) -> Result<String, Unread> {
        self.part(name)?.ok_or_else(|| Unread::Damaged(name.to_owned()))
    }
}

const UNPACKED: Unread = Unread::TooLarge("解开以后超过 64 MB", "more than 64 MB once it is unpacked");

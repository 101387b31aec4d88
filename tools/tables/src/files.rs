//! Files of tables: Apache Parquet, or Arrow where the name ends in `.arrow` or `.feather`.

use crate::{Result, Settler};
use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_ipc::reader::FileReader;
use arrow_ipc::writer::FileWriter;
use arrow_schema::{ArrowError, SchemaRef};
use arrow_select::concat::concat_batches;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use std::fs::File;
use std::path::Path;

/// How many rows are settled at a time: enough for all cores, little enough to fit anywhere.
const ROWS: usize = 16_384;

type Batches = Box<dyn Iterator<Item = std::result::Result<RecordBatch, ArrowError>>>;

/// A table: its columns, and its rows a batch at a time.
///
/// # Errors
/// A file that is not there, or no table.
pub fn open(path: &Path) -> Result<(SchemaRef, Batches)> {
    let file = File::open(path)?;
    if is_arrow(path) {
        let reader = FileReader::try_new(file, None)?;
        return Ok((reader.schema(), Box::new(reader)));
    }
    let reader = ParquetRecordBatchReaderBuilder::try_new(file)?.with_batch_size(ROWS).build()?;
    Ok((reader.schema(), Box::new(reader)))
}

fn is_arrow(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "arrow" || ending == "feather")
}

/// Where answers go.
pub enum Output {
    /// Apache Parquet.
    Parquet(Box<ArrowWriter<File>>),
    /// Arrow.
    Arrow(Box<FileWriter<File>>),
}

impl Output {
    /// A new file; one that is there already stays.
    ///
    /// # Errors
    /// A file that cannot be made.
    pub fn new(path: &Path, schema: &SchemaRef) -> Result<Output> {
        let file = File::create_new(path)?;
        Ok(if is_arrow(path) {
            Output::Arrow(Box::new(FileWriter::try_new(file, schema)?))
        } else {
            Output::Parquet(Box::new(ArrowWriter::try_new(file, SchemaRef::clone(schema), None)?))
        })
    }

    /// Writes answers.
    ///
    /// # Errors
    /// A full disk, for one.
    pub fn write(&mut self, batch: &RecordBatch) -> Result<()> {
        match self {
            Output::Parquet(writer) => writer.write(batch)?,
            Output::Arrow(writer) => writer.write(batch)?,
        }
        Ok(())
    }

    /// Ends the file.
    ///
    /// # Errors
    /// A full disk, for one.
    pub fn finish(self) -> Result<()> {
        match self {
            Output::Parquet(writer) => drop(writer.close()?),
            Output::Arrow(mut writer) => writer.finish()?,
        }
        Ok(())
    }
}

/// Settles every batch. A request may begin in one batch and end in the next.
///
/// # Errors
/// What cannot be read or written.
pub fn settle_all(batches: Batches, settler: &Settler, output: &mut Output) -> Result<()> {
    let mut begun: Option<RecordBatch> = None;
    for batch in batches {
        let batch = batch?;
        let all = match begun.take() {
            Some(begun) => concat_batches(&batch.schema(), [&begun, &batch])?,
            None => batch,
        };
        let last = settler.last_request(&all);
        if last > 0 {
            output.write(&settler.settle(&all.slice(0, last))?)?;
        }
        begun = Some(all.slice(last, all.num_rows().saturating_sub(last)));
    }
    match begun {
        Some(rest) if rest.num_rows() > 0 => output.write(&settler.settle(&rest)?),
        _ => Ok(()),
    }
}

//! `yibao-tables`: settles a table of bills.

use pico_args::Arguments;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;
use yibao_tables::files::{Output, open, settle_all};
use yibao_tables::{Options, Result, Settler, policies};

const USAGE: &str = "\
yibao-tables BILLS ANSWERS [--region CODE] [--asked-on DAY] [--keep COLUMN,COLUMN] [--policies DIR | --add DIR] [--jobs N]
    Apache Parquet, or Arrow where a name ends in .arrow or .feather; docs/tables.md lists the columns";

fn main() -> ExitCode {
    match run(Arguments::from_env()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("yibao-tables: {fault}");
            ExitCode::from(2)
        }
    }
}

fn run(mut args: Arguments) -> Result<()> {
    let options = Options {
        region: args.opt_value_from_str("--region")?,
        asked_on: args.opt_value_from_str("--asked-on")?,
        keep: names(args.opt_value_from_str("--keep")?),
    };
    let only: Option<PathBuf> = args.opt_value_from_str("--policies")?;
    let add: Option<PathBuf> = args.opt_value_from_str("--add")?;
    let jobs: Option<usize> = args.opt_value_from_str("--jobs")?;
    let (bills, answers) = two_paths(args.finish())?;
    let catalogue = match (only, add) {
        (None, None) => policies::shipped(),
        (Some(folder), None) => policies::of_folder(&folder, false)?,
        (None, Some(folder)) => policies::of_folder(&folder, true)?,
        (Some(_), Some(_)) => return Err("--policies or --add, not both".into()),
    };
    rayon::ThreadPoolBuilder::new().num_threads(jobs.unwrap_or(0)).build_global()?;
    let (schema, batches) = open(&bills).map_err(|fault| format!("{}: {fault}", bills.display()))?;
    let settler = Settler::new(&schema, options, &catalogue)?;
    let mut output =
        Output::new(&answers, &settler.schema()).map_err(|fault| format!("{}: {fault}", answers.display()))?;
    settle_all(batches, &settler, &mut output)?;
    output.finish()
}

fn names(list: Option<String>) -> Vec<String> {
    list.iter().flat_map(|names| names.split(',')).map(|name| name.trim().to_owned()).collect()
}

fn two_paths(rest: Vec<OsString>) -> Result<(PathBuf, PathBuf)> {
    let is_option = |arg: &OsString| arg.as_encoded_bytes().starts_with(b"-");
    match <[OsString; 2]>::try_from(rest) {
        Ok([bills, answers]) if !is_option(&bills) && !is_option(&answers) => Ok((bills.into(), answers.into())),
        _ => Err(USAGE.into()),
    }
}

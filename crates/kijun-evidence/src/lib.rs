//! Configuration and record files to typed subjects that know where each value stood.
//!
//! What this stage adds: the manifest, a [`Plan`] of what is read into which fields, and [`read`], which streams
//! subjects. What later stages no longer know: formats, encodings, names in evidence, patterns of files.

mod manifest;
mod plan;

mod files;
mod pattern;

mod decoding;
mod encoding;
mod input;
mod records;

mod build;
mod csv;
mod json;
mod markdown;
mod raw;
mod rows;
mod table;
mod workbook;
mod yaml;

mod assemble;
mod decode;
mod given;
mod header;
mod join;
mod literal;
mod names;
mod scalar;
mod unread;

mod reader;

mod directory;
mod questions;
mod references;

mod cells;
mod report;
mod wrong;

pub use cells::cells;
pub use directory::{Directory, Held, Known, Unit};
pub use encoding::{NotText, text};
pub use input::InputFile;
pub use literal::given;
pub use manifest::{
    Calendar, Day, Encoding, Format, Join, Level, LevelCheck, LevelForce, LevelMatter, LevelMeasure,
    LevelResult, LevelRow, LevelSeverity, Limits, LintLevel, LintPath, LintPlan, Listing, Manifest,
    Organisation, People, Period, Places, ReportPlan, Sample, Scalar, Source, Units, Weekday,
    manifest_schema, read_manifest, rules_named,
};
pub use plan::{
    ColumnPlan, ListingPlan, Organised, PeopleFields, Plan, SamplePlan, SampleSize, Step, StratumPath,
    UnitFields, plan,
};
pub use questions::Questions;
pub use reader::{Reading, read};
pub use references::References;
pub use unread::UnreadName;

//! Reading: the files of a plan to subjects, one at a time.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use kijun_diag::{Diagnostics, FileId, Place, Sources};
use kijun_model::{KindId, Model, Subject};

use crate::assemble::{Assembled, Origin};
use crate::build::{Output, Record, Select};
use crate::files::{self, Found, Problem, Trouble};
use crate::given::Met;
use crate::header::{self, Expected, Header};
use crate::input::{Input, InputFile};
use crate::join::{Joins, Table};
use crate::plan::{Plan, SourcePlan};
use crate::records::File;
use crate::report::Report;
use crate::unread::{Unread, UnreadName};
use crate::wrong;

/// What reading left behind, beside the subjects.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Every file that was read, in the order of the plan's sources and then of names.
    pub files: Vec<InputFile>,
    /// What is wrong with the evidence.
    pub diagnostics: Diagnostics,
    /// Names in evidence that no field takes.
    pub unread_names: Vec<UnreadName>,
    coverage: Vec<Coverage>,
}

/// What became of a kind's sources.
#[derive(Clone, Copy, Debug, Default)]
struct Coverage {
    has_source: bool,
    lost: bool,
}

impl Reading {
    /// Whether the manifest names a source for just this kind.
    #[must_use]
    pub fn has_source(&self, kind: KindId) -> bool {
        self.coverage.get(kind.index()).is_some_and(|c| c.has_source)
    }

    /// Whether something that the sources of just this kind name could not be read.
    #[must_use]
    pub fn lost(&self, kind: KindId) -> bool {
        self.coverage.get(kind.index()).is_some_and(|c| c.lost)
    }

    /// Whether all subjects of a kind are known: it or a kind below has a source, and everything that these
    /// sources name could be read.
    #[must_use]
    pub fn complete(&self, model: &Model, kind: KindId) -> bool {
        let below = (0..self.coverage.len()).map(KindId::from_index).filter(|&k| model.is_a(k, kind));
        let below: Vec<&Coverage> = below.map(|k| &self.coverage[k.index()]).collect();
        below.iter().any(|c| c.has_source) && below.iter().all(|c| !c.lost)
    }
}

/// Reads all evidence of a plan in a project's folder. Subjects come in the order of sources, files and records;
/// those that a join completes are complete when they come.
pub fn read(
    model: &Model,
    plan: &Plan,
    project: &Path,
    sources: &mut Sources,
    sink: &mut dyn FnMut(Subject),
) -> Reading {
    let reading = Reading { coverage: vec![Coverage::default(); model.kinds.len()], ..Reading::default() };
    let mut reader = Reader { model, plan, project, sources, reading, ids: HashMap::new() };
    let mut joins = Joins::default();
    for source in plan.sources.iter().filter(|source| source.join.is_some()) {
        joins.push(reader.table(source));
    }
    let mut keys = HashMap::new();
    for source in plan.sources.iter().filter(|source| source.join.is_none()) {
        reader.subjects(source, &mut joins, &mut keys, sink);
    }
    let left_over = joins.left_over(model, plan.limits.diagnostics);
    reader.reading.diagnostics.append(left_over);
    reader.reading
}

/// Where the first subject of each kind and key stands.
type Keys = HashMap<(KindId, Arc<str>), Place>;

/// Names of one source: those that nothing takes, and those that the manifest expects.
struct SourceNames<'a> {
    unread: Unread,
    met: Met<'a>,
    expected: Expected,
}

struct Reader<'a> {
    model: &'a Model,
    plan: &'a Plan,
    project: &'a Path,
    sources: &'a mut Sources,
    reading: Reading,
    ids: HashMap<String, FileId>,
}

impl Reader<'_> {
    /// Reads a source whose records join into subjects.
    fn table(&mut self, source: &SourcePlan) -> Table {
        let kind = &self.model.kind(source.kind).name;
        let mut table = Table::new(source.kind, source.at());
        let lost = self.source(source, &mut |record, report| {
            let (key, place) = (Arc::clone(&record.key), record.place);
            let first = table.add(record);
            if let Some(first) = first {
                report.push(wrong::joined_twice(place, kind, &key, first));
            }
            // Two records of one key spoil that subject, not the source.
            true
        });
        if lost {
            table.lose();
        }
        table
    }

    /// Reads a source whose records are subjects.
    fn subjects(
        &mut self,
        source: &SourcePlan,
        joins: &mut Joins,
        keys: &mut Keys,
        sink: &mut dyn FnMut(Subject),
    ) {
        let (model, kind) = (self.model, source.kind);
        self.reading.coverage[kind.index()].has_source = true;
        let lost = self.source(source, &mut |record, report| {
            let Assembled { key, cells, place, taken } = record;
            if let Some(&first) = keys.get(&(kind, Arc::clone(&key))) {
                report.push(wrong::key_collision(place, &model.kind(kind).name, &key, first));
                return false;
            }
            keys.insert((kind, Arc::clone(&key)), place);
            let (taken_on, taken_at) = taken.map_or((None, None), |taken| (Some(taken.on), taken.at));
            let mut subject = Subject { kind, key, cells, place, taken_on, taken_at };
            joins.merge(model, &mut subject, report);
            sink(subject);
            true
        });
        self.reading.coverage[kind.index()].lost |= lost;
    }

    /// Reads all files of a source; `true`: some of it could not be read. `take` answers whether the record could be used.
    fn source(&mut self, source: &SourcePlan, take: &mut dyn FnMut(Assembled, &mut Report) -> bool) -> bool {
        let (found, trouble) = files::find(self.project, &source.pattern);
        let mut lost = !trouble.is_empty();
        for trouble in &trouble {
            self.trouble(trouble);
        }
        if found.is_empty() && trouble.is_empty() && !source.may_be_empty {
            self.reading.diagnostics.push(wrong::no_file(source.span, &source.pattern.text));
            lost = true;
        }
        let mut names = SourceNames {
            unread: Unread::default(),
            met: Met::new(&source.given),
            expected: Expected::new(self.model, source),
        };
        for file in &found {
            let mut report = Report::new(self.plan.limits.diagnostics);
            lost |= !self.file(source, file, &mut names, take, &mut report);
            self.reading.diagnostics.append(report.finish());
        }
        let SourceNames { unread, met, .. } = names;
        let mut report = Report::new(self.plan.limits.diagnostics);
        lost |= !met.finish(&source.pattern.text, &mut report);
        self.reading.diagnostics.append(report.finish());
        self.reading.unread_names.extend(unread.into_names(&source.pattern.text));
        lost
    }

    /// Reads one file; `false`: not all of it.
    fn file(
        &mut self,
        source: &SourcePlan,
        found: &Found,
        names: &mut SourceNames<'_>,
        take: &mut dyn FnMut(Assembled, &mut Report) -> bool,
        report: &mut Report,
    ) -> bool {
        let new = !self.ids.contains_key(&found.relative);
        let id = self.id(&found.relative);
        let start = Place { file: id, line: 1, column: 1, width: 0 };
        let mut input = match Input::open(&found.path, source.encoding) {
            Ok(input) => input,
            Err(error) => {
                report.push(wrong::unreadable(start, &found.relative, &error));
                return false;
            }
        };
        let mut whole = self.records(source, found, id, &mut input, names, take, report);
        match input.finish(id, found.relative.clone()) {
            Ok(file) if new => self.reading.files.push(file),
            Ok(_) => {}
            Err(error) => {
                report.push(wrong::unreadable(start, &found.relative, &error));
                whole = false;
            }
        }
        whole
    }

    #[expect(clippy::too_many_arguments, reason = "one call; a struct would only rename the arguments")]
    fn records(
        &mut self,
        source: &SourcePlan,
        found: &Found,
        id: FileId,
        input: &mut Input,
        names: &mut SourceNames<'_>,
        take: &mut dyn FnMut(Assembled, &mut Report) -> bool,
        report: &mut Report,
    ) -> bool {
        let origin = Origin::new(self.model, source, id, &found.relative);
        let (mut whole, mut has_columns) = (true, true);
        let SourceNames { unread, met, expected } = names;
        let met = RefCell::new(met);
        let mut sink = |record: Record, report: &mut Report| {
            let assembled = origin.assemble(&record, &mut met.borrow_mut(), report);
            if let Some(assembled) = &assembled {
                unread.look(origin.model, source, &record.raw, &assembled.cells, report);
            }
            whole &= assembled.is_some_and(|assembled| take(assembled, report));
        };
        let select = Select { path: &source.records, unit: source.unit };
        let limits = &self.plan.limits;
        let file = File {
            id,
            path: &found.relative,
            format: source.format,
            encoding: source.encoding,
            sheet: source.sheet.as_deref(),
            header: source.header,
            expected,
            select,
            limits,
        };
        let mut check = |columns: &[&str], place: Place, report: &mut Report| {
            let header = Header { path: &found.relative, columns, place };
            has_columns = header::check(origin.model, source, &header, &mut met.borrow_mut(), report)?;
            Ok(())
        };
        let result = file.read(input, &mut check, &mut Output { sink: &mut sink, report });
        whole && has_columns && result.is_ok()
    }

    fn trouble(&mut self, trouble: &Trouble) {
        let at = Place { file: self.id(&trouble.relative), line: 1, column: 1, width: 0 };
        self.reading.diagnostics.push(match &trouble.problem {
            Problem::NotAFile(found) => wrong::not_a_file(at, &trouble.relative, found),
            Problem::Link(reason) => wrong::bad_link(at, &trouble.relative, reason),
            Problem::Io(error) => wrong::unreadable(at, &trouble.relative, error),
        });
    }

    fn id(&mut self, relative: &str) -> FileId {
        *self.ids.entry(relative.to_owned()).or_insert_with(|| self.sources.add_name(relative))
    }
}

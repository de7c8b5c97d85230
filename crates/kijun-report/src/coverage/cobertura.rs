//! A coverage as Cobertura writes it: what build servers read.

use std::io;

use kijun_findings::TestCoverage;
use quick_xml::events::{BytesDecl, BytesText, Event};
use quick_xml::writer::Writer;

use super::lines::{File, Line, files};

/// Where the document type stands.
const DTD: &str = r#"coverage SYSTEM "http://cobertura.sourceforge.net/xml/coverage-04.dtd""#;

type Xml = Writer<Vec<u8>>;
/// So many of so many.
type Rate = (usize, usize);

/// The coverage as a document; a file is a class. Its time stamp is 0, so that the same tests write the same bytes.
///
/// # Errors
///
/// None is known: it is written into memory.
pub fn cobertura(coverage: &TestCoverage) -> io::Result<Vec<u8>> {
    let files = files(coverage);
    let lines = sum(files.values().map(File::covered));
    let branches = sum(files.values().map(File::branches));
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.write_event(Event::DocType(BytesText::from_escaped(DTD)))?;
    let head = [
        ("line-rate", rate(lines)),
        ("branch-rate", rate(branches)),
        ("lines-covered", lines.0.to_string()),
        ("lines-valid", lines.1.to_string()),
        ("branches-covered", branches.0.to_string()),
        ("branches-valid", branches.1.to_string()),
        ("complexity", "0".to_owned()),
        ("version", env!("CARGO_PKG_VERSION").to_owned()),
        ("timestamp", "0".to_owned()),
    ];
    element(&mut xml, "coverage", &head, |xml| {
        element(xml, "sources", &[], |xml| {
            xml.create_element("source").write_text_content(BytesText::new(".")).map(|_| ())
        })?;
        element(xml, "packages", &[], |xml| {
            element(xml, "package", &rated("rules", lines, branches), |xml| {
                element(xml, "classes", &[], |xml| {
                    files.iter().try_for_each(|(name, file)| class(xml, name, file))
                })
            })
        })
    })?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn class(xml: &mut Xml, name: &str, file: &File<'_>) -> io::Result<()> {
    let mut head = rated(name, file.covered(), file.branches());
    head.insert(1, ("filename", name.to_owned()));
    element(xml, "class", &head, |xml| {
        xml.create_element("methods").write_empty()?;
        element(xml, "lines", &[], |xml| {
            file.lines.iter().try_for_each(|(number, line)| self::line(xml, *number, line))
        })
    })
}

fn line(xml: &mut Xml, number: u32, line: &Line) -> io::Result<()> {
    let seen = line.branches().filter(|times| *times > 0).count();
    let all = line.branches().count();
    let whole = seen * 100 / all.max(1);
    let head = [
        ("number", number.to_string()),
        ("hits", line.hits().to_string()),
        ("branch", "true".to_owned()),
        ("condition-coverage", format!("{whole}% ({seen}/{all})")),
    ];
    let attributes = head.iter().map(|(name, value)| (*name, value.as_str()));
    xml.create_element("line").with_attributes(attributes).write_empty().map(|_| ())
}

/// The attributes of what has a name and two rates.
fn rated(name: &str, lines: Rate, branches: Rate) -> Vec<(&'static str, String)> {
    vec![
        ("name", name.to_owned()),
        ("line-rate", rate(lines)),
        ("branch-rate", rate(branches)),
        ("complexity", "0".to_owned()),
    ]
}

fn element(
    xml: &mut Xml,
    name: &str,
    attributes: &[(&'static str, String)],
    inside: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    let attributes = attributes.iter().map(|(name, value)| (*name, value.as_str()));
    xml.create_element(name).with_attributes(attributes).write_inner_content(inside).map(|_| ())
}

fn sum(rates: impl Iterator<Item = Rate>) -> Rate {
    rates.fold((0, 0), |sum, rate| (sum.0 + rate.0, sum.1 + rate.1))
}

/// A rate in four places, without floating point. Of nothing, all was seen.
fn rate((seen, all): Rate) -> String {
    let parts = (seen * 10_000).checked_div(all).unwrap_or(10_000);
    format!("{}.{:04}", parts / 10_000, parts % 10_000)
}

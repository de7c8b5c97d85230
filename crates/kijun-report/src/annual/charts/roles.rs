//! The reporting line: roles as a tree, each beneath the one that it reports to.

use minijinja::{Error, Value};

use super::svg::{INK, LINE, Labels, SHADE, SIZE, Svg, WIDTH, fit, n, width};
use super::{Data, Datum, text_of};
use crate::annual::words::Words;

/// Roles in the order in which they are drawn.
pub(super) struct Tree {
    roles: Vec<Role>,
}

struct Role {
    title: String,
    superior: String,
    depth: usize,
    /// The place of the role that it reports to.
    above: Option<usize>,
}

impl Tree {
    pub(super) fn of(roles: &Value) -> Result<Tree, Error> {
        let mut all = Vec::new();
        for role in roles.try_iter()? {
            let texts = [text_of(&role, "name")?, text_of(&role, "title")?];
            all.push((texts, text_of(&role, "reports_to")?, text_of(&role, "reports_to_title")?));
        }
        let known = |name: &str| all.iter().any(|([own, _], ..)| own == name);
        let mut tree = Tree { roles: Vec::new() };
        for (i, (_, above, _)) in all.iter().enumerate() {
            if !known(above) {
                tree.add(&all, i, 0, None);
            }
        }
        Ok(tree)
    }

    /// A role, then those that report to it. The rules have no circles; a record that was edited by hand may.
    fn add(&mut self, all: &[([String; 2], String, String)], i: usize, depth: usize, above: Option<usize>) {
        let Some(([name, title], _, superior)) = all.get(i).filter(|_| self.roles.len() < all.len()) else {
            return;
        };
        let own = self.roles.len();
        self.roles.push(Role { title: title.clone(), superior: superior.clone(), depth, above });
        for (j, (_, above, _)) in all.iter().enumerate() {
            if above == name && j != i {
                self.add(all, j, depth + 1, Some(own));
            }
        }
    }

    pub(super) fn table(&self, words: &Words) -> Data {
        let head = ["chart-role", "chart-reports-to"].map(|key| words.text(key, &[]));
        let row = |role: &Role| vec![Datum::Text(role.title.clone()), Datum::Text(role.superior.clone())];
        Data { head: head.into(), rows: self.roles.iter().map(row).collect(), whole: true }
    }
}

const ROW: f64 = 40.0;
const INDENT: f64 = 44.0;

pub(super) fn draw(tree: &Tree, labels: &Labels) -> Option<String> {
    if tree.roles.is_empty() {
        return None;
    }
    let mut svg = Svg::new(labels.number);
    let x = |role: &Role| 4.0 + INDENT * role.depth.min(8) as f64;
    let y = |i: usize| 4.0 + ROW * i as f64;
    for (i, role) in tree.roles.iter().enumerate() {
        if let Some((at, above)) = role.above.and_then(|at| Some((at, tree.roles.get(at)?))) {
            let d = format!("M{} {}H{}V{}", n(x(role)), n(y(i) + 15.0), n(x(above) + 20.0), n(y(at) + 32.0));
            svg.path(&d, &format!("stroke=\"{LINE}\" stroke-width=\"1.5\" {}", svg.arrow()));
        }
    }
    for (i, role) in tree.roles.iter().enumerate() {
        let room = (WIDTH - x(role) - 8.0).min(width(&role.title, SIZE) + 24.0);
        svg.rect(
            [x(role), y(i), room, 30.0],
            SHADE,
            &format!("stroke=\"{INK}\" stroke-width=\"1\" rx=\"4\""),
        );
        svg.text([x(role) + 12.0, y(i) + 20.0], "start", &fit(&role.title, room - 16.0, SIZE), "");
    }
    Some(svg.finish(y(tree.roles.len()), labels))
}

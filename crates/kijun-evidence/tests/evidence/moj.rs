//! The complete example projects.

use std::path::Path;

use crate::project;

#[test]
fn both_years_of_the_ministry_are_read_whole_and_without_complaint() {
    for year in ["fy2011", "fy2012"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/moj").join(year);
        let outcome = project::run(&root);
        assert_eq!(outcome.diagnostics_text(), "", "{year}");
        assert!(outcome.subjects.len() > 1000, "{year}");
        let unread: Vec<_> = outcome.reading.unread_names.iter().map(|unread| &unread.name).collect();
        assert!(unread.is_empty(), "{year}: {unread:?}");
        for subject in &outcome.subjects {
            assert!(outcome.reading.complete(&outcome.model, subject.kind), "{year}: {}", subject.key);
        }
    }
}

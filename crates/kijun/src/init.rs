//! Projects to begin with: each passes its own checks, its tests and its audit.

/// A project to begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// One standard, its tests, two servers.
    Minimal,
    /// A government's standard, a ministry's under it, a procedure under that; units, people and servers.
    Ministry,
}

impl Template {
    /// The files of the project, by their paths in its folder, with forward slashes.
    #[must_use]
    pub fn files(self) -> &'static [(&'static str, &'static str)] {
        macro_rules! files {
            ($folder:literal: $($path:literal)*) => {
                &[$(($path, include_str!(concat!("init/", $folder, "/", $path)))),*]
            };
        }
        match self {
            Template::Minimal => files! { "minimal":
                "kijun.yaml"
                "rules/vocabulary.kijun"
                "rules/policy.kijun"
                "rules/policy.test.kijun"
                "evidence/servers.yaml"
            },
            Template::Ministry => files! { "ministry":
                "kijun.yaml"
                "rules/vocabulary.kijun"
                "rules/government.kijun"
                "rules/ministry.kijun"
                "rules/procedure.kijun"
                "rules/tests.test.kijun"
                "evidence/units.csv"
                "evidence/people.csv"
                "evidence/training.csv"
                "evidence/servers/files1.yaml"
                "evidence/servers/web1.yaml"
            },
        }
    }
}

//! Every lint, one line for each, by name.

use crate::Lint;

macro_rules! lints {
    ($($file:ident)*) => {
        $(mod $file;)*
        /// Every lint, by name.
        pub const LINTS: &[&Lint] = &[$(&$file::LINT),*];
    };
}

lints! {
    unexplained_allow
    unguarded_optional
    unknown_lint
    unused_allow
}

pub(crate) use unused_allow::LINT as UNUSED_ALLOW;

//! The explanation of a finding.

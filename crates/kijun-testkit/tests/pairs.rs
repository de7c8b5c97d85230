//! Random pairs are rules without an error.

use kijun_testkit::pairs::{Pair, RICH, SMALL};

#[test]
fn every_pair_is_read_without_an_error() {
    for lab in [&RICH, &SMALL] {
        for seed in 0..400 {
            let pair = Pair::new(lab, seed);
            if let Err(wrong) = pair.read() {
                panic!("seed {seed}: {wrong}\n{}", pair.words());
            }
        }
    }
}

//! The graph of standards: editions, links, effective sets.

//! Configuration and record files to typed subjects that know where each value stood.

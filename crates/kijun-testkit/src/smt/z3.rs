//! A solver that runs beside the test and answers one question after another.

use std::io::{BufRead, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// What the solver said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// There is such a subject.
    Sat,
    /// There is none.
    Unsat,
    /// It could not tell in time.
    Unknown,
}

/// A running solver.
#[derive(Debug)]
pub struct Z3 {
    process: Child,
    to: ChildStdin,
    from: BufReader<ChildStdout>,
    milliseconds: u32,
}

impl Z3 {
    /// The solver that `KIJUN_Z3` names, or `z3`, with so much time for each question. `None`: there is none.
    #[must_use]
    pub fn start(milliseconds: u32) -> Option<Z3> {
        let name =
            std::env::var("KIJUN_Z3").ok().filter(|n| !n.is_empty()).unwrap_or_else(|| "z3".to_owned());
        let (input, output) = (Stdio::piped(), Stdio::piped());
        let mut process =
            Command::new(name).args(["-in", "-smt2"]).stdin(input).stdout(output).spawn().ok()?;
        let (to, from) = (process.stdin.take()?, process.stdout.take()?);
        Some(Z3 { process, to, from: BufReader::new(from), milliseconds })
    }

    /// Whether what a script asserts can hold together.
    ///
    /// # Errors
    ///
    /// What the solver complained of, or that it is gone.
    pub fn check(&mut self, script: &str) -> Result<Said, String> {
        let options = format!("(reset)\n(set-option :timeout {})\n", self.milliseconds);
        let whole = format!("{options}{script}(check-sat)\n(echo \"done\")\n");
        self.to.write_all(whole.as_bytes()).and_then(|()| self.to.flush()).map_err(|e| e.to_string())?;
        let mut answer = Err("no answer".to_owned());
        loop {
            let mut line = String::new();
            if self.from.read_line(&mut line).map_err(|e| e.to_string())? == 0 {
                return Err("the solver is gone".to_owned());
            }
            match line.trim().trim_matches('"') {
                "done" => return answer,
                "sat" if answer.is_err() => answer = Ok(Said::Sat),
                "unsat" => answer = Ok(Said::Unsat),
                "unknown" | "timeout" => answer = Ok(Said::Unknown),
                complaint => return Err(complaint.to_owned()),
            }
        }
    }
}

impl Drop for Z3 {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

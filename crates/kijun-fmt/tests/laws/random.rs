//! Random texts by the grammar, with any blanks and comments between any two tokens.

use kijun_syntax::concrete::{Node, Piece, TokenKind, concrete};
use kijun_testkit::Dice;

/// A text of a few items.
pub(crate) fn text(dice: &mut Dice<'_>) -> String {
    let mut words = Words { dice, words: Vec::new(), depth: 0 };
    for _ in 0..=words.dice.below(4) {
        words.item();
    }
    words.joined()
}

/// Where the tokens of a text stand.
pub(crate) fn tokens(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    if let Some(file) = concrete(text) {
        collect(&file, &mut found);
    }
    found
}

/// So many tokens of a text, spread over it.
pub(crate) fn some_tokens(text: &str, most: usize) -> Vec<(usize, usize)> {
    let tokens = tokens(text);
    let step = (tokens.len() / most).max(1);
    tokens.into_iter().skip(text.len() % step).step_by(step).collect()
}

fn collect(node: &Node<'_>, found: &mut Vec<(usize, usize)>) {
    for piece in &node.pieces {
        match piece {
            Piece::Node(node) => collect(node, found),
            Piece::Token(token) if matches!(token.kind, TokenKind::Broken | TokenKind::End) => {}
            Piece::Token(token) => found.push((token.start, token.start + token.text.len())),
        }
    }
}

struct Words<'b, 'd> {
    dice: &'d mut Dice<'b>,
    words: Vec<String>,
    depth: usize,
}

impl Words<'_, '_> {
    fn put(&mut self, words: &[&str]) {
        self.words.extend(words.iter().map(|word| (*word).to_owned()));
    }

    fn one(&mut self, words: &[&str]) {
        let word = *self.dice.pick(words);
        self.put(&[word]);
    }

    fn name(&mut self) {
        self.one(&[
            "server",
            "a",
            "b_2",
            "露出",
            "`in`",
            "`must`",
            "`plain_one`",
            "ｗｉｄｅ",
            "exposure_of_things",
        ]);
    }

    fn string(&mut self) {
        self.one(&[
            "\"\"",
            "\"a\"",
            "\"政府機関の情報セキュリティ対策のための統一技術基準\"",
            "\"\\\"x\\\" # no comment\"",
            "\"a rather long text that takes up a good part of the line\"",
            "\"\"\"\n      block\n        deeper\n\n    less\n  \"\"\"",
            "\"\"\"one line\"\"\"",
            "\"\"\"head\n  tail\"\"\"",
            "\"\"\"\n\t tab\n　　全角\n\"\"\"",
        ]);
    }

    fn titles(&mut self) {
        if self.dice.once_in(2) {
            self.string();
        }
        for _ in 0..self.dice.below(3) {
            self.one(&["en", "ja", "zh-Hant"]);
            self.string();
        }
    }

    fn reference(&mut self) {
        self.one(&[
            "1.2",
            "s:1",
            "s@2011-04-21:2.2.1.1(a)",
            "第3条第2項",
            "s:1#label",
            "a_long_standard@2011-04-21:5.1.4#1",
        ]);
    }

    fn many(&mut self, mut one: impl FnMut(&mut Self)) {
        one(self);
        for _ in 0..self.dice.below(4) {
            self.put(&[","]);
            one(self);
        }
    }

    fn block(&mut self, most: usize, mut member: impl FnMut(&mut Self)) {
        self.put(&["{"]);
        for _ in 0..self.dice.below(most) {
            member(self);
        }
        self.put(&["}"]);
    }

    fn item(&mut self) {
        match self.dice.below(13) {
            0 => self.clause(),
            1 => self.standard(),
            2 => self.vocabulary(),
            3 => self.section(),
            4 => self.role(),
            5 => self.define(),
            6 => self.put(&["term", "\"要機密情報\"", "means", "confidential"]),
            7 => self.parameter(),
            8 => {
                self.put(&["set", "s@2011-04-21", "$x", "="]);
                self.expr();
            }
            9 => self.exception(),
            10 => self.measure(),
            11 => self.test(),
            _ => self.put(&["part of s@2011-04-21"]),
        }
    }

    fn clause(&mut self) {
        self.put(&["clause"]);
        self.one(&["1.2", "2.2.1.1(a)", "第3条", "AC-2(1)"]);
        self.titles();
        self.block(7, Self::clause_member);
    }

    fn section(&mut self) {
        self.put(&["section", "2"]);
        self.titles();
        self.depth += 1;
        self.block(4, |words| match words.dice.below(3) {
            0 => words.clause_member(),
            1 if words.depth < 4 => words.section(),
            _ => words.clause(),
        });
        self.depth -= 1;
    }

    fn clause_member(&mut self) {
        match self.dice.below(14) {
            0..=3 => self.statement(),
            4 => self.subjects("for"),
            5 => self.put(&["by", "officer"]),
            6 => {
                self.one(&["text", "fix", "text en", "fix en"]);
                self.string();
            }
            7 => {
                self.one(&["implements", "was", "see"]);
                self.many(Self::reference);
            }
            8 => self.attest(),
            9 => self.one(&[
                "exceptions never",
                "exceptions   by ciso",
                "exceptions by ciso for  at most 1 year",
            ]),
            10 => self.one(&["evidence at\nmost 30 days old", "severity high", "severity   low"]),
            11 => self.one(&["in force from 2011-04-21", "until 2012-03-31"]),
            12 => {
                self.put(&["grace", "6 months", "where"]);
                self.expr();
            }
            _ => self.statement(),
        }
    }

    fn attest(&mut self) {
        self.put(&["attest"]);
        self.string();
        self.titles_tagged();
        if self.dice.once_in(2) {
            self.put(&["by", "staff"]);
        }
        if self.dice.once_in(2) {
            self.put(&["every", "1 year"]);
        }
    }

    fn titles_tagged(&mut self) {
        for _ in 0..self.dice.below(3) {
            self.put(&["en"]);
            self.string();
        }
    }

    fn subjects(&mut self, word: &str) {
        self.put(&[word]);
        self.one(&["server", "server  s", "`in`"]);
        if self.dice.once_in(2) {
            self.put(&["where"]);
            self.expr();
        }
    }

    fn statement(&mut self) {
        self.one(&["must", "must not", "should", "should\n not", "may"]);
        if self.dice.once_in(2) {
            self.put(&["label", ":"]);
        }
        self.expr();
        if self.dice.once_in(3) {
            self.put(&["when"]);
            self.expr();
        }
        if self.dice.once_in(3) {
            self.put(&["else"]);
            self.one(&["\"short\"", "\"{password.min_length}文字で、12文字に足りません\""]);
            for _ in 0..self.dice.below(3) {
                self.put(&["en"]);
                self.one(&["\"short\"", "\"the minimum length is {password.min_length}, short of twelve\""]);
            }
        }
    }

    fn standard(&mut self) {
        self.put(&["standard", "s"]);
        self.block(7, |words| match words.dice.below(8) {
            0 => {
                words.one(&["title", "title en", "issuer"]);
                words.string();
            }
            1 => words.put(&["tier", "ministry"]),
            2 => words.one(&["edition  2011-04-21", "in force  from 2011-04-21", "until 2012-03-31"]),
            3 => {
                words.one(&["conforms to", "supersedes"]);
                words.many(|words| words.one(&["t", "unified_technical@2011-04-21"]));
            }
            4 => {
                words.put(&["adopts"]);
                words.many(Self::reference);
            }
            5 => {
                words.put(&["excludes"]);
                words.many(Self::reference);
                words.put(&["because"]);
                words.string();
            }
            6 => {
                words.put(&["uses"]);
                words.many(Self::name);
            }
            _ => words.put(&["monotone in", "exposure"]),
        });
    }

    fn vocabulary(&mut self) {
        self.put(&["vocabulary", "v"]);
        if self.dice.once_in(4) {
            self.put(&["extends"]);
            self.many(Self::name);
        }
        self.block(4, |words| match words.dice.below(3) {
            0 => words.enumeration(),
            1 => {
                words.put(&["record", "r"]);
                words.titles();
                words.fields();
            }
            _ => {
                words.put(&["kind", "k"]);
                words.titles();
                if words.dice.once_in(2) {
                    words.put(&["is", "j"]);
                }
                words.fields();
            }
        });
    }

    fn enumeration(&mut self) {
        self.put(&["enum", "e"]);
        self.titles();
        self.put(&["{"]);
        let sign = *self.dice.pick(&["<", ","]);
        for index in 0..=self.dice.below(4) {
            if index > 0 {
                self.put(&[sign]);
            }
            self.name();
            self.titles();
            self.from();
        }
        if self.dice.once_in(4) {
            self.put(&[sign]);
        }
        self.put(&["}"]);
    }

    fn from(&mut self) {
        if self.dice.once_in(3) {
            self.put(&["from"]);
            self.many(Self::string);
        }
    }

    fn fields(&mut self) {
        self.depth += 1;
        self.block(5, |words| {
            if words.dice.once_in(4) {
                words.put(&["key"]);
            }
            words.name();
            words.put(&[":"]);
            words.ty();
            words.titles();
            words.from();
            if words.dice.once_in(3) {
                words.put(&[","]);
            }
        });
        self.depth -= 1;
    }

    fn ty(&mut self) {
        if self.dice.once_in(3) {
            self.one(&["list of", "map  of", "list of list of"]);
        }
        match self.dice.below(6) {
            0 if self.depth < 4 => {
                self.put(&["record"]);
                self.fields();
            }
            1 => self.put(&["ref", "unit"]),
            _ => self.one(&["int", "text", "date", "a_type_with_a_long_name"]),
        }
        if self.dice.once_in(4) {
            self.put(&["?"]);
        }
    }

    fn role(&mut self) {
        self.put(&["role", "r"]);
        self.titles();
        self.block(3, |words| {
            words.one(&["reports to a", "reports  to", "incompatible with"]);
            if words.words.last().is_some_and(|word| !word.ends_with('a')) {
                words.name();
            }
        });
    }

    fn define(&mut self) {
        self.put(&["define", "f"]);
        if self.dice.once_in(2) {
            self.put(&["("]);
            self.many(|words| {
                words.name();
                words.put(&[":"]);
                words.ty();
            });
            self.put(&[")"]);
        }
        self.put(&["="]);
        self.expr();
    }

    fn parameter(&mut self) {
        self.put(&["parameter", "p", ":", "duration"]);
        for _ in 0..self.dice.below(3) {
            self.one(&["<=", ">=", "and >"]);
            self.one(&["1 year", "30days", "a + b"]);
        }
        if self.dice.once_in(3) {
            self.put(&["in", "{", "a", ",", "b", "}"]);
        }
        self.titles();
    }

    fn exception(&mut self) {
        self.put(&["exception", "EX-1"]);
        self.titles();
        self.block(6, |words| match words.dice.below(6) {
            0 => {
                words.one(&["to", "compensated by"]);
                words.many(Self::reference);
            }
            1 => words.subjects("for"),
            2 => words.put(&["approved  by", "ciso", "on", "2011-06-01"]),
            3 => words.one(&["from 2011-06-01", "until 2012-03-31"]),
            _ => {
                words.put(&["because"]);
                words.string();
            }
        });
    }

    fn measure(&mut self) {
        self.put(&["measure", "m"]);
        self.titles();
        self.block(7, |words| match words.dice.below(8) {
            0 => words.subjects("over"),
            1 => {
                words.put(&["except"]);
                words.expr();
                words.put(&["because"]);
                words.string();
            }
            2 => {
                words.one(&["share", "sum", "mean", "min", "max"]);
                words.expr();
            }
            3 => words.put(&["count"]),
            4 => words.put(&["target", ">=", "98 %"]),
            5 => words.put(&["by", "unit", ",", "post.name"]),
            6 => words.put(&["owner", "ciso"]),
            _ => {
                words.put(&["see"]);
                words.many(Self::reference);
            }
        });
    }

    fn test(&mut self) {
        self.put(&["test"]);
        self.string();
        self.block(5, |words| {
            if words.dice.once_in(2) {
                words.put(&["given", "server", "web1"]);
                words.literal_record();
            } else {
                words.put(&["expect"]);
                words.reference();
                words.one(&["pass", "fail", "not-applicable"]);
                if words.dice.once_in(2) {
                    words.put(&["for", "web1"]);
                }
                if words.dice.once_in(2) {
                    words.put(&["because", "accounts.mfa"]);
                }
            }
        });
    }

    fn literal_record(&mut self) {
        self.depth += 1;
        self.block(5, |words| {
            words.name();
            words.put(&[":"]);
            words.literal();
            if words.dice.once_in(3) {
                words.put(&[","]);
            }
        });
        self.depth -= 1;
    }

    fn literal(&mut self) {
        match self.dice.below(6) {
            0 if self.depth < 4 => self.literal_record(),
            1 if self.depth < 4 => {
                self.depth += 1;
                self.put(&["["]);
                for _ in 0..self.dice.below(4) {
                    self.literal();
                    if self.dice.once_in(2) {
                        self.put(&[","]);
                    }
                }
                self.put(&["]"]);
                self.depth -= 1;
            }
            2 => self.string(),
            _ => self.one(&["internet", "2011-04-21", "12", "true", "a#b", "10GiB"]),
        }
    }

    fn expr(&mut self) {
        self.depth += 1;
        if self.depth > 6 {
            self.atom();
        } else {
            self.compound();
        }
        self.depth -= 1;
    }

    fn compound(&mut self) {
        match self.dice.below(16) {
            0 => self.atom(),
            1 | 2 => self.chain(&["and"]),
            3 => self.chain(&["or", "and", "implies"]),
            4 | 5 => {
                self.atom();
                self.one(&["==", "!=", "<", "<=", ">=", "contains", "starts  with", "in", "not in"]);
                self.atom();
            }
            6 => {
                self.one(&["every", "some", "no"]);
                self.range();
                self.put(&[":"]);
                self.expr();
            }
            7 => {
                self.put(&["if"]);
                self.expr();
                self.put(&["then"]);
                self.expr();
                self.put(&["else"]);
                self.expr();
            }
            8 => {
                self.atom();
                self.one(&["in", "not  in"]);
                self.put(&["{"]);
                self.many(Self::expr);
                self.put(&["}"]);
            }
            9 => {
                self.atom();
                self.one(&["is present", "matches /RC4 # | {3}DES/", "is  absent"]);
            }
            10 => {
                self.put(&["d", "within", "30 days"]);
                self.one(&["before", "after", "of"]);
                self.put(&["today"]);
            }
            11 => {
                self.put(&["not"]);
                self.atom();
            }
            12 => self.chain(&["+", "-", "*", "/"]),
            13 => {
                self.put(&["("]);
                self.expr();
                self.put(&[")"]);
            }
            _ => self.form(),
        }
    }

    fn form(&mut self) {
        match self.dice.below(5) {
            0 => {
                self.put(&["count", "("]);
                self.range();
            }
            1 => {
                self.one(&["sum", "min", "max"]);
                self.put(&["("]);
                self.expr();
                self.put(&["for"]);
                self.range();
            }
            2 => {
                self.put(&["age", "("]);
                self.expr();
            }
            3 => {
                self.put(&["["]);
                self.many(Self::expr);
                self.put(&["]"]);
                return;
            }
            _ => {
                self.put(&["patched_within", "("]);
                self.many(Self::expr);
            }
        }
        self.put(&[")"]);
    }

    fn chain(&mut self, operators: &[&str]) {
        self.expr();
        for _ in 0..=self.dice.below(4) {
            self.one(operators);
            self.expr();
        }
    }

    fn range(&mut self) {
        self.put(&["x", "in"]);
        if self.dice.once_in(2) {
            self.put(&["all", "server"]);
        } else {
            self.put(&["accounts", ".", "list"]);
        }
        if self.dice.once_in(2) {
            self.put(&["where"]);
            self.expr();
        }
    }

    fn atom(&mut self) {
        self.one(&[
            "a",
            "password.min_length",
            "10_000",
            "98.9 %",
            "10GiB",
            "30days",
            "1 year 6  months",
            "2011-04-21",
            "v\"1.2\"",
            "ip\"10.0.0.0/8\"",
            "\"text\"",
            "$limit",
            "true",
            "today",
            "self",
            "`in`",
            "`plain_one`",
            "a_field_with_a_rather_long_name.and_another",
            "- 5",
        ]);
    }

    /// The words with blanks, line breaks and comments between them.
    fn joined(self) -> String {
        let mut text = String::new();
        let mut before = String::new();
        for word in self.words {
            let gap = match self.dice.below(25) {
                0..=9 => " ",
                10..=13 => "\n  ",
                14 => "  ",
                15 => "\n\n\n",
                16 => " # behind\n",
                17 => "\n  # above\n",
                18 => "\n\n# above\n\n  # and above   \n\t",
                19 => "\r\n",
                23 => " # kijun: allow(vague) because \"so\"\n",
                20 => " # 全角\n # above\n",
                21 if tight(&before, &word) => "",
                22 => "　",
                _ => " ",
            };
            text.push_str(if text.is_empty() && !gap.contains('#') { "" } else { gap });
            text.push_str(&word);
            before = word;
        }
        text.push_str(["", "\n", "\n\n", " # end", "\n# end\n", "\n\n\n  # end"][self.dice.below(6)]);
        text
    }
}

/// Whether nothing need stand between two words.
fn tight(before: &str, word: &str) -> bool {
    let is_sign = |word: &str| ["{", "}", "(", ")", "[", "]", ","].contains(&word);
    is_sign(before) || is_sign(word)
}

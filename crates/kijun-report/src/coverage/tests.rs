//! Both formats, of one coverage.

use kijun_findings::{
    ConditionRole, ConditionSeen, Location, Outcome, ResultSeen, StatementCoverage, TestCoverage,
};

use super::{cobertura, lcov};

fn at(line: u32) -> Location {
    Location { file: "rules/a & <b>.kijun".to_owned(), line, column: 3 }
}

fn coverage() -> TestCoverage {
    let results =
        [(Outcome::Pass, 2), (Outcome::Fail, 0)].map(|(result, times)| ResultSeen { result, times });
    let condition = ConditionSeen {
        role: ConditionRole::Operand,
        text: "a < 3".to_owned(),
        at: at(8),
        when_true: 1,
        when_false: 1,
    };
    let statement = |name: &str, line, expectations, results: &[ResultSeen]| StatementCoverage {
        statement: name.to_owned(),
        at: at(line),
        expectations,
        results: results.to_vec(),
        conditions: Vec::new(),
    };
    let mut tested = statement("p@2010-01-01:1,2#a", 7, 2, &results);
    tested.conditions.push(condition);
    let never = statement("p@2010-01-01:3#b", 9, 0, &[ResultSeen { result: Outcome::Pass, times: 0 }]);
    TestCoverage::of(vec![tested, never], Vec::new())
}

#[test]
fn the_tracefile_adds_up() {
    let wanted = "TN:\nSF:rules/a & <b>.kijun\nFN:7,p@2010-01-01:1_2#a\nFN:9,p@2010-01-01:3#b\n\
                  FNDA:2,p@2010-01-01:1_2#a\nFNDA:0,p@2010-01-01:3#b\nFNF:2\nFNH:1\n\
                  BRDA:7,0,0,2\nBRDA:7,0,1,0\nBRDA:8,0,0,1\nBRDA:8,0,1,1\nBRDA:9,0,0,-\nBRF:5\nBRH:3\n\
                  DA:7,2\nDA:8,1\nDA:9,0\nLF:3\nLH:2\nend_of_record\n";
    assert_eq!(lcov(&coverage()), wanted);
}

#[test]
fn the_document_escapes_names_and_adds_up() {
    let text = String::from_utf8(cobertura(&coverage()).unwrap()).unwrap();
    assert!(text.contains(r#"filename="rules/a &amp; &lt;b&gt;.kijun" line-rate="0.6666""#), "{text}");
    assert!(text.contains(r#"branches-covered="3" branches-valid="5""#), "{text}");
    assert!(
        text.contains(r#"<line number="7" hits="2" branch="true" condition-coverage="50% (1/2)"/>"#),
        "{text}"
    );
}

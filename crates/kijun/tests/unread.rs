//! Evidence that could not be read is told as that, never as evidence that is missing.

use kijun::Options;

const MANIFEST: &str = "\
kijun: 1
project: example
period: { start: 2025-04-01, end: 2026-03-31 }
rules: [rules.kijun]
evidence:
  - { kind: box, files: boxes.yaml }
  - { kind: lid, files: lids.csv }
  - { kind: answer, files: answers.csv }
";

const RULES: &str = "
vocabulary v { kind box { key id : text }  kind lid { key id : text  on : text } }
standard s { tier t edition 2025-01-01 uses v }
clause 1 { for box
  must closed: some l in all lid where l.on == id : l.id != \"\"
  attest \"箱を見ましたか。\" en \"Did you see the box?\"
}
";

#[test]
fn what_could_not_be_read_is_not_called_missing() {
    let folder = tempfile::tempdir().unwrap();
    let not_utf8: &[u8] = b"id,on\n\x94\xa0,b1\n";
    let files: [(&str, &[u8]); 5] = [
        ("kijun.yaml", MANIFEST.as_bytes()),
        ("rules.kijun", RULES.as_bytes()),
        ("boxes.yaml", b"- { id: b1 }\n"),
        ("lids.csv", not_utf8),
        ("answers.csv", not_utf8),
    ];
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let loaded = kijun::load(folder.path());
    let audit = kijun::audit(&loaded, Options::default()).unwrap();
    let told = |lang: &str| -> Vec<String> {
        audit.record.findings.iter().map(|f| f.message.get(lang).unwrap().to_string()).collect()
    };
    let (en, ja) = (told("en"), told("ja"));
    assert_eq!(en.len(), 2, "{en:?}");
    assert!(en[0].starts_with("cannot be told, `all lid` could not be read whole: "), "{en:?}");
    assert_eq!(en[1], "cannot be told, the answers could not be read whole: Did you see the box?");
    assert!(ja[0].starts_with("`all lid` の一部を読めないため判定できません："), "{ja:?}");
    assert_eq!(ja[1], "回答の一部を読めないため判定できません：箱を見ましたか。");
}

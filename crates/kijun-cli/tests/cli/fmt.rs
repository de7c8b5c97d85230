//! `kijun fmt`: what is written, what is only told, and with which exit code.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::{MANIFEST, kijun, project};

const UGLY: &str = "role   a{}\n";
const BEAUTIFUL: &str = "role a {}\n";

#[test]
fn a_project_is_laid_out_once() {
    let folder = project(&[("kijun.yaml", MANIFEST), ("rules/a.kijun", UGLY), ("other/b.kijun", UGLY)]);
    let text = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let first = kijun(folder.path(), &["fmt"]);
    assert_eq!((first.code, first.out.as_str()), (0, "laid out: rules/a.kijun\n"), "{}", first.err);
    assert_eq!((text("rules/a.kijun").as_str(), text("other/b.kijun").as_str()), (BEAUTIFUL, UGLY));
    let again = kijun(folder.path(), &["fmt", "--lang", "ja"]);
    assert_eq!((again.code, again.out.as_str()), (0, ""));
}

#[test]
fn files_and_folders_need_no_project() {
    let folder = project(&[("a.kijun", UGLY), ("b/c.kijun", UGLY), ("b/d.txt", UGLY)]);
    let ran = kijun(folder.path(), &["fmt", "a.kijun", "b", "--lang", "ja"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "整形しました：a.kijun\n整形しました：b/c.kijun\n"));
    assert_eq!(kijun(folder.path(), &["fmt"]).code, 2);
    assert_eq!(kijun(folder.path(), &["fmt", "nowhere"]).code, 2);
}

#[test]
fn check_and_diff_write_nothing() {
    let folder = project(&[("a.kijun", UGLY), ("b.kijun", BEAUTIFUL)]);
    let check = kijun(folder.path(), &["fmt", "--check", "."]);
    assert_eq!((check.code, check.out.as_str()), (1, "a.kijun\n"));
    let diff = kijun(folder.path(), &["fmt", "--diff", "."]);
    assert_eq!(diff.code, 1);
    assert!(diff.out.ends_with("@@ -1 +1 @@\n-role   a{}\n+role a {}\n"), "{}", diff.out);
    assert_eq!(std::fs::read_to_string(folder.path().join("a.kijun")).unwrap(), UGLY);
    assert_eq!(kijun(folder.path(), &["fmt", "--check", "--diff", "b.kijun"]).code, 0);
}

#[test]
fn of_a_broken_file_the_rest_is_laid_out_and_2_answered() {
    let folder = project(&[("a.kijun", "role   a{}\nclause 1 {  must   a   b\n}\n")]);
    let ran = kijun(folder.path(), &["fmt", "a.kijun"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("syntax/unexpected"), "{}", ran.err);
    let text = std::fs::read_to_string(folder.path().join("a.kijun")).unwrap();
    assert!(text.starts_with("role a {}\n") && text.contains("must   a   b"), "{text}");
}

#[test]
fn a_file_that_is_not_to_be_written_is_told() {
    let folder = project(&[("a.kijun", UGLY)]);
    let path = folder.path().join("a.kijun");
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let ran = kijun(folder.path(), &["fmt", "a.kijun"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("a.kijun"), "{}", ran.err);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), UGLY);
}

#[test]
fn standard_input_goes_to_standard_output() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kijun"));
    let command = command.args(["fmt", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(UGLY.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), BEAUTIFUL);
    assert!(output.status.success());
}

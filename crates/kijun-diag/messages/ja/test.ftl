# テストの期待どおりにならない基準と、`kijun test`。

test-nobody = 誰についての期待か分かりません
    .label = このテストには対象がありません
    .help = その前に `given 種別 名前 {"{"} … {"}"}` を書いてください。

test-none = 実行するテストがありません
    .note = テストのない実行は、何も示しません。
    .help = プロジェクトの規則ファイルに `test "…" {"{"} … {"}"}` を書くか、別の語で絞り込んでください。

test-not-in-force = `{$statement}` が有効になる日がありません
    .label = この期待は判定できません
    .statement = ここに書かれています
    .help = 条と基準の `in force from` と `until` を確かめてください。

test-other-reason = `{$subject}` についての `{$statement}` は {$found} ですが、理由は `{$because}` ではありません
    .label = 別のものが決め手です
    .statement = この要求です
    .note = 決め手は {$deciding} です。
    .help = 決め手となるパスを書くか、`{$because}` が決め手となる証跡を `{$subject}` に与えてください。

test-other-result = `{$subject}` についての `{$statement}` は、期待の {$expected} ではなく {$found} です
    .label = 結果は {$found} です
    .statement = この要求です
    .note = 決め手は {$deciding} です。
    .help = 要求を直すか、期待を {$found} に改めてください。

word-test-nothing = 証跡にはないもの

test-passed = 適合    { $name }
test-failed = 不適合  { $name }
test-summary = テスト { $tests } 件、期待 { $expectations } 件：一致 { $met } 件、不一致 { $unmet } 件

test-unknown-standard = `{ $name }` という文書は、これらの規則にありません

coverage-untested = テストのない要求：
coverage-partly = 一部だけテストされたもの：
coverage-never-result = { $result } になるテストがない
coverage-never-true = `{ $text }` が真になるテストがない
coverage-never-false = `{ $text }` が偽になるテストがない
coverage-figures = 確認済み：要求 { $statements }、結果 { $results }、条件の真偽 { $sides }
coverage-too-little = 結果と条件の真偽 { $of } 件のうち確認されたのは { $seen } 件で、{ $least }% に足りません

mutants-survived = どのテストも気付かない変更：
mutants-undecided = テストで気付けるかどうかは決定できませんでした
mutants-dropped = （削除）
mutants-figures = 変更：試行 { $tried } 件、検出 { $killed } 件、影響なし { $equal } 件、見逃し { $survived } 件、決定できず { $undecided } 件
mutants-limit = 上限に達したため、残り { $left } 件の変更は試していません（`--max-mutants`）

generate-pass = 適合する
generate-fail = 不適合になる
generate-bound = `{ $text }` の値が { $value }
generate-alone-false = `{ $text }` だけが偽
generate-alone-true = `{ $text }` だけが真
generate-free = 対象外：`{ $text }` が偽
generate-missing = `{ $text }` が不明
generate-nothing = テストを作れませんでした
generate-not-made = 決定できないため、作れませんでした：{ $what }
generate-unknown = `{ $name }` という要求や条は、これらの規則にありません
generate-no = 逆の答え
generate-unanswered = 回答がない

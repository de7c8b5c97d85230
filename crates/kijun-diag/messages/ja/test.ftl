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

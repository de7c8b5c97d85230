# 何も判定していない、または見かけより少なくしか判定していない監査

audit-empty-rules = `{ $path }` には空白と注釈しかありません
    .label = 項目がありません
    .note = 存在しない規程は誰にも適用されません。
    .help = 項目を書くか、ファイルを削除してください。
audit-join-without-index = `{ $statement }` は、対象ごとに `{ $kind }` の { $n }件すべてを調べます
    .label = どれを調べるかを決める等式がありません
    .note = 所要時間が両者の件数の積に比例して増えます。
    .help = 条件に `x.field == id` のような等式を加えるか、マニフェストの `limits.scan` を大きくしてください。
audit-never-applied = `{ $statement }` は、{ $n }件の対象のどれにも何も求めていません
    .label = 条件を満たす対象がありません
    .note = 一度も適用されない遵守事項は何も検出せず、全員が守っているように見えます。
    .help = `where` と `when` を確かめるか、マニフェストの `expect_empty` に挙げてください。
audit-nothing-in-force = { $date } の時点で施行されている規程がありません
    .help = 規程の `edition`、`in force from`、`until` と、マニフェストの `as_of` を確かめてください。
audit-not-compiled = `{ $statement }` の一部が制限を超えているため評価しません
    .label = この部分
    .note = すべての対象について不明として扱います。
    .help = 遵守事項、または使っている定義を分割してください。
audit-no-rules = `{ $path }` に規程ファイルがありません
    .label = `.kijun` で終わるファイルがありません
    .help = パスを直してください。マニフェストからの相対パスです。
audit-no-statements = 規程に遵守事項が一つもありません
    .help = 条項は `must` で義務を、`should` で推奨を定めます。
audit-no-subject = `{ $statement }` の対象がありません。証拠に `{ $kind }` が一件もありません
    .label = 誰にも適用されません
    .note = 対象のない遵守事項は何も検出せず、全員が守っているように見えます。
    .help = マニフェストに種別 `{ $kind }` の証拠を加えるか、`expect_empty` に挙げてください。
audit-unreadable-rules = `{ $path }` を読めません：{ $why }
    .label = ここで指定されています
    .help = ファイルがあること、読む権限があることを確かめてください。

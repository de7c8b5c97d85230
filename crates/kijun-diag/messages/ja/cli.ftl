# コマンドの表示

diagnostic-note = 理由：
diagnostic-help = 対処：

audit-period = 対象期間 { $start } ～ { $end }　基準日 { $today }　適用版 { $as-of } 現在
audit-count = { $n }件
audit-altitude = { $tier }に違反
audit-who = → { $who }
audit-evidence = 証拠
audit-chain = 連鎖
audit-fix = 対処
audit-more = … ほか { $n }件（--verbose で全件表示）
audit-more-evidence = … ほか { $n }か所
audit-exceptions = 例外措置
audit-used = 適用あり
audit-unused = 適用なし
audit-figures = 結果
audit-total = 全体
audit-before-exceptions = 例外適用前
audit-sum = 計
audit-rate = 適合率
audit-no-rate = 評価対象なし

found-absent = がありません
found-null = が空です
found-malformed = の型が違うか、読み取れませんでした
found-stale = は { $on } 時点のものです
found-undated = の時点が不明です

level-urgent = 緊急改善
level-finding = 指摘事項
level-advice = 助言
level-recommendation = 推奨

outcome-pass = 適合
outcome-fail = 不適合
outcome-unknown = 不明
outcome-error = エラー
outcome-waived = 例外
outcome-not-applicable = 対象外
outcome-unbound = 適用なし

tier-government = 政府統一基準
tier-ministry = 省庁基準
tier-procedure = 実施手順

check-summary = 規程 { $documents }版、条項 { $clauses }、遵守事項 { $statements }、種別 { $kinds }：エラー { $errors }件、警告 { $warnings }件
fmt-would-change-meaning = ファイルはそのまま残しました
    .note = 整形すると、内容が変わってしまうためです。
    .help = Kijun の不具合です。このファイルを添えて報告してください。
fmt-unreadable = 標準入力を読み込めません：{ $why }
fmt-written = 整形しました：{ $path }
no-project = { $manifest } がここにも上のフォルダーにもありません。プロジェクトのフォルダーに移るか、--project で指定してください
audit-not-begun = 何も判定していません。規程またはマニフェストに誤りがあります
output-is-input = `{ $path }` はこの処理で読み込んだファイルのため、上書きしません。-o に別のファイルを指定してください
cannot-write = `{ $path }` に書き込めません：{ $why }
not-a-date = `{ $text }` は日付ではありません。YYYY-MM-DD の形で書いてください
found-undetermined = を計算できません
found-unread = の一部を読めません
found-unsourced = を読む元がマニフェストにありません
found-unmatched = に `{ $field }` = { $value } のものがありません
audit-unmatched = `{ $field }` = { $value } の `{ $kind }` がありません
audit-record = 記録全体
audit-gap = {""}
found-elements = = { $n }件

explain-above = 具体化する上位の条項
explain-below = これを具体化する下位の条項
explain-evaluation = 評価の過程
explain-to = 対象条項
explain-for = 適用対象
explain-covers = 例外となる事項
explain-approved = 承認
explain-approval = { $who }（{ $on }）
explain-from = 開始日
explain-until = 終了日
explain-because = 理由
explain-conforms-to = 準拠する上位の規程
explain-clauses = 条項 { $n }件
edition-in-force = 施行中
edition-coming = { $day } から施行
edition-superseded = { $day } に { $by } へ改定済
edition-lapsed = { $day } に失効
explain-unknown = `{ $what }` という診断、規程、条項、種別、指標、例外措置、指摘はこのプロジェクトにありません
audit-altitude-open = { $tier }まで判定できません
audit-level = { $name } { $n }件
audit-passing = 適合率 { $rate }
audit-open = 適合以外：例外適用前 { $before }件、適用後 { $after }件
audit-incomplete = 証拠などの入力に読み取れない部分がありました。件数や適合率は実際より良く出ている可能性があり、指摘が漏れている可能性もあります。該当箇所は診断を確認してください。

audit-beside = 関連
audit-case = 例
audit-altitude-documents = { $tier }との関係

by-for-people = --by は画面表示でのみ使えます。ほかの --format では外し、各指摘の `unit` または `role` で分けてください
audit-named = { $title }（{ $name }）
audit-holders = 担当 { $holders }
audit-more-holders = 、ほか { $n }名
audit-no-holder = この役割の者が証跡にいません
audit-no-unit = 担当組織のないもの（規程、例外措置など）
audit-no-role = 責任者の定めのないもの
audit-unlisted-unit = { $unit }（組織の一覧にありません）
audit-units-without = 指摘のない組織：{ $names }
audit-roles-without = 指摘のない役割：{ $names }
audit-unseen = 監査の視野の外にあるもの
audit-unseen-why = 必要な証拠が欠けているため、この監査のほかの事項では確かめられないものです。区分は変わらず、件数にも含まれます。
audit-unseen-above = うち { $n }件は、上の「監査の視野の外にあるもの」に示しています
audit-concerns = 関係条項

# kijun conform

conform-days = 適用版 { $as-of } 現在　基準日 { $today }
conform-not-begun = 何も比較していません。規程またはマニフェストに誤りがあります
conform-nothing = 比較の範囲とした施行中の規程に、他の規程への直接の準拠を定めるものがないため、比較するものがありません。
conform-unknown-standard = `{ $name }` は、その日に適用される規程ではありません
conform-not-compared = `{ $what }` は比較の対象ではありません。その日に適用される上位または下位の規程がありません
conform-total = 上位の遵守事項 { $n }件：
conform-comma = 、
conform-orphans = 上位の規程に対応する条項がないもの { $n }件
conform-together = 総合
conform-recommended = 上位では推奨にとどまる（下位が及ばなくても指摘としない）
conform-kind = { $title }（{ $name }）
conform-statement = 上位の遵守事項
conform-force = 拘束力
conform-title = 標題
conform-in-dimension = { $verdict }（{ $dimension }）

verdict-stricter = 強化
verdict-equal = 同等
verdict-adopted = 採用
verdict-excluded = 適用除外
verdict-weaker = 緩和
verdict-incomparable = 相違
verdict-partial = 対象不足
verdict-uncovered = 未対応
verdict-undeclared = 文言のみ
verdict-undecided = 未判定
verdict-permission = 許容

verdict-meaning-stricter = 上位の求めることをすべて求めている（証明済み）
verdict-meaning-equal = 上位と同じことを求めている（双方向に証明済み）
verdict-meaning-adopted = 上位の定めをそのまま採用している
verdict-meaning-excluded = 適用できない理由を示して除外している
verdict-meaning-weaker = 上位より求めるものが少ない（反例あり）
verdict-meaning-incomparable = 上位より少ない点と多い点とがある
verdict-meaning-partial = 求める内容は足りるが、対象としていないものがある
verdict-meaning-uncovered = 対応する条項がない
verdict-meaning-undeclared = 対応する条項はあるが、遵守事項がない
verdict-meaning-undecided = 判定できなかった
verdict-meaning-permission = 許容の定めであり、誰にも義務を課さない

conform-verdict = 判定
conform-higher = 上位
conform-lower = 下位
conform-binds = 適用対象
conform-answers = 責任者
conform-and = と
conform-question = 問い
conform-question-asked = { $lower } の求めることをすべて守りながら、`{ $higher }` に違反する{ $kind }が、いずれかの日にあり得るか。
conform-question-note = 条項の適用対象でないものは、その条項を守っているものとして扱います。そのようなものがあり得なければ、下位の定めは足りています。
conform-at = （{ $at }）
conform-answer = 答え
conform-answer-stricter = あり得ません（証明済み）。`{ $higher }` が求めることは、すべて { $lower } も求めています。両者は同じとまではいえず、下位の定めがより多くを、又はより広い範囲に求めていることがあります。
conform-answer-equal = あり得ません（証明済み）。逆もまたあり得ません。双方は同じことを求めています。
conform-answer-adopted = { $by } が `{ $higher }` をそのまま採用しています{ $at }。採用された定めは同じものであるため、比較は要しません。
conform-answer-excluded = { $by } は、次の理由により `{ $higher }` を適用できないとしています{ $at }。理由：{ $reason }
conform-answer-weaker = あり得ます。例えば次のものは、下位の定めを満たし、上位の定めに違反します。
conform-answer-incomparable = あり得ます。逆に、上位の定めを満たして下位の定めに違反するものもあり得ます。次のものは、下位の定めを満たし、上位の定めに違反します。
conform-answer-partial = 下位の定めの内容は足りていますが、対象としていないものがあります。次のものは `{ $higher }` の対象ですが、下位のどの定めの対象でもありません。
conform-answer-uncovered = `{ $higher }` に対応する定めが下位の規程にないため、比較していません。下位の規程だけに従う者には、この定めが伝わりません。
conform-answer-undeclared = { $lower } は `{ $higher }` を文言で受けているだけであり、文言は比較できません。
conform-answer-undecided = 判定できませんでした。理由：{ $reason }{ $at }。判定できないものは、準拠しているとは扱いません。人が判断してください。
conform-answer-permission = `{ $higher }` は許容の定めです。義務を課すものではないため、下位の規程が不足することはありません。
conform-answer-force = あり得ます。`{ $higher }` が義務とすることを、下位の規程は推奨または許容するにとどめています。推奨に従わなくても下位では違反となりませんが、上位では違反となります。
conform-answer-recommended = 上位の定めは推奨（should）であるため、下位が及ばなくても指摘とはしていません。
conform-gave-way = 不足している点：{ $dimension }
conform-one-by-one = 規程ごとの判定
conform-objections = 指摘

level-one-urgent = 緊急改善
level-one-finding = 指摘事項
level-one-advice = 助言
level-one-recommendation = 推奨

run-unreadable = 監査記録 `{ $path }` を読めません：{ $why }
run-not-a-record = `{ $path }` は監査記録として読めません：{ $why }。`kijun audit -o` で作り直してください
run-version = `{ $path }` は `{ $found }` 形式の記録です。読めるのは `{ $expected }` です。そのプロジェクトをこの版の kijun で監査し直してください
run-version-newer = `{ $path }` は、より新しい kijun が作成した `{ $found }` 形式の記録です。読めるのは `{ $expected }` です。新しい kijun を使ってください
run-no-manifest = `{ $path }` に { $manifest } がありません。監査記録かプロジェクトのフォルダーを指定してください
follow-up-doubt-not-later = 警告：`{ $new }` は `{ $old }` より後の監査ではありません。前回、今回の順に指定してください
follow-up-doubt-no-common-document = 警告：`{ $old }` と `{ $new }` に共通して適用される規程がなく、比較できません
follow-up-doubt-old-incomplete = 警告：`{ $old }` は入力の一部に誤りがあった監査です。指摘がすべてではないかもしれません
follow-up-doubt-new-incomplete = 警告：`{ $new }` は入力の一部に誤りがあった監査です。確認できない指摘が増えているかもしれません
follow-up-another-previous = 警告：`{ $new }` が前回としている記録は、指定された `{ $old }` の記録とは別のものです
follow-up-unknown-finding = エラー：`{ $project }` にない指摘 `{ $id }` への回答があります：{ $at }
follow-up-old = 前回　{ $project }　{ $start } ～ { $end }
follow-up-new = 今回　{ $project }　{ $start } ～ { $end }
follow-up-total = 前回の指摘 { $n }件：
follow-up-not-so = 回答どおりでないもの
follow-up-verbose = --verbose で一覧を表示
follow-up-stands = 今回の状況：{ $status }（{ $level }）
follow-up-objection-claimed-fixed-without-evidence = 「改善済」との回答が証拠で確認できません
follow-up-objection-overdue = 回答した期限を過ぎています
follow-up-objection-accepted-without-exception = 「受容」との回答を認める有効な例外措置がありません
follow-up-objection-unanswered = 回答がありません
follow-up-claim-fixed = 改善済
follow-up-claim-planned = 対応予定
follow-up-claim-accepted = 受容
follow-up-claim-disputed = 異議
follow-up-claim-none = 対応状況の記載なし
follow-up-on = 回答日 { $day }
follow-up-due = 期限 { $day }
follow-up-evidence = 根拠 { $text }
follow-up-comma = 、
follow-up-semicolon = ／
follow-up-response = 回答：{ $text }　{ $at }
follow-up-exception = 例外措置 { $id }
follow-up-since = { $since } に始まる期間から{ $n }回連続
follow-up-level-changed = 区分 { $old } → { $new }
follow-up-outcome-changed = 結果 { $old } → { $new }
follow-up-altitude-changed = 違反の及ぶ規程 { $old } → { $new }
follow-up-column-id = 指摘番号
follow-up-column-level = 区分
follow-up-column-status = 状況
follow-up-column-reason = 理由
follow-up-column-provision = 条項
follow-up-column-title = 題名
follow-up-column-subject = 対象
follow-up-column-role = 責任者
follow-up-column-unit = 組織
follow-up-column-now = 今回の指摘番号
follow-up-column-level-now = 今回の区分
follow-up-column-since = 初出の期間
follow-up-column-runs = 連続回数
follow-up-column-claim = 回答
follow-up-column-stated = 回答日
follow-up-column-due = 期限
follow-up-column-evidence = 根拠
follow-up-column-objection = 回答への所見
follow-up-column-how = 状況の説明
follow-up-column-response = 回答
follow-up-no-response = 今回の監査には、前回の指摘への回答が1件もありません

init-taken = { $path } は既にあります
init-nothing-written = 何も書き出していません。別のフォルダを指定してください。
init-next = 次に：
    kijun check{ $project }
    kijun test{ $project }
    kijun audit{ $project }

# kijun lint

lint-summary = エラー { $errors }件、警告 { $warnings }件{ $safe ->
        [0] {""}
       *[other] 。--fix で { $safe }件を修正できます
    }{ $unsafe ->
        [0] {""}
       *[other] 。--unsafe-fixes でさらに { $unsafe }件を修正できます
    }
lint-not-begun = 基準に誤りがあるため、検査を行っていません
lint-unknown = `{ $name }` という検査も、検査の分類もありません
lint-fixed-file = 書き込みました：{ $path }
lint-fixed = { $files }個のファイルで { $n }件を修正しました
lint-refused = { $n }件は修正していません。修正すると、基準に上の誤りが生じます

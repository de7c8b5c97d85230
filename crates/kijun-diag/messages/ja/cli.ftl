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
no-project = { $manifest } がここにも上のフォルダーにもありません。プロジェクトのフォルダーに移るか、--project で指定してください
audit-not-begun = 何も判定していません。規程またはマニフェストに誤りがあります
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
explain-unknown = `{ $what }` という診断、規程、条項、種別、例外措置、指摘はこのプロジェクトにありません
audit-altitude-open = { $tier }まで判定できません
audit-level = { $name } { $n }件
audit-passing = 適合率 { $rate }

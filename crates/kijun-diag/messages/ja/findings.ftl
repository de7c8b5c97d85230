# 規程に文言がないときの指摘の文

finding-fail-required = 満たしていません：{ $asked }
finding-fail-forbidden = 禁止事項に該当します：{ $asked }
finding-fail-attest = 「いいえ」との回答です：{ $asked }
finding-unknown-required = `{ $path }` がないため判定できません：{ $asked }
finding-unknown-forbidden = `{ $path }` がないため該当しないと言えません：{ $asked }
finding-unknown-attest = 回答がありません：{ $asked }
finding-error-required = `{ $path }` の型が違うか読み取れないため判定できません：{ $asked }
finding-error-forbidden = `{ $path }` の型が違うか読み取れないため該当しないと言えません：{ $asked }
finding-error-attest = 回答の型が違います：{ $asked }

finding-stale-required = 証拠が古いか基準日より後のため、判定できません：{ $asked }
finding-stale-forbidden = 証拠が古いか基準日より後のため、該当しないと言えません：{ $asked }
finding-stale-attest = 証拠が古いか基準日より後のため、回答があっても判定できません：{ $asked }
finding-outdated-attest = 最後の回答（{ $on }）から{ $every }を超えています：{ $asked }
finding-undated-required = 証拠の時点が不明なため、判定できません：{ $asked }
finding-undated-forbidden = 証拠の時点が不明なため、該当しないと言えません：{ $asked }
finding-undated-attest = 回答の時点が不明なため、判定できません：{ $asked }
finding-unread-required = `{ $path }` の一部を読めないため判定できません：{ $asked }
finding-unread-forbidden = `{ $path }` の一部を読めないため該当しないと言えません：{ $asked }
finding-unread-attest = 回答の一部を読めないため判定できません：{ $asked }

exception-holds = 有効
exception-for-others = 有効（対象外）
exception-unused = 有効（影響なし）
exception-orphan = 有効（対象なし）
exception-unapproved = 未承認
exception-approved-later = 承認日が後
exception-no-reason = 理由なし
exception-no-period = 期間なし
exception-not-yet = 開始前
exception-expired = 期限切れ
exception-superseded = 条項改定済
exception-not-in-force = 条項失効
exception-not-bound = 適用外の規程
exception-nothing = 対象条項なし
exception-forbidden = 例外不可
exception-approval-too-low = 承認権限不足
exception-too-long = 期間超過

exception-remark-last-day = 本日が最終日
exception-remark-ends = あと{ $n }日（{ $until }まで）
exception-remark-taken-up = { $by }により更新
exception-remark-renewed = { $since }から通算、更新{ $n }回：{ $renews }
exception-remark-superseded = { $by }に改定済（対象の条項を引き継ぐ条項の記載なし）
exception-remark-continued = { $by }に改定済（{ $clauses }が引き継ぐ）

exception-finding-unused = 例外措置は { $statements } を対象としていますが、どの結果にも影響していません
exception-finding-orphan = { $statements } に対する例外措置の対象が証拠にありません
exception-finding-renewed-beyond = { $statements } に対する例外措置は { $since } から途切れなく{ $n }回更新されており、通算すると { $by } が認める期限 { $date } を超えています
exception-finding-unapproved = { $statements } に対する例外措置は承認されていません
exception-finding-approved-later = { $statements } に対する例外措置の承認日 { $date } は基準日より後です
exception-finding-no-reason = { $statements } に対する例外措置に理由がありません
exception-finding-no-period = { $statements } に対する例外措置に期間の定めがありません
exception-finding-expired = { $statements } に対する例外措置は { $date } に期限が切れています
exception-finding-superseded = 例外措置の対象 { $statements } は { $by } に改定されています
exception-finding-not-in-force = 例外措置の対象 { $statements } の { $edition } は施行されていません
exception-finding-not-bound = 例外措置の対象 { $statements } の { $edition } は適用されていません
exception-finding-nothing = 例外措置の対象となる遵守事項がありません
exception-finding-forbidden = { $statements } には例外措置が認められていません
exception-finding-approval-too-low = { $statements } に対する例外措置を{ $role }が承認していますが、{ $by } は{ $needed }以上の承認を求めています
exception-finding-too-long = { $statements } に対する例外措置は、{ $by } が認める期限 { $date } を超えています

independence-title = { $first }と{ $second }
independence-finding = 一人の者が、兼ねてはならない二つの役割を兼ねています：{ $first }と{ $second }

# 例として作った対象を証拠の形で示すときの注記

case-kind = 種別：{ $kind }
case-today = 基準日：{ $day }
case-period = 対象期間：{ $start } から { $end } まで
case-none = { $kind } の対象：なし
case-any = どの値でも同じです
case-several = 他の値でも同じ結果になるものがあります
case-absent = 値なし

# 前回の指摘のフォローアップ

follow-up-finding-claimed-fixed-without-evidence = 「改善済」との回答（{ $on }）ですが、証拠で確認できません：{ $how }
follow-up-finding-overdue = { $due } までに対応するとの回答でしたが、期限を過ぎても改善を確認できません：{ $how }
follow-up-finding-accepted-without-exception = 「受容」との回答（{ $on }）ですが、これを認める有効な例外措置がありません：{ $how }
follow-up-finding-unanswered = 前回の指摘に対する回答がありません：{ $how }
follow-up-about = { $subject }：{ $text }
follow-up-how = { $status }（{ $why }）

follow-up-status-fixed = 改善済
follow-up-status-persisting = 未改善
follow-up-status-accepted = 例外措置
follow-up-status-not-comparable = 比較不能
follow-up-status-lost-from-sight = 確認不能

follow-up-reason-through-higher = 上位の規程にまだ適合していません
follow-up-reason-other-check = 同じ条項に別の不備があります
follow-up-reason-other-problem = 同じ例外措置に別の不備があります
follow-up-reason-earlier-settled = 対象の指摘が決着しています
follow-up-reason-claim-settled = 対象の指摘を引き続き確認しており、この点の不備は解消しています
follow-up-reason-document-gone = 規程が適用されていません
follow-up-reason-provision-gone = 条項が廃止されています
follow-up-reason-provision-split = 条項が分割されています
follow-up-reason-not-bound = 条項がこの種別を対象としていません
follow-up-reason-not-applicable = 条項の適用条件に当たりません
follow-up-reason-exception-gone = 例外措置が規程にありません
follow-up-reason-exception-not-yet = 例外措置の期間が始まっていません
follow-up-reason-measure-gone = 指標が廃止されています
follow-up-reason-target-gone = 指標に目標がありません
follow-up-reason-roles-compatible = 兼務が禁止されなくなっています
follow-up-reason-kind-gone = この種別の証拠がありません
follow-up-reason-subject-gone = 対象が証拠にありません
follow-up-reason-evidence-incomplete = 対象が証拠になく、読めない証拠もあります
follow-up-reason-nothing-assessed = 指標の評価対象がありません
follow-up-reason-not-followed-up = 今回の監査でフォローアップをしていません

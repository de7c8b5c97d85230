# What is coming until a later day, and what other rules would find.

outlook-head = { $until } までに変わること
outlook-how = 証拠はそのままとして、{ $today } の監査（{ $as-of } 時点の版による）と { $until } の監査を比べました。{ $audits }日分を判定しました。
outlook-worse = 今は適合し、後に不適合となるもの
outlook-better = 今は指摘され、後に指摘されなくなるもの
outlook-from = { $from } から
outlook-already = { $from } の時点で既に、その日に効力のある版により（監査は { $as-of } 時点の版による）
outlook-why-issued = `{ $after }` が施行されます
outlook-why-edition = `{ $before }` に代わり `{ $after }` が適用されます
outlook-why-grace = `{ $after }` の経過措置（`{ $grace }`）が終わり、`{ $asked }` が求められます
outlook-changed-in = 。{ $dimension }：`{ $before }` → `{ $after }`
outlook-why-repealed = `{ $before }` の効力がなくなります
outlook-why-exception-began = 例外 { $exception } が始まります
outlook-why-exception-lapsed = 例外 { $exception } が期限切れとなります。最終日は { $until } です
outlook-why-exception-changed = 例外 { $exception } の状態が変わります：{ $status }
outlook-why-age = 日が経つだけで、`{ $path }` の値の判定が { $from } から変わります
outlook-why-time = { $today } から日が経つことだけによります
outlook-why-stale = 日が経つだけで、{ $from } から証拠が古すぎるものとなります

impact-head = 仮定の監査：{ $today } に判定した `{ $project }` の証拠を、その規程に { $rules } を重ねて判定しました。適用する版は { $as-of } 時点のものです。
impact-moved = 新しい版 { $edition } は、元の監査が適用する版の基準日には効力がありません。その施行日 { $as-of } 時点の版をすべてに適用しました。
impact-besides = 新しい規程のほかにも、その日に効力のある版があります：{ $editions }。それらによる変化も含まれています。
impact-not-there = --rules に指定された `{ $path }` がありません
impact-no-rules = --rules に指定されたものに規程がなく、比較できません
impact-gone = なくなったか、内容の変わったファイル：`{ $path }`
impact-inputs = `{ $path }` のもとになったファイルがそろわないため、判定できません。--old-project でプロジェクトを指定するか、`kijun audit --keep` で記録を残してください
impact-wrong = 判定しませんでした：新しい規程に誤りがあるか、元の監査のほかの規程と整合しません
impact-title = { $title }（仮定）

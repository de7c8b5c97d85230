# 自己点検票と標本：用紙の文言と、それについての表示

questionnaire-sheet = 自己点検票
questionnaire-title = 自己点検票（{ $role }）
questionnaire-about = { $project }　{ $start } ～ { $end }
questionnaire-instruction = 各行の「{ $answered-on }」と「{ $yes }」（{ $replies }）を記入してください。まだ回答できないものは空欄のままとし、理由を備考に書いてください。その他の列は回答の照合に用いるため、変更できません。記入後はファイルの形式を変えずに保存し、提出してください。
questionnaire-or = ・
questionnaire-clause = 条項
questionnaire-question = 設問
questionnaire-unit = 組織
questionnaire-remarks = 備考
questionnaire-not-a-day = 日付を入力してください（例：2012-03-15）。
questionnaire-not-an-answer = 一覧から選んでください。

# コマンドの表示

sheets-role = 役割
sheets-file = ファイル
sheets-questions = 設問数
sheets-rows = 行数
sheets-not-begun = 何も書き出していません。規程またはマニフェストに誤りがあります
sheets-exists = `{ $path }` は既にあり、内容が異なります。記入済みのものかもしれないため、何も書き出していません。別の場所に書き出すか、--overwrite を付けて置き換えてください
sheets-not-a-folder = `{ $path }` はファイルです。--output には書き出し先のフォルダーを指定してください
sheets-met = 注意：`{ $path }` は、マニフェストの `{ $pattern }` により監査の証跡として読み込まれます。記入していない行は「不明」となります
sheets-too-many-rows = ブックには { $n } 行を収められません。CSV で書き出すか、範囲を絞ってください
sheets-key-too-long = 何も書き出していません。`{ $key }` で始まるキーは { $length } 文字あり、ブックのセルに収まる { $most } 文字を超えています。CSV で書き出してください（--format csv）
sheets-too-long = `{ $text }` で始まる文字列が長すぎ、ブックのセルに収められません。CSV で書き出してください

questionnaire-unknown-role = `{ $role }` という役割は規程にありません
questionnaire-nothing = 何も書き出していません。施行中の規程に、人に問う事項（attest）がありません
questionnaire-nothing-for = 何も書き出していません。施行中の規程に、`{ $role }` に問う事項（attest … by）がありません
questionnaire-unassigned = `{ $statement }` はどの票にもありません。回答する役割が、この条項にも上位の条項にも定められていません
questionnaire-no-subject = `{ $role }` への設問はありますが、対象となるものが証跡にありません。票は書き出していません
questionnaire-nobody = 役割 `{ $role }` の者がいません。この票に回答する者がいません
questionnaire-lost = 読み取れなかった対象があります。票の行が足りないおそれがあります

sample-sheet = 標本
sample-title = 標本「{ $name }」：候補 { $n } 件から { $drawn } 件を抽出
sample-seed = シード：{ $seed }
sample-how = 層ごとに、文字列 SEED/STRATUM/KEY（UTF-8）の SHA-256（小文字の十六進）の小さい順に並べ、先頭から抽出しました。
sample-check = 値の確かめ方：{ $command }
sample-names = SEED は上のシード、STRATUM と KEY はその行の層と対象です。いずれも、中の \ は \\、/ は \/ と書きます。CSV ファイルで = + - @ の前にあるアポストロフィは、表計算ソフトに計算させないためのもので、値には含みません。
sample-rank = 順位
sample-digest = SHA-256
sample-unit = 組織
# 値のない層の名前。抽出はこれによって決まるため、どの言語でも同じ
sample-missing = 未記入 (none)

sample-stratum = 層
sample-size = 候補
sample-drawn = 抽出
sample-rate = 抽出率
sample-total = 計
sample-none = マニフェストに標本（samples）の計画がありません
sample-unknown = マニフェストに標本 `{ $name }` の計画がありません
sample-which = マニフェストには複数の標本があります。書き出す標本を指定してください
sample-not-in-force = `{ $name }`：抽出の元となる遵守事項のうち、その日に適用されるものがありません
sample-nobody = `{ $name }`：抽出の元となる遵守事項の対象となるものがないため、候補がいません
sample-twice = `{ $name }`：キー `{ $subject }` の候補が二つあり、区別できません
sample-lost = `{ $name }`：読み取れない候補があります。一部の候補からの抽出は抽出といえないため、書き出していません
sample-short = 層 `{ $stratum }` の候補は { $size } 件で、抽出数の下限 { $least } 件に足りません。全件を抽出しました
sample-empty = `{ $field }` が `{ $value }` の候補はいません
sample-written = { $path } に書き出しました
sample-where = 書き出すには：kijun sample { $name } --output FILE

verify-fine = 候補 { $n } 件：抽出のとおりです
verify-count = 候補 { $rows } 件：相違 { $n } 件
verify-row = { $row }行目：{ $what }
sample-verify-more = … ほか { $n } 件
verify-empty = ファイルに候補がありません
verify-said = `{ $right }` とあるべきところ、`{ $found }` とあります
verify-unsaid = 見出し行の上に、あるべき行がありません：`{ $right }`
verify-sample = マニフェストに標本 `{ $name }` の計画がありません
verify-repeated = `{ $subject }` が二度現れます
verify-digest = `{ $subject }` の SHA-256 は { $right } であり、{ $found } ではありません
verify-rank = `{ $subject }` の順位は { $right } であり、{ $found } ではありません
verify-drawn = `{ $subject }` は順位により抽出されますが、ファイルではそうなっていません
verify-not-drawn = `{ $subject }` は順位により抽出されませんが、ファイルではそうなっていません
verify-left = `{ $subject }` は候補でなくなっています
verify-moved = `{ $subject }` の層は `{ $to }` であり、`{ $from }` ではありません
verify-unit = `{ $subject }` の組織は `{ $right }` であり、`{ $found }` ではありません
verify-new = `{ $subject }`（層 `{ $stratum }`）は新たな候補で、ファイルにありません
verify-unreadable = `{ $path }` を表として読み取れません：{ $why }
verify-no-header = `{ $path }` に、標本の列を示す行がありません

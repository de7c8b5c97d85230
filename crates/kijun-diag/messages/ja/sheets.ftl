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
sheets-met = 注意：`{ $path }` は、マニフェストの `{ $pattern }` により監査の証拠として読み込まれます。記入していない行は「不明」となります
sheets-too-many-rows = ブックには { $n } 行を収められません。CSV で書き出すか、範囲を絞ってください
sheets-too-long = `{ $text }` で始まる文字列が長すぎ、ブックのセルに収められません。CSV で書き出してください

questionnaire-unknown-role = `{ $role }` という役割は規程にありません
questionnaire-nothing = 何も書き出していません。施行中の規程に、人に問う事項（attest）がありません
questionnaire-nothing-for = 何も書き出していません。施行中の規程に、`{ $role }` に問う事項（attest … by）がありません
questionnaire-unassigned = `{ $statement }` はどの票にもありません。回答する役割が、この条項にも上位の条項にも定められていません
questionnaire-no-subject = `{ $role }` への設問はありますが、対象となるものが証拠にありません。票は書き出していません
questionnaire-nobody = 役割 `{ $role }` の者がいません。この票に回答する者がいません
questionnaire-lost = 読み取れなかった対象があります。票の行が足りないおそれがあります

# 読めはするが、おそらく意図と違う基準。

lint-bare-message = メッセージに値が示されていません
    .label = どれだけ違うのかが分かりません
    .help = メッセージに `{"{"}項目{"}"}` と書くと、その値が示されます。

lint-circular-compensation = `{$id}` の代替措置は、この例外が免じている条項そのものです
    .label = 例外の間は求められない条項
    .help = 引き続き守る条項を書くか、`compensated by` を除いてください。

lint-confusable-names = `{$name}` は `{$first}` と見分けがつきませんが、別の名前です
    .label = 見た目の同じ名前の一方
    .first = もう一方
    .help = 取り違えのないよう、一方の名前を変えてください。

lint-count-for-some = この件数は、`{$word}` かどうかを確かめているだけです
    .label = 有無だけのための件数
    .help = `{$word} … : …` と書いてください。

lint-days-for-months = 本文は「{$text}」ですが、判定は `{$rule}` です
    .label = 日によって結果が本文と食い違います
    .text = 本文
    .note = 一か月は28日から31日まであり、一年が366日のこともあります。
    .help = 本文の期間に合わせてください。月数を起算日から数えるときは `within … before` 又は `within … after` を使います。

lint-double-negation = `{$said}` の後に、さらに否定があります
    .label = 二重の否定
    .help = `not` を使わずに、求めることを書いてください。

lint-empty-text = 文面が空です
    .label = 何も書かれていません
    .help = 文面を書くか、この記述を削除してください。

lint-exact-age = 経過期間を等号で比べています。成り立つのは一日だけです
    .label = 一日だけ成り立つ条件
    .help = `<=` か `>=` を使ってください。

lint-expired-exception = この例外は{$until}に終わっており、監査基準日{$today}には効力がありません
    .label = 効力を失った例外
    .help = 改めて承認を得て `until` を延ばすか、是正が済んでいれば除いてください。

lint-fullwidth-name = 名前 `{$name}` が `{$written}` と宣言されています
    .label = 全角と半角が違います
    .help = `{$name}` と書いてください。使う箇所では、どちらも同じ名前として扱われます。

lint-half-anchored = {$pattern} の `^` は最初の選択肢だけに、`$` は最後の選択肢だけに掛かっています
    .label = 片側だけの固定
    .help = 選択肢を括ってください：`^(?:…|…)$`

lint-halfwidth-katakana = 半角カタカナがあります：{$words}
    .label = 半角カタカナ
    .help = 全角で書いてください。

lint-implies-for-when = `{$condition}` に当たらない対象も、適合として数えられます
    .label = 関わりのない対象も適合します
    .help = 求めることを書き、その後に `when {$condition}` と書いてください。

lint-lasting-answer = この質問をどれだけの間隔で尋ねるかが書かれていません
    .label = 一度の回答がいつまでも有効
    .help = `every` で間隔を書いてください。

lint-listed-twice = `{$member}` がこの集合に二度書かれています
    .label = 二度目
    .first = 一度目
    .help = 除くか、意図した値に直してください。

lint-misplaced-number = {$number} が {$before} より後にあります
    .label = 番号の順になっていません
    .before = 前にある条項
    .help = 番号の順に並べるか、番号を振り直してください。

lint-missing-fix = 重大な条項 {$number} に、違反したときの対処が書かれていません
    .label = `fix` がありません
    .help = `fix "…"` を書き加えてください。

lint-missing-message = この遵守事項にはメッセージがありません
    .label = 指摘にはこの式だけが示されます
    .help = `else "…"` を書き加えてください。

lint-missing-text = {$number} には遵守事項がありますが、本文がありません
    .label = `text` がありません
    .help = 人が読む条文を `text "…"` に書いてください。

lint-missing-title = {$number} に見出しがありません
    .label = 見出しなし
    .help = 番号の後ろに見出しを書いてください。

lint-missing-was = この条項は `{$before}` と同じ文面ですが、それを引き継ぐと書かれていません
    .label = 番号では別の条項になります
    .before = 同じ文面
    .help = `was {$before}` と書いてください。

lint-mixed-script-name = 名前 `{$name}` に、異なる文字体系の字が混じっています
    .label = 見た目の似た別の字かもしれません
    .help = 一つの文字体系で打ち直してください。

lint-mixed-width = 「{$number}」の全角・半角が、文書の他の箇所と揃っていません
    .label = 表記の不揃い
    .help = 「{$instead}」と書いてください。

lint-never-false = この条件は、証跡が何であっても偽になりません
    .label = 誰も除かない条件
    .help = 値、列挙の値、比較の向きを確かめてください。

lint-never-true = この条件は、証跡が何であっても真になりません
    .label = 誰にも成り立たない条件
    .help = 値、列挙の値、比較の向きを確かめてください。両立しない二つの条件なら `or` かもしれません。

lint-redundant-condition = この条件は、並んで書かれた条件から導かれます
    .label = 既に確かめられている条件
    .given = 既に確かめている条件
    .help = 除くか、意図した条件に直してください。

lint-repeated-statement = この文書は、同じことを既に求めています
    .label = 同じ対象への同じ要求
    .first = 一度目
    .help = どちらかを除き、必要なら `see` で参照してください。

lint-retroactive-exception = この例外は{$from}に始まりますが、承認は{$on}です
    .label = 承認より前に始まる例外
    .help = 承認の日から始めてください。

lint-same-branches = この `if` は、どちらの場合も同じです
    .label = 条件によって変わりません
    .condition = 何も決めない条件
    .help = 一方を意図したものに直すか、`if` をやめてください。

lint-same-number = {$number} は {$first} と同じ番号に読めます
    .label = 書き方だけが違う同じ番号
    .first = もう一方
    .help = どちらかの番号を振り直してください。

lint-same-operands = 両側が同じ `{$operand}` です
    .label = 両側が同じ
    .help = 一方を意図したものに直してください。

lint-self-approval = `{$role}` は `{$clause}` を守る責任者の側ですが、その例外を自ら承認しています
    .label = 自己承認の例外
    .clause = 責任者
    .help = 上位の役割が承認するものとし、`exceptions by` にもそう書いてください。

lint-shadowed-name = `{$name}` は、ここでは別のものの名前でもあります
    .label = もう一つの `{$name}` が隠れます
    .help = 要素に別の名前を付けてください。

lint-skipped-number = {$before} と {$number} の間で、番号が{ $n }つ飛んでいます
    .label = 飛んだ後の条項
    .before = 飛ぶ前の条項
    .help = 番号を振り直すか、削除された旨を本文に書いた条項を置いてください。

lint-stray-number = {$number} が {$section} の節の中にあります
    .label = 番号からは別の節の条項に見えます
    .section = この節
    .help = 該当する節に移すか、番号を振り直してください。

lint-unassigned-clause = `{$clause}` には拘束力がありますが、責任者がありません
    .label = `by` がありません
    .help = この条項か節に `by` で役割を書いてください。

lint-undated-citation = `{$name}` の版が書かれていません
    .label = 版の指定がない引用
    .help = `{$name}@日付` と書いてください。

lint-unexplained-allow = 許容の理由が書かれていません
    .label = 理由のない許容
    .help = 後ろに `because "…"` を書いてください。

lint-unexplained-expectation = この期待には理由が書かれていません
    .label = どの理由でも成り立ちます
    .help = `because` の後に、その結果をもたらす項目を書いてください。

lint-unguarded-divisor = `{$divisor}` は0のことがありますが、確かめていません
    .label = 0のときは判定できません
    .help = `where`、`when` または `and` で、先に `{$divisor} > 0` を確かめてください。

lint-unguarded-optional = `{$field}` は無いことがありますが、あるかどうかを確かめていません
    .label = 無いときは判定できません
    .note = 無い項目は結果を「判定不能」にし、証跡の不足として指摘されます。
    .help = `where`、`when` または `and` で、先に `{$field} is present` を確かめてください。

lint-unknown-lint = `{$name}` という検査はありません
    .label = 何も許容しません
    .help = 検査の説明は `kijun explain lint/NAME` で読めます。一覧は手引きにあります。

lint-unlabelled-statement = この条項の{$n}番目の遵守事項だけ、ラベルがありません
    .label = 順番でしか区別できません
    .help = `must ラベル: …` のように、ラベルを付けてください。

lint-unlike-bound = 本文の「{$text}」の範囲が、判定の `{$rule}` と違います
    .label = 本文
    .rule = 判定
    .help = 「以上」は `>=`、「以下」「以内」は `<=` です。

lint-unlike-force = 本文の言い方が、遵守事項の `{$force}` と合っていません
    .label = 強さの違う言い方です
    .note = `must` を満たさなければ指摘、`should` を満たさなければ助言になります。
    .help = 本文か遵守事項のどちらかを改めてください。

lint-unlike-message = メッセージは「{$text}」ですが、判定は `{$rule}` です
    .label = メッセージ
    .rule = 判定
    .help = メッセージの数値を判定に合わせてください。

lint-unlike-number = 本文は「{$text}」ですが、判定は `{$rule}` です
    .label = 本文
    .rule = 判定
    .help = どちらが正しいかを確かめ、両方を揃えてください。

lint-unlike-translation = ここでは「{$text}」、もう一方の言語では「{$first}」です
    .label = 数値が違います
    .first = もう一方の言語
    .help = どちらが正しいかを確かめ、両方を揃えてください。

lint-unpermitted-exception = `{$clause}` は例外 `{$id}` を認めていないか、承認した役割には認めさせていません
    .label = 監査で退けられる例外
    .help = 条項に `exceptions by` で役割を書くか、権限のある役割の承認を得てください。

lint-unreachable-condition = この条件は、周りの条件と両立しません
    .label = ここでは真になりません
    .given = 両立しない条件
    .help = 両方の条件を確かめてください。

lint-untested-statement = この文を確かめる試験がありません
    .label = 試験のない文
    .help = `pass` を期待する試験と `fail` を期待する試験を書いてください。

lint-untranslated = `{$languages}` の見出し又は本文がありません
    .label = 揃っていない言語があります
    .help = `en "…"`、`text en "…"` のように、言語のタグを付けて書き加えてください。

lint-unused-allow = ここでは `{$name}` は何も見つけません
    .label = 不要な許容
    .help = この名前をコメントから除いてください。

lint-unused-argument = 定義は `{$name}` を使っていません
    .label = 使われない引数
    .help = 使うか、除いてください。

lint-unused-binder = `{$name}` について何も尋ねていません
    .label = どの要素でも同じ
    .help = `{$name}` についての条件を書いてください。

lint-unused-definition = 定義 `{$name}` はどこでも使われていません
    .label = 使われない定義
    .help = 意図した所で使うか、除いてください。

lint-unused-parameter = `${$name}` はどの規則にも使われていません
    .label = 使われないパラメータ
    .help = 意図した所で使うか、除いてください。

lint-unused-role = 役割 `{$name}` はどこにも出てきません
    .label = 務めのない役割
    .help = 責任を負う条項に `by` で書くか、除いてください。

lint-unused-term = 「{$words}」はどの本文にも使われていません
    .label = 本文にない用語
    .help = 本文で使うか、除いてください。

lint-unused-type = `{$name}` を型とする項目がありません
    .label = 証跡に現れない型
    .help = 項目の型にするか、除いてください。

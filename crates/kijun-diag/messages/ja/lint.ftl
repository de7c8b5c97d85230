# 読めはするが、おそらく意図と違う基準。

lint-circular-compensation = `{$id}` の代替措置は、この例外が免じている条項そのものです
    .label = 例外の間は求められない条項
    .help = 引き続き守る条項を書くか、`compensated by` を除いてください。

lint-count-for-some = この件数は、`{$word}` かどうかを確かめているだけです
    .label = 有無だけのための件数
    .help = `{$word} … : …` と書いてください。

lint-double-negation = `{$said}` の後に、さらに否定があります
    .label = 二重の否定
    .help = `not` を使わずに、求めることを書いてください。

lint-exact-age = 経過期間を等号で比べています。成り立つのは一日だけです
    .label = 一日だけ成り立つ条件
    .help = `<=` か `>=` を使ってください。

lint-expired-exception = この例外は{$until}に終わっており、監査基準日{$today}には効力がありません
    .label = 効力を失った例外
    .help = 改めて承認を得て `until` を延ばすか、是正が済んでいれば除いてください。

lint-half-anchored = {$pattern} の `^` は最初の選択肢だけに、`$` は最後の選択肢だけに掛かっています
    .label = 片側だけの固定
    .help = 選択肢を括ってください：`^(?:…|…)$`

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

lint-missing-was = この条項は `{$before}` と同じ文面ですが、それを引き継ぐと書かれていません
    .label = 番号では別の条項になります
    .before = 同じ文面
    .help = `was {$before}` と書いてください。

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

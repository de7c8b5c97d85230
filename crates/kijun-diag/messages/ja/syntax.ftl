# 言語として読めない文

did-you-mean = 「{$name}」の誤りではありませんか。

syntax-unexpected = ここに `{$found}` は書けません
    .label = ここには{$expected}が必要です
    .help = {$expected}を書くか、この部分を削除してください。

syntax-unfinished = ここに続くべきものがありません
    .label = ここには{$expected}が必要です
    .help = {$expected}を書いてください。

syntax-unclosed-block = `{$bracket}` が閉じられていません
    .label = ここで開いています
    .note = 次の項目またはファイルの終わりまでが、この括弧の中として読まれました。
    .help = この部分の終わりに、閉じる括弧を書いてください。

syntax-stray-brace = `{$bracket}` に対応する開き括弧がありません
    .label = ここでは何も開いていません
    .help = 削除するか、ブロックの始まりに開き括弧を書いてください。

syntax-unclosed-text = `{$quote}` で始まる文字列が閉じられていません
    .label = ここで開いています
    .note = `"` の文字列は同じ行で閉じます。複数行にわたるものは `"""` で囲みます。
    .help = 文字列の終わりに `{$quote}` を書いてください。

syntax-unclosed-name = バッククォートで始まる名前が閉じられていません
    .label = ここで開いています
    .help = 名前の終わりに、同じ行の中でバッククォートを書いてください。

syntax-other-spelling = `{$found}` は、ここでは `{$instead}` と書きます
    .label = `{$instead}` と書きます
    .help = `{$instead}` に直してください。

syntax-include = 規則のファイルから他のファイルを読み込むことはできません
    .label = `{$word}` という書き方はありません
    .note = マニフェストの `rules` にあるファイルは、すべてまとめて読まれます。
    .help = そのファイルかフォルダーを `kijun.yaml` の `rules` に加え、この行を削除してください。

syntax-part-of-not-first = `part of` はファイルの最初に書きます
    .label = この前に別の項目があります
    .note = ファイル全体がどの基準に属するかを示すものです。
    .help = ファイルの先頭に移すか、別の基準に属する部分を別のファイルに分けてください。

syntax-duplicate-member = `{$member}` が二度書かれています
    .label = 二度目です
    .first = 一度目はここです
    .help = どちらか一方だけを残してください。

syntax-mixed-separators = 列挙の区切りに `<` と `,` を混ぜることはできません
    .label = この区切りが異なります
    .first = 最初の区切りはこれです
    .note = `<` は小さいものから順に並べ、`,` は順序を付けません。
    .help = すべて `<` にするか、すべて `,` にしてください。

syntax-chained-comparison = 比較を続けて書くことはできません
    .label = 二つ目の比較です
    .left = ここまでで、すでに真か偽になっています
    .help = `a < b and b < c` のように書くか、一方の比較を括弧で囲んでください。

syntax-bad-date = `{$written}` は暦にない日付か時刻です
    .label = この日付か時刻は存在しません
    .help = 日付は `2011-04-21`、時刻は `2011-04-21T09:00` の形で書いてください。

syntax-bad-escape = エスケープ `{$written}` には意味がありません
    .label = 未知のエスケープです
    .help = 逆斜線そのものは `\\` と書きます。使えるのは `\"`、`\\`、`\'`、`\n`、`\r`、`\t`、{"`\\u{3042}`"} です。

syntax-bad-name = `{$written}` は名前ではありません
    .label = 名前として使えません
    .note = 名前は文字か `_` で始まり、文字・数字・`_` が続きます。バッククォートで囲んでも同じです。
    .help = バッククォートの間に名前を書いてください。

syntax-amount-too-large = `{$written}` は期間の数として大きすぎます
    .label = 4294967295 までです
    .help = より大きな単位で書いてください。

syntax-lone-brace = メッセージの中の `{$brace}` に対応する括弧がありません
    .label = ここでは値が始まりも終わりもしていません
    .help = 値は {"`{field}`"} の形で、記号そのものは {"`{{`"} と {"`}}`"} と書いてください。

syntax-too-deep = 入れ子が {$most} 段を超えています
    .label = 深すぎます
    .note = どのような文でも読み終えられるように、括弧・条件・限量の入れ子には上限があります。
    .help = 一部を `define` で名前にしてください。

syntax-too-many-operators = 一つの式に {$most} を超える演算子があります
    .label = 長すぎます
    .help = 一部を `define` で名前にするか、一覧と `in` を使ってください。

word-syntax-item = 項目（`standard`、`clause`、`vocabulary` など）
word-syntax-text = 引用符で囲んだ文字列
word-syntax-title = 引用符で囲んだ題名
word-syntax-language = 言語の符号
word-syntax-name = 名前
word-syntax-number = 条項の番号
word-syntax-edition-ref = 基準の名前
word-syntax-clause-ref = 条項への参照
word-syntax-date = 日付
word-syntax-decimal = 数
word-syntax-size = 容量
word-syntax-duration = 期間
word-syntax-time-unit = 時間の単位
word-syntax-regex = 正規表現
word-syntax-version = 版番号
word-syntax-ip = アドレス
word-syntax-standard-member = 基準の見出しの項目（`title`、`tier`、`edition` など）
word-syntax-clause-member = 条項の項目（`for`、`by`、`must` など）
word-syntax-section-member = 条項、節、または既定の項目
word-syntax-severity = `critical`、`high`、`medium`、`low` のいずれか
word-syntax-statement = 要求文
word-syntax-label = ラベル
word-syntax-message = 引用符で囲んだメッセージ
word-syntax-subjects = 対象の種類
word-syntax-vocabulary-member = `enum`、`record`、`kind` のいずれか
word-syntax-enum-member = 列挙の要素
word-syntax-separator = `<` または `,`
word-syntax-fields = 波括弧で囲んだ項目
word-syntax-field = 項目の宣言
word-syntax-from = `from`
word-syntax-type = 型
word-syntax-role-member = `reports to` または `incompatible with`
word-syntax-param = 定義の引数
word-syntax-constraint = 制約
word-syntax-parameter-name = パラメーター（`$name`）
word-syntax-exception-member = 例外の項目（`to`、`for`、`until` など）
word-syntax-measure-member = 指標の項目（`over`、`share`、`target` など）
word-syntax-case-row = 値の並び、`=>`、結果からなる行
word-syntax-path = 項目のパス
word-syntax-test-member = `given`、`expect`、`cases` または `on`
word-syntax-result = 結果（`pass`、`fail`、`unknown` など）
word-syntax-literal = 値
word-syntax-expression = 式
word-syntax-range = `名前 in 一覧`
word-syntax-operator = 演算子
word-syntax-comparison = 比較
word-syntax-set-of = 波括弧で囲んだ値
word-syntax-end = この部分の終わり

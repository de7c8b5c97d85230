# 意味の決まらない名前と、組み合わない式

# --- 名前

resolve-ambiguous-edition = `{$name}` には複数の版があります
    .label = どの版かを決められません
    .note = {$known} の各版があります。日付を省けるのは、その文書がいずれか一つの版に準拠しているか、それを置き換えている場合だけです。
    .help = `{$name}@日付` のように、名前の後に版の日付を書いてください。

resolve-cyclic-name = `{$name}` をたどると `{$name}` に戻ります
    .label = 循環の一部です
    .note = 定義、種別、報告経路は、どこかで終わらなければ評価できません。
    .help = 循環を作っている参照を一つ取り除いてください。

resolve-duplicate-name = `{$name}` が二度宣言されています
    .label = ここで再び宣言されています
    .first = 最初の宣言はここです
    .note = 一つの名前が二つのものを指すと、規則の意味が定まりません。
    .help = どちらかの名前を変えるか、削除してください。

resolve-each-without-by = `{$measure}` には内訳ごとの目標がありますが、内訳がありません
    .label = 何の内訳か書かれていません
    .note = `each` は、`by` で分けた一つ一つの目標です。
    .help = `by 項目` を書き足すか、`target` と書いてください。

resolve-missing-member = `{$of}` に `{$word}` がありません
    .label = `{$word}` が必要です
    .help = `{$word}` の行を書き足してください。

resolve-never-issued-edition = `{$name}` に {$date} の版はありません
    .label = この日付の版は存在しません
    .note = 規則に含まれている版は {$known} です。
    .help = これらの日付のいずれかを引用するか、足りない版を規則に加えてください。

resolve-no-document = どの文書にも属していません
    .label = 文書の中に置く必要があります
    .note = このファイルには `standard` も `part of` もないため、どの文書の規定なのかが分かりません。
    .help = ファイルの先頭に `standard 名前 {"{"} … {"}"}` か `part of 名前@版` を書いてください。参照の場合は `名前:番号` のように基準の名前も書いてください。

resolve-no-figure = 指標 `{$measure}` に、対象から何を求めるかが書かれていません
    .label = まだ何も測っていません
    .help = `share 条件`、`count`、`sum 値`、`mean 値`、`min 値`、`max 値` のいずれか一つを書き足してください。

resolve-no-subjects = 条項 `{$number}` の対象が書かれていません
    .label = 何も拘束していません
    .note = 要求は、対象の種別に属するもの一つ一つについて判定されます。
    .help = 条項、またはそれを囲む節に `for 種別` を書き足してください。

resolve-not-in-scope = `{$name}` は語彙 `{$vocabulary}` のものですが、この文書はその語彙を使っていません
    .label = ここからは見えません
    .help = 基準の見出しに `uses {$vocabulary}` を書き足してください。

resolve-repeated-member = `{$word}` が二度書かれています
    .label = ここで再び書かれています
    .first = 最初はここです
    .note = 有効なのは一つだけであり、読む人にはどちらか分かりません。
    .help = どちらかを削除してください。

resolve-two-figures = 指標 `{$measure}` が、二つ以上の値を求めています
    .label = 別の値です
    .first = 最初の値はここです
    .note = 指標の値は一つであり、目標も内訳もその値について述べます。
    .help = もう一つは、別の指標にしてください。

resolve-unknown-clause = 条項または節 `{$name}` はありません
    .label = その文書にこの番号はありません
    .help = 番号を、引用先の文書のとおりに書いてください。

resolve-unknown-definition = 定義 `{$name}` はありません
    .label = 定義されていません
    .help = `define {$name}(…) = …` で定義してください。

resolve-ragged-case = この行の値は {$found} 個ですが、表の列は {$expected} 個です
    .label = 列の数と合いません
    .help = `=>` の前に、列ごとに一つずつ値を書いてください。

resolve-unknown-column = `${$name}` という列は、どの表にもありません
    .label = ここに入る値がありません
    .help = `cases (…)` に列の名前を書いてください。証跡の値そのものが `$` で始まるときは、引用符で囲んでください。

resolve-unused-column = 列 `{$name}` は、与えた記録のどこにも使われていません
    .label = この列の値は何も変えません
    .note = どの行でも同じ対象を判定することになります。
    .help = 値を入れたい `given` の項目に `${$name}` と書いてください。

resolve-unknown-field = `{$owner}` に項目 `{$name}` はありません
    .label = この項目はありません
    .note = 語彙にない項目はどの証跡にも現れないため、この規則に適合するものがなくなってしまいます。
    .help = `{$owner}` の項目を使うか、この項目を語彙で宣言してください。

resolve-unknown-kind = 種別 `{$name}` はありません
    .label = 対象の種別ではありません
    .help = 語彙の中で `kind {$name} {"{"} … {"}"}` と宣言してください。

resolve-unknown-language = `{$name}` は Kijun が扱う言語ではありません
    .label = 不明な言語です
    .help = `en` か `ja` と書くか、文書自身の言語であれば何も付けないでください。

resolve-unknown-member = `{$name}` はこの列挙型の値ではありません
    .label = この値はありません
    .help = 語彙に挙げられている値のいずれかを使ってください。

resolve-unknown-name = `{$name}` という名前はここにはありません
    .label = 項目、局所名、定義のいずれでもありません
    .help = 対象の項目を使うか、この名前を宣言してください。

resolve-unknown-parameter = パラメータ `${$name}` はありません
    .label = 宣言されていません
    .note = パラメータは、決定を下位の文書に委ねる側の文書が宣言します。
    .help = その文書で `parameter {$name} : 型` と宣言してください。

resolve-unknown-result = `{$name}` という結果はありません
    .label = 結果の名前ではありません
    .help = `pass`、`fail`、`unknown`、`not-applicable`、`waived`、`error` のいずれかを書いてください。

resolve-unknown-role = 役割 `{$name}` はありません
    .label = 宣言されていません
    .help = `role {$name} "…" {"{"} {"}"}` と宣言してください。

resolve-unknown-standard = 基準 `{$name}` はありません
    .label = 規則の中にありません
    .help = そのファイルを `kijun.yaml` の `rules` に加えるか、名前を直してください。

resolve-unknown-statement = 条項に要求 `#{$name}` はありません
    .label = このラベルはありません
    .note = 要求は、ラベル、または条項の中での順番（1から数えます）で引用します。
    .help = 存在するラベルか順番を書くか、条項全体を引用してください。

resolve-unknown-type = 型 `{$name}` はありません
    .label = 型ではありません
    .help = 組み込みの型を使うか、この名前の `enum` または `record` を宣言してください。

resolve-unknown-vocabulary = 語彙 `{$name}` はありません
    .label = 規則の中にありません
    .help = そのファイルを `kijun.yaml` の `rules` に加えるか、名前を直してください。

# --- 型

type-bad-literal = `{$text}` は{$what}として読めません
    .label = {$why}
    .help = 値を直してください。

type-definitions-too-deep = `{$name}` は、重なり合う定義の段数が多すぎます
    .label = 深すぎます
    .note = 規則を人が読み、機械が判定できる大きさに保つため、定義を重ねられるのは 32 段までです。
    .help = 呼び出している定義のいくつかを一つにまとめてください。

type-empty-set = 集合が空です
    .label = `{"{"}{"}"}` の中に何もありません
    .help = 値を一つ以上書いてください。

type-field-of-reference = `{$kind}` への参照から `{$field}` を読むことはできません
    .label = 参照が持つのは主キーだけです
    .note = 参照先の `{$kind}` がただ一つ存在するとは限らないので、結び付け方を書く必要があります。
    .help = `some x in all {$kind} where x == … : x.{$field}` のように結び付けてください。

type-key-type = 型 `{$type}` の `{$field}` は主キーにできません
    .label = 主キーにできない型です
    .note = 対象を年度をまたいで同じものと認めるため、主キーは文字どおりに比べられます。
    .help = 型を `text`、`int`、`date`、`ref` のいずれかにしてください。

type-kind-as-field = 項目に `{$kind}` そのものを入れることはできません
    .label = これは対象の種別です
    .help = `ref {$kind}` で参照するか、`record` を宣言してください。

type-network-equality = アドレスをネットワーク全体と比べています
    .label = これはネットワークです
    .note = ネットワークに等しいアドレスはないため、`==` は決して成り立たず、`!=` は常に成り立ってしまいます。
    .help = その中にあるかどうかを `in` または `not in` で尋ねてください。

type-mismatch = `{$left}` と `{$right}` は比べられません
    .label = こちらは `{$right}` です
    .is-left = こちらは `{$left}` です
    .note = 値が暗黙に変換されることはないため、型の違う比較は意味を持ちません。
    .help = 同じ型の値どうしを比べてください。

type-mixed-days = 営業日と暦の日数は混ぜられません
    .label = 数え方が違います
    .note = 10 営業日が何日に当たるかは、起算日によって変わります。
    .help = 両方を `days` か、両方を `business days` で数えてください。

type-nested-optional = すでに省略可能な型に `?` が付いています
    .label = `?` は一つで足ります
    .help = 余分な `?` を削除してください。

type-not-a-condition = ここには条件が必要ですが、これは `{$found}` です
    .label = 真偽が定まりません
    .help = `… == …` のように、何かと比べてください。

type-not-a-list = ここにはリストが必要ですが、これは `{$found}` です
    .label = 要素がありません
    .help = 型が `list of …` か `map of …` の項目、または `all 種別` を使ってください。

type-not-a-scalar = ここには単一の値が必要ですが、これは `{$found}` です
    .label = 単一の値ではありません
    .help = その中の項目を書くか、`every`、`some`、`no`、`count` で要素について問うてください。

type-not-constant = ここには定まった値が必要です
    .label = 対象ごとに変わります
    .help = 数、日付、文字列、列挙型の値など、値そのものを書いてください。

type-not-optional = `{$path}` は省略できない項目です
    .label = `?` を付けて宣言されていません
    .note = 必須の項目の証跡がなければ、尋ねなくても結果は不明になります。
    .help = この条件を取り除くか、省略が正当であれば項目の型に `?` を付けてください。

type-not-a-quantity = 型 `{$type}` の値は足し合わせられません
    .label = 量ではありません
    .note = 量とは、数、割合、サイズ、期間のことです。
    .help = 数えるには `count`、割合を求めるには `share` を使ってください。

type-not-a-tree = 種別 `{$kind}` は木になっていません
    .label = 上下の関係がありません
    .note = 主キーが一つで、自分と同じ種別への `ref` をちょうど一つ持つ種別が木になります。その項目が、一つ上を指します。
    .help = 種別にその項目を加えるか（`parent : ref {$kind}?`）、`==` で比べてください。

type-not-ordered = 型 `{$type}` の値には大小がありません
    .label = 大小を比べられません
    .help = `==`、`!=`、`in` を使ってください。列挙型は、値を `<` で区切ると順序を持ちます。

type-not-a-level = `{$field}` の型は `{$type}` であり、水準がありません
    .label = 順序のある列挙型の項目ではありません
    .note = 水準とは、`<` で区切られた列挙型の値のことです。
    .help = 順序のある列挙型の項目を指定するか、語彙の中で値に順序を付けてください。

type-no-key = 種別 `{$kind}` には、一つの項目からなる主キーが必要です
    .label = 対象を見分けられません
    .note = 指摘は主キーによって同じものと認められ、自己点検の回答も主キーで対象を示します。
    .help = `key id : text` のように、対象を示す項目に `key` を付けてください。

type-wrong-arguments = `{$name}` の引数は {$expected} 個ですが、{$found} 個書かれています
    .label = 引数の数が違います
    .help = パラメータ一つに引数を一つずつ書いてください。

type-wrong-operands = `{$left}` と `{$right}` の間で `{$operator}` は使えません
    .label = 組み合わせられません
    .help = 同じ型の数、容量、百分率どうし、または日付と期間を使ってください。

type-wrong-type = ここには `{$expected}` が必要ですが、これは `{$found}` です
    .label = 型が違います
    .help = 型が `{$expected}` の値を書いてください。

# --- 語：メッセージに現れる言語のキーワード

word-edition = edition
word-over = over
word-share = share
word-standard = standard
word-tier = tier
word-to = to

# --- 語：値が何であるべきか、なぜ読めないか

word-datetime = 日時
word-ip = IP アドレスまたはネットワーク
word-number = 数
word-regex = 正規表現
word-size = 容量
word-version = バージョン
word-why-datetime = その日にこの時刻はありません
word-why-ip = `10.0.0.0/8` や `2001:db8::/32` のように書きます
word-why-number = 28 桁を超える数は正確に扱えません
word-why-size = バイト数で表せないほど大きい値です
word-why-version = バージョンは `1.2.3` のように数字で始まります

# 上位の文書に及ばない下位の文書。

conform-uncovered = `{$documents}` のどの条項も `{$higher}` を実施していません
    .label = ここで求められています
    .document = この文書が準拠すべきものです
    .note = 下位の文書に従う者には、この要求が伝わりません。
    .help = `implements` を持つ条項を書くか、文書の冒頭に `adopts`、または理由を添えた `excludes` を書いてください。

conform-undeclared = `{$lower}` は `{$higher}` を文章だけで受けており、`must` などの定めがありません
    .label = この条項には `must` などの定めがありません
    .beside = この条項にもありません
    .higher = 実施すべきもの
    .note = 文章だけの要求は、比べることも証拠で確かめることもできません。
    .help = 文章で求めていることを `must` として書き加えてください。

conform-unbound = `{$lower}` は `{$higher}` が対象とするもののすべてを対象としていません
    .label = 一部だけを対象としています
    .beside = これを合わせても足りません
    .higher = より広い対象
    .note = これらの条項のいずれの対象でもないものが、上位の条項に違反し得ます。
    .help = `for`、`where`、`when` を広げるか、残る対象のための条項を加えてください。

conform-weaker = `{$lower}` の求めるものは、{$dimension}において `{$higher}` に及びません
    .label = これに適合し
    .beside = これにも適合するものが
    .higher = これに違反し得ます
    .note = 示される例は、監査と同じ評価によって確かめたものです。
    .help = 上位の条項が求める以上のことを求めてください。

conform-incomparable = `{$lower}` の求めるものは、{$dimension}において `{$higher}` に及ばず、別の点では上回ります
    .label = これに適合し
    .beside = これにも適合するものが
    .higher = これに違反し得ます
    .note = 逆に、上位の条項を満たして下位の条項に違反するものもあり得ます。
    .help = 上位の条項が求めることを、ここで求めることに加えてください。

conform-undecided = `{$lower}` が `{$higher}` の求めることを求めているかどうか、判定できません（{$why}）
    .label = 比べたもの
    .beside = あわせて比べたもの
    .higher = 比べる相手
    .part = この部分によります
    .note = 決定できないものは、準拠とはみなしません。
    .help = 人が判断するか、双方を決定できる形で書いてください。

conform-weaker-force = `{$lower}` は `{$higher}` が義務とするものを推奨又は許可にとどめています
    .label = 推奨または許可
    .beside = これも同じです
    .higher = 義務
    .note = 推奨に従わないシステムは、下位では違反とならず、上位の文書に違反します。
    .help = `must` と書いてください。

conform-permits-forbidden = `{$lower}` は `{$higher}` が許さないことを許可しています
    .label = ここで許可
    .higher = 許可を使うとこれに違反します
    .note = 下位の文書は、上位の文書が禁じることを許可できません。
    .help = 許可を取り除くか、上位の条項が認める範囲に狭めてください。

conform-lower-role = `{$higher}` は責任者を{$needed}としていますが、`{$lower}` の責任者は{$role}です
    .label = ここでの責任者: {$role}
    .higher = {$needed}以上
    .note = 責任は同じ役割または上位の役割に与えるものであり、下位の役割に与えることはできません。
    .help = `by` に{$needed}またはその上位の役割を書いてください。

conform-laxer-exceptions = `{$lower}` は `{$higher}` が認めない例外措置を認めています
    .label = より広く認めています
    .higher = より狭く認めています
    .note = そのような例外措置は下位の条項だけに及び、上位の条項には違反したままとなります。
    .help = `exceptions never` と書くか、上位の条項が認める役割と期間を書いてください。

conform-older-evidence = `{$lower}` は `{$higher}` より古い証拠を認めています
    .label = 期限がないか、より長い期限です
    .higher = より短い期限
    .note = ここで古い証拠により適合としても、上位では不明となります。
    .help = 上位の条項と同じか短い期間で `evidence at most` を加えてください。

conform-parameter-unset = `{$documents}` のいずれも `${$parameter}` の値を定めていません
    .label = 値を定める必要があります
    .document = ここで定めることもできます
    .declared = 下位の文書に委ねられています
    .note = この値を必要とする判定は「不明」となり、適合にはなりません。
    .help = `{$standard}` に準拠する文書に `set {$standard} ${$parameter} = …` と書いてください。

conform-parameter-out-of-range = `${$parameter}` の値 {$value} は、`{$other}` の許す範囲にありません
    .label = ここで定められています
    .declared = 範囲はここで定められています
    .note = 許されない値は定めがないものとみなされ、それを必要とする判定は「不明」となります。
    .help = 範囲内の値を選んでください。

conform-provision-moved = `{$cited}` は現在 `{$now}` であり、意味は同じです
    .label = 有効でない版の条項を引用しています
    .now = 現在はここにあります
    .note = 引用先の文言には、もう拘束力がありません。
    .help = `{$now}` を引用してください。

conform-provision-changed = `{$cited}` は現在 `{$now}` であり、内容が異なります（{$dimensions}）
    .label = 有効でない版の条項を引用しています
    .now = 代わりにこれが拘束します
    .note = 実施に移した内容が、現在拘束力をもつ内容と異なります。
    .help = `{$now}` と照らし合わせてから、それを引用してください。

conform-provision-vanished = `{$cited}` を引き継ぐ有効な条項がありません
    .label = 有効でない版の条項を引用しています
    .cited = この版が最後です
    .help = 引用を削除してください。求めていた内容は、この文書が自ら必要とする場合にだけ残してください。

conform-redefined-term = 用語「{$words}」の意味が `{$other}` と異なります
    .label = ここでは別の意味です
    .higher = 上位の文書での意味です
    .note = 一方の意味にだけ当てはまる例を併せて示します。
    .help = 上位の文書の定義を使うか、別の用語にしてください。

conform-unclear-term = 用語「{$words}」の意味が `{$other}` と同じかどうか、判定できません
    .label = ここでの書き方が違います
    .higher = 上位の文書での書き方です
    .note = 二つの定義は書き方が異なり、同じであるとは証明されませんでした。
    .help = 上位の文書の定義を使うか、別の用語にしてください。

conform-contradiction = `{$first}` と `{$second}` の双方を満たすことはできません
    .label = この規定と
    .first = この規定です
    .note = それぞれ単独では満たすことができ、双方の対象となるものがあります。
    .help = どちらかを改めるか、`where` や `when` で対象が重ならないようにしてください。

conform-impossible = `{$statement}` の対象のうち、これを満たせるものがありません
    .label = 満たすことができません
    .note = 証拠がどうであれ、違反となります。
    .help = 条件を直すか、満たせるものを除いてしまっている `where` や `when` を直してください。

conform-applies-to-nothing = `{$statement}` の対象となるものがありません
    .label = 何も拘束しません
    .note = `where` と `when` を共に満たす対象がありません。
    .help = `where` か `when` を直してください。

conform-demands-nothing = `{$statement}` は常に満たされるため、何も求めていないのと同じです
    .label = 何も求めていません
    .note = 証拠がどうであれ、すべての対象について成り立ちます。
    .help = 条件を直すか、規定を削除してください。

conform-redundant = `{$statement}` は `{$by}` が既に求めていること以外に、何も求めていません
    .label = 既に求められています
    .by = これによって
    .note = 一方を満たせば他方も満たされます。後で一方だけを改めると、見落としのもとになります。
    .help = 削除するか、加えるはずだった内容を書いてください。

conform-not-monotone = `{$statement}` は `{$field}` が {$lower} のときに求められ、{$higher} のときには守られなくなります
    .label = 低い水準でだけ求められています
    .note = この文書は `monotone in {$field}` です。水準を上げて求める内容が下がることは許されません。
    .help = 高い水準でも、少なくとも同じことを求めてください。

conform-level-without-text = `{$clause}` には `{$field}` が {$level} のときの定めがありません
    .label = この水準も対象です
    .note = この文書は `monotone in {$field}` ですが、この条項には他の水準についての規定しかありません。
    .help = この水準についての規定を加えるか、`where` で対象から除いてください。

word-dimension-force = 拘束力
word-dimension-scope = 対象
word-dimension-strength = 強さ
word-dimension-timeframe = 期間
word-dimension-responsibility = 責任

word-dimension-open = 何が異なるかは判定できません


word-undecided-effort = 許された計算量を超えたためです
word-undecided-fragment = 判定できる範囲を超える式を含むため
word-undecided-calendar = 暦の月または営業日によるためです
word-undecided-attested = 人が答えるものであり、同じ質問しか比べられないためです

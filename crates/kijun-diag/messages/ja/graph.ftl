# 文書どうしの不整合

graph-cyclic-standard = 文書の準拠関係が循環しています: `{$cycle}`
    .label = 循環はここから始まり
    .edge = ここへ続きます
    .note = 文書が自分自身の上位に立つことはできません。循環に含まれる準拠関係はすべて無視されます。
    .help = 上位の文書から下位の文書を指している `conforms to` を削除してください。

graph-cyclic-supersession = 版の置換え関係が循環しています: `{$cycle}`
    .label = 循環はここから始まり
    .edge = ここへ続きます
    .note = 二つの版が互いに相手を置き換えることはできません。循環に含まれる置換え関係はすべて無視されます。
    .help = `supersedes` は後の版にだけ残してください。

graph-cyclic-implements = 条項の実施関係が循環しています: `{$cycle}`
    .label = 循環はここから始まり
    .edge = ここへ続きます
    .note = 条項が実施するのは上位の条項であり、自分自身ではありません。循環に含まれる実施関係はすべて無視されます。
    .help = 下位を指している `implements` を削除してください。

graph-cyclic-was = 条項の継承関係が循環しています: `{$cycle}`
    .label = 循環はここから始まり
    .edge = ここへ続きます
    .note = `was` は置き換えられた以前の版へさかのぼるものです。循環に含まれる継承関係はすべて無視されます。
    .help = 古い方の条項の `was` を削除してください。

graph-implements-unrelated = `{$document}` は `{$other}` に準拠していないため、`{$provision}` を実施できません
    .label = 上位に立たない文書の条項です
    .document = この文書は準拠先として挙げていません
    .note = 文書が実施できるのは、直接または他の文書を介して準拠する文書の条項だけです。
    .help = `{$document}` の冒頭に `conforms to {$other}` を加えるか、準拠先の文書の条項を指定してください。

graph-implements-not-above = `{$provision}` は `{$document}` の上位にありません
    .label = 同位または下位の条項です
    .note = `implements` は下位の文書から上位の文書へ向かうものです。
    .help = 参照するだけなら `see` と書くか、双方が実施する上位の条項を指定してください。

graph-was-not-superseded = `{$provision}` は `{$document}` が置き換えた版の条項ではありません
    .label = この文書の以前の版ではありません
    .document = この文書はその版を置き換えていません
    .note = `was` は、ある版の条項がその次の版のどこへ引き継がれたかを示します。
    .help = `{$document}` の冒頭に `supersedes {$other}` を加えるか、参照するだけなら `see` と書いてください。

graph-adopts-not-above = `{$provision}` は上位の条項ではないため、`{$document}` に取り込めません
    .label = `{$other}` はこの文書の準拠先ではありません
    .note = 取り込めるのは、直接または他の文書を介して準拠する文書の条項だけです。
    .help = `conforms to {$other}` を加えるか、この行を削除してください。

graph-excludes-not-above = `{$provision}` は上位の条項ではないため、`{$document}` から除外できません
    .label = `{$other}` はこの文書の準拠先ではありません
    .note = 除外できるのは、本来従わなければならない条項だけです。
    .help = `conforms to {$other}` を加えるか、この行を削除してください。

graph-supersedes-later = `{$document}` は後に発行された `{$other}` を置き換えられません
    .label = 後の版です
    .later = ここで発行されています
    .help = `supersedes` を後の版に書くか、日付を直してください。

graph-overlapping-editions = {$date} には `{$document}` と `{$other}` の両方が有効です
    .label = 他方が有効なうちに施行されます
    .first = まだ有効です
    .note = どちらに拘束力があるのかが示されていません。
    .help = `{$document}` の冒頭に `supersedes {$other}` を加えるか、以前の版の最終日を `until` で示してください。

graph-reversed-period = 最終日 {$until} が初日 {$from} より前です
    .label = 有効になる日がありません
    .help = どちらかの日付を直してください。

graph-exception-elsewhere = 例外措置 `{$exception}` は `{$kind}` を対象としていますが、{$to} はこの種別に適用されません
    .label = この種別には適用されません
    .names = 例外措置の対象条項
    .help = 条項が適用される種別を書くか、この種別に適用される条項を書いてください。

graph-citation-superseded = `{$document}` が引用する `{$cited}` は、{$since} に `{$by}` に置き換えられています
    .label = 置き換えられた版です
    .successor = これに代わる版です
    .note = 引用の有無にかかわらず、{$date} には新しい版に拘束力があります。
    .help = 条項を `{$by}` と照合した上で、そちらを引用してください。

graph-citation-not-yet-in-force = `{$document}` が引用する `{$cited}` は、{$from} に施行されます
    .label = まだ施行されていません
    .note = {$date} の時点では、その条項に拘束力はありません。
    .help = 有効な版を引用するか、この文書の施行日をその日以後にしてください。

graph-citation-lapsed = `{$document}` が引用する `{$cited}` は、{$until} をもって失効しています
    .label = 後継の版がないまま失効しています
    .note = {$date} の時点では、その条項に拘束力はありません。
    .help = 引用を削除するか、その内容を引き継いだ文書を引用してください。

graph-none-in-force = {$date} に有効な `{$name}` の版がありません
    .note = 拘束する基準として指定されていますが、その規定は一つも判定されません。
    .help = マニフェストの `standards` か `as_of` を直すか、その日に有効だった版を加えてください。

graph-settings-differ = `${$parameter}` に、同じ階層の文書が異なる値を定めています
    .label = こちらの値と
    .first = こちらの値です
    .note = 最も下位の文書の定めが優先されますが、この二つには上下の別がありません。
    .help = 一方を削除するか、双方の下位にある文書で値を定めてください。

graph-setting-out-of-range = `${$parameter}` の値が、許された範囲にありません
    .label = 許されない値です
    .declared = 範囲はここで定められています
    .help = 範囲内の値を選んでください。

graph-parameter-unset = `${$parameter}` の値がどの文書にも定められていません
    .label = 下位の文書に委ねられています
    .used = ここで使われています
    .note = この値を必要とする判定は「不明」となり、合格にはなりません。
    .help = この文書に準拠する文書に `set {$standard} ${$parameter} = …` と書いてください。

# 関係図の文言

graph-state-in-force = 有効
graph-state-in-force-until = {$until} まで有効
graph-state-coming = {$from} から有効
graph-state-superseded = {$since} に {$by} へ置換え
graph-state-lapsed = {$until} をもって失効
graph-clauses = 条項数: {$count}

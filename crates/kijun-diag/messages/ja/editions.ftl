# 規程の二つの版の比較。

editions-title = { $old } → { $new }
editions-older = 旧版：{ $edition }　{ $title }
editions-newer = 新版：{ $edition }　{ $title }
editions-day = 下位の規程は、{ $day }時点で施行されているものです。
editions-nothing = 相違はありません。どの条項も、番号、求める内容、文言が変わっていません。
editions-in-common = 両者に共通する規程がありません
editions-known = 次の版があります：{ $editions }
editions-not-begun = 版の比較を行いませんでした。先に規則の誤りを直してください
editions-comma = 、

editions-pressing = 下位の規程で対応が必要なもの
editions-substantial = 求める内容の変更、新設、廃止
editions-wording = 番号、位置、文言のみの変更
editions-count = （{ $n }件）

editions-identity-new = 新設
editions-identity-repealed = 廃止
editions-identity-split = 分割
editions-identity-merged = 統合
editions-identity-regrouped = 再編
editions-identity-renumbered = 番号変更
editions-identity-same = 番号同じ
editions-identity-taken-over = 他の規程へ移管

editions-substance-stricter = 強化
editions-substance-weaker = 緩和
editions-substance-incomparable = 一部強化・一部緩和
editions-substance-undecided = 未判定
editions-substance-text-only = 文言のみ変更
editions-substance-equal = 求める内容は同じ
editions-substance-nothing = 文言のみ、変更なし

editions-known-number = 番号による
editions-known-was = `was` による
editions-known-text = 本文の一致のみによる。`was` で明示してください

editions-way-stricter = 強化
editions-way-weaker = 緩和
editions-way-other = 変更
editions-aspect-force = 拘束力
editions-aspect-scope = 対象
editions-aspect-strength = 強さ
editions-aspect-timeframe = 期間
editions-aspect-responsibility = 責任
editions-aspect-severity = 重大度
editions-aspect-exceptions = 例外措置
editions-moved = { $aspect }：{ $way }
editions-moved-said = { $aspect }：{ $way }（{ $before } → { $after }）
editions-unsaid = 定めなし

editions-field-title = 見出し
editions-field-text = 本文
editions-field-question = 設問
editions-field-fix = 是正方法
editions-field-of = { $field }（{ $lang }）

editions-lost = 求めなくなったもの：{ $source }
editions-gained = 新たに求めるもの：{ $source }
editions-undecided = 判定できなかったもの：{ $source }
editions-case-lost = 新版を満たすが、旧版の求めには反する例：
editions-case-gained = 旧版を満たしていたが、新版の求めには反する例：
editions-case-below = { $document } を満たすが、新版の求めには反する例：

editions-mark-numbers = 本文の数値が変わっています：{ $gone } → { $come }
editions-mark-firmness = 本文の拘束力の表現が変わっています：{ $gone } → { $come }
editions-mark-text-unmoved = 規則は変わりましたが、本文は変わっていません。どちらかが改正の趣旨に合っていません。
editions-mark-rule-unmoved = 本文の数値または拘束力の表現は変わりましたが、規則は変わっていません。どちらかが改正の趣旨に合っていません。
editions-force-must = 義務
editions-force-must-not = 禁止
editions-force-should = 推奨
editions-force-should-not = 非推奨
editions-force-may = 許容

editions-section = 他の節へ移動：{ $before } → { $after }
editions-no-section = なし
editions-hint-whole = { $clause } の番号変更かもしれません（語の{ $percent }%が一致）。そうであれば `was` を書いてください
editions-hint-part = 語の{ $percent }%が { $clause } と一致します。その一部かもしれません。そうであれば `was` を書いてください

editions-below-falls-short = 新版では不足
editions-below-cites-gone = 廃止された条項を引用
editions-below-not-covered = 対応する条項がまだない
editions-below-fell-short = 以前から不足
editions-below-undecided = 適合するかどうかは人の判断が必要
editions-below-excludes = 適用除外（理由の再確認が必要）
editions-below-conforms-now = 新版では適合
editions-below-recite = 引き続き適合（引用の書換えが必要）
editions-below-still-conforms = 引き続き適合
editions-below-of = { $document } { $clauses }：{ $status }
editions-below-none = { $document }：{ $status }

editions-naming-exception = 例外措置 { $name }
editions-naming-compensation = 例外措置 { $name } の代替措置
editions-naming-measure = 指標 { $name }
editions-naming-reference = { $name } からの参照
editions-named-by = 関連するもの：{ $names }

editions-total = 全{ $n }条項のうち、変更なし{ $unchanged }
editions-counted = { $name }{ $n }
editions-figures-identity = 変更のあった条項の異同：{ $counts }
editions-figures-substance = 求める内容：{ $counts }
editions-figures-words = 文言の変更{ $reworded }、節の移動{ $regrouped }
editions-figures-below = 下位の規程：{ $counts }

editions-unlike = 両側に共通する基準はありません。別の文書か、名前の変わった文書です。
editions-sheet-provisions = 規定
editions-column-provision = 規定
editions-column-identity = 異同
editions-column-substance = 求める内容
editions-column-known = 対応の根拠
editions-column-before = 旧版
editions-column-after = 新版
editions-column-title = 見出し
editions-column-moved = 変更点
editions-column-lost = 求めなくなったもの
editions-column-gained = 新たに求めるもの
editions-column-words = 文言
editions-column-marks = 注意
editions-column-below = 下位の規程
editions-column-named = 関連するもの

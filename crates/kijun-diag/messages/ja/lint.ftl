# 読めはするが、おそらく意図と違う基準。

lint-unexplained-allow = 許容の理由が書かれていません
    .label = 理由のない許容
    .help = 後ろに `because "…"` を書いてください。

lint-unguarded-optional = `{$field}` は無いことがありますが、あるかどうかを確かめていません
    .label = 無いときは判定できません
    .note = 無い項目は結果を「判定不能」にし、証跡の不足として指摘されます。
    .help = `where`、`when` または `and` で、先に `{$field} is present` を確かめてください。

lint-unknown-lint = `{$name}` という検査はありません
    .label = 何も許容しません
    .help = 検査の説明は `kijun explain lint/NAME` で読めます。一覧は手引きにあります。

lint-unused-allow = ここでは `{$name}` は何も見つけません
    .label = 不要な許容
    .help = この名前をコメントから除いてください。

# 言語として読めない文

did-you-mean = 「{$name}」の誤りではありませんか。

syntax-unexpected = ここに `{$found}` は書けません
    .label = ここには{$expected}が必要です
    .help = {$expected}を書くか、この部分を削除してください。

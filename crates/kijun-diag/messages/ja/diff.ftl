# 二つの監査、または二つの版の比較。

diff-unlike = `{ $edition }` は規程の版ですが、`{ $run }` は違います。監査記録を二つ、または版を二つ指定してください
diff-no-edition = `{ $edition }` という版はありません

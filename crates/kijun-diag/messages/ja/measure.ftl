# 規程が求める数値

measure-yes = はい
measure-no = いいえ
measure-part-unknown = 不明
measure-part-none = なし
measure-part-unknown-or-none = なし・不明

measure-goal-eq = { $bound }
measure-goal-ne = { $bound }以外
measure-goal-lt = { $bound }未満
measure-goal-le = { $bound }以下
measure-goal-gt = { $bound }超
measure-goal-ge = { $bound }以上

measure-aside = （{ $all }）
measure-and = 、
measure-left-out = 除外 { $n }
measure-left-out-because = 除外 { $n }：{ $why }
measure-not-known = 不明 { $n }
measure-partial = 読めない証拠あり

measure-finding-missed = { $figure }{ $aside }。目標（{ $goal }）を満たしていません
measure-finding-missed-anyhow = 不明な分がどうであっても、目標（{ $goal }）を満たしません{ $aside }
measure-finding-undecided = { $figure }{ $aside }。目標（{ $goal }）を満たしているかどうかは判断できません
measure-finding-unknown = 数値を定められません{ $aside }。目標（{ $goal }）を満たしているかどうかは判断できません
measure-finding-nothing = 評価できる対象がありません{ $aside }。目標は{ $goal }です
measure-finding-part = { $part }：{ $told }

audit-measures = 指標
measure-by = { $by }別
measure-parts = 内訳 { $n }件（--verbose で表示）
measure-parts-open = 内訳 { $n }件、うち未達・不明 { $open }件（--verbose で表示）
measure-no-value = 不明
measure-reached = 目標 { $target }：達成
measure-missed = 目標 { $target }：未達
measure-undecided = 目標 { $target }：判断不能
measure-nothing = 目標 { $target }：評価対象なし

explain-over = 対象
explain-except = 除外
explain-takes = 求める値
explain-target = 目標
explain-each = 内訳の目標
explain-owner = 責任者
explain-see = 関連条項

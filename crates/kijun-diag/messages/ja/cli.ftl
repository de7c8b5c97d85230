# コマンドの表示

diagnostic-note = 理由：
diagnostic-help = 対処：

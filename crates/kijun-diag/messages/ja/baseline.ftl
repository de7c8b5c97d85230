# A run held against a baseline.

baseline-against = 基準とする監査（{ $today }、{ $project }）との比較
baseline-counts = 新規 { $new }件、悪化 { $worse }件、比較不能 { $blind }件／既知 { $known }件／解消 { $resolved }件、確認できなくなったもの { $lost }件
baseline-not-shown = { $known ->
        [0] なくなったものは表示していません。-v で表示します
       *[other] { $today } の基準の監査で既知の { $known }件は表示していません。-v で、なくなったものとともに表示します
    }
baseline-new = 新規
baseline-worse = 悪化
baseline-not-comparable = 基準の監査では見えなかった事項についての指摘
baseline-known = 基準の監査で既知のもの
baseline-resolved = 解消したもの
baseline-lost = 確認できなくなったもの
baseline-elsewhere = 別の指摘に含まれるようになったもの
baseline-more = ほか { $n }件
baseline-doubt-project = 基準は別のプロジェクトの監査です：基準は `{ $baseline }`、今回は `{ $run }`
baseline-doubt-incomplete = 基準の監査には判定できなかった部分があります。今回「新規」とされるものが、実際には新しくないかもしれません
baseline-doubt-later = 基準の監査日が今回より後です：基準は { $baseline }、今回は { $run }
baseline-doubt-engine = 監査に使ったプログラムが違います：基準は { $baseline }、今回は { $run }
baseline-doubt-period = 監査対象期間が違います：基準は { $baseline }、今回は { $run }
baseline-doubt-as-of = 適用する版の基準日が違います：基準は { $baseline }、今回は { $run }
baseline-doubt-documents = 適用される規程が違います。基準のみ：{ $baseline }。今回のみ：{ $run }
baseline-doubt-statements = 効力のある規定が違います。基準のみ：{ $baseline }件。今回のみ：{ $run }件
baseline-doubt-exceptions = 基準では有効でなかった例外が有効になっています：{ $exceptions }
baseline-doubt-lighter = 結果は同じまま、基準より軽い区分になった指摘があります：{ $findings }
baseline-doubt-rule-files = 規程のファイルが基準と違います：{ $files }
baseline-doubt-manifest = マニフェストが基準と違います。証拠として何をどう読むかが変わっているかもしれません
baseline-doubt-kinds = 基準にあった種類の対象が、今回は一つもありません：{ $kinds }
baseline-doubt-subjects = 基準より対象が減っています：{ $kinds }
baseline-doubt-evidence-files = 基準で読んだ証拠のうち、今回読んでいないもの：{ $files }
baseline-nothing-common = 基準（`{ $baseline }`）と今回（`{ $run }`）に共通して適用される規程がなく、比較できません
baseline-accepts-nothing = --accept-worse は基準の記録を置き換えるためのものですが、-o は別のファイルを指しています
baseline-kept = `{ $path }` は基準の記録なので、書き換えませんでした。今回は基準に比べて新規 { $new }件、悪化 { $worse }件、比較不能 { $blind }件、確認できなくなったもの { $lost }件があります。改善するか、承知の上で受け入れるなら同じコマンドに --accept-worse を付けてください
baseline-kept-incomplete = `{ $path }` は基準の記録なので、書き換えませんでした。今回は判定できなかった部分があり、置き換えると欠けたものが以後は解消したことになります
baseline-accepted = 基準 `{ $path }` に受け入れました：新規 { $new }件、悪化 { $worse }件、比較不能 { $blind }件、確認できなくなったもの { $lost }件
baseline-kept-as-of = `{ $path }` は基準の記録なので、書き換えませんでした。--as-of は別の日に行ったものとして判定するため、置き換えるとその日に限る指摘まで以後は既知になります。-o で別のファイルを指定するか、承知の上なら --accept-worse を付けてください
baseline-accepted-as-of = 基準 `{ $path }` に受け入れました：{ $day } に行ったものとした監査

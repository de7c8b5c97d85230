# 監査記録の信頼性：入力の保存、検証、署名

keep-changed = 監査の実行中に{ $n }件のファイルが変更されました：{ $paths }。記録は保存していません。監査をやり直してください
keep-failed = `{ $path }` を保存できません：{ $why }。記録は保存していません

signed = 署名を `{ $path }` に保存しました
key-made = `{ $private }` と `{ $public }` を作成しました。前者を持つ者は署名できるため、他人に渡さず保管し、検証する者には後者を渡してください
key-exists = `{ $path }` は既に存在するため、上書きしません
key-unreadable = 鍵 `{ $path }` を読めません：{ $why }
key-too-large = ファイルでないか、鍵としては大きすぎます
key-not-pem = `{ $path }` は PEM 形式の鍵ではありません（`-----BEGIN` で始まっていません）
key-public-given = `{ $path }` は公開鍵です。署名には秘密鍵を指定してください
key-private-given = `{ $path }` は秘密鍵です。検証には公開鍵を指定してください。秘密鍵は他人に渡さないでください
key-encrypted = `{ $path }` はパスフレーズで保護されており、利用できません。署名の間だけ保護を外してください（`openssl pkey`）
key-other-kind = `{ $path }` は Ed25519 の鍵ではありません：{ $kind }
key-broken = `{ $path }` は壊れた鍵です
key-no-randomness = 鍵の作成に必要な乱数をシステムから取得できません

verify-no-folder = `{ $path }` はフォルダではありません

verify-part-canonical = 形式
verify-part-schema = 版
verify-part-consistent = 数値
verify-part-inputs = 入力
verify-part-chain = 前回の監査
verify-part-signature = 署名
verify-part-again = 再監査

verify-verdict-holds = 問題ありません
verify-verdict-differs = 相違があります
verify-verdict-unchecked = 確認できませんでした
verify-verdict-not-asked = 確認していません

verify-whole-holds = 確認した事項はすべて記録のとおりです。
verify-whole-differs = 記録の内容に相違があります。
verify-whole-unchecked = 確認した事項に相違はありませんが、確認できなかった事項があります。

verify-more = ほか{ $n }件（--format json ですべて出力）

verify-told-not-read = 監査記録として読めないため、確認していません
verify-told-not-json = JSON ではありません
verify-told-not-canonical = { $line }行目以降が kijun の出力する形式と異なります（編集されたか、別のソフトウェアで作成されたものです）
verify-told-layout-only = 体裁のみ確認し、項目の順序は確認していません

verify-told-schema-current = { $found }
verify-told-schema-earlier = { $found }（{ $current } より前の版）
verify-told-schema-unknown = `{ $found }` は未知の版です（対応する版は `{ $current }`）
verify-told-not-a-record = 監査記録ではありません：{ $why }
verify-told-contradiction = 記録の内容が矛盾しています：{ $why }

verify-told-inputs-counted = { $n ->
        [0] 記録に入力ファイルの記載がありません
       *[other] { $n }件のうち{ $there }件が保存されており、変更されていません
    }
verify-told-input-missing = { $path }：見つかりません
    当時 { $before }（{ $bytes }バイト）
verify-told-input-changed = { $path }：変更されています（{ $at }）
    当時 { $before }（{ $bytes }バイト）
    現在 { $after }（{ $bytes-now }バイト）

verify-told-chain-none = 記録に前回の監査の記載がありません
verify-told-chain-first = それより前の監査はありません
verify-told-chain-link = { $project }（{ $start } から { $end } まで）、変更なし：{ $before }
verify-told-chain-goes-on = それより前の { $project } の記録は見つからないため、確認していません：{ $before }
verify-told-chain-missing = { $project } の記録が見つかりません。--previous で指定してください：{ $before }
verify-told-chain-changed = { $project } の記録が変更されています（{ $at }）
    当時 { $before }
    現在 { $after }
verify-told-chain-unread = { $project } の記録はありますが、読めません：{ $before }
verify-told-chain-not-an-input = { $project } を前回の監査としていますが、入力にその記録がありません：{ $before }
verify-told-chain-named-otherwise = { $project } とされている記録の監査名又は対象期間が異なります：{ $before }
verify-told-chain-not-earlier = 前回の監査が今回より前のものではありません：前回 { $before }、今回 { $after }
verify-told-chain-stranger = `{ $path }` は前回以前の監査の記録ではありません：{ $after }
verify-told-chain-given-unread = `{ $path }` を読めません

verify-told-signature-none = 署名は見当たりません
verify-told-signature-no-key = 署名があります。検証するには --key で公開鍵を指定してください
verify-told-signature-missing = 署名 `{ $path }` がないか、読めません
verify-told-signature-holds = この鍵による、このファイルの署名です
verify-told-signature-length = 署名ではありません（{ $n }バイト。署名は64バイトです）
verify-told-signature-differs = この鍵による、このファイルの署名ではありません（別の鍵によるものか、内容が変更されています）

verify-told-again-gone = { $n }件のファイルが見つからないため、再監査できません：{ $first }
verify-told-again-not-begun = 規程又は設定に誤りがあり、この入力では監査を開始できません
verify-told-again-results = 異なる結果：{ $of }件のうち{ $n }件
verify-told-again-findings = 異なる指摘：{ $n }件（{ $first }）
verify-told-again-fields = 記録のうち異なる部分：{ $fields }
verify-told-again-engine = kijun の版：当時 { $before }、現在 { $after }

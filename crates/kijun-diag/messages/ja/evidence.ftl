# マニフェストと、システムや人に関する記録

manifest-syntax = マニフェストをYAMLとして読めません: {$detail}
    .label = ここまでしか読めませんでした
    .help = マニフェストは、タブ文字とタグを使わず、空白で字下げした一つのYAML文書として書いてください。

manifest-unknown-key = マニフェストのこの場所に `{$name}` という項目はありません
    .label = 不明な項目名
    .note = 読まれない項目は、効き目のない設定になってしまいます。
    .help = 次のいずれかを書いてください: {$known}

manifest-duplicate-key = `{$name}` が二度書かれています
    .label = 二度目
    .first = 一度目
    .help = どちらか一方だけを残してください。

manifest-missing-key = `{$name}` がありません
    .label = この中に `{$name}` が必要です
    .help = `{$name}` を追加してください。

manifest-wrong-type = ここには{$found}ではなく{$expected}が必要です
    .label = {$found}
    .help = {$expected}を書いてください。文字列として扱う数字や語は引用符で囲みます。

manifest-unknown-word = `{$word}` はここでは意味を持ちません
    .label = 不明な語
    .help = 次のいずれかを書いてください: {$known}

manifest-not-a-date = `{$found}` は日付ではありません
    .label = 暦にない日付、または書式の誤り
    .help = `2011-04-01` のように「年-月-日」で書いてください。

manifest-version = バージョン `{$found}` のマニフェストには対応していません
    .label = このプログラムが読めるのは `1` です
    .help = `kijun: 1` と書くか、新しいバージョンのプログラムを使ってください。

manifest-empty-period = 対象期間の終わりが始まりより前になっています
    .label = 最終日
    .start = 初日
    .help = 二つの日付を入れ替えるか、誤っている方を直してください。

manifest-limit-range = 上限 `{$name}` にこの値は指定できません
    .label = {$least} 以上 {$most} 以下ではありません
    .help = {$least} から {$most} までの数を書いてください。

manifest-invalid = マニフェストを解釈できません: {$detail}
    .label = ここ
    .help = この値を直してください。

manifest-unknown-kind = `{$name}` という種類はどの語彙にもありません
    .label = 不明な種類
    .help = 規則で宣言された種類の名前を書くか、語彙のファイルを `rules` に加えてください。

manifest-unknown-field = `{$kind}` に `{$name}` という項目はありません
    .label = 不明な項目
    .help = `{$kind}` の項目名を書いてください。

manifest-field-type = 項目 `{$name}` はここでは使えません
    .label = {$expected}である必要があります
    .declared = ここで宣言されています
    .help = {$expected}である項目を指定してください。

manifest-bad-constant = `{$value}` は{$expected}ではありません
    .label = 項目 `{$name}` には入れられません
    .declared = ここで宣言されています
    .help = 証跡に書くのと同じ形で{$expected}を書いてください。

manifest-filled-twice = 項目 `{$name}` に二通りの方法で値が入ります
    .label = ここで再び値が入ります
    .help = パスからの取り出し、`entry`、`constants` のうち一つだけを使ってください。

manifest-bad-pattern = `{$pattern}` はファイルのパターンではありません（{$reason}）
    .label = {$reason}
    .help = `*`、`?`、フォルダーを表す `**`、{"`{id}`"} のような取り出しを使ってパスを書いてください。

manifest-outside = `{$pattern}` はプロジェクトのフォルダーの外を指しています
    .label = 証跡にできるのはフォルダーの中のファイルだけです
    .note = 外のファイルに頼ると、同じ監査を誰も再現できなくなります。
    .help = `..` を使わず、マニフェストからの相対パスで書いてください。

manifest-unknown-format = `{$pattern}` の形式が分かりません
    .label = 拡張子から判断できません
    .help = `format` に `yaml`、`json`、`jsonl`、`csv`、`xlsx`、`markdown` のいずれかを指定してください。

manifest-not-for-format = {$format} では `{$name}` に意味がありません
    .label = { $name ->
        [header] 見出し行があるのは表だけです
        [sheet] シートがあるのはブックだけです
        [encoding] ブックは文字コードを自ら示します
       *[records] {$format} では記録の位置が決まっています
    }
    .help = `{$name}` を削除してください。

manifest-join-alone = `{$kind}` の結合先がありません
    .label = この証跡は、ほかの証跡の対象に値を加えるだけです
    .help = `join` のない `{$kind}` の証跡を加えるか、ここの `join` を削除してください。

manifest-unknown-expectation = `{$name}` はパターンでも種類でも規定でもありません
    .label = この名前のものはありません
    .note = 存在しないものについての想定は、見つけたかった空白を隠してしまいます。
    .help = `evidence` に書いたとおりのパターン、種類の名前、または `standard:clause#label` を書いてください。

manifest-unknown-unit = 項目 `{$name}` を持つ種類はありません
    .label = 不明な項目
    .note = このままでは、担当する部署が指摘に示されません。
    .help = 対象の担当部署を示す項目の名前を書くか、`unit` を除いてください。

manifest-unknown-tier = 階層 `{$name}` の規程はありません
    .label = 不明な階層
    .note = このままでは、`levels` のこの行はどの指摘にも当てはまらず、指摘の区分が変わります。
    .help = 規程に書かれた階層の名前を書いてください。

manifest-unknown-lint = `{$name}` という検査も、検査の分類もありません
    .label = 不明な検査
    .help = 検査とその分類は `kijun lint --list` で一覧できます。

manifest-unknown-statement = `{$name}` という遵守事項はどの規程にもありません
    .label = 該当する条項がありません
    .help = `standard:clause#label`、または条項全体を指す `standard:clause` の形で書いてください。

manifest-no-source = `{$kind}` の証跡がありません
    .label = 一件も得られません
    .help = `evidence` に種類 `{$kind}` の証跡を加えるか、`expect_empty` に挙げてください。

manifest-duplicate-sample = 標本 `{$name}` は既にあります
    .label = 同じ名前です
    .first = 最初の標本
    .help = 標本ごとに別の名前を付けてください。

manifest-empty-value = `{$name}` が空です
    .label = 何も書かれていません
    .help = 内容を書いてください。これがなければ抽出できません。

manifest-mixed-kinds = `{$statement}` の対象は `{$kind}` ですが、これより前の遵守事項の対象は `{$first}` です
    .label = 種類が異なります
    .note = 一つの標本の候補は一種類です。そうでなければ割合が意味を持ちません。
    .help = 種類ごとに標本を分けてください。

manifest-sample-size = `{$found}` では、層から何件抽出するかが決まりません
    .label = 割合でも件数でもないか、一件も抽出されません
    .help = 割合（`10%`）または件数（`3`）を書いてください。0 とするときは `at_least` が要ります。

evidence-no-file = `{$pattern}` に合うファイルがありません
    .label = 何も見つかりません
    .note = 証跡がないことを、問題がないことと取り違えてはなりません。
    .help = パターンを直すか、ファイルを置くか、パターンを `expect_empty` に加えてください。

evidence-not-a-file = `{$path}` はファイルではなく{$found}です
    .label = 証跡と同じ形の名前です
    .help = 取り除くか、これに合わないパターンを書いてください。

evidence-bad-link = リンク `{$path}` はたどれません（{$reason}）
    .label = {$reason}
    .help = ファイルそのものをプロジェクトのフォルダーに置いてください。

evidence-unreadable = `{$path}` を読めません: {$detail}
    .label = 読めませんでした
    .help = ファイルがあり、読み取りが許可されていることを確かめてください。

evidence-encoding = このファイルの文字コードは{$expected}ではなく{$found}です
    .label = {$expected}でない最初の箇所
    .help = { $remedy ->
        [name] マニフェストのこの証跡に `encoding: {$name}` と書いてください。
        [leave] マニフェストのこの証跡から `encoding` を削除してください。
       *[convert] ファイルをUTF-8に変換してください（例: `iconv -f {$found} -t UTF-8`）。
    }

evidence-undecodable = {$encoding}の文字として読めないバイト列です
    .label = 読めない最初の箇所
    .note = 先を読むには、ここに何が書かれていたかを推測しなければなりません。
    .help = ファイルか、マニフェストのこの証跡の `encoding` を直してください。この箇所より後は読んでいません。

evidence-binary = このファイルはテキストではありません
    .label = テキストとして読めない最初の箇所
    .help = 証跡をUTF-8のテキストで書くか、このファイルに合わないパターンを書いてください。

evidence-limit = 上限 `{$name}`（{$most}）を超えています
    .label = 大きすぎます
    .help = ファイルを分けるか、マニフェストの `limits.{$name}` を上げてください。

evidence-syntax = {$format} として読めません: {$detail}
    .label = ここまでしか読めませんでした
    .help = ファイルを直してください。ここから後は読まれていません。

evidence-yaml-feature = YAMLの証跡では{$feature}を使えません
    .label = 読めません
    .help = 値をそのまま書き下してください。

evidence-duplicate-key = 一つの記録に `{$name}` が二度書かれています
    .label = 二度目
    .first = 一度目
    .note = 一つの名前に値が二つあると、どちらも証跡になりません。
    .help = 正しい方だけを残してください。

evidence-duplicate-column = `{$name}` という列が二つあります
    .label = 二度目
    .first = 一度目
    .help = どちらかの列名を変えてください。

evidence-ragged-row = この行のセルは {$found} 個ですが、見出しは {$expected} 個です
    .label = 読み飛ばしました
    .note = コンマが一つ多い、または足りないだけで、その後の値がすべてずれます。
    .help = 行を直してください。コンマを含む値は引用符で囲みます。

evidence-no-header = 見出しとなる{$row}行目がありません
    .label = この表
    .note = 行は空行も含めて1から数えます。見出し行は列の名前を示す行で、空ではありません。
    .help = マニフェストの `header` を直すか、省いてください。省けば、キーの列名がある最初の行を見出しとします。

evidence-not-a-workbook = 読めるブックではありません: { $found ->
        [old] XLSXより前のバイナリ形式です
        [encrypted] パスワードで保護されています
        [archive] ブック以外のものを収めたアーカイブです
       *[other] ブックはアーカイブのはずですが、そうではありません
    }
    .label = ファイルの先頭
    .help = { $found ->
        [encrypted] パスワードを外すか、パスワードのない写しを保存してください。
       *[other] 表をXLSXかCSVで保存するか、このファイルに合わないパターンを書いてください。
    }

evidence-unknown-sheet = ブックにシート `{$name}` がありません
    .label = このブック
    .help = ブックにあるシートの名前を書いてください: {$known}

evidence-error-cell = `{$path}` の数式の結果が{$found}です
    .label = {$found}
    .note = 失敗した数式が何を表すはずだったかは、誰にも分かりません。
    .help = 数式を直すか、値そのものを書いてください。値がないことは空のセルで示します。

evidence-unclosed-front-matter = この文書のフロントマターに終わりがありません
    .label = ここから始まっています
    .help = 項目の後に `---` だけの行を書いてください。項目のない文書は、その行から始めません。

evidence-unclosed-quote = 引用符で囲んだセルが閉じていません
    .label = ここから始まっています
    .help = 閉じる `"` を加えてください。セルの中の引用符は二つ重ねて書きます。

evidence-no-records = {$path}に記録がありません
    .label = 記録が見つかりません
    .help = { $format ->
        [csv] 列の名前の行を書くか、ファイルをパターンから外してください。記録がない場合はその行だけを書きます。
        [lines] 一行に一つずつ記録を書くか、ファイルをパターンから外してください。記録がない場合は `[]` と書きます。
       *[tree] マニフェストの `records` を直すか、ファイルをパターンから外してください。空の一覧は `[]` と書きます。
    }

evidence-not-a-record = ここには{$found}ではなく、名前と値からなる記録が必要です
    .label = {$found}
    .help = 名前と値を書くか、記録のある場所をマニフェストの `records` で示してください。

evidence-wrong-type = `{$path}` は{$found}ではなく{$expected}でなければなりません
    .label = {$expected}ではありません
    .declared = ここで宣言されています
    .help = {$hint}

evidence-unknown-member = `{$found}` は `{$path}` の値にありません
    .label = 不明な値
    .declared = ここで宣言されています
    .help = 次のいずれかを書いてください: {$known}。または、この表記を列挙型に `from` で加えてください。

evidence-from-name-nowhere = `{$path}` には `{$name}` という名前がありません
    .label = この名前はどの記録にもありません
    .note = 名前を誤ると、その項目は正しく空欄であるかのように読まれてしまいます。
    .help = 名前を直すか、マニフェストから除いてください。実際にある名前：{$known}

evidence-near-name = `{$name}` はどの項目にも読まれず、`{$field}` がありません
    .label = `{$field}` の誤りではありませんか
    .declared = 値のない項目
    .help = 名前を直すか、マニフェストの `from` でこの名前を項目に対応づけてください。

evidence-conflict = `{$field}` がここでは `{$here}`、別の場所では `{$there}` です
    .label = `{$here}`
    .other = `{$there}`
    .note = 食い違う二つの値は、どちらも証跡になりません。
    .help = 誤っている方を直してください。

evidence-missing-key = { $where ->
        [record] この記録
       *[header] この見出し行
    }には、`{$kind}` を識別する `{$field}` がありません
    .label = { $where ->
        [separator] 一つの列になっています
       *[record] 読み飛ばしました
    }
    .declared = キーはここで宣言されています
    .help = { $where ->
        [separator] セルはコンマで区切ってください。CSVではセミコロンやタブは区切りになりません。
       *[record] `{$field}` を加えるか、この証跡での名前をマニフェストの `from` に書いてください。
    }

evidence-joined-twice = キー `{$key}` の `{$kind}` に結合する記録が二つあります
    .label = 二つ目
    .first = 一つ目
    .note = どちらが正しいかは分からないため、どちらも使いません。これを必要とする遵守事項は判定できません。
    .help = どちらかを削除するか、リスト型の項目を `at` に指定して結合してください。

evidence-key-collision = キー `{$key}` の `{$kind}` が二つあります
    .label = 二つ目（読み飛ばしました）
    .first = 一つ目（残しました）
    .note = どちらが正しいかは分かりません。この種類は、すべてを読めたとはみなされません。
    .help = どちらかを削除するか、キーを直すか、二つ目の証跡を `join` で結合してください。

evidence-joined-to-nothing = キー `{$key}` の `{$kind}` はありません
    .label = 結合先がありません
    .help = ここのキーを直すか、足りない `{$kind}` をその証跡に加えてください。

evidence-more = このファイルにはほかに {$count} 件あります
    .label = 次の一件
    .help = まず上の問題を直すか、`limits.diagnostics` を上げてください。

evidence-dangling-reference = キーが `{$key}` の `{$kind}` はありません
    .label = { $n ->
        [1] ここで参照しています
       *[other] ここをはじめ {$n} か所で参照しています
    }
    .note = これを結び付ける判定は、該当なしまたは不明になります。
    .help = キーを直すか、`{$kind}` の証跡に加えてください。

evidence-unknown-question = `{$statement}` という点検項目は、施行中のどの規程にもありません
    .label = ここで回答しています
    .note = 問いのない回答は数えられず、本来の点検項目には回答がないものと扱われることがあります。
    .help = 点検項目を `standard:clause#label` の形で、版を付けずに書いてください。

evidence-unknown-role = `{$found}` という役割は規程にありません
    .label = 項目 `{$field}` の値
    .note = このままでは責任者として扱われず、兼務できない役割かどうかも確かめられません。
    .help = 役割の名前または標題を書くか、`role` で役割を宣言してください。

evidence-cyclic-units = 上位の組織をたどると循環しています：{$circle}
    .label = 上位の組織
    .note = これらの組織は、上位の組織がないものとして扱います。
    .help = いずれかの上位の組織を直してください。

word-manifest-empty = 何も書かれていません

word-found-null = 空の値
word-found-bool = `true` または `false`
word-found-number = 数
word-found-text = 文字列
word-found-list = 一覧
word-found-record = 名前と値の組
word-found-malformed = 使えない値
word-top-of-file = ファイルの先頭
word-found-folder = フォルダー
word-found-special-file = ファイルでもフォルダーでもないもの
word-found-name-not-unicode = 名前がUnicodeでないもの

word-type-bool = `true` または `false`
word-type-int = 整数
word-type-count = 0以上の整数
word-type-number = 数
word-type-text = 文字列
word-type-ref = 対象のキー
word-type-date = 日付
word-type-datetime = 日時
word-type-duration = 期間
word-type-business-days = 営業日数
word-type-version = バージョン
word-type-size = サイズ
word-type-percent = 百分率
word-type-ip = IPアドレスまたはネットワーク
word-type-enum = 列挙型の値
word-type-list = 一覧
word-type-map = 名前と値の対応表
word-type-record = 記録
word-type-list-of-records = 記録の一覧
word-type-scalar = 単独の値
word-type-roles = 文字列、列挙型、またはそれらの一覧

word-hint-declared = ここの値か、宣言された型を直してください。
word-hint-bool = `true` または `false` と書いてください。`yes` や `off` などは文字列です。
word-hint-quoted-number = 引用符を外してください。引用符で囲んだ数は文字列です。
word-hint-grouping = 桁区切りのコンマは `1,200` のように3桁ごとに入れるか、なしで書いてください。
word-hint-whole-number = 小数部のない数を書くか、項目を `number` と宣言してください。
word-hint-date = `2011-04-01`、`2011/4/1`、`平成23年4月1日`、`H23.4.1` のように、年・月・日の順に書いてください。
word-hint-date-short-year = 年は4桁で書くか、`H23.4.1` のように元号を付けてください。`11` だけでは、どの世紀・元号の年か、日なのかが決まりません。
word-hint-date-year-last = `2011-04-01` のように年から書いてください。年が最後にあると、月と日を区別できません。
word-hint-date-none = 暦にある日を書いてください。
word-hint-era-reiwa = その元号にある日を書いてください。令和は令和元年5月1日（2019-05-01）からです。
word-hint-era-heisei = その元号にある日を書いてください。平成は平成元年1月8日（1989-01-08）から平成31年4月30日（2019-04-30）までです。
word-hint-era-showa = その元号にある日を書いてください。昭和は昭和元年12月25日（1926-12-25）から昭和64年1月7日（1989-01-07）までです。
word-hint-era-taisho = その元号にある日を書いてください。大正は大正元年7月30日（1912-07-30）から大正15年12月25日（1926-12-25）までです。
word-hint-era-meiji = その元号にある日を書いてください。明治は、現行の暦になった明治6年1月1日（1873-01-01）から明治45年7月30日（1912-07-30）までを読みます。
word-hint-datetime = `2011-04-01T09:30` や `平成23年4月1日 9時30分` のように、日付と、時差を付けない現地時刻を書いてください。
word-hint-duration = `6か月`、`2年3か月`、`30 days`、`P30D` のように、量と単位を書いてください。
word-hint-months = 6か月の間は `6か月` と書いてください。`6月` は暦の月です。
word-hint-business-days = `5営業日` や `5 business days` のように、営業日の数を書いてください。
word-hint-size = `10 GiB` や `512 B` のように、量と単位を書いてください。
word-hint-percent = `%` を付けてください。`0.9` だけでは `0.9%` とも `90%` とも読めます。
word-hint-csv-list = 一覧はYAMLかJSONに書くか、別のCSVに分けて `join` で結合してください。

word-merge-of-no-map = 対応表でないものへの `<<`
word-merge-of-records = 記録の並びの中の `<<`
word-tag = タグ
word-key-not-scalar = 単なる文字列でない名前
word-alias-to-itself = 自分自身を指すエイリアス

word-link-broken = リンク先がありません
word-link-leaves = プロジェクトのフォルダーの外に出ます
word-link-circle = 循環しています

word-pattern-empty = 空です
word-pattern-backslash = フォルダーの区切りは `/` です
word-pattern-empty-name = 空の名前が含まれています
word-pattern-stars = `**` はフォルダー全体にだけ使えます
word-pattern-open-brace = 波括弧の対がありません
word-pattern-empty-capture = 取り出しに名前がありません
word-pattern-capture-twice = 同じ名前の取り出しが二つあります
word-pattern-too-long = 長すぎます
evidence-unknown-finding = 前回の監査（`{ $project }`）に `{ $id }` という指摘はありません
    .label = この指摘番号
    .note = どの指摘への回答か分からないため、フォローアップに使えません。
    .help = 前回の監査記録にある指摘番号（`F-` と16進数12桁）を書いてください。

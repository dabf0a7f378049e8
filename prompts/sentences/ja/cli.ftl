# コマンドが言う文。

# 途中経過
progress-bundled = ガイドを読み込んでいます
progress-index = 検索の準備をしています
progress-replan = お知らせの予定を数え直しています
progress-reading = ファイルを読んでいます
progress-bench = 測っています

# うまくいかないとき
usage-wrong = 使い方が違うようです: { $problem }
    使い方は { $command } --help で見られます。
usage-no-such-command = 「{ $name }」というコマンドはありません。
usage-no-such-option = 「{ $name }」というオプションはありません。
usage-missing = 「{ $name }」が足りません。
usage-needs-value = 「{ $name }」には値が要ります。
usage-takes-no-value = 「{ $name }」に値は付けられません。
usage-wrong-value = 「{ $name }」の値を使えません。
error-data-file = プログラムに付属するデータに誤りがあります: { $problem }
error-dependency = { $dependency } が使えませんでした（{ $reason }）。minori doctor で状態をご確認ください。
error-unexpected = 思いがけない不具合が起きました（{ $kind }）。minori doctor で状態をご確認のうえ、続くようでしたら管理者にお知らせください。
ask-one-of-two = 質問を一つ書くか、--file でファイルを指定してください（どちらか一方）。例: minori ask "展示会のあと何をすればよいですか"
ask-file-unreadable = 「{ $file }」を読めません。UTF-8 の JSON Lines ファイルかどうかをご確認ください。
ask-file-line = 「{ $file }」の { $line } 行目を使えません。一行に一つ、{ "{" }"q": "質問"{ "}" } の形で書いてください。何も実行していません。
ask-file-line-too-long = 「{ $file }」の { $line } 行目の質問が長すぎます。{ $limit } 文字以内にまとめてください。何も実行していません。
ask-how-to-hand-over = コーディネーターに相談するには、--hand-over を付けてもう一度お尋ねください。
bench-file-unreadable = 「{ $file }」を読めません。UTF-8 の JSON Lines ファイルかどうかをご確認ください。
bench-file-line = 「{ $file }」の { $line } 行目を使えません。必要な項目: { $names }
bench-file-empty = 「{ $file }」には一行もありません。
bench-retrieval-heading = 文章 { $passages } 件、質問 { $questions } 件

# 会話
chat-welcome = Minori（実り）です。{ $guides } 件のガイドから、引用を確かめながらお答えします。
    知りたいことを、ふだんの言葉でお書きください。例: 展示会で名刺をもらったあと、何をすればいい？
    /使い方 で使い方、/終了 で終わります。
chat-prompt = 質問>
chat-writing = ガイドを調べています。言語モデルの文は、引用と照らし合わせたものから順にお示しします。
chat-help = そのまま書く … 質問する（前の質問の続きもわかります）
    番号（1、2 …） … 「続けて確かめられること」を尋ねる
    /原文 1 … 出典 [1] の原文を、前後と一緒に見る
    /相談 … 直前の質問をコーディネーターに引き継ぐ
    /終了 … 終わる
chat-how-to-open = 原文を見るには /原文 と番号を入力してください。
chat-how-to-hand-over = コーディネーターに相談するには /相談 と入力してください。
chat-no-such-source = その番号の出典はありません。回答の「出典」にある番号をお使いください。
chat-unknown-command = 「{ $command }」という指示はありません。/使い方 をご覧ください。
chat-goodbye = ありがとうございました。

# ガイド
guides-list-empty = ガイドはまだ入っていません。minori guides add ファイル名 で入れられます。
guides-list-line = 引用できる箇所 { $passages }、これまでの版 { $releases }
guides-rolled-back = 「{ $title }」（{ $guide }）を第 { $number } 版（{ $edition }）に戻しました。これからはこの版を引用します。
guides-retired = 「{ $title }」（{ $guide }）の引用をやめました。何も消していません。minori guides rollback { $guide } で元に戻せます。
guides-one-file-only = { $option } はファイル一つのときだけ使えます（今回は { $count } 件でした）。
guides-no-files = 読めるファイルが見つかりませんでした: { $paths }
guides-no-such-file = 「{ $path }」が見つかりません。名前と場所をご確認ください。
guides-left-out = 読める形式ではないため、次のファイルは読みませんでした: { $files }
guides-file-unreadable = 「{ $path }」を開けません（{ $reason }）。

# 点検
check-all-well = 付属のデータに問題はありません。
doctor-settings = 設定: { $settings }
doctor-disk = データの置き場所: { $path }（空き { $megabytes } MB）
doctor-disk-advice = 空きが少なくなっています。不要なファイルを片づけるか、MINORI_DATA_DIR で別の場所を指定してください。
doctor-database = データベース: 問題ありません
doctor-database-closed = データベースを開けません（{ $reason }）
doctor-database-advice = minori restore で、バックアップから戻せます。置き場所の空きと書き込みの許可もご確認ください。
doctor-guides = ガイド: 引用中 { $cited } 件、引用をやめたもの { $retired } 件
doctor-guides-advice = minori guides add ファイル名 でガイドを入れてください。
doctor-expired = 有効期限を過ぎたガイド: { $guides }
doctor-handed-over = コーディネーターを待っている質問: { $count } 件
doctor-indexes = 検索: 問題ありません（{ $passages } 件）
doctor-indexes-remade = 検索: 作り直しました（{ $passages } 件）
doctor-indexes-in-use = 検索: ほかの minori が使っています
doctor-indexes-broken = 検索を準備できません（{ $reason }）
doctor-indexes-advice = データの置き場所にある indexes フォルダーを消してから、もう一度お試しください。データベースから作り直されます。
doctor-embedder-advice = MINORI_EMBEDDER の設定をご確認ください（{ $embedder }）。言葉による検索だけでお答えしています。
doctor-guard = ファイルを読むときの制限: すべて働いています
doctor-guard-missing = ファイルを読むときの制限のうち、この環境で使えないもの: { $limits }
doctor-guard-advice = 出所の確かなファイルだけを入れてください。
doctor-no-model = 言語モデル: 使っていません（なくてもすべて動きます）
doctor-model = 言語モデル: { $model }
doctor-model-advice = 言語モデルなしでも、すべての機能が動きます。

# バックアップ
backup-made = バックアップを作りました: { $path }（ガイド { $guides } 件、質問 { $questions } 件、{ $kilobytes } KB）
restore-done = バックアップから戻しました（ガイド { $guides } 件、質問 { $questions } 件）。
restore-erased-again = バックアップのあとに削除されていた棚卸しとカードを、もう一度削除しました（{ $count } 件）。
restore-kept-aside = 前のデータは { $path } に残してあります。

# 試すためのページ
demo-page = ページは { $url } です（止めるには Ctrl-C）。Minori がガイドを読み終えるまで、少しお待ちください。
demo-ready = 準備ができました。{ $url } で Minori に尋ねてみてください。
demo-stopped = 終わりました。会話は残してあります。
demo-port-taken = ポート { $port } はほかのプログラムが使っています。--port で別の番号をご指定ください。
demo-running-already = Minori は、このデータの場所ですでに動いています。前に開いたページをお使いいただくか、そちらを止めてから始めてください。

# チャットでガイドを入れる・見直すときの文。

# ファイルを受け取ったとき
proposal-read = 「{ $file }」を読みました
proposal-would-be-new = 公開すると、「{ $title }」が新しいガイドになります。まだ何も変えていません。
proposal-would-be-edition = 公開すると、「{ $title }」の今の版に代わって引用されます。まだ何も変えていません。
proposal-older = ご注意ください。今の版より前の日付の版です。
proposal-edition-unknown = 版の日付が分からないため、入れた日（{ $date }）としました。ファイルの冒頭に「edition: 2026-04-01」のように書いて送り直していただければ、その日付になります。
proposal-edition-unknown-here = 版の日付が分からないため、入れた日（{ $date }）としました。
proposal-replaces-bundled = はじめから入っている「{ $title }」に代わって引用されます。別のガイドでしたら、ファイルの冒頭に「id:」で違う名前を書いて送り直してください。
proposal-replaces-bundled-here = はじめから入っている「{ $title }」に代わって引用されます。別のガイドでしたら、ファイルの名前を変えて送り直してください。
proposal-same-title = 同じ題名の「{ $title }」も引用されています。その新しい版でしたら、ファイルの冒頭に「id: { $guide }」と書いて送り直してください。
proposal-same-title-here = 同じ題名の「{ $title }」も引用されています。これがその新しい版でしたら、古い方は、公開のあとにホームの一覧で「引用をやめる」を押してください。
proposal-no-id = ファイル名から id を決められません。ファイルの冒頭に「id:」で名前を書いて、送り直してください。
proposal-no-id-here = ファイルの名前からガイドの名前を決められません。文字か数字の入った名前に変えて、送り直してください。
proposal-refused = 「{ $file }」は、まだガイドにできませんでした。
proposal-pages = { $count } ページ
proposal-passages = { $count } か所
proposal-samples = 引用するときは、このようにお見せします
fact-pages = ページ数
fact-passages = 引用できる箇所
fact-replaces = 置き換わる版
fact-audience = お見せする方
audience-public = どなたでも
offer-publish = 公開
offer-publish-plan = まちの計画として公開
offer-put-away = やめる
proposal-publish-confirm = 「{ $title }」を公開し、今後の回答で引用します。よろしいでしょうか。
proposal-publish-plan-confirm = 「{ $title }」をまちの計画として公開します。今後の回答で引用し、各社の技術と見比べるときにも使います。よろしいでしょうか。
fact-kind = 種類
guides-kind-plan = まちの計画
proposal-published = 「{ $title }」（{ $edition } 版）を公開しました。{ $count } か所を、今からの回答で引用します。
proposal-published-undated = 「{ $title }」を公開しました。{ $count } か所を、今からの回答で引用します。
offer-undo = 元に戻す
proposal-undo-confirm = 「{ $title }」を公開する前の状態に戻します。よろしいでしょうか。
proposal-undone = 「{ $file }」を公開する前の状態に戻しました。
proposal-put_away = 「{ $file }」は公開しませんでした。読み取った内容は残していません。
proposal-waiting = 「{ $file }」はまだ公開していません。
proposal-changed-since = 「{ $title }」はその後に変わっているため、そのままにしました。ホームのガイドの一覧からお選びください。
proposal-unknown = このファイルの記録が見つかりませんでした。お手数ですが、もう一度お送りください。
proposal-in-private = ありがとうございます。ほかの方もいらっしゃる場所ですので、ガイドのファイルは、私との直接の会話にお送りいただけますか。

# 管理者でない方が送ったとき
guides-only-admins = ファイルをお送りいただき、ありがとうございます。ガイドを入れられるのは管理者の方です。{ $admins }さんに、このファイルをお渡しいただけますか。
guides-no-admin-yet = ファイルをお送りいただき、ありがとうございます。ガイドを入れられるのは管理者の方ですが、まだ決まっていません。Minori を設置した方にお伝えください。
guides-only-admins-press = 恐れ入りますが、ガイドを変えられるのは管理者の方だけです。
guides-file-gone = 「{ $file }」を受け取れませんでした。お手数ですが、もう一度お送りください。
guides-file-too-large = 「{ $file }」は大きすぎて受け取れませんでした（上限 { $limit_mb } MB）。小さくするか、分けてお送りいただけますか。

# ホームのガイド一覧
guides-page-title = ガイド（{ $count } 件）
guides-page-how = 新しいガイドは、私との直接の会話にファイルを置いてください。引用のされ方をお見せし、公開するまでは何も変わりません。
guides-page-turn = ほかのガイド
guides-page-show-title = ガイドの内容
guides-page-more = ほかに { $count } か所あります。
guides-page-retired = 「{ $title }」の引用をやめました。いつでも戻せます。
guides-page-rolled-back = 「{ $title }」は { $edition } 版を引用します。
guides-page-retire-confirm = 「{ $title }」を今後の回答で引用しないようにします。内容は消えません。よろしいでしょうか。
guides-page-roll-back-confirm = 「{ $title }」を前の版に戻して引用します。よろしいでしょうか。
guides-page-cite-again-confirm = 「{ $title }」を、今後の回答でもう一度引用します。よろしいでしょうか。
offer-guide-show = 見る
offer-guide-retire = 引用をやめる
offer-guide-roll-back = 前の版に戻す
offer-guide-cite-again = もう一度引用する
page-before = 前へ
page-after = 次へ

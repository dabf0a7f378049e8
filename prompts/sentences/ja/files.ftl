# お送りするファイル（どの画面でも同じ）
file-too-large = 「{ $file }」は { $limit_mb } MB を超えるため、お送りできませんでした。お手数ですが、管理者の方にご相談ください。
file-failed = 申し訳ございません。「{ $file }」をお作りできませんでした。少し時間をおいて、もう一度お試しください。続くようでしたら、管理者の方に番号 { $reference } をお伝えください。
file-in-words = 内容は、次のとおりです。
file-written = 「{ $name }」を書き出しました: { $path }
file-not-written = 「{ $name }」を書き出せません: { $path }（{ $reason }）

# Slack へ送れなかったとき
file-not-sent-busy = 「{ $file }」をお送りできませんでした。Slack が混み合っています。1分ほどおいて、もう一度お試しください。
file-not-sent-permission = 「{ $file }」をお送りできませんでした。Slack のアプリに、ファイルを送る許可（files:write）がまだありません。お手数ですが、管理者の方に、アプリの入れ直し（再インストール）をお願いしてください。
file-not-sent-forbidden = 「{ $file }」をお送りできませんでした。この Slack では、ファイルの送信が止められています（{ $reason }）。お手数ですが、Slack の管理者の方にご相談ください。
file-not-sent-restricted = 「{ $file }」をお送りできませんでした。この Slack で送れる大きさを超えています。お手数ですが、Slack の管理者の方にご相談ください。
file-not-sent-refused = 「{ $file }」をお送りできませんでした。Slack が受け付けませんでした（{ $reason }）。お手数ですが、管理者の方にお伝えください。
file-not-sent-broken = 「{ $file }」をお送りできませんでした。Slack との通信が途中で切れました。少し時間をおいて、もう一度お試しください。
file-unsure = 「{ $file }」が届いたかどうか、確かめられませんでした。しばらくしても見当たらないときは、お手数ですが、もう一度お試しください。

# あとからお送りするもの
later-failed = 申し訳ございません。作成の途中で不具合が起き、お送りできませんでした。少し時間をおいて、もう一度お申し付けください。続くようでしたら、管理者の方に番号 { $reference } をお伝えください。

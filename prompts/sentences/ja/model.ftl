# 言語モデルについての文。

# 回答に添える一言。
model-note-truncated = 言語モデルの回答が途中で終わりました。ここまでの文は、ガイドの引用と照らし合わせてあります。
model-note-nothing-verified = 言語モデルの回答がガイドの引用と合わなかったため、ガイドの文をそのままお示しします。
model-note-failed = 言語モデルから回答を得られなかったため、ガイドの文をそのままお示しします。

# 言語モデルが使えない理由（運用する方へ）。
model-fault-not-installed = 言語モデルに必要なパッケージがありません。次のパッケージを追加してください: { $detail }
model-fault-bad-setting = 言語モデルの設定が使えません（{ $detail }）。MINORI_CHAT_MODEL と MINORI_CHAT_BASE_URL をご確認ください。
model-fault-key-refused = 言語モデルの提供元に鍵が受け付けられませんでした（{ $detail }）。MINORI_CHAT_API_KEY をご確認ください。
model-fault-not-found = 指定された言語モデルが見つかりません（{ $detail }）。MINORI_CHAT_MODEL の名前をご確認ください。
model-fault-busy = 言語モデルが混み合っているか、利用の上限に達しています（{ $detail }）。しばらく待ってからお試しください。
model-fault-timed-out = 言語モデルの回答が時間内に終わりませんでした（{ $detail }）。MINORI_CHAT_TIMEOUT_S で待つ秒数を変えられます。
model-fault-unreachable = 言語モデルにつながりません（{ $detail }）。アドレスとネットワークをご確認ください。
model-fault-server-error = 言語モデルの提供元で障害が起きています（{ $detail }）。しばらく待ってからお試しください。
model-fault-malformed = 言語モデルの応答を読み取れませんでした（{ $detail }）。MINORI_CHAT_BASE_URL の先が対応するサーバーかどうかをご確認ください。
model-fault-too-long = 言語モデルの回答か質問が長すぎました（{ $detail }）。
model-fault-refused = 言語モデルが回答を断りました（{ $detail }）。

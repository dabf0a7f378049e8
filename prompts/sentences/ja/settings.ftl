# 設定（環境変数）についての文。

settings-wrong = 使えない値の設定が { $count } 件あります: { $problems }。（ ）の中が使える値です。詳しくは docs/settings.md をご覧ください。
settings-no-home = データの置き場所が決められません。{ $variable } にフォルダーを指定してください。
settings-unknown = { $variable } という設定はありません。この値は使われません。
settings-unknown-near = { $variable } という設定はありません。{ $near } のことでしょうか。この値は使われません。

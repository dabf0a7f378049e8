# Slack の画面そのものについての文。

slack-sheet-title = Minori
slack-sheet-close = 閉じる
slack-sheet-cancel = やめる
slack-sheet-opening = ただいま準備しています。少々お待ちください。
slack-sheet-not-opened = 画面を開けませんでした。お手数ですが、もう一度ボタンを押してください。
slack-confirm-title = ご確認をお願いいたします
slack-confirm-yes = はい、進める
slack-confirm-no = やめる
slack-cut = 長いため、ここから先は省いています。
slack-cut-items = 長いため、残りの { $count } 件はここには表示していません。
slack-nothing = 表示するものはありません。

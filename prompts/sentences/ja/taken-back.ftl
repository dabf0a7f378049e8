# 削除のあと、Minori がこのチャットに出したものを消し終えたことを伝える文。

taken-back-walk = この価値の棚卸しは削除されました。
taken-back-card = この価値カードは削除されました。
taken-back-done = 削除された{ $subject ->
        [walk] 価値の棚卸し
       *[card] 価値カード
    }について、Minori がこのチャットに出したもの（メッセージ { $messages } 件、ファイル { $files } 件）を、すべて消し終えました。
taken-back-nothing = 削除された{ $subject ->
        [walk] 価値の棚卸し
       *[card] 価値カード
    }について、Minori がこのチャットに出したものは、もう残っていません。
taken-back-left = 削除された{ $subject ->
        [walk] 価値の棚卸し
       *[card] 価値カード
    }について、Minori がこのチャットに出したもののうち、メッセージ { $messages } 件とファイル { $files } 件を消しました。次の { $left } 件は、一日のあいだ試みましたが消せませんでした。お手数ですが、Slack の管理者の方に削除をお願いしてください。
taken-back-own = 皆さまがご自身でお書きになったメッセージは、Minori からは消せません。残したくないものは、ご自身で削除してください。

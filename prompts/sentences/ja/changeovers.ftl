# 担当の引き継ぎ：会社・出会いの担当が替わる。お引き受けいただくまでは、何も動かない。

changeover-unit = { $what ->
    [firms] { $count ->
       *[other] 社
    }
   *[encounters] { $count ->
       *[other] 件
    }
}

# ページと一覧
changeover-home = 担当の引き継ぎ
changeover-home-count = お返事をお待ちしているご依頼 { $waits } 件、進めている引き継ぎ { $open } 件
changeover-offer-list = 引き継ぎを見る
changeover-list-title = 担当の引き継ぎ
changeover-list-none = 引き継ぎは、まだありません。
changeover-headline = { $giver }から{ $receiver }へ（{ $count } { changeover-unit }）

# お願いする
changeover-offer = 引き継ぐ
changeover-offer-firm = この会社を引き継ぐ
changeover-offer-own = 自分の出会いを引き継ぐ
changeover-offer-year = 来年度に向けて引き継ぐ
changeover-offer-gone = ある方にお願いする
changeover-form-title = 担当の引き継ぎ
changeover-intro = { $what ->
    [firms] 担当の会社を、ほかのコーディネーターにお願いします。お引き受けいただくまでは、何も動きません。
   *[encounters] ご自身の出会いを、同じ会社の方にお願いします。お引き受けいただくまでは、何も動きません。
}
changeover-fixed = 次の { $count } { changeover-unit }をお願いします。
changeover-name = ・{ $name }
changeover-more = ほか { $count } { changeover-unit }
changeover-field-scope = お願いする範囲
changeover-scope-all = すべて（{ $count } { changeover-unit }）
changeover-scope-listed = いま一覧にある会社（{ $count } 社）
changeover-scope-chosen = 下で選んだもの
changeover-field-items = { $what ->
    [firms] 会社
   *[encounters] 出会い
}
changeover-hint-items = 「下で選んだもの」のときにお選びください。名前の一部を打つと探せます。{ $beyond ->
    [0] { "" }
   *[other] 並ぶのは { $count } までです。
}
changeover-field-to = お願いする方
changeover-field-reason = 理由
changeover-reason-year_end = 年度の替わり
changeover-reason-leave = お休みの間
changeover-reason-other = そのほか
changeover-field-from = いつから
changeover-field-until = いつまで（お休みの間の場合）
changeover-hint-until = この日を過ぎると、担当はご本人に戻ります。
changeover-field-note = 添える言葉
changeover-hint-note = お引き受けの前にご覧になります。会社の中身は、お書きにならないようお願いいたします。
changeover-submit = 内容を確かめる
changeover-fault-from = 恐れ入ります。始まりの日は、きょうから一年ほどの間でお選びください。
changeover-fault-until = 恐れ入ります。お休みの間の引き継ぎは、終わりの日（始まりの日以降）をお選びください。
changeover-fault-cover = いまもご利用の方の担当は、お休みの間だけお願いできます。理由に「お休みの間」を、あわせて終わりの日をお選びください。
changeover-fault-unreadable = 恐れ入ります。理由と日付をもう一度ご確認ください。
changeover-fault-receiver = 恐れ入ります。この方には、いまお願いできません。ほかの方をお選びください。
changeover-fault-items = 恐れ入ります。いまお願いできるものがありません。すでに別の方のお返事をお待ちしているか、担当が替わっています。
changeover-fault-none = お引き受けいただくものを、一つ以上お選びください。
changeover-not-yours = 恐れ入ります。この引き継ぎは、お願いした方とお願いされた方だけがご覧になれます。
changeover-not-here = 恐れ入ります。引き継ぎは、Minori との直接の会話かホームだけで扱っています。
changeover-nothing = いま、引き継げるものはありません。
changeover-nobody = いま、お願いできる方がいません。

# 内容を確かめる
changeover-preview-title = 引き継ぎの内容
changeover-preview = { $name }さんに { $count } { changeover-unit }をお願いします。まだ何もお伝えしていません。よろしければ「お願いする」を押してください。
changeover-moves = 移るもの
changeover-total = 進行中の出会い { $encounters } 件、価値カード { $cards } 枚、お返事待ちのご質問 { $questions } 件
changeover-introductions = 進めているお引き合わせ { $count } 件
changeover-unnumbered = 各社が共有している範囲で、担当の方がご覧になっているものが移ります。管理者の方には、件数をお見せしていません。
changeover-stays = 移らないもの
changeover-stays-taken = { $count } 社は、すでに別の方のお返事をお待ちしています：{ $names }
changeover-stays-visits = ご訪問の記録 { $count } 件は、言葉の共有を受けていない会社のものですので、ご本人の記録として残ります。
changeover-stays-introductions = お引き合わせ { $count } 件は、もう一方の会社が移らないため、どちらにもお知らせせずに終わります。
changeover-stays-silent = { $count } 社は共有を受けていないため、担当だけが移ります。
changeover-offer-ask = お願いする
changeover-offer-files = 引き継ぎ資料を作る
changeover-offer-change = 書き直す
changeover-changed = 行き違いがありました。いまの内容を、もう一度お確かめください。
changeover-files-sent = 引き継ぎ資料を作成しています。できあがりましたら、Minori との会話にお届けします。
changeover-files-here = 引き継ぎ資料を添えています。ご覧になれるのは、それぞれの会社が共有している範囲です。
changeover-no-files = 恐れ入ります。いまお作りできる資料がありません。

# どこまで進んだか
changeover-title = 担当の引き継ぎ
changeover-page = 全 { $count } { changeover-unit }です（{ $page }／{ $pages } ページ）。
changeover-giver-prepared = まだどなたにもお伝えしていません。
changeover-giver-asked = { $receiver }さんに { $count } { changeover-unit }をお願いしました。お返事をお待ちしています。
changeover-giver-accepted = { $receiver }さんが { $count } { changeover-unit }をお引き受けくださいました。{ $day }に移ります。
changeover-giver-moving = { $receiver }さんがお引き受けくださいました。移管中です（{ $count } { changeover-unit }）。
changeover-giver-moved = { $count } { changeover-unit }の担当が、{ $receiver }さんに移りました。
changeover-giver-returning = { $giver }さんに戻しています（移管中）。
changeover-giver-returned = { $count } { changeover-unit }の担当が、{ $receiver }さんから{ $giver }さんに戻りました。
changeover-giver-declined = { $receiver }さんは、今回は見送られるとのことです。担当は替わっていません。
changeover-giver-withdrawn = お願いを取り下げました。担当は替わっていません。
changeover-giver-lapsed = { $receiver }さんのお返事がないまま、お願いが戻りました。担当は替わっていません。ほかの方にお願いできます。
changeover-receiver-prepared = まだお願いされていません。
changeover-receiver-asked = お世話になっております。{ $giver }さんから、{ $count } { changeover-unit }の担当をお願いできないかとのご相談です。お引き受けいただくまでは、何も動きません。
changeover-receiver-accepted = お引き受けくださり、ありがとうございます。{ $count } { changeover-unit }の担当が、{ $day }に移ります。
changeover-receiver-moving = お引き受けくださり、ありがとうございます。いま移管中です（{ $count } { changeover-unit }）。
changeover-receiver-moved = お引き受けくださり、ありがとうございます。{ $count } { changeover-unit }の担当が、{ $giver }さんから移りました。
changeover-receiver-returning = { $giver }さんにお戻ししています（移管中）。
changeover-receiver-returned = { $count } { changeover-unit }の担当を、{ $giver }さんにお戻ししました。ありがとうございました。
changeover-receiver-declined = 今回は見送られると、{ $giver }さんにお伝えしました。
changeover-receiver-withdrawn = { $giver }さんが、お願いを取り下げました。お手数をおかけしました。
changeover-receiver-lapsed = このお願いは、{ $giver }さんに戻りました。お返事の期限を過ぎたか、担当がすでに替わっています。お手数をおかけしました。
changeover-again = { $giver }さんが、引き継ぎのお返事をお待ちです。お手すきの折に、お返事をお願いいたします。
changeover-label-reason = 理由
changeover-label-from = いつから
changeover-label-until = いつまで
changeover-day = { $day }
changeover-note = { $name }さんから：
changeover-word = { $name }さんから：

# お返事
changeover-offer-look = 一覧を見る
changeover-offer-accept = すべて引き受ける
changeover-accept-confirm = { $count } { changeover-unit }の担当を引き受けます。
changeover-offer-some = 一部を引き受ける
changeover-some-intro = { $count } { changeover-unit }のうち、お引き受けいただくものをお選びください。ほかは、お願いした方のもとに残ります。
changeover-some-menu = 一度に選べるのは { $count } までです。
changeover-field-take = お引き受けいただくもの
changeover-offer-take = 選んだものを引き受ける
changeover-offer-decline = 今回は見送る
changeover-decline-intro = { $giver }さんにお伝えします。担当は替わりません。
changeover-field-word = ひとこと
changeover-offer-decline-send = 見送ると伝える
changeover-offer-withdraw = お願いを取り下げる
changeover-withdraw-confirm = お願いを取り下げ、{ $receiver }さんにお伝えします。
changeover-offer-again = ほかの方にお願いする
changeover-offer-back = 元の担当に戻す
changeover-back-confirm = 担当を{ $giver }さんに戻します。会社の方にもお伝えします。
changeover-back-late = 恐れ入ります。お戻しになれるのは7日以内です。それ以降は、あらためて引き継ぎをお願いしてください。
changeover-back-gone = 恐れ入ります。元の担当の方にはお戻しできません。ほかの方に引き継いでください。

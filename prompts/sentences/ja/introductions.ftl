# お引き合わせについての文。双方がご希望になるまで、先方のことは何もお伝えしない。

# コーディネーターのページと一覧
introduction-home = お引き合わせ
introduction-home-count = 候補 { $waits } 件、進めている件 { $open } 件
introduction-offer-list = お引き合わせを見る
introduction-list-title = お引き合わせ
introduction-list = 全 { $count } 件です（{ $page }／{ $pages } ページ）。
introduction-list-none = いま、お引き合わせの候補はありません。
introduction-pair = { $giver } × { $needer }
introduction-offer-show = 内容を見る
introduction-not-yours = 恐れ入ります。この件は、ご担当のコーディネーターだけがご覧になれます。

# どこまで進んだか
introduction-stands-waits = まだどちらにもお尋ねしていません。
introduction-stands-found = まだどちらにもお尋ねしていません。
introduction-stands-put_away = 見送り・延期をされています。
introduction-stands-open = 打診を進めています。
introduction-stands-made = 双方がご希望になり、お引き合わせしました。
introduction-stands-done = 双方がご希望になり、お引き合わせしました。
introduction-stands-withdrawn = 取り下げました。どちらにもお知らせしていません。
introduction-stands-ended = もとになった記載か共有がなくなったため、終わりました。どちらにもお知らせしていません。
introduction-side-none = { $firm }（{ $name }様）：お返事をお待ちしています。
introduction-side-yes = { $firm }（{ $name }様）：詳しく聞いてみたい
introduction-side-no = { $firm }（{ $name }様）：今回は見送る
introduction-side-talk = { $firm }（{ $name }様）：相談したい

# 一件
introduction-title = お引き合わせの候補
introduction-giver = できること：{ $firm }
introduction-needer = 求めていること：{ $firm }
introduction-from-subject = 価値カードの「名前」から
introduction-from-function = 価値カードの「はたらき」から
introduction-from-who = 価値カードの「どなたのお困りごとか」から
introduction-from-ladder = 価値カードの「その目的」から
introduction-from-change = 価値カードの「何がどれだけ変わるか」から
introduction-from-challenge = 価値カードの「関わる社会課題」から
introduction-from-elsewhere = 価値カードの「ほかに求められるところ」から
introduction-from-today = 価値カードの「いまのやり方」から
introduction-from-cost = 価値カードの「そのための負担」から
introduction-from-issue = 出会いの「残っている課題」から
introduction-why-trouble = 同じお困りごと：{ $trouble }
introduction-why-deed = 同じようなものに、同じはたらきをします。
introduction-gone = もとになった記載か共有がなくなりました。この件は進められません。
introduction-offer-ask = { $firm }に打診する
introduction-offer-away = 見送る・延期する
introduction-offer-back = 候補に戻す
introduction-offer-withdraw = 取り下げる
introduction-withdraw-confirm = この件を取り下げます。どちらの会社にもお知らせしません。

# 打診
introduction-ask-title = 打診する
introduction-label-asked = 打診する会社
introduction-field-person = お尋ねする方
introduction-field-text = お送りする文面
introduction-hint-text = 先方の社名・お名前・地名・製品の言葉・数字は、お入れにならないようお願いいたします。
introduction-submit = 送る
introduction-submit-anyway = この文面のまま送る
introduction-telltales = 先方がわかってしまうかもしれない言葉があります。お直しになるか、このままでよろしければ、もう一度お送りください。
introduction-telltales-refused = 先方がわかってしまう言葉がありますので、このままではお送りできません。お直しをお願いいたします。
introduction-telltale-firm = 会社名：「{ $words }」は「ある会社」とお書きください。
introduction-telltale-person = 人のお名前・お人柄：「{ $words }」はお書きにならないようお願いいたします。
introduction-telltale-name = 固有の名前：「{ $words }」はお書きにならないようお願いいたします。
introduction-telltale-place = 場所：「{ $words }」はお書きにならないようお願いいたします。
introduction-telltale-product = 製品・先方の言葉：「{ $words }」は、お困りごとの種類に言い換えてください。
introduction-telltale-trade = 珍しい業種：「{ $words }」は「ある会社」とお書きください。
introduction-telltale-only = ほかにないこと：「{ $words }」は、どなたかがわかる手がかりになります。お書きにならないようお願いいたします。
introduction-telltale-size = 規模：「{ $words }」は「ある会社」とお書きください。
introduction-telltale-age = 創業・代替わり：「{ $words }」はお書きにならないようお願いいたします。
introduction-telltale-award = 受賞・認定・報道：「{ $words }」はお書きにならないようお願いいたします。
introduction-telltale-contact = 連絡先：「{ $words }」はお書きにならないようお願いいたします。
introduction-telltale-model = 機種・型番：「{ $words }」は、できることに言い換えてください。
introduction-telltale-date = 日付：「{ $words }」から、いつのお話かがわかるかもしれません。
introduction-telltale-event = 催し：「{ $words }」はお書きにならないようお願いいたします。
introduction-telltale-relation = 間柄：「{ $words }」はお書きにならないようお願いいたします。
introduction-telltale-number = 数字：「{ $words }」から、どなたかがわかるかもしれません。
introduction-telltale-word = ふだんの打診では使わない言葉：「{ $words }」。地名や品名でないか、ご確認ください。
introduction-in-general = たとえば、こう書けます：
introduction-fault-empty = お尋ねする方と文面をご確認ください。
introduction-nobody = 恐れ入ります。この会社には、お尋ねできる方がまだいらっしゃいません。
introduction-asked = ありがとうございます。{ $firm }の{ $name }様にお尋ねしました。お返事があり次第、お知らせします。
introduction-withdrawn = 承知いたしました。取り下げました。どちらの会社にもお知らせしていません。

# 打診の文面。知っている分類の言葉だけで書く
introduction-who = ある会社
introduction-who-trade = ある{ $trade }の会社
introduction-draft-giver = { $who }が、「{ $trouble }」に関わることでお力を探しておられます。貴社の強みがお役に立つかもしれません。詳しくお聞きになりますか。
introduction-draft-giver-plain = { $who }が、貴社の強みに近いお力を探しておられます。詳しくお聞きになりますか。
introduction-draft-needer = 「{ $trouble }」に関わるお困りごとに、{ $who }がお役に立てるかもしれません。詳しくお聞きになりますか。
introduction-draft-needer-plain = 貴社が求めておられることに、{ $who }がお役に立てるかもしれません。詳しくお聞きになりますか。
introduction-trade-metalworking = 金属加工
introduction-trade-plastics = 樹脂・ゴム加工
introduction-trade-food = 食品
introduction-trade-textiles = 繊維・縫製
introduction-trade-electronics = 電気・電子
introduction-trade-software = ソフトウェア
introduction-trade-agriculture = 農林水産
introduction-trade-construction = 建設

# 見送り・延期
introduction-away-title = 見送る・延期する
introduction-field-until = いつまで延期しますか（この日からまたお知らせします）
introduction-hint-until = 空欄のままでは、この二社の候補を今後お出ししません。
introduction-submit-away = 決める
introduction-fault-until = 延期の日付は、あす以降でお選びください。
introduction-put-away = 承知いたしました。候補から外しました。
introduction-brought-back = 候補に戻しました。

# 会社へ
introduction-sounding = いつもありがとうございます。コーディネーター{ $has_name ->
    [0] {""}
   *[other] の{ $name }
}から、お尋ねです。
introduction-sounding-again = いつもありがとうございます。先日の、コーディネーター{ $has_name ->
    [0] {""}
   *[other] の{ $name }
}からのお尋ねです。お急ぎではありません。
introduction-sounding-how = 双方がご希望になるまで、会社名もお名前も、どちらにもお伝えしません。お断りになっても、先方には伝わりません。
introduction-answer-yes = 詳しく聞いてみたい
introduction-answer-no = 今回は見送る
introduction-answer-talk = 相談したい
introduction-yes-confirm = 先方もご希望の場合に限り、会社名、ご担当としてあなたのお名前、価値カードのうち地域に共有している部分を、先方にお伝えします。
introduction-answer-kept-yes = ありがとうございます。「詳しく聞いてみたい」とのお返事を、{ $has_name ->
    [0] コーディネーター
   *[other] { $name }
}がお預かりしました。お引き合わせできるときにご連絡します。
introduction-answer-kept-no = 承知いたしました。「今回は見送る」とのお返事を、{ $has_name ->
    [0] コーディネーター
   *[other] { $name }
}がお預かりしました。先方には伝わりません。
introduction-answer-kept-talk = ありがとうございます。「相談したい」とのお返事を、{ $has_name ->
    [0] コーディネーター
   *[other] { $name }
}がお預かりしました。{ $has_name ->
    [0] コーディネーター
   *[other] { $name }
}からご連絡します。
introduction-answer-change = お引き合わせの前でしたら、いつでもお返事を変えられます。
introduction-not-asked = 恐れ入ります。このお尋ねには、お受け取りになったご本人だけがお答えになれます。
introduction-told-already = すでにお引き合わせをしましたので、お返事は変えられません。コーディネーターにご相談ください。

# 双方がご希望になったとき
introduction-made = ありがとうございます。先日のお尋ねの件で、双方がご希望になりましたので、{ $has_name ->
    [0] コーディネーター
   *[other] { $name }
}がお引き合わせします。
introduction-label-firm = 会社名
introduction-label-person = ご担当
introduction-shared = 先方が地域に共有している価値カードから
introduction-made-next = 出会いの記録の案を、このあとお送りします。日程などは、{ $has_name ->
    [0] コーディネーター
   *[other] { $name }
}にご相談ください。
introduction-topic = コーディネーターからのお引き合わせ

# コーディネーターへ
introduction-told-answer = 打診のお返事がありました。
introduction-told-next = もう一方の会社に、同じようにお尋ねになれます。
introduction-told-over = この件は、すでに終わっています。先方にはお伝えしていません。
introduction-told-made = 双方がご希望になり、お互いの会社名とご担当をお伝えしました。出会いの記録の案も、双方にお送りします。

# 別のコーディネーター、期限、はじめの面談
introduction-pair-across = { $firm }と、別のコーディネーターがご担当の会社
introduction-stands-requested = 別のコーディネーターがご担当の会社から、ご関心が寄せられています。こちらの会社には、まだお尋ねしていません。
introduction-stands-passed = 先方のご担当コーディネーターに取り次ぎました。先方のことは、双方がご希望になるまでお知らせできません。
introduction-stands-expired = 期限までにお返事がありませんでしたので、閉じました。先方にはお知らせしていません。
introduction-giver-across = できること：別のコーディネーターがご担当の会社
introduction-needer-across = 求めていること：別のコーディネーターがご担当の会社
introduction-not-shared = この会社の言葉は、ご担当のコーディネーターだけに共有されています。
introduction-told-passed = 先方のご担当コーディネーターに取り次ぎます。先方のことは、双方がご希望になるまでお知らせできません。
introduction-told-requested = いつもありがとうございます。{ $firm }とお引き合わせできそうな会社があり、その会社はお話を聞いてみたいとのことです（別のコーディネーターのご担当です）。打診するかどうかを、お決めください。見送られても、先方には伝わりません。
introduction-told-closed = { $firm }（{ $name }様）への打診は、期限までにお返事がありませんでしたので、閉じました。先方にはお知らせしていません。
introduction-sounding-until = お返事は、{ $day }までにお願いいたします。お返事がない場合は、そのまま閉じます。先方には伝わりません。
introduction-closed = 恐れ入ります。このお尋ねは{ $day }で締め切りました。お気持ちがおありでしたら、{ $has_name ->
    [0] コーディネーター
   *[other] { $name }
}にお知らせください。
introduction-goal = 「{ $trouble }」について、現場で何が起きているかを伺い、試せる範囲と次の約束（いつ・どなたが・何を）を決める
introduction-goal-plain = お役に立てることがあるかを伺い、試せる範囲と次の約束（いつ・どなたが・何を）を決める
introduction-question-giver = いつ、どなたが、どのようにお困りですか。それで何がどれだけ失われていますか。
introduction-question-needer = これまでに、どのような場面で、何がどれだけ変わりましたか。小さく試すとしたら、何が要りますか。

# お返事の前のご質問
introduction-offer-question = 先に質問する
introduction-question-title = 先に質問する
introduction-question-how = ご質問は、ご担当のコーディネーターだけにお届けします。先方には、ご質問があったこともお伝えしません。
introduction-field-question = お知りになりたいこと
introduction-submit-question = 質問を送る
introduction-fault-question = お知りになりたいことをお書きください。
introduction-question-kept = ありがとうございます。ご質問をお預かりしました。お返事があり次第、お知らせします。
introduction-question-many = 恐れ入ります。ご質問をすでに何度かお預かりしていますので、続きはコーディネーターに直接ご相談ください。
introduction-question-made = すでにお引き合わせをしましたので、先方に直接お尋ねになれます。
introduction-told-question = { $firm }（{ $name }様）から、お返事の前にご質問です。
introduction-offer-reply = お返事する
introduction-reply-title = ご質問へのお返事
introduction-field-reply = お返事（先方がわからない言葉でお願いいたします）
introduction-fault-reply = お返事をお書きください。
introduction-replied = ありがとうございます。{ $name }様にお返事をお送りしました。
introduction-replied-already = このご質問には、すでにお返事をしています。
introduction-reply = 先日のご質問に、コーディネーター{ $has_name ->
    [0] {""}
   *[other] の{ $name }
}からお返事です。

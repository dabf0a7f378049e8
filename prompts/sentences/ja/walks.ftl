# 価値の棚卸しの会話。質問はひとつずつ。お答えには、まずお礼を言う。お言葉は書き換えない。
walk-words = { $words }
walk-progress = { $number }／{ $total }　{ $bar }
walk-title = 価値の棚卸し「{ $subject }」
walk-title-unnamed = 価値の棚卸し

# はじめに
walk-intro = 価値の棚卸しでは、技術や現場の技（わざ）、お客様へのご対応をひとつだけ取り上げて、質問にひとつずつお答えいただきます。終わると、はじめての方にも1分で伝わる「価値カード」ができあがります。
walk-intro-how = かしこまった文でなくてかまいません。「わからない」「あとで」も大切なお答えとして残します。途中でお休みになっても、続きから始められます。
walk-intro-own = お答えは御社のものです。お選びにならないかぎり、会社の外の方には見えません。
walk-intro-channel = このスレッドに書かれた同僚のみなさまのお言葉を、いまの質問へのお答えとして書き留めます。「？」で終わる文は、みなさま同士のお話として、そのままにいたします。
walk-intro-other = 棚卸しの途中でほかのことをお尋ねになるときは、「/minori 」に続けてお書きください。
walk-intro-other-channel = 棚卸しの途中でほかのことをお尋ねになるときは、「@Minori」を付けて、「？」で終わる文でお書きください。
walk-intro-typing = 訪問先でお話をうかがいながら、コーディネーターの方に書き留めていただく棚卸しです。お話しになる方のお言葉を、そのままお書きください。
walk-intro-typing-then = 終わりましたら、ご本人に「ご自分のお話としてよいか」を確かめていただきます。それまでは、どなたのものにもなりません。
walk-going-on = 途中の棚卸しがあります。
walk-item-paused = { $day }までお休み
walk-item-typed = { $name }さんのお話
walk-offer-intro = 価値の棚卸しを始める
walk-offer-start = はじめる
walk-start-title = 価値の棚卸し
walk-field-owner = どなたのお話ですか
walk-hint-owner = 終わりましたら、この方に確かめていただきます。
walk-field-subject = 取り上げるもの（ひとつだけ）
walk-hint-subject = いつもの呼び名でお書きください。まだお決まりでなければ、空けたままで大丈夫です。
walk-field-kind = それは、どれに近いですか
walk-kind-technology = 技術・製品
walk-kind-know_how = 現場の技（わざ）・ノウハウ
walk-kind-service = お客様へのご対応
walk-field-length = かける時間
walk-hint-length = これまでのお答えは、そのまま残ります。
walk-length-ten_minutes = 10分（{ $count }問）
walk-length-thirty_minutes = 30分（{ $count }問）
walk-length-whole = じっくり（{ $count }問。何回かに分けて）
walk-field-trade = 会社の業種
walk-hint-trade = 近い業種の例をお見せするために、はじめに一度だけうかがいます。
walk-submit-start = はじめる
walk-choose-length = かける時間をひとつお選びください。
walk-choose-owner = どなたのお話かをお選びください。
walk-start-in-conversation = お手数ですが、Minori との会話で「棚卸し」とお書きください。
walk-refused-direct = 訪問先でのお話は、コーディネーターの方と Minori との会話で書き留めていただけます。そちらで「棚卸し」とお書きください。
walk-begun = ありがとうございます。それでは始めます。この会話に、そのままお書きください。
walk-begun-typed = ありがとうございます。それでは始めます。お話しになる方のお言葉を、そのままお書きください。
walk-begun-sheet = 始まりました。最初の質問は、元のメッセージでお待ちしています。この画面はお閉じください。
walk-again-about = いまの棚卸しは脇に置き、はじめから始めます。これまでのお答えは消えず、10分以内でしたら元に戻せます。
walk-again-which = 承知しました。前のお答えを直しましょうか。それとも、はじめから始めましょうか。これまでのお答えは消えません。
walk-again-done = 前の棚卸しは、お答えごと脇に置きました。

# お礼
walk-thanks-1 = ありがとうございます。お言葉のとおりに書き留めました。
walk-thanks-2 = お聞かせくださり、ありがとうございます。
walk-thanks-3 = ありがとうございます。よくわかりました。
walk-thanks-4 = ありがとうございます。そのまま残しました。
walk-added = ありがとうございます。前の質問へのお答えに書き加えました。
walk-unknown = 承知しました。まだわからないこととして残します。それがわかっただけでも、次に確かめることがはっきりします。
walk-later = 承知しました。あとでうかがうこととして残します。
walk-left = ありがとうございます。お言葉のまま残しました。

# 質問のまわり
walk-caution = ※ { $words }
walk-hint = ヒント：{ $words }
walk-example = 例：{ $words }
walk-example-of = 例（{ $trade }の会社の場合）：{ $words }
walk-said-before = 前にうかがったお答えです。書き直すときは、新しいお答えをお書きください。
walk-ladder = ここまでの「目的のはしご」です。下から上へ読みます。
walk-which = お答えでしょうか、それともご質問でしょうか。
walk-which-late = しばらくお休みでしたので、確かめさせてください。棚卸しの、いまの質問へのお答えでしょうか。
walk-which-walk = どの棚卸しを続けましょうか。
walk-wait = どうぞごゆっくり。いまの質問のまま、お待ちしています。
walk-courtesy = こちらこそ、ありがとうございます。いまの質問は、こちらです。
walk-help = いまは価値の棚卸しの途中です。次の質問へのお答えを、そのままお書きください。「ヒント」「あとで」「休む」と書いていただくこともできます。
walk-not-answer = 失礼いたしました。お答えから外しました。いまの質問は、そのままお待ちしています。
walk-undone = 取り消しました。
walk-late-press = この質問は、もう次へ進んでいます。直したいときは「直す」をお使いください。
walk-resumed = おかえりなさい。「{ $title }」の続きです。

# ボタン
walk-offer-unknown = わからない
walk-offer-later = あとで
walk-offer-hint = ヒント
walk-offer-back = 戻る
walk-offer-pause = 休む
walk-offer-more = ほか
walk-offer-date = 日付を選ぶ
walk-offer-keep = このままで次へ
walk-offer-as-is = このままで次へ
walk-offer-high-enough = ここまでにする
walk-offer-no-higher = これより上は思いつかない
walk-offer-not-answer = 答えではありませんでした
walk-offer-take = はい、お答えです
walk-offer-ask = 質問として尋ねる
walk-offer-resume = 続ける
walk-offer-open = 残した質問に答える
walk-offer-show = ここまでのお答え
walk-offer-correct = 直す
walk-offer-undo = 取り消す
walk-offer-other-day = 日にちを変える
walk-offer-length = 時間を変える
walk-offer-hand = お願いする
walk-offer-withdraw = お願いを取り下げる
walk-offer-again = はじめから
walk-offer-finish-now = いまの内容でつくる
walk-offer-finish = 価値カードをつくる
walk-offer-finish-typed = ご本人に確かめていただく
walk-offer-erase = 削除する
walk-offer-accept = 引き受ける
walk-offer-decline = 今回は見送る
walk-offer-confirm = 自分の話として確かめました
walk-offer-refuse = 残さない
walk-offer-try = 出会いとして記録する
walk-offer-use-tick = 心当たりがある
walk-offer-use-decline = 今回は見送る

# 新しい使い道
walk-uses = たとえば、こんなところはいかがでしょうか
walk-uses-how = お聞かせいただいた「はたらき」から探したものです。心当たりがなければ、そのままで大丈夫です。
walk-uses-ticked = 心当たりとして残しました：{ $names }

# ほか
walk-more-title = ほかにできること
walk-more-correct = 前のお答えを直す
walk-more-show = ここまでのお答えを読む
walk-more-length = かける時間を変える
walk-more-hand = 続きを同僚の方にお願いする
walk-more-finish = ここで終えて、価値カードをつくる
walk-more-again = はじめからやり直す
walk-more-erase = この棚卸しを削除する
walk-finish-confirm = うかがっていない質問は、カードに「まだ伺っていません」と残ります。価値カードは、あとからいつでも書き足せます。よろしいですか。
walk-erase-confirm = お答えと価値カードをすべて消します。元には戻せません。よろしいですか。
walk-erased = 削除しました。お答えは残っていません。
walk-correct-title = お答えを直す
walk-field-which = 直すもの
walk-submit-pick = 次へ
walk-submit-correct = 直す
walk-sheet-corrected = ありがとうございます。直しました。前のお言葉も、記録に残っています。
walk-date-title = 日付を選ぶ
walk-field-day = 日付
walk-submit-answer = 答える
walk-sheet-taken = ありがとうございます。次の質問は、元のメッセージでお待ちしています。
walk-length-title = かける時間
walk-submit-length = 変える
walk-sheet-length = 変えました。続きは、元のメッセージでお待ちしています。
walk-hand-title = 同僚の方にお願いする
walk-field-colleague = お願いする方
walk-submit-hand = お願いする
walk-choose-colleague = お願いする方をお選びください。
walk-hand-about = その方が引き受けると、続きの質問はその方との会話で進みます。お答えはひとつの棚卸しに集まります。
walk-hand-nobody = いま、同じ会社で Minori をお使いの方がほかにいらっしゃいません。
walk-hand-asked = { $name }さんにお願いしています。
walk-sheet-handed = { $name }さんにお願いのご連絡をいたします。お返事があるまでは、そのままお続けいただけます。
walk-withdrawn = お願いを取り下げました。
walk-asked = { $name }さんから、価値の棚卸しの続きをお願いできないかとのことです。お力をお借りできますでしょうか。
walk-asked-how = 引き受けていただけると、次の質問をここでひとつずつうかがいます。わかるところだけで大丈夫です。
walk-accepted = お引き受けくださり、ありがとうございます。続きをここでうかがいます。
walk-declined = 承知しました。{ $name }さんにお伝えします。お気にかけてくださり、ありがとうございました。
walk-told-accepted = { $name }さんが、価値の棚卸しの続きを引き受けてくださいました。
walk-told-declined = { $name }さんは、今回は見送られるとのことです。棚卸しの続きは、これまでどおりお待ちしています。
walk-told-withdrawn = お願いしていた価値の棚卸しは、していただくことがなくなりました。お気にかけてくださり、ありがとうございました。
walk-told-confirmed = { $name }さんが、書き留めていただいた内容を確かめ、ご自分のお話として価値カードになりました。ありがとうございました。
walk-told-not-kept = { $name }さんは、今回の内容を残さないことになさいました。書き留めた内容はすべて消しました。お時間をありがとうございました。

# 休む
walk-pause-title = 休む
walk-pause-about = お疲れさまです。お答えはすべて残っています。いつごろ、続きをうかがいましょうか。
walk-field-pause = 続きをうかがう日
walk-pause-tomorrow = 明日（{ $day }）
walk-pause-week = 1週間後（{ $day }）
walk-pause-two_weeks = 2週間後（{ $day }）
walk-pause-month = 1か月後（{ $day }）
walk-pause-other = ほかの日
walk-field-pause-day = ほかの日
walk-submit-pause = 休む
walk-choose-day = 日付をお選びください。
walk-sheet-paused = お休みにしました。続きは、いつでもお待ちしています。
walk-paused = お疲れさまでした。{ $day }まで、お休みにします。お答えはすべて残っています。
walk-paused-open = お休みにしています。お答えはすべて残っています。
walk-paused-how = 「続き」と書いていただくか、下のボタンで、いつでも途中から始められます。
walk-dropped = この棚卸しは脇に置いてあります。お答えは残っています。

# おわり
walk-all-asked = ありがとうございます。うかがいたいことは、ひととおりうかがいました。ここまでのお話です。
walk-all-asked-typed = ありがとうございます。ひととおりうかがいました。ご本人にもお見せしながら、お確かめください。
walk-open = まだわからないこと（{ $count }件）です。これから確かめる宿題として、カードにも残します。
walk-open-one = ・{ $words }
walk-done = お疲れさまでした。お聞かせくださり、ありがとうございました。お話から、価値カードができました。
walk-took = お答えにかかった時間は、あわせておよそ{ $minutes }分でした。
walk-took-days = { $first }から{ $last }まで、お付き合いくださり、ありがとうございました。
walk-is-done = この棚卸しは、価値カードになっています。
walk-try = まず小さく試すこと
walk-waits-for-owner = { $name }さんに、ご自分のお話としてよいかを確かめていただいています。お返事があるまで、価値カードにはなりません。
walk-confirm-asked = 先日はお話をありがとうございました。コーディネーターの{ $name }さんが、お話を次のように書き留めました。お確かめいただけますでしょうか。
walk-confirm-means = 「自分の話として確かめました」を押していただくと、御社の価値カードになります。それまでは、どなたのものにもなりません。直してから確かめることも、残さないこともできます。
walk-refuse-confirm = 書き留めた内容をすべて消し、コーディネーターにもそのことをお伝えします。元には戻せません。よろしいですか。
walk-confirmed = お確かめくださり、ありがとうございます。ここからは御社のものです。
walk-not-kept = 承知しました。書き留めた内容は、すべて消しました。

# お答えの一覧
walk-label-owner = お話しになった方
walk-by = { $names }さん
walk-record-none = まだうかがっていません。
walk-record-nothing = まだお答えをうかがっていません。
walk-record-unknown = まだわからないこととして残しています。
walk-record-later = あとでうかがうこととして残しています。

# ページ
walk-home = 価値の棚卸し（途中のもの{ $count }件）
walk-home-none = 技術や現場の技を、お客様の言葉で伝わる一枚にします。10分から始められます。
walk-home-start = 別のものを始めることもできます。
walk-sheet-asked-to-confirm = お疲れさまでした。ご本人に、確かめていただくご連絡をいたします。
walk-sheet-finished = お疲れさまでした。価値カードを、元のメッセージにお出ししました。

# 言語モデルの利用
walk-model-title = 言語モデルの利用
walk-model-about = 棚卸しは、言語モデルを使わずにすべて行えます。お使いになる場合にかぎり、お答えのあとに、お客様の言葉にした下書きをお見せすることができます。下書きは、お選びになったときだけ残ります。
walk-field-model = 御社のお言葉に、言語モデルを使ってよいですか
walk-model-no = 使わない
walk-model-yes = 使ってよい
walk-submit-model = 決める
walk-offer-model = 選ぶ
walk-model-now = いまの設定
walk-model-is-unchosen = 使いません（まだお選びいただいていません）
walk-model-is-yes = 使ってよい（{ $name }さんが{ $day }に選びました）
walk-model-is-no = 使わない（{ $name }さんが{ $day }に選びました）
walk-model-chosen = ありがとうございます。記録しました。いつでもお選び直しいただけます。
walk-model-not-yours = お選びいただけるのは、その会社の方だけです。
walk-model-not-allowed = 御社では、言語モデルを使わないことになっています。お言葉はそのまま残っています。
walk-model-used = 言語モデルに下書きを頼んだ回数：{ $count }回（{ $days }）
walk-offer-draft = 下書きを見る（言語モデル）
walk-offer-draft-keep = 下書きも残す
walk-offer-draft-drop = 使わない
walk-draft-about = 言語モデルがつくった下書きです。お言葉は、そのまま残っています。
walk-draft-own = お聞かせいただいたお言葉
walk-draft-by-model = 下書き（言語モデル）
walk-draft-then = 事実と違うところがないか、お確かめください。お残しになると、お言葉の下に「下書き」として並びます。
walk-draft-none = お見せできる下書きはできませんでした。お言葉のままで、十分に伝わります。
walk-draft-kept = お言葉の下に、下書きとして残しました。
walk-draft-dropped = 承知しました。下書きは残していません。
walk-draft-beside = 言語モデルの下書き（残すと選ばれたもの）

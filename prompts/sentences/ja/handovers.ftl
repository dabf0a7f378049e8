# 人がお答えする質問についての文。お願いの前に、まずお礼を言う。

# だれが、どこで
handover-who = { $name } 様（{ $company }）
handover-who-alone = { $name } 様
handover-who-unknown = お名前のわからない方
handover-who-command-line = コマンドラインから質問された方
handover-goes-to-direct = ご本人と Minori の会話（ほかの方は読めません）
handover-goes-to-shared = 質問のあったスレッド（ほかの方も読めます）
handover-goes-to-nowhere = ありません（コマンドラインからのご質問のため、記録だけが残ります）

# 見出し
handover-label-asker = ご質問者
handover-label-question = ご質問
handover-label-by = お返事のめやす
handover-label-goes-to = お届け先
handover-label-nearest = ガイドで近かった見出し
handover-label-note = 申し送り
handover-label-asked-back = 確認されたこと
handover-label-to-confirm = 確認したいこと
handover-label-replied = ご質問者からのお返事
handover-label-answered = お返事
handover-by = { $when }まで

# 預かったことを、質問した方へ
handover-taken = コーディネーターの{ $name }さんに、ご質問をお渡ししました。お返事は、{ $when }をめやすに、ここへ届きます。
handover-taken-late = ご質問は、コーディネーターの{ $name }さんがお預かりしています。お返事は、ここへ届きます。
handover-taken-queue = ご質問をお預かりしました。お答えする担当が決まりましたら、ここでお知らせします。
handover-taken-asked-back = コーディネーターの{ $name }さんから、確認したいことが届いています。お返事をいただければ、お答えの準備が進みます。
handover-taken-answered = このご質問には、コーディネーターの{ $name }さんからお返事が届いています。
handover-taken-withdrawn = このご質問は取り下げられています。あらためてご相談になるときは、お手数ですが、もう一度ご質問をお書きください。
handover-offer-withdraw = 取り下げる
handover-withdraw-confirm = このご質問を取り下げます。コーディネーターには、お答えが不要になったことをお伝えします。よろしいですか。
handover-withdrawn = ご質問を取り下げました。コーディネーターにも、お答えが不要になったことをお伝えします。またいつでもお尋ねください。
handover-only-the-asker = 取り下げは、ご質問になった方だけができます。

# お願いを、コーディネーターへ
handover-notice = いつもありがとうございます。ガイドだけではお答えしきれないご質問を、お預かりしました。お返事をお願いできますでしょうか。
handover-notice-passed = いつもありがとうございます。{ $name }さんからの引き継ぎで、次のご質問へのお返事をお願いできますでしょうか。
handover-notice-reassigned = いつもありがとうございます。お返事のめやすを過ぎてお待ちの方がいらっしゃいます。お力添えをお願いできますでしょうか。
handover-how = 下のボタンを押すか、このメッセージのスレッドに、そのままお書きください。内容をお確かめいただいてから、お届けします。
handover-reminder = お忙しいところ恐れ入ります。先日お願いしたご質問は、{ $when }がお返事のめやすでした。お返事をお願いできますでしょうか。
handover-reminder-then = お時間がとれないときは、「ほかの人にお願いする」をお使いください。次の営業日が始まるまでにお返事がないときは、ほかの方にお願いできるかを、こちらで確かめます。
handover-reply = ありがとうございます。ご確認いただいた件に、お返事が届きました。
handover-was-withdrawn = ご質問が取り下げられましたので、お返事は不要になりました。お気にかけてくださり、ありがとうございました。
handover-offer-answer = 回答する
handover-offer-ask-back = 確認したいことがある
handover-offer-refer = ほかの人にお願いする
handover-offer-assign = お願いする人を選ぶ

# 書くところ
handover-answer-title = 回答する
handover-answer-field = 回答
handover-answer-hint = お書きになったとおりに、お名前を添えてお届けします。
handover-answer-submit = 送る
handover-ask-back-title = 確認する
handover-ask-back-field = 確認したいこと
handover-ask-back-hint = お返事をいただくまで、お返事のめやすは止まります。
handover-ask-back-submit = 送る
handover-refer-title = ほかの人にお願いする
handover-refer-field = お願いする方
handover-refer-note-field = 申し送り
handover-refer-note-hint = お願いする方だけが読みます。
handover-refer-submit = お願いする
handover-refer-nobody = いま、ほかにお願いできるコーディネーターがいません。お時間がとれないときは、お手数ですが管理者にご相談ください。
handover-write-something = まだ何も書かれていないようです。ひとことお書きいただけますか。

# 送る前の確かめ
handover-draft = 次の内容をお届けします。よろしいですか。
handover-draft-added = 回答はすでにお届けしています。次の内容を追加でお届けします。よろしいですか。
handover-draft-to-coordinator = コーディネーターの{ $name }さんへのお返事でしょうか。
handover-draft-send = 回答として送る
handover-draft-add = 追加で送る
handover-draft-ask-back = 確認として送る
handover-draft-drop = やめる
handover-draft-choose-coordinator = コーディネーターに送る
handover-draft-choose-guides = ガイドに尋ねる
handover-draft-dropped = 取りやめました。どこにも送っていません。
handover-draft-not-yours = これは、お書きになった方だけが送れます。
handover-draft-gone = この下書きは取りやめになっています。お手数ですが、もう一度お書きください。
handover-draft-used = この内容は、すでに送っています。

# 押したあと
handover-sent = ありがとうございます。次の回答をお届けします。
handover-added-sent = ありがとうございます。次の内容を追加でお届けします。
handover-sent-nowhere = ありがとうございます。回答を記録しました。コマンドラインからのご質問のため、お届け先はありません。
handover-asked-back-sent = ありがとうございます。次の確認をお届けします。お返事が届きましたら、お知らせします。
handover-asked-back-nowhere = コマンドラインからのご質問のため、確認をお届けできません。わかる範囲でのご回答をお願いいたします。
handover-referred = ありがとうございます。{ $name }さんにお願いします。お返事のめやすは { $when }までです。
handover-reply-sent = ありがとうございます。コーディネーターの{ $name }さんにお届けします。
handover-not-found = このご質問は見つかりませんでした。
handover-not-yours = お気づかいありがとうございます。このご質問は、いま{ $name }さんにお願いしています。
handover-not-assigned = お気づかいありがとうございます。このご質問は、いま担当を探しているところです。
handover-answered-by-you = ありがとうございます。回答はすでに承っています。追加があれば、お願いのメッセージのスレッドにお書きください。
handover-answered-already = お気づかいありがとうございます。このご質問には、{ $name }さんがすでに回答しています。
handover-withdrawn-already = お気づかいありがとうございます。このご質問は取り下げられましたので、お返事は不要です。
handover-coordinators-only = お気づかいありがとうございます。お返事は、コーディネーターの方にお願いしています。
handover-changed-meanwhile = 行き違いがありました。恐れ入りますが、もう一度お願いいたします。

# 質問した方へ届くもの
handover-answer = お待たせいたしました。コーディネーターの{ $name }さんからのお返事です。
handover-answer-added = コーディネーターの{ $name }さんから、追加のお知らせです。
handover-answer-then = 続けてお尋ねになりたいことがあれば、ここにそのままお書きください。
handover-rate-useful = 役に立った
handover-rate-off = 知りたいことと違った
handover-asked-back = ご質問ありがとうございます。お答えの前に、コーディネーターの{ $name }さんから確認したいことがございます。
handover-asked-back-then = ここにお返事をお書きください。送ってよいかをお尋ねしてから、コーディネーターにお届けします。
handover-moved-assigned = お待たせいたしました。ご質問は、コーディネーターの{ $name }さんにお願いしました。お返事は、{ $when }をめやすに、ここへ届きます。
handover-moved-passed = ご質問は、コーディネーターの{ $name }さんに引き継がれました。お返事は、{ $when }をめやすに、ここへ届きます。
handover-moved-reassigned = お待たせして申し訳ございません。ご質問は、あらためてコーディネーターの{ $name }さんにお願いしました。お返事は、{ $when }をめやすに、ここへ届きます。
handover-moved-escalated = お待たせして申し訳ございません。お返事がまだのため、管理者にも伝えました。引き続き、コーディネーターの{ $name }さんにお願いしています。
handover-moved-escalated-unowned = お待たせして申し訳ございません。お答えできる担当が決まっていないため、管理者に伝えました。決まりましたら、ここでお知らせします。
handover-moved-late = お待たせして申し訳ございません。お返事がまだのため、引き続きコーディネーターの{ $name }さんにお願いしています。
handover-moved-late-unowned = お待たせして申し訳ございません。お答えする担当を、いま探しています。決まりましたら、ここでお知らせします。

# 管理者へ。質問の言葉は見せない。
handover-queue-opened = いつもありがとうございます。コーディネーターの回答をお待ちのご質問がありますが（{ $when }お預かり）、いまお願いできる方がいません。
handover-queue-opened-then = コーディネーターが登録されれば、Minori からお願いします。休みの方や、これから加わる方がいないか、ご確認をお願いいたします。
handover-queue-late = いつもありがとうございます。{ $name }さんにお願いしているご質問（{ $when }お預かり）に、まだお返事がありません。
handover-queue-late-unowned = いつもありがとうございます。{ $when }にお預かりしたご質問に、まだお返事がありません。
handover-queue-late-assign = 恐れ入りますが、ご様子をお確かめいただくか、お願いする方をあらためてお選びください。
handover-queue-late-nobody = ほかにお願いできる方がいません。恐れ入りますが、ご様子をお確かめください。

# ホーム
handover-home-waiting = お返事を待っているご質問（{ $count } 件）
handover-home-none = お返事を待っているご質問はありません。いつもありがとうございます。
handover-home-more = ほかに { $count } 件あります。
handover-home-by = { $when }までにお願いいたします
handover-home-late = お返事のめやす（{ $when }）を過ぎています
handover-home-escalated = お返事のめやすを過ぎています
handover-home-asked-back = ご質問者のお返事を待っています
handover-home-age-today = きょうお預かりしました
handover-home-age-days = お預かりして { $days } 日
handover-home-mine = コーディネーターにお渡ししたご質問（{ $count } 件）
handover-home-mine-by = { $name }さんにお願いしています（お返事のめやすは { $when }）
handover-home-mine-late = { $name }さんがお預かりしています
handover-home-mine-queue = 担当を探しています
handover-home-mine-asked-back = { $name }さんから、確認したいことが届いています

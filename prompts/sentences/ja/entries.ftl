# コーディネーターの回答を、ガイドに加えることについての文。

# 回答のあとで
entry-offer-add = ガイドに加える
entry-offer-add-why = ほかの方にも役立つお返事でしたら、ガイドに加えられます。別の方が確かめてから、会員の方への回答に引用します。
entry-form-title = ガイドに加える
entry-form-how = お名前や会社名、連絡先とわかるところは〇〇に置き換えました。ほかにも、どなたのことか分かるところがないか、お確かめください。
entry-form-wording = ご質問くださった方の言葉づかいが残っているときは、その会社のご了承をいただいてから先に進みます。ご自身の言葉に言い換えたときは、ご了承は要りません。
entry-form-own-words = ご質問くださった方のご了承をいただけないため、質問はご自身の言葉に言い換えてください。
entry-answer-shortened = 回答が長いため、はじめの { $limit } 字を入れています。要点にまとめてください。
entry-field-question = 質問
entry-field-question-hint = どなたが読んでも分かる形でお書きください。
entry-field-answer = 回答
entry-field-answer-hint = { $limit } 字まで。このまま引用します。
entry-field-owner = 担当（期限の前に、正しいままかをお尋ねする方）
entry-field-until = 引用する期限
entry-form-submit = 確認をお願いする
entry-both-needed = 質問と回答の両方をお書きください。
entry-too-long = 質問は { $question } 字、回答は { $answer } 字までにおまとめください。
entry-names-left = お名前または会社名が残っています（{ $names }）。置き換えてください。
entry-until-wrong = 期限は、明日から { $years } 年先までの日をお選びください。
entry-owner-wrong = 担当をお選びください。
entry-coordinators-only = ガイドに加えるのは、コーディネーターの方にお願いしています。
entry-not-found = 恐れ入ります。この回答は見当たりません。
entry-changed-meanwhile = 恐れ入ります。少し前に変わっています。もう一度お開きください。

# 見出し
entry-label-question = 質問
entry-label-answer = 回答
entry-label-owner = 担当
entry-label-until = 引用する期限
entry-label-audience = 読める方
entry-label-note = 一言
entry-audience = 会員、コーディネーター、管理者
entry-until = { $date } まで

# 確認をお願いする
entry-review-title = ガイドに加える回答
entry-review = いつもありがとうございます。{ $name }さんから、回答をガイドに加えたいとのことです。お確かめいただけますでしょうか。公開すると、会員の方への回答に引用します。
entry-second-look = ほかに確認できる方がいないため、ご自身でもう一度お確かめのうえ、公開してください。どなたのことか分かるところはありませんか。
entry-offer-publish = 公開する
entry-publish-confirm = 公開し、会員の方への回答に引用します。よろしいでしょうか。
entry-offer-send-back = 差し戻す
entry-offer-edit = 直す
entry-offer-look = 内容を見る
entry-back-title = 差し戻す
entry-back-how = 直していただきたいところを、一言お書きください。書いた方にお届けします。
entry-field-note = 一言
entry-back-submit = 差し戻す
entry-sent-back = { $name }さんに、一言を添えてお戻しします。
entry-somebody-else = ご自身が書かれたものは、ほかの方に確認をお願いしています。

# 会社のご了承
entry-consent = いつもありがとうございます。先日のご質問とお返事を、ほかの会員の方にも役立つよう、ガイドに加えさせていただきたく存じます。ご質問の文を、次のとおり使わせていただいてもよろしいでしょうか。お名前と会社名は出しません。
entry-consent-then = お使いになりたくないときは、別の言葉に言い換えます。あとから取りやめることもできます。
entry-offer-agree = 使ってよい
entry-offer-decline = 使わないでほしい
entry-offer-take-back = 取りやめる
entry-take-back-confirm = この文を使うことを取りやめます。引用されているときは、引用もやめます。よろしいでしょうか。
entry-agreed = ありがとうございます。次の文を使わせていただきます。
entry-declined = 承知しました。ご質問の文は使いません。ありがとうございました。
entry-only-the-asker = このお願いは、ご質問くださった方だけがお決めになれます。
entry-consent-over = ありがとうございます。この文を使うかどうかは、いまはお尋ねしていません。

# いまどうなっているか
entry-now-asking = ご質問の文がそのまま使われているため、その会社にご了承を伺っています。ご了承のあと、ほかの方に確認をお願いします。
entry-now-proposed = { $names }さんに確認をお願いしています。公開されるまでは引用されません。
entry-now-alone = ほかに確認できる方がいないため、ご自身でもう一度お確かめください。公開されるまでは引用されません。
entry-now-sent-back = ガイドに加える回答が、一言を添えて戻ってきました。
entry-now-declined = ご質問の文を使うご了承がいただけませんでした。質問をご自身の言葉に言い換えていただければ、先に進めます。
entry-now-published = 公開しました。{ $date } まで、コーディネーターの回答として引用します。
entry-now-retired = 引用をやめました。いつでも戻せます。
entry-now-expired = 期限を過ぎたため、引用をやめました。
entry-now-replaced = 新しいものに置き換わっています。
entry-home = ガイドに加える回答（{ $count } 件）
entry-home-more = ほかに { $count } 件あります。
entry-home-proposed = { $name }さんから、確認のお願いです
entry-home-sent_back = 一言を添えて戻ってきています
entry-home-declined = 質問を言い換えていただければ、先に進めます

# 期限の前に
entry-expiring = いつもありがとうございます。次の回答は、{ $date } で引用の期限になります。内容はいまも正しいでしょうか。
entry-expiring-soon = お忙しいところ恐れ入ります。次の回答は、{ $date } を過ぎると引用されなくなります。内容はいまも正しいでしょうか。
entry-offer-keep = いまも正しい（もう一年）
entry-offer-retire = 引用をやめる
entry-retire-confirm = この回答の引用をやめます。内容は消えません。よろしいでしょうか。
entry-offer-again = もう一度引用する（一年）

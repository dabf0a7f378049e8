# ガイドで答えられなかったご質問と、正しくないとされたガイドについて、管理者にお伝えする文。だれの言葉づかいも入れない。

# 見出し
unanswered-heading = いつもありがとうございます。{ $first }から{ $last }までに、お答えできなかったご質問と、正しくないとされたガイドです
unanswered-empty = いつもありがとうございます。{ $first }から{ $last }までに、お答えできなかったご質問も、正しくないとされたガイドもありません。
unanswered-title = ガイドで答えられなかったご質問
unanswered-asked = お答えできなかったご質問（{ $count } 件）
unanswered-wrong = 正しくないとされたガイド（{ $count } 冊）
unanswered-others = 見出しを付けられないご質問が { $count } 件あります。言葉からどなたのことか分かるおそれがあるものには、見出しを付けていません。
unanswered-page = { $first }から{ $last }までの分です（{ $page }／{ $pages } ページ）。
unanswered-rest = ほかに { $count } 件あります。
unanswered-about = 「{ $heading }」についてのご質問
unanswered-not-yours = 恐れ入ります。このお知らせは、お受け取りになった管理者ご本人だけがご覧になれます。
unanswered-gone = 恐れ入ります。この件は、お答えが届いたか、まとめ方が変わったため、いまはありません。

# 件数
unanswered-count = { $count } 件（{ $people } 名の方から）
unanswered-count-firms = { $count } 件（{ $people } 名の方から、{ $firms } 社）
unanswered-waiting = { $late ->
    [0] うち { $count } 件は、コーディネーターがお預かりしています
   *[other] うち { $count } 件は、コーディネーターがお預かりしています（{ $late } 件はお返事のめやすを過ぎています）
}
unanswered-people = { $count } 名の方から
unanswered-place = 「{ $heading }」：{ $count } 名
unanswered-place-page = 「{ $heading }」{ $page } ページ：{ $count } 名

# したこと
unanswered-done-adding = ガイドのご用意：{ $name }さん（{ $day }）
unanswered-done-skipped = 今回は見送り：{ $name }さん（{ $day }）
unanswered-done-corrected = 直しました：{ $name }さん（{ $day }）
unanswered-taken-back = 元に戻しました。

# ボタン
unanswered-offer-add = ガイドを足す
unanswered-offer-look = 詳しく見る
unanswered-offer-skip = 今回は見送る
unanswered-offer-undo = 元に戻す
unanswered-offer-answer = 回答する
unanswered-offer-assign = 回答する方を決める
unanswered-offer-guide = ガイドを見る
unanswered-offer-corrected = 直しました
unanswered-offer-all = すべて見る
unanswered-offer-now = 先週の分を見る
unanswered-offer-settings = お届けの設定

# 詳しく
unanswered-near = 近いと思われるガイドです。書き足すだけで足りるかもしれません。
unanswered-wordings = ご質問の文（会社のご了承をいただいているもの。お名前などは〇〇に置き換えています）
unanswered-wording-kept = { $count } 件は、ご質問の文をお見せしていません。
unanswered-add-title = ガイドを足す
unanswered-add-how = ありがとうございます。ほかの管理者の方にも、ご用意いただいていることが分かるようにしました。

# 設定
unanswered-settings-title = お届けの設定
unanswered-settings-intro = ガイドで答えられなかったご質問は、営業日の { $start }〜{ $end } のあいだにお届けします。お休みの日に当たるときは、次の営業日にお届けします。
unanswered-settings-weekday = お届けする曜日
unanswered-kept-weekly = { $weekday ->
    [1] 月曜日
    [2] 火曜日
    [3] 水曜日
    [4] 木曜日
    [5] 金曜日
    [6] 土曜日
   *[7] 日曜日
}の { $time } にお届けします。
unanswered-kept-none = お届けしません。管理者のホームでは、いつでもご覧になれます。

# ホーム
unanswered-home = ガイドで答えられなかったご質問
unanswered-home-next = 次は、{ $day } { $time } にお届けします。
unanswered-home-none = お届けしない設定です。

# ご質問の文についての、会社の選択
wording-home = お答えできなかったご質問の文
wording-home-no = ガイドを整える管理者には、ご質問の文をお見せしていません。件数と、大まかな見出しだけをお伝えしています。
wording-home-yes = ガイドを整える管理者に、お名前を除いたご質問の文をお見せしています。
wording-offer = ご質問の文について選ぶ
wording-title = お答えできなかったご質問の文
wording-how = ガイドで答えられなかったご質問は、ガイドを整える管理者に、件数と大まかな見出しだけをお伝えしています。ご質問の文もお見せいただけると、ガイドを早く整えられます。お見せするのは、選ばれたあとのご質問だけです。お名前、会社名、連絡先は〇〇に置き換えます。いつでも取りやめられます。
wording-field = 管理者へのお知らせ
wording-no = 件数と見出しだけを伝える
wording-yes = ご質問の文も見せてよい
wording-kept-no = 承知いたしました。ご質問の文はお見せしません。
wording-kept-yes = ありがとうございます。これからのご質問の文を、お名前を除いて、ガイドを整える管理者にお見せします。
wording-not-yours = 恐れ入ります。お選びになれるのは、その会社の方だけです。

# コマンドライン
help-digest-unanswered = ガイドで答えられなかったご質問についての、管理者へのお知らせを見る。ご質問の文は出ません。
unanswered-no-admin = { $name }さんは管理者ではありません。このお知らせは管理者にだけ届きます。管理者の一覧は minori people list で見られます。
unanswered-preview-heading = { $name }さんへのお知らせ（{ $first }から{ $last }まで）
unanswered-preview-topic = ・{ $heading }：{ $counts }
unanswered-preview-wrong = ・{ $title }：{ $people }
unanswered-preview-place = 　{ $place }

# 質問への回答についての文。

# 四つの状態。かならずどれか一つを最初に示す。
state-answered = 回答（ガイドから）
state-not_in_guides = ガイドに記載がありません
state-handed_over = コーディネーターにお預かりしました
state-failed = お答えできませんでした

answer-not-in-guides = 申し訳ありません。入っているガイドには、お尋ねの内容に答える記述が見つかりませんでした。
answer-failed = 申し訳ありません。途中で不具合が起き、お答えできませんでした。もう一度お試しください。続くようでしたら、受付番号 { $reference } を管理者にお伝えください。
answer-handed-over = ご質問をコーディネーターへの引き継ぎとして記録しました（番号 { $reference }）。
answer-nearest = 近い見出しは次のとおりです。
answer-ask-apart = 一度にいくつかのことをお尋ねのようです。一つずつでしたら、お答えできることがあります。

# 回答の前に伝えること。
answer-expired = ご注意ください。「{ $title }」は有効期限（{ $date }）を過ぎています。内容が変わっていないか、ご確認をお願いいたします。
answer-not-yet-valid = ご注意ください。「{ $title }」は { $date } から有効になるものです。

# 回答のあとに伝えること。
answer-deadline = 「{ $title }」の締切は { $date } です。
answer-deadline-passed = 「{ $title }」の締切（{ $date }）は過ぎています。
answer-region = 「{ $title }」の対象地域: { $region }
answer-contact = 「{ $title }」のお問い合わせ先: { $contact }
answer-guides-are-japanese = ガイドは日本語のため、引用は原文のまま示しています。
answer-words-not-reached = 次の英語は用語集にもガイドにもないため、調べられませんでした: { $words }
declined-ask-at = 「{ $topic }」のことでしたら、{ $desk }にご相談いただくのがよいかもしれません。

# 出典と、次にできること。
sources-heading = 出典
source-edition = { $date } 版
source-edition-unknown = 版の日付不明（{ $date } に読み込み）
source-plan = { $town ->
    [none] まちの計画
   *[other] { $town }の計画
 }：{ $title }
source-coordinator = コーディネーターの回答（{ $year }年{ $month }月、担当 { $name }）
source-page = { $page } ページ
follow-ups-heading = 続けて確かめられること
offer-show-passage = 原文を見る [{ $number }]
offer-hand-over = コーディネーターに相談する

# 質問として受け取れないもの。
question-empty = 質問が空でした。知りたいことを一文でお書きください。
question-too-long = 質問が長すぎます（{ $length } 文字）。{ $limit } 文字以内にまとめてください。
hand-over-nothing-asked = まだご質問をいただいていません。先に質問をお書きください。
passage-unknown = 引用元「{ $passage }」が見つかりません。

# チャットでの回答に添えるもの。
offer-useful = 役に立った
offer-off = 知りたいことと違った
offer-hand-over-confirm = お名前・会社名とご質問を、コーディネーターにお伝えします。よろしいでしょうか。
rated-useful = お知らせいただき、ありがとうございます。
rated-off = お知らせいただき、ありがとうございます。言い方を変えてもう一度お尋ねいただくか、コーディネーターにご相談ください。
passage-title = 引用元の原文
fact-guide = ガイド
fact-edition = 版
fact-answered-by = 回答したコーディネーター
fact-answered-on = 回答・確認の日
fact-page = ページ
question-unknown = このご質問の記録が見つかりませんでした。お手数ですが、もう一度お尋ねください。

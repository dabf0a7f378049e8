# 新しい使い道についての文。困りごとは本人の言葉のまま、理由には両方の言葉を引く。

# はたらきをお尋ねする
use-ask-function = ありがとうございます。「{ $words }」を「何を・どうする」の形で言うと、いかがでしょうか？（例: 部屋を冷やす、粉を吸い取る）
use-ask-function-plain = ありがとうございます。それは「何を・どうする」ものでしょうか？（例: 部屋を冷やす、粉を吸い取る）

# ご提案の理由
use-reason-both = 「{ $mine }」と、そこで助けになりそうな「{ $theirs }」は、どちらも「{ $kind }」を相手に「{ $deed }」はたらきです。
use-reason-deed = 「{ $mine }」と、そこで助けになりそうな「{ $theirs }」は、相手は違っても、どちらも「{ $deed }」はたらきです。
use-reason-near = 「{ $mine }」と、そこで助けになりそうな「{ $theirs }」（「{ $deed }」はたらき）は、どちらも「{ $kind }」を相手にします。
use-reason-card = 「{ $mine }」と、{ $company }様の「{ $theirs }」は、どちらも「{ $deed }」はたらきです。同じお客さまのお役に立てるかもしれません。
use-reason-plan = 「{ $mine }」と、その課題で助けになりそうな「{ $theirs }」は、どちらも「{ $deed }」はたらきです。
use-plan-name = { $challenge }（{ $title }）
use-plan-name-paged = { $challenge }（{ $title } { $page } ページ）

# 新しい使い道についての文。困りごとは本人の言葉のまま、理由には両方の言葉を引く。

# はたらきをお尋ねする
use-ask-function = ありがとうございます。「{ $words }」を「何を・どうする」の形で言うと、いかがでしょうか？（例：部屋を冷やす、粉を吸い取る）
use-ask-function-plain = ありがとうございます。それは「何を・どうする」ものでしょうか？（例：部屋を冷やす、粉を吸い取る）

# ご提案の理由
use-reason-both = 「{ $mine }」と、そこで助けになりそうな「{ $theirs }」は、どちらも「{ $kind }」を相手に「{ $deed }」はたらきです。
use-reason-deed = 「{ $mine }」と、そこで助けになりそうな「{ $theirs }」は、相手は違いますが、どちらも「{ $deed }」はたらきです。
use-reason-near = 「{ $mine }」と、そこで助けになりそうな「{ $theirs }」（「{ $deed }」はたらき）は、どちらも「{ $kind }」を相手にします。
use-reason-purpose = 「{ $rung }」という目的が、そこの困りごと（{ $trouble }）と重なります。
use-reason-card = 「{ $mine }」と、{ $company }様の「{ $theirs }」は、どちらも「{ $deed }」はたらきです。同じお客さまのお役に立てるかもしれません。
use-reason-plan = 「{ $mine }」と、その課題で助けになりそうな「{ $theirs }」は、どちらも「{ $deed }」はたらきです。
use-plan-name = { $challenge }（まちの計画 { $title }{ $edition ->
        [none] {""}
       *[other] 、{ $edition } 版
    }）
use-plan-name-paged = { $challenge }（まちの計画 { $title }{ $edition ->
        [none] {""}
       *[other] 、{ $edition } 版
    }、{ $page } ページ）

# ご提案をお見せする
use-title = 新しい使い道の候補
use-intro = 「{ $function }」というはたらきで、ほかにもお役に立てそうな先をお持ちしました。ありそうなもの、そうでないものを教えていただけますか。どれも推測ですので、その先の方に確かめてから進めます。
use-suffers = 困りごと：{ $state }
use-plan-says = 計画の言葉：「{ $quote }」
use-nothing = 「{ $function }」で、理由を添えてお勧めできる先は、いまの一覧にはありませんでした。その先の目的をもう一段教えていただければ（カードの「はしご」に書き足せます）、そこからもう一度探します。
use-nothing-more = 候補は以上です。ありがとうございました。
use-no-function = はたらきがまだ伺えていません。「何を・どうする」の形で教えていただければ、使い道の候補をお持ちします。
use-offer-tick = ありそう
use-offer-decline = 今回は見送る
use-offer-undo = 元に戻す
use-offer-more = ほかの候補を見る
use-offer-first = 最初に尋ねる方を書く
use-offer-show = 新しい使い道を探す
use-offer-matrix = まちの計画と見比べる
use-offer-back = 候補の一覧に戻る
use-ticked = ありそう
use-declined = 今回は見送り
use-gone = この候補は、いまは一覧にありません。お手数ですが、もう一度候補をお開きください。
use-left = ほかに { $count } 件の候補があります。

# 最初に尋ねる方
use-first-ask = ありがとうございます。「{ $name }」のことを最初に尋ねるとしたら、どなたでしょうか？
use-first-example = たとえば、{ $who }のような方です。お名前が浮かばなければ、役割だけでも結構です。
use-first-title = 最初に尋ねる方
use-first-field = 最初に尋ねる方
use-first-hint = お名前、会社や部署、役割など。浮かばなければ空けておいてください。
use-first-submit = 残す
use-first-is = 最初に尋ねる方：{ $person }

# 技術と課題の見比べ
use-matrix-title = 技術と、まちの計画の課題
use-matrix-intro = 読み込まれているまちの計画から、「{ $function }」というはたらきに関わりそうな箇所を、そのまま引きました。関わりがあるかどうか、教えていただけますか。
use-matrix-cell = { $function } × { $challenge }
use-matrix-where = まちの計画：{ $title }（{ $heading }、{ $page } ページ）{ $edition ->
        [none] {""}
       *[other] { $edition } 版
    }
use-matrix-where-unpaged = まちの計画：{ $title }（{ $heading }）{ $edition ->
        [none] {""}
       *[other] { $edition } 版
    }
use-plan-gone = いまの計画には、この文はありません。お返事は、そのときの文とともに残しています。
use-matrix-none = いま読み込まれている計画には、「{ $function }」というはたらきに関わりそうな箇所が見つかりませんでした。
use-matrix-no-plan = まちの計画は、まだ読み込まれていません。管理者の方に、計画のファイルを「まちの計画」として入れていただくと、見比べられます。

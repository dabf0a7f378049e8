# お渡しするもの：価値カードの1枚（PDF・画像）、スライド、Markdown、経営デザインシートの「価値」の欄
sheet-language = ja

# 見出し
sheet-card = 価値カード
sheet-kind-technology = 技術
sheet-kind-know_how = 現場の知恵と技能
sheet-kind-service = お客様への応え方
sheet-title-hidden = 価値カード（お見せできる項目だけ）
sheet-untitled = （名前はまだ決まっていません）
sheet-dated = { $day }
sheet-dated-version = { $day }　第{ $version }版
sheet-past = これまで
sheet-future = これから
sheet-evidence = 根拠の段階
sheet-grade = 根拠の段階
sheet-readiness = 技術とお客様、それぞれの準備
sheet-ladder = はたらきと、その目的
sheet-purpose = その目的は？
sheet-uses = ほかに役立ちそうなところ
sheet-no-uses = まだ選ばれていません
sheet-try = いちばん小さな試し
sheet-try-what = 試すこと
sheet-open = まだ分かっていないこと
sheet-open-else = ほかに、まだ分かっていないこと
sheet-unknown = まだ分かっていません
sheet-cut = …（続きはカードに）
sheet-made-with = ご本人のことばから、実り（Minori）で作成

# 変わること
sheet-share = これまでの { $percent } %
sheet-share-all = 100 %
sheet-headline-less = { $percent } % 減
sheet-headline-more = { $percent } % 増
sheet-headline-times = { $times } 倍
sheet-headline-none = なくなる

# 根拠の段階
sheet-grade-said = お話
sheet-grade-measured = 測定
sheet-grade-tested = お客様の試し
sheet-grade-paid = お支払い

# ほかに役立ちそうなところの出どころ
sheet-use-field = 分野の一覧から
sheet-use-challenge = 社会の課題の一覧から
sheet-use-card = ほかの会社のカードから
sheet-use-plan = 地域の計画から
sheet-use-own = ご本人のことば

# 見てよい方
sheet-sharing-firm = 秘　社内限り
sheet-sharing-coordinator = 秘　社内と担当コーディネーター限り
sheet-sharing-region = 地域で共有

# 経営デザインシート
sheet-design-title = 経営デザインシート（価値の欄）
sheet-design-tab = 価値の欄
sheet-design-note = 「価値」の欄は、価値カードにあるご本人のことばを写したものです。ほかの欄は、社内でお話し合いのうえ、お書きください。「これから」から先に書くと、書きやすくなります。
sheet-design-resources = 資源
sheet-design-model = ビジネスモデル
sheet-design-value = 価値
sheet-design-empty = （まだ書かれていません）
sheet-design-aim = その先に目指すこと
sheet-design-transition = 移行のための戦略
sheet-design-source = 出どころ：{ $firm }の価値カード「{ $title }」（{ $dated }）。様式の考え方：内閣府「経営デザインシート」（2018年）

# ファイル
sheet-name-page = 価値カード_{ $name }{ $audience ->
        [region] _渡す用
       *[other] { "" }
    }
sheet-name-slide = 価値カード_スライド_{ $name }{ $audience ->
        [region] _渡す用
       *[other] { "" }
    }
sheet-name-text = 価値カード_{ $name }{ $audience ->
        [region] _渡す用
       *[other] { "" }
    }
sheet-name-design = 経営デザインシート_価値_{ $name }{ $audience ->
        [region] _渡す用
       *[other] { "" }
    }
sheet-title-page = 価値カード「{ $name }」の1枚
sheet-title-page-replaced = 価値カード「{ $name }」の1枚（この書体にない文字を 〓 に置きかえました：{ $characters }）
sheet-title-slide = 価値カード「{ $name }」のスライド（編集できます）
sheet-title-text = 価値カード「{ $name }」の文章（Markdown）
sheet-title-design = 経営デザインシートの「価値」の欄（{ $name }）
sheet-alt = { $firm }の価値カード{ $has_name ->
        [yes] 「{ $name }」
       *[absent] { "" }
    }、A4縦の1枚。{ $has_who ->
        [yes] どなたに：{ $who }。
        [no] どなたに：まだ分かっていません。
       *[absent] { "" }
    }{ $has_change ->
        [yes] 変わること：{ $change }。
        [no] 変わること：まだ分かっていません。
       *[absent] { "" }
    }{ $figure ->
        [yes] 図：これまでの「{ $before }」と、これからの「{ $after }」を並べています。
       *[absent] { "" }
    }{ $evidence ->
        [said] 根拠：4段階の1、お話として伺っている。
        [measured] 根拠：4段階の2、測った。
        [tested] 根拠：4段階の3、お客様に試していただいた。
        [paid] 根拠：4段階の4、代金をいただいた。
        [none] 根拠：まだ分かっていません。
       *[absent] { "" }
    }{ $readiness ->
        [both] 技術の準備は9段階の{ $trl }、お客様の準備は9段階の{ $crl }。
        [technology] 技術の準備は9段階の{ $trl }、お客様の準備はまだ分かっていません。
        [customer] 技術の準備はまだ分かっていません。お客様の準備は9段階の{ $crl }。
        [neither] 技術の準備も、お客様の準備も、まだ分かっていません。
       *[absent] { "" }
    }{ $ladder ->
        [yes] はたらきからその目的へのはしご：{ $rungs }。
       *[absent] { "" }
    }{ $has_try ->
        [yes] いちばん小さな試し：{ $try }。
        [no] いちばん小さな試し：まだ分かっていません。
       *[absent] { "" }
    }

# ファイルに添えることば
sheet-files-each = 画像は画面でご覧になる方に、PDFは刷ってお渡しになる方に、スライドはご自分の資料に使われる方に、Markdownは文章を写される方に、Excelは経営デザインシートを書かれる方にお使いいただけます。
sheet-files-seen = { $audience ->
    [region] { $firm }が地域に共有している項目だけを載せています。地域の会社とコーディネーターの方にお使いいただくものです。ほかの方に渡される前に、{ $firm }にお確かめください。
   *[coordinator] { $firm }が担当コーディネーターの方に見せている項目だけを載せています。担当コーディネーターの方がお使いになるものです。ほかの方にはお渡しにならないよう、お願いいたします。
}

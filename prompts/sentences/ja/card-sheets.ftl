# お渡しするもの：価値カードの1枚（PDF・画像）、スライド、Markdown、経営デザインシートの「価値」の欄
sheet-language = ja

# 見出し
sheet-card = 価値カード
sheet-kind-technology = 技術
sheet-kind-know_how = 現場の知恵と技能
sheet-kind-service = お客様への応え方
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
sheet-alt = { $firm }の価値カード「{ $name }」。どなたに：{ $has_who ->
        [yes] { $who }
       *[no] まだ分かっていません
    }。変わること：{ $has_change ->
        [yes] { $change }
       *[no] まだ分かっていません
    }。根拠：{ $evidence ->
        [said] 4段階の1、お話として伺っている
        [measured] 4段階の2、測った
        [tested] 4段階の3、お客様に試していただいた
        [paid] 4段階の4、代金をいただいた
       *[none] まだ分かっていません
    }。

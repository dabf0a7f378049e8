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

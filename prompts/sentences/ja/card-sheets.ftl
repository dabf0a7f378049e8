# お渡しするもの：価値カードの1枚（PDF・画像）、スライド、Markdown、経営デザインシートの「価値」の欄
sheet-language = ja

# 見出し
sheet-card = 価値カード
sheet-kind-technology = 技術
sheet-kind-know_how = 現場の知恵と技能
sheet-kind-service = お客様への応え方
sheet-untitled = （名前はまだ決まっていません）
sheet-dated = { $day }　第{ $version }版
sheet-one-line = ひとことで言うと
sheet-case = どなたの、どんな場面で
sheet-past = これまで
sheet-future = これから
sheet-evidence = 何が裏づけているか
sheet-grade = 裏づけの段階
sheet-readiness = 技術とお客様、それぞれの準備
sheet-ladder = はたらきと、その目的
sheet-purpose = その目的は？
sheet-uses = ほかに役立ちそうなところ
sheet-no-uses = まだ選ばれていません
sheet-try = いちばん小さな試し
sheet-open = まだ分かっていないこと
sheet-unknown = まだ分かっていません
sheet-cut = …（続きはカードに）
sheet-made-with = ご本人のことばから、実り（Minori）で作成

# 項目
sheet-field-subject = 名前
sheet-field-listener = お伝えする相手
sheet-field-who = どなたのために
sheet-field-situation = こんな場面で
sheet-field-function = はたらき
sheet-field-ladder = その目的
sheet-field-change = 変わること
sheet-field-notices = 気づく方
sheet-field-pays = お金を払う方
sheet-field-today = 今のやり方
sheet-field-cost = そのためにかかっているもの
sheet-field-evidence = 裏づけ
sheet-field-evidence_kind = 裏づけの段階
sheet-field-holder = 裏づけをお持ちの方
sheet-field-elsewhere = ほかに役立ちそうなところ
sheet-field-reframed = 業界の外のことばで
sheet-field-challenge = かかわる社会の課題
sheet-field-try = 試すこと
sheet-field-try_with = どなたと
sheet-field-try_by = いつまでに
sheet-field-try_cap = 費用の上限
sheet-field-may_tell = お伝えしてよいこと・相手
sheet-field-trl = 技術の準備（TRL）
sheet-field-crl = お客様の準備（CRL）
sheet-field-market = 市場
sheet-field-rivals = ほかの選択肢
sheet-field-objections = 社内の心配とお答え
sheet-field-existing = 今のお客様への影響
sheet-field-obstacles = 実装までに片づけること
sheet-field-dependence = 一社への頼り方

# 変わること
sheet-share = これまでの { $percent } %
sheet-share-all = 100 %
sheet-headline-less = { $percent } % 減
sheet-headline-more = { $percent } % 増
sheet-headline-times = { $times } 倍
sheet-headline-none = なくなる

# 裏づけの段階
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

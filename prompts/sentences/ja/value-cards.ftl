# 価値カード。ご本人の言葉はそのまま引き、わからないことは、わからないと言う。

# 項目
value-card-label-subject = 技術・ノウハウ・サービスの名前
value-card-label-listener = お話しする相手
value-card-label-who = どなたのお困りごとか
value-card-label-situation = 最近の一例
value-card-label-function = はたらき
value-card-label-ladder = その目的
value-card-label-change = 何がどれだけ変わるか
value-card-label-notices = 最初に気づく方
value-card-label-pays = お支払いになる方
value-card-label-today = いまのやり方
value-card-label-cost = いまのやり方の負担
value-card-label-evidence = 根拠
value-card-label-evidence_kind = 根拠の種類
value-card-label-holder = 根拠をお持ちの方
value-card-label-elsewhere = ほかに役立ちそうなところ
value-card-label-reframed = 業界の言葉を使わずに言うと
value-card-label-challenge = 関わりのある社会課題
value-card-label-try = いちばん小さな試し
value-card-label-try_with = どなたと試すか
value-card-label-try_by = いつまでに
value-card-label-try_cap = 費用の上限
value-card-label-may_tell = お話ししてよい範囲
value-card-label-trl = 技術の成熟度（TRL）
value-card-label-crl = お客様側の準備の度合い（1〜9）
value-card-label-market = 市場
value-card-label-rivals = ほかの選択肢との違い
value-card-label-objections = 社内で出そうなご意見と、そのお答え
value-card-label-existing = いまのお客様への影響
value-card-label-obstacles = 実装までに片づけること
value-card-label-dependence = 一社への依存の度合い

value-card-title = 価値カード：{ $name }
value-card-title-unnamed = 価値カード（名前は示されていません）
value-card-unknown = まだ分かっていません（未回答）
value-card-later = あとで伺うことになっています（未回答）
value-card-unasked = まだ伺っていません

# 項目のまとまり
value-card-group-value = 価値（何が、どなたに、どう役立つか）
value-card-group-customer = お客様（一例、いまのやり方、その負担）
value-card-group-evidence = 根拠
value-card-group-ideas = ほかの使い道・社会課題
value-card-group-plans = これからの計画・社内のこと
value-card-reach-firm = 自社だけ
value-card-reach-coordinator = 担当のコーディネーターまで
value-card-reach-region = 地域の会社とコーディネーターまで

# 根拠の段階
value-card-kind-said = お話として伺っている
value-card-kind-measured = 測った
value-card-kind-tested = お客様に試していただいた
value-card-kind-paid = 代金をいただいた
value-card-grade-none = 根拠の段階：まだありません（4段階のうち）
value-card-grade-said = 根拠の段階：4段階の{ $grade }（お話として伺っている）
value-card-grade-measured = 根拠の段階：4段階の{ $grade }（測った）
value-card-grade-tested = 根拠の段階：4段階の{ $grade }（お客様に試していただいた）
value-card-grade-paid = 根拠の段階：4段階の{ $grade }（代金をいただいた）

# 技術とお客様の準備の差
value-card-gap-neither = 技術の成熟度も、お客様側の準備の度合いも、まだ分かっていません。
value-card-gap-no-customer = 技術の成熟度は9段階の{ $technology }ですが、お客様側の準備の度合いはまだ分かっていません。
value-card-gap-no-technology = お客様側の準備の度合いは9段階の{ $customer }ですが、技術の成熟度はまだ分かっていません。
value-card-gap-wide = 技術の成熟度は9段階の{ $technology }、お客様側は9段階の{ $customer }で{ $gap }段の開きがあり、次に確かめるのは技術よりもお客様のほうです。
value-card-gap-even = 技術の成熟度は9段階の{ $technology }、お客様側は9段階の{ $customer }で、開きは{ $gap }段です。
value-card-gap-ahead = お客様側は9段階の{ $customer }まで進み、技術の成熟度は9段階の{ $technology }で{ $gap }段の開きがあり、次は技術を確かめる番です。
value-card-crl-guessed = お困りごとを推し量っている段階
value-card-crl-asked = お客様に確かめている段階
value-card-crl-bought = お買い上げいただいている段階

# 一行と一分
value-card-joint = { "" }
value-card-line-who = { $end ->
    [noun] { $words }へ。
   *[other] 「{ $words }」という方へ。
}
value-card-line-who-unknown = どなたに役立つかは、まだ分かっていません。
value-card-line-change = { $end ->
    [noun] { $words }。
    [plain] { $words }。
    [polite] { $words }。
    [toward] { $words }。
   *[other] 「{ $words }」
}
value-card-line-change-unknown = どれだけ変わるかは、これから確かめます。
value-card-line-subject = { $end ->
    [foreign] （{ $words }）
   *[other] （{ $words }）
}
value-card-minute-who = { $end ->
    [noun] 助かるのは、{ $words }です。
   *[other] 助かるのは、「{ $words }」という方です。
}
value-card-minute-who-unknown = どなたが助かるのかは、まだ分かっていません。
value-card-minute-situation = { $end ->
    [noun] たとえば、{ $words }という場面です。
    [plain] たとえば、{ $words }、という場面です。
   *[other] たとえば、「{ $words }」という場面です。
}
value-card-minute-change = { $end ->
    [noun] どう変わるかというと、{ $words }です。
    [plain] どう変わるかというと、{ $words }、ということです。
    [polite] どう変わるかというと、{ $words }。
    [toward] どう変わるかというと、{ $words }変わります。
   *[other] どう変わるかというと、「{ $words }」ということです。
}
value-card-minute-change-unknown = どれだけ変わるのかは、まだ分かっていません。
value-card-minute-today = { $end ->
    [noun] いまのやり方は、{ $words }です。
    [plain] いまのやり方は、{ $words }、というものです。
    [polite] いまのやり方はこうです。{ $words }。
   *[other] いまのやり方は、「{ $words }」というものです。
}
value-card-minute-today-unknown = いまどうしているのかは、まだ分かっていません。
value-card-minute-cost = { $end ->
    [noun] その負担は、{ $words }です。
    [plain] その負担は、{ $words }、ということです。
    [polite] その負担はこうです。{ $words }。
   *[other] その負担は、「{ $words }」ということです。
}
value-card-minute-evidence = { $end ->
    [noun] そう言える根拠は、{ $words }です。
    [plain] そう言える根拠は、{ $words }、ということです。
    [polite] そう言える根拠はこうです。{ $words }。
   *[other] そう言える根拠は、「{ $words }」ということです。
}
value-card-minute-evidence-unknown = そう言える根拠は、まだ確かめられていません。
value-card-minute-kind-said = いまのところは、話として聞いている段階です。
value-card-minute-kind-measured = これは、実際に測った結果です。
value-card-minute-kind-tested = これは、お客様に試していただいた結果です。
value-card-minute-kind-paid = これには、実際に代金をいただいています。
value-card-minute-holder = { $end ->
    [noun] 根拠を持っているのは、{ $words }です。
   *[other] 根拠を持っているのは、「{ $words }」ということです。
}
value-card-minute-subject = { $end ->
    [noun] これを支えるのは、{ $words }です。
   *[other] これを支えるのは、「{ $words }」です。
}
value-card-minute-function = { $end ->
    [noun] そのはたらきは、{ $words }です。
    [plain] そのはたらきは、{ $words }ことです。
   *[other] そのはたらきは、「{ $words }」ということです。
}
value-card-minute-rivals = { $end ->
    [noun] ほかのやり方との違いは、{ $words }です。
    [plain] ほかのやり方との違いは、{ $words }、ということです。
    [polite] ほかのやり方との違いはこうです。{ $words }。
   *[other] ほかのやり方との違いは、「{ $words }」ということです。
}
value-card-minute-purpose = { $end ->
    [noun] その先にある目的は、{ $words }です。
    [plain] その先にある目的は、{ $words }ことです。
   *[other] その先にある目的は、「{ $words }」ということです。
}

# A4、社内メモ、計画
value-card-a4-benefit = どなたに、どう役立つか
value-card-a4-today = いまのやり方と、その負担
value-card-a4-evidence = 根拠
value-card-a4-feature = 何を、どうするものか
value-card-a4-elsewhere = ほかの使い道
value-card-a4-try = まず小さく試すなら
value-card-memo-about = 社内の方だけがお読みになる資料です。社外へはお渡しにならないようお願いいたします。
value-card-memo-why = 何のためか
value-card-memo-objections = 出そうなご意見と、そのお答え
value-card-memo-existing = いまのお客様への影響
value-card-memo-next = 次に行うこと、片づけること
value-card-plan-market = どの市場に
value-card-plan-value = どんな価値を
value-card-plan-payer = どなたがお支払いになるか
value-card-plan-need = お困りごと（Need）
value-card-plan-approach = 進め方（Approach）
value-card-plan-benefit = 得られること（Benefit）
value-card-plan-competition = ほかの選択肢（Competition）
value-card-plan-nothing = 「何もしない」も、お客様の選択肢の一つです。
value-card-plan-obstacles = 実装までに片づけること
value-card-plan-dependence = 一社への依存
value-card-open-count = まだ分かっていないことが { $count } 件あります。

# できないこと
value-card-refused-not-found = この価値カードは見つかりませんでした。
value-card-refused-not-yours = お気づかいありがとうございます。価値カードを直したり共有したりするのは、その会社の方にお願いしています。
value-card-refused-changed = 行き違いがありました。ほかの方が先に直されたようです。恐れ入りますが、いまのカードをご覧のうえ、もう一度お願いいたします。
value-card-refused-no-version = その版は見つかりませんでした。
value-card-refused-undo = 取り消せるのは、ご自分が10分以内に行った、いちばん新しい変更だけです。「履歴」から、前の版に戻すことができます。
value-card-refused-unconfirmed = このカードは、まだ会社の方のご確認をいただいていません。ご確認のあとで共有をお選びいただけます。
value-card-refused-caution = 地域に共有される前に、注意点をお読みいただく必要があります。恐れ入りますが、「共有」からもう一度お選びください。
value-card-refused-no-use = その使い道の案は見つかりませんでした。
value-card-refused-too-long = 一つの項目は{ $longest }字までお書きいただけます（いまは{ $count }字です）。
value-card-refused-level = 成熟度と準備の度合いは、1から9までの数字でお書きください。
value-card-refused-kind = 根拠の種類は、示された中からお選びください。

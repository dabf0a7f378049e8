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
value-card-not-yet = まだお客様の言葉になっていません：「{ $words }」
value-card-not-yet-outside = 社外の方には、分かるまで「まだ分かっていません」とお見せします。このお言葉で合っているときは、「このままで合っています」をお押しください。
value-card-day = { $year }年{ $month }月{ $day }日（{ $weekday ->
        [1] 月
        [2] 火
        [3] 水
        [4] 木
        [5] 金
        [6] 土
       *[7] 日
    }）

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
value-card-gap-neither = { $kind ->
        [know_how] 技（わざ）
        [service] ご対応
       *[other] 技術
    }の成熟度も、お客様側の準備の度合いも、まだ分かっていません。
value-card-gap-no-customer = { $kind ->
        [know_how] 技（わざ）
        [service] ご対応
       *[other] 技術
    }の成熟度は9段階の{ $technology }ですが、お客様側の準備の度合いはまだ分かっていません。
value-card-gap-no-technology = お客様側の準備の度合いは9段階の{ $customer }ですが、{ $kind ->
        [know_how] 技（わざ）
        [service] ご対応
       *[other] 技術
    }の成熟度はまだ分かっていません。
value-card-gap-wide = { $kind ->
        [know_how] 技（わざ）
        [service] ご対応
       *[other] 技術
    }の成熟度は9段階の{ $technology }、お客様側は9段階の{ $customer }で{ $gap }段の開きがあり、次に確かめるのは{ $kind ->
        [know_how] 技（わざ）
        [service] ご対応
       *[other] 技術
    }よりもお客様のほうです。
value-card-gap-even = { $kind ->
        [know_how] 技（わざ）
        [service] ご対応
       *[other] 技術
    }の成熟度は9段階の{ $technology }、お客様側は9段階の{ $customer }で、開きは{ $gap }段です。
value-card-gap-ahead = お客様側は9段階の{ $customer }まで進み、{ $kind ->
        [know_how] 技（わざ）
        [service] ご対応
       *[other] 技術
    }の成熟度は9段階の{ $technology }で{ $gap }段の開きがあり、次は{ $kind ->
        [know_how] 技（わざ）
        [service] ご対応
       *[other] 技術
    }を確かめる番です。
value-card-crl-guessed = お困りごとを推し量っている段階
value-card-crl-asked = お客様に確かめている段階
value-card-crl-bought = お買い上げいただいている段階

# 一行と一分
value-card-joint = { "" }
value-card-line-who = { $end ->
    [noun] { $words }へ。
    [plain] { $words }。
    [polite] { $words }。
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
    [plain] どなたのお困りごとかというと、{ $words }、ということです。
    [polite] どなたのお困りごとかというと、{ $words }。
   *[other] 助かるのは、「{ $words }」という方です。
}
value-card-minute-who-unknown = どなたが助かるのかは、まだ分かっていません。
value-card-minute-situation = { $end ->
    [noun] たとえば、{ $words }という場面です。
    [plain] たとえば、{ $words }、という場面です。
    [polite] たとえば、{ $words }。
   *[other] たとえば、「{ $words }」という場面です。
}
value-card-minute-change = { $end ->
    [noun] どう変わるかというと、{ $words }です。
    [plain] 変わるのは、{ $words }ことです。
    [done] どう変わったかというと、{ $words }、ということです。
    [polite] どう変わるかというと、{ $words }。
    [toward] どう変わるかというと、{ $words }変わります。
    [state] どう変わるかというと、{ $words }に変わります。
   *[other] どう変わるかというと、「{ $words }」ということです。
}
value-card-minute-change-unknown = どれだけ変わるのかは、まだ分かっていません。
value-card-minute-today = { $end ->
    [noun] いまのやり方は、{ $words }です。
    [plain] いまは、{ $words }、というやり方です。
    [polite] いまは、{ $words }。
    [now] { $words }。
   *[other] いまのやり方は、「{ $words }」というものです。
}
value-card-minute-today-unknown = いまどうしているのかは、まだ分かっていません。
value-card-minute-cost = { $end ->
    [noun] その負担は、{ $words }です。
    [plain] その負担は、{ $words }、ということです。
    [polite] その負担ですが、{ $words }。
   *[other] その負担は、「{ $words }」ということです。
}
value-card-minute-evidence = { $end ->
    [noun] そう言える根拠は、{ $words }です。
    [plain] そう言えるのは、{ $words }からです。
    [polite] そう言える根拠ですが、{ $words }。
   *[other] そう言える根拠は、「{ $words }」ということです。
}
value-card-minute-evidence-unknown = そう言える根拠は、まだ確かめられていません。
value-card-minute-kind-said = いまのところは、話として聞いている段階です。
value-card-minute-kind-measured = これは、実際に測った結果です。
value-card-minute-kind-tested = これは、お客様に試していただいた結果です。
value-card-minute-kind-paid = これには、実際に代金をいただいています。
value-card-minute-holder = { $end ->
    [noun] その裏付けを持っているのは、{ $words }です。
   *[other] その裏付けを持っているのは、「{ $words }」ということです。
}
value-card-minute-subject = { $end ->
    [noun] これを支えるのが、{ $words }です。
   *[other] これを支えるのが、「{ $words }」です。
}
value-card-minute-function = { $end ->
    [noun] そのはたらきは、{ $words }です。
    [plain] そのはたらきは、{ $words }ことです。
   *[other] そのはたらきは、「{ $words }」ということです。
}
value-card-minute-rivals = { $end ->
    [noun] ほかのやり方との違いは、{ $words }です。
    [plain] { $words }ところが、ほかのやり方との違いです。
    [polite] ほかのやり方との違いですが、{ $words }。
   *[other] ほかのやり方との違いは、「{ $words }」ということです。
}
value-card-minute-purpose = { $end ->
    [noun] その先に目指すのは、{ $words }です。
    [plain] その先に目指すのは、{ $words }ことです。
   *[other] その先に目指すのは、「{ $words }」ということです。
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
value-card-page-open = この一枚のうち{ $count }件は、まだ分かっていません。「直す」から書き足していただけます。
value-card-open-count = まだ分かっていないことが{ $count }件あります。

# できないこと
value-card-refused-not-found = この価値カードは見つかりませんでした。
value-card-refused-not-yours = お気づかいありがとうございます。価値カードを直したり共有したりするのは、その会社の方にお願いしています。
value-card-refused-changed = 行き違いがありました。ほかの方が先に直されたようです。恐れ入りますが、いまのカードをご覧のうえ、もう一度お願いいたします。
value-card-refused-no-version = その版は見つかりませんでした。
value-card-refused-undo = 取り消せるのは、ご自分が10分以内に行った、いちばん新しい変更だけです。「履歴」から、前の版に戻すことができます。
value-card-refused-unconfirmed = このカードは、まだ会社の方のご確認をいただいていません。ご確認のあとで、直したり共有したりしていただけます。
value-card-refused-caution = 地域に共有される前に、注意点をお読みいただく必要があります。恐れ入りますが、「共有」からもう一度お選びください。
value-card-refused-no-use = その使い道の案は見つかりませんでした。
value-card-refused-too-long = 一つの項目は{ $longest }字までお書きいただけます（いまは{ $count }字です）。
value-card-refused-level = 成熟度と準備の度合いは、1から9までの数字でお書きください。
value-card-refused-kind = 根拠の種類は、示された中からお選びください。

# カードの表示
value-card-audience-firm = 秘　自社の方だけがご覧になれます。
value-card-audience-part = 秘　下に示した範囲のほかは、自社の方だけがご覧になれます。
value-card-audience-shown = 秘　この会社が選んだ範囲だけをお見せしています。ほかの方へお伝えになる前に、この会社にお確かめください。
value-card-label-firm = 会社
value-card-draft = 言語モデルの下書き（残すと選ばれたもの。御社だけに見え、文面・ファイル・検索には使いません）
value-card-unconfirmed = コーディネーターが書きとめたものです。会社の方のご確認を待っています。
value-card-uses = 選んだ使い道（{ $count }件）
value-card-done-corrected = ありがとうございます。直しました。
value-card-done-accepted = ありがとうございます。お言葉のとおりといたしました。共有しているところでは、このお言葉をお見せします。
value-card-done-answered = ありがとうございます。お答えを書きとめました。
value-card-done-restored = 前の版の言葉に戻しました。共有の範囲は、いまのままです。
value-card-done-undone = 取り消しました。
value-card-done-nothing = 変わったところはありませんでした。
value-card-not-here = 価値カードは、Minori との直接の会話か、自社の方だけがいる会話でお見せしています。
value-card-none-yet = 価値カードはまだありません。価値の棚卸しを終えると、ここでご覧になれます。

# ボタン
value-offer-edit = 直す
value-offer-accept = このままで合っています
value-offer-open = 未回答に答える
value-offer-share = 共有
value-offer-unshare = 共有をやめる
value-offer-texts = 文章
value-offer-text-line = 一行
value-offer-text-minute = 一分
value-offer-text-a4 = A4一枚
value-offer-text-memo = 社内メモ
value-offer-text-plan = 計画（一枚）
value-offer-files = ファイル
value-offer-files-inside = ファイル（社内用）
value-offer-files-outside = ファイル（渡す用）
value-offer-history = 履歴
value-offer-compare = 二つの版をくらべる
value-offer-compare-now = いまの版とくらべる
value-offer-restore = この版に戻す
value-offer-delete = 削除
value-offer-undo = 取り消す
value-offer-show = 詳しく
value-offer-post = 見る
value-offer-find = 価値カードを探す

# 直す、答える
value-card-edit-title = 価値カードを直す
value-card-open-title = 未回答に答える
value-card-open-about = いまわかるところだけで結構です。空けておくと、未回答のままになります。
value-card-open-more = このあとに、まだ{ $count }件あります。
value-card-open-none = 未回答の項目はありません。ありがとうございます。
value-card-save = 保存
value-card-level = { $level }
value-card-level-guessed = { $level }（お困りごとを推し量っている）
value-card-level-asked = { $level }（お客様に確かめている）
value-card-level-bought = { $level }（お買い上げいただいている）

# 共有
value-card-share-title = 共有の範囲
value-card-share-about = 項目のまとまりごとにお選びください。いつでも変えたり取りやめたりでき、どなたが選んだかを記録します。
value-card-share-submit = 決める
value-card-shared-done = ありがとうございます。共有の範囲を記録しました。
value-card-unshared = 共有をすべて取りやめました。いまからは、自社の方だけがご覧になれます。
value-card-unshare-confirm = すべての項目を自社の方だけに戻します。すでにお渡ししたファイルや、会話に出たカードはそのまま残ります。よろしいですか。
value-card-caution-title = 地域に共有する前に
value-card-caution-first = まだ共有していません。次の項目が、地域のほかの会社とコーディネーターから見えるようになります。ご確認をお願いいたします。
value-card-caution-nda = 秘密保持契約（NDA）のあるお客様のお名前、部品、図面、数値は入っていませんか。入っているときは、先に「直す」で外してください。
value-card-caution-patent = 特許や意匠の出願をお考えのときは、出願の前に公開すると、権利を得られなくなることがあります。先に「INPIT 知財総合支援窓口」へのご相談をおすすめします。
value-card-caution-name = 会社のお名前もあわせて示されます。
value-card-caution-revoke = 共有はいつでも取りやめられますが、すでにご覧になった方の記憶までは消せません。
value-card-caution-agree = 確かめたので共有する
value-card-caution-again = 選び直す

# 文章とファイル
value-card-text-nothing = お見せできる言葉がまだありません。
value-card-text-copy = このまま写してお使いいただけます。
value-card-files = 価値カードのファイルです（{ $count }件）。
value-card-files-inside = 社内用です。共有していない項目も入っています。社外の方に渡すものは、「共有」で地域に見せると決めた項目だけで作れます。
value-card-files-outside = 渡す用です。地域に共有した項目だけを載せています。
value-card-files-outside-none = 渡す用のファイルは、地域に共有した項目だけで作ります。いまは「価値」の項目が地域に共有されていません。「共有」からお選びください。
value-card-files-care = 社外の方にお渡しになる前に、お客様のお名前や公開前の内容が入っていないか、お確かめください。
value-card-files-none = いまはファイルをお作りできません。恐れ入りますが、「文章」をお使いください。

# 履歴
value-card-history-title = 履歴
value-card-history-shared = 共有の記録
value-card-history-more = ほか{ $count }項目
value-card-version = 第{ $number }版　{ $when }　{ $name }さん
value-card-version-made = 棚卸しからできました
value-card-version-walked = 棚卸しの続きが入りました
value-card-version-accepted = お言葉のままで合っていると確かめました
value-card-version-corrected = 直しました
value-card-version-answered = 未回答に答えました
value-card-version-restored = 第{ $number }版に戻しました
value-card-version-undone = 取り消しました
value-card-version-confirmed = 会社の方が確認しました
value-card-version-shared = 共有の範囲を変えました
value-card-shared-by = { $when }　{ $name }さん
value-card-compare-title = 二つの版をくらべる
value-card-compare-one = 前
value-card-compare-other = 後
value-card-compare-submit = くらべる
value-card-compare-same = 言葉に違いはありません。
value-card-restore-confirm = 第{ $number }版の言葉に戻します。いまの言葉も履歴に残ります。よろしいですか。

# 削除
value-card-delete-confirm = この価値カードを、すべての版と共有の記録、Minori がチャットに出したカードやファイルとあわせて削除します。元には戻せません。棚卸しと、皆さまがお書きになったメッセージは残ります（Minori からは消せません）。よろしいですか。
value-card-deleted = 価値カードを削除しました。検索にも、ほかの会社への案にも、もう出てきません。Minori がチャットに出したカードやファイルも消しています。終わりましたら、削除なさった方にお知らせします。削除したことだけを、言葉を除いて記録しています。

# 探す
value-find-title = 価値カードを探す
value-find-about = はたらき（例：油を洗い流す）でも、お困りごと（例：段取りに時間がかかる）でも探せます。「探す 段取りに時間がかかる」のように書いていただいても結構です。
value-find-field = 探したいこと
value-find-hint = ご覧になれる範囲のカードだけから探します。
value-find-submit = 探す
value-find-asked = 「{ $words }」に近い価値カード
value-find-count = { $count }件見つかりました。
value-find-none = 近いカードは見つかりませんでした。
value-find-nothing-said = 探したいことを、ひとことお書きいただけますか。
value-find-elsewhere = 価値カードを探すときは、Minori との直接の会話に「探す …」とお書きください。
value-find-not-for-you = 価値カードは、登録された会社の方とコーディネーターの方がお探しになれます。
value-find-own = 自社
value-find-near-function = はたらきが近い：「{ $words }」
value-find-near-reframed = 言い換えた価値が近い：「{ $words }」
value-find-near-who = お困りの方が近い：「{ $words }」
value-find-near-situation = 最近の一例が近い：「{ $words }」
value-find-near-today = いまのやり方が近い：「{ $words }」
value-find-near-cost = 負担が近い：「{ $words }」
value-find-near-change = 変わることが近い：「{ $words }」
value-find-near-ladder = 目的が近い：「{ $words }」
value-find-near-subject = 名前が近い：「{ $words }」
value-find-empty = 近いカードは見つかりませんでした。ご覧になれる価値カードが、まだないためです。価値の棚卸しを終えた会社が「地域」や「コーディネーター」まで共有すると、ここで探せるようになります。
value-find-taken-as = 「{ $troubles }」にあたるお困りごととしても探しましたが、ご覧になれるカードにはありませんでした。
value-find-try = お試しいただけること：①困っている方と場面を短く（例：朝の仕込みに時間がかかる）　②「何を・どうする」の形で（例：油を洗い流す）　③品名や型番よりも、ふだんの言葉で。
value-find-same-trouble = 同じお困りごと：{ $troubles }
value-find-near-challenge = 社会の課題が近い：「{ $words }」
value-find-near-elsewhere = ほかの使い道が近い：「{ $words }」

# ホーム
value-home = 価値カード（{ $count }件）
value-home-shared = ご担当の会社の価値カード（{ $count }件）
value-home-page = { $page } / { $pages } ページ
value-home-find = はたらきや、お困りごとから
value-home-goes-out = 一部を共有しています
value-home-stays = 自社だけ

# 面談の前に
value-card-in-short = 自社の価値カードから。お相手に合わせて、お使いになるところをお選びください。

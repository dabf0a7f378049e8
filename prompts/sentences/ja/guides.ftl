# ガイドを入れる・戻す・外すときの文。どの文も、どうすればよいかを言う。

# 入れた結果
guides-loaded-new = 「{ $title }」（{ $guide }）を新しいガイドとして入れました。{ $passages } か所を引用できます。
guides-loaded-new-edition = 「{ $title }」（{ $guide }）の新しい版を入れました。これからは第 { $number } 版だけを引用します。元に戻すには minori guides rollback { $guide } をお使いください。
guides-loaded-unchanged = 「{ $title }」（{ $guide }）はすでに同じ内容で入っているため、そのままにしました。

# 入れる前の確認（まだ何も変えていない）
guides-would-be-new = 「{ $title }」（{ $guide }）は新しいガイドになります。{ $passages } か所を引用できるようになります。
guides-would-be-new-edition = 「{ $title }」（{ $guide }）の第 { $number } 版になり、今の版に代わって引用されます。
guides-would-be-unchanged = 「{ $title }」（{ $guide }）はすでに同じ内容で入っているため、何も変わりません。

# 一覧での状態
guides-state-current = 引用中
guides-state-expired = 引用中（有効期限切れ）
guides-state-superseded = 前の版
guides-state-retired = 引用をやめたもの

# 断るとき
guides-nothing-changed = { $count } 件のファイルを入れられなかったため、今回はどのファイルも入れていません。前の状態のままです。次の点を直して、もう一度お願いいたします。
guides-details-refused = ガイドの情報に { $count } か所、直していただきたいところがあります。
guides-no-text = 引用できる文章が見つかりませんでした。見出しの下に文章があるかお確かめのうえ、もう一度お願いいたします。
guides-older-edition = 「{ $guide }」は今の版（{ $current }）より古い版（{ $edition }）です。古い版に戻してよろしければ、--allow-older を付けてもう一度お願いいたします。
guides-same-id = id「{ $guide }」が { $other } と同じです。別のガイドでしたら、--id か冒頭の id: で違う名前を付けてください。
guides-not-found = 「{ $guide }」というガイドは見つかりません。minori guides list で id をご確認ください。
guides-no-such-release = 「{ $guide }」に第 { $number } 版はありません。minori guides show { $guide } で版をご確認ください。
guides-no-original = もとのファイル（{ $sha256 }）が見つかりません。minori doctor でデータの状態をご確認ください。
guides-nothing-earlier = 「{ $guide }」には、今の版より前に引用していた版がありません。引用をやめるには minori guides retire { $guide } をお使いください。
guides-already-retired = 「{ $guide }」はすでに引用をやめています。もう一度引用するには minori guides rollback { $guide } をお使いください。

# ガイドの情報（冒頭の見出し情報、またはオプション）
guides-details-unknown-key = { $line ->
    [0] 「{ $key }」という項目は使えません。使える項目は { $allowed } です。
   *[other] { $line } 行目の「{ $key }」という項目は使えません。使える項目は { $allowed } です。
}
guides-details-choice = { $line ->
    [0] { $key } の「{ $value }」は使えません。次のどれかにしてください: { $allowed }
   *[other] { $line } 行目の { $key }「{ $value }」は使えません。次のどれかにしてください: { $allowed }
}
guides-details-date = { $line ->
    [0] { $key } の「{ $value }」を日付として読めません。2026-04-01、2026年4月1日、令和8年4月1日 のように書いてください。
   *[other] { $line } 行目の { $key }「{ $value }」を日付として読めません。2026-04-01、2026年4月1日、令和8年4月1日 のように書いてください。
}
guides-details-one-value = { $line ->
    [0] { $key } には値を一つだけ書いてください。
   *[other] { $line } 行目の { $key } には値を一つだけ書いてください。
}
guides-details-id = { $line ->
    [0] id「{ $value }」は使えません。文字・数字・「-」「_」「.」だけで、80 文字以内にしてください。
   *[other] { $line } 行目の id「{ $value }」は使えません。文字・数字・「-」「_」「.」だけで、80 文字以内にしてください。
}
guides-details-no-id = ファイル名から id を決められません。--id か冒頭の id: で名前を付けてください。
guides-details-validity = { $line ->
    [0] { $key } が valid_from（{ $valid_from }）より前になっています。どちらかの日付を直してください。
   *[other] { $line } 行目の { $key } が valid_from（{ $valid_from }）より前になっています。どちらかの日付を直してください。
}

# 入れたが、知っておいていただきたいこと
guides-edition-unknown = 版の日付が分からないため、入れた日（{ $date }）としました。--edition か冒頭の edition: で日付を付けられます。
guides-edition-ahead = 版の日付（{ $date }）が今日より先です。日付が合っているかご確認ください。
guides-expired = 有効期限（{ $date }）を過ぎています。回答では、そのことを最初にお伝えします。新しい版がありましたら、入れ直してください。
guides-replaces-bundled = はじめから入っている「{ $title }」に代わって引用されます。別のガイドでしたら、--id で違う名前を付けて入れ直してください。
guides-same-title = 同じ題名の「{ $title }」（{ $guide }）も引用されています。その新しい版でしたら、--id { $guide } を付けて入れ直してください。
guides-audience-unknown = お見せする方の「{ $words }」は役割の名前ではないため、読む方を限りません。限るときは member、coordinator、admin のいずれかを書いてください。

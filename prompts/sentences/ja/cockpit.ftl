# コーディネーターの手もと：担当先の一覧。どの会社がお力を待っているか。

# 一覧
cockpit-home = 担当先
cockpit-title = 担当先の一覧
cockpit-page = 全 { $count } 社です（{ $page }／{ $pages } ページ）。お力をお待ちの会社から順に並べています。
cockpit-none = いま、ご担当の会社はありません。
cockpit-none-fits = この条件に当てはまる出会いのある会社はありません。
cockpit-not-shared = 共有されていません
cockpit-not-yours = 恐れ入ります。担当先の一覧は、コーディネーターご本人だけが、Minori との直接の会話かホームでご覧になれます。
cockpit-open = 進行中 { $count } 件
cockpit-count-wall_1 = 壁1：{ $count } 件
cockpit-count-wall_2 = 壁2：{ $count } 件
cockpit-count-wall_3 = 壁3：{ $count } 件
cockpit-oldest = 最も長いもの { $days } 日
cockpit-questions = お返事待ちのご質問 { $count } 件

# しぼり込む
cockpit-sifted = しぼり込み
cockpit-unsifted = しぼり込みなし（すべての担当先）
cockpit-at-wall_1 = 壁1
cockpit-at-wall_2 = 壁2
cockpit-at-wall_3 = 壁3
cockpit-wall-wall_1 = 壁1（次の一歩がこれから）
cockpit-wall-wall_2 = 壁2（市場・使う方・決める方がこれから）
cockpit-wall-wall_3 = 壁3（実証の目安・判断の日・費用の持ち手がこれから）
cockpit-sifted-days = { $days }日以上
cockpit-sifted-event = 催し：{ $event }
cockpit-sifted-event-gone = 催し：いまは共有されていません
cockpit-sifted-owner = 担当：{ $name }
cockpit-sifted-owner-gone = 担当：いまは共有されていません
cockpit-sift-title = 担当先をしぼり込む
cockpit-sift-intro = 当てはまる出会いのある会社だけを並べます。条件はいくつでも重ねてお選びいただけ、次に開いたときも同じです。催しと担当の方は、言葉まで共有している会社のものだけが並びます。
cockpit-words-only = 催しと担当の方でのしぼり込みは、言葉まで共有している会社だけが対象です（日付・段階・壁だけを共有している { $count } 社は含みません）。
cockpit-loosen = { $field ->
    [stage] 「段階」
    [wall] 「壁」
    [days] 「最後の動きからの日数」
    [event] 「催し」
   *[owner_id] 「担当の方」
}の条件を外すと、{ $count } { $of ->
    [firms] 社
   *[encounters] 件
}あります。
cockpit-loosen-several = { $conditions ->
    [1] 条件を外すと、すべてご覧になれます。
   *[other] 一つの条件を外すだけでは見つかりません。「条件を外す」を押すと、すべてご覧になれます。
}
cockpit-sift-submit = しぼり込む
cockpit-field-stage = 段階
cockpit-field-wall = 壁
cockpit-field-days = 最後の動きからの日数
cockpit-field-event = 催し
cockpit-field-owner = 会社の担当の方
cockpit-any = すべて

# ボタン
cockpit-offer-firms = 担当先の一覧を見る
cockpit-offer-sift = しぼり込む
cockpit-offer-clear = 条件を外す

# 会社のページ
cockpit-own = 自社のいま
cockpit-own-says = 自社の出会いを、段階や担当の方でしぼり込んでご覧になれます。価値カード、ご自身のご相談、これまでの経過は、自社のページにあります。
cockpit-firm-title = 会社のページ
cockpit-firm = { $name }
cockpit-firm-not-yours = 恐れ入ります。この会社のページは、その会社の方と、共有を受けているご担当のコーディネーターだけがご覧になれます。
cockpit-not-here = 恐れ入ります。会社のページは、Minori との直接の会話かホームだけでお見せしています。
cockpit-section-encounters = 出会い（{ $count } 件）
cockpit-section-questions = お預かりしているご質問（{ $count } 件）
cockpit-own-questions = ご自身のご質問（{ $count } 件）
cockpit-section-cards = 価値カード（{ $count } 枚）
cockpit-section-history = これまでの経過（{ $count } 件）
cockpit-no-encounters = 進行中の出会いはありません。
cockpit-no-questions = お返事を待っているご質問はありません。
cockpit-no-cards = ご覧になれる価値カードはありません。
cockpit-no-history = お見せできる経過はまだありません。
cockpit-more = ほかに { $count } 件あります
cockpit-due = 次の一歩：{ $day }
cockpit-card-moved = 最後の変更：{ $day }
cockpit-asked = { $day }にお預かり
cockpit-question-waiting = お返事待ち
cockpit-question-asked_back = 質問した方の確認待ち
cockpit-offer-firm = 会社のページ
cockpit-offer-own = 自社のページを見る
cockpit-offer-encounter = 詳しく
cockpit-offer-all = すべて見る
cockpit-offer-visit = 連絡を記録する
cockpit-offer-back = 担当先の一覧へ

# わたしの担当量と、これからのこと
cockpit-offer-load = わたしの担当量
cockpit-load-title = わたしの担当量
cockpit-load-firms = ご担当の会社
cockpit-load-open = 進行中の出会い
cockpit-load-overdue = 予定の日を過ぎたもの
cockpit-load-questions = お返事待ちのご質問
cockpit-load-decisions = 今週までの実証の判断
cockpit-firms = { $count } 社（うち共有のある会社 { $shared } 社）
cockpit-matters = { $count } 件
cockpit-next-hour = これから1時間のうちに
cockpit-nothing-due = お届けする予定のものはありません。
cockpit-due-own = ご自身へのお知らせ
cockpit-due-theirs = 担当先の方へのお知らせ
cockpit-due-replies = お返事のめやすが来るご質問
cockpit-due-digests = 週のまとめ

# 計測
help-bench-cockpit = 担当先の一覧・会社のページ・担当量を、たくさんの会社と出会いで開いて、押すたびの時間を測る。

# まとめて延期する
cockpit-offer-put-off = まとめて延期する
cockpit-put-off-title = まとめて延期する
cockpit-put-off-intro = いま一覧にある会社の出会いについて、まとめと一覧でのお知らせを延期します。会社の方へのお知らせや記録は、そのままです。
cockpit-put-off-until = いつまで延期しますか（この日からまたお知らせします）
cockpit-put-off-submit = 内容を確かめる
cockpit-put-off-past = 恐れ入ります。延期の日付は、あす以降でお選びください。
cockpit-put-off-none = 延期できるお知らせはありません。
cockpit-put-off-too-many = いま { $count } 件あります。一度に延期できるのは { $most } 件までですので、一覧をしぼり込んでからお願いいたします。
cockpit-put-off-changed = 行き違いがありました。いまの内容を、もう一度お確かめください。
cockpit-put-off-preview = 次の { $firms } 社の { $count } 件を、{ $day }まで延期します。よろしければ「延期する」を押してください。
cockpit-put-off-more = ほかに { $count } 社
cockpit-put-off-done = 承知いたしました。{ $count } 件を{ $day }まで延期しました。10分以内なら取り消せます。
cockpit-put-off-undone = 元に戻しました。まとめと一覧に、また載せています。
cockpit-put-off-too-late = 恐れ入ります。取り消せるのは10分以内です。延期した件は、その日からまたお知らせします。
cockpit-offer-do-put-off = 延期する
cockpit-offer-undo = 取り消す

# 自社の出会い（会社の方）
cockpit-ours-title = 自社の出会い
cockpit-offer-ours = 自社の出会いを見る
cockpit-offer-ours-load = 皆さまの担当量
cockpit-offer-back-ours = 自社の出会いへ
cockpit-ours-unsifted = しぼり込みなし（自社のすべての出会い）
cockpit-ours-sift-title = 自社の出会いをしぼり込む
cockpit-ours-sift-intro = 当てはまる出会いだけを並べます。条件はいくつでも重ねてお選びいただけ、次に開いたときも同じです。
cockpit-ours-page = 進行中の出会いは { $count } 件です（{ $page }／{ $pages } ページ）。長く動きのないものから順に並べています。
cockpit-ours-none-fits = この条件に当てはまる出会いはありません。
cockpit-ours-days = 最後の動きから { $days } 日
cockpit-ours-late = 予定の日を過ぎた次の一歩 { $count } 件
cockpit-ours-load-says = 進行中の出会いは、{ $people } 名で { $count } 件です。お名前の順に並べています。
cockpit-ours-put-off-intro = いま一覧にある自社の出会いを、まとめて延期します。次の一歩の日付もその日に移り、担当の方へのお知らせも、その日からになります。
cockpit-ours-put-off-preview = 次の { $count } 件を、{ $day }まで延期します。よろしければ「延期する」を押してください。
cockpit-ours-put-off-later = 次の一歩がその日か、それより後の { $count } 件は、そのままにします。
cockpit-ours-put-off-days = 次の一歩：{ $before } → { $after }
cockpit-ours-put-off-undone = { $count } 件を元に戻しました。{ $left ->
    [0] { "" }
   *[other] そのあとに変わった { $left } 件は、いまのままにしています。
}
cockpit-ours-put-off-too-late = 恐れ入ります。取り消せるのは、ご自身でなさった延期から10分以内です。

# 催しごとにまとめて決める
cockpit-offer-event = 催しごとにまとめて決める
cockpit-event-title = 催しごとに決める
cockpit-event-intro = 同じ催しの出会いについて、お知らせの間隔などをまとめて決めます。次の画面で、どの会社の何件がどう変わるかをお確かめいただけます。催しの名前の書き方の違い（全角・半角、空白など）は、同じ催しとしてまとめます。
cockpit-event-none = まとめて決められる催しはまだありません。催しの名前が記録され、共有されている出会いが対象です。{ $hidden ->
    [0] { "" }
   *[other] 日付・段階・壁だけを共有している { $hidden } 社は含みません。
}
cockpit-event-hidden = 催しの名前を共有していない { $count } 社は、対象に含みません。
cockpit-event-which = 催し
cockpit-event-cadence = お知らせの間隔
cockpit-event-programme = 数える事業（今年度）
cockpit-event-as-it-is = いまのまま
cockpit-event-choose = 恐れ入ります。催しと、変えるもの（間隔か事業）をお選びください。
cockpit-event-preview = 「{ $event }」の出会いのうち、{ $firms } 社の { $count } 件を「{ $cadence }」の間隔で数え直します。よろしければ「この内容で決める」を押してください。
cockpit-event-nothing-moves = 「{ $event }」の出会いに、「{ $cadence }」の間隔で数え直すものはありません。
cockpit-event-preview-programme = 「{ $event }」の出会い（終わったものを含む { $firms } 社の { $count } 件）を、事業「{ $programme }」に数えます。
cockpit-event-spellings = 次の書き方も同じ催しとしてまとめました：{ $names }
cockpit-event-left-own = { $count } 件は、その出会いだけの間隔が選ばれているため、そのままです。
cockpit-event-left-same = { $count } 件は、すでにこの間隔のため、そのままです。
cockpit-event-left-asleep = { $count } 件はお休み中のため、起きる日はそのままです。そのあとは、新しい間隔でお知らせします。
cockpit-event-left-ended = { $count } 件は、終わっているため、そのままです。
cockpit-event-of-firm = 数え直し { $count } 件／そのまま { $left } 件
cockpit-event-days = 次のお知らせ：{ $before } → { $after }
cockpit-event-offer-do = この内容で決める
cockpit-event-done-cadence = 承知いたしました。{ $firms } 社のこの催しを「{ $cadence }」の間隔にし、{ $count } 件を数え直しました。これからの出会いも同じ間隔です。
cockpit-event-done-programme = { $firms } 社のこの催しの出会いを、事業「{ $programme }」に数えます。
cockpit-event-back-within = 10分以内なら取り消せます。
cockpit-event-undone = 元に戻しました。そのあとに選び直された分は、いまのままにしています。
cockpit-event-too-late = 恐れ入ります。取り消せるのは、ご自身でお決めになってから10分以内です。

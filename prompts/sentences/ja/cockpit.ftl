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
cockpit-count-wall_1 = 壁1 { $count } 件
cockpit-count-wall_2 = 壁2 { $count } 件
cockpit-count-wall_3 = 壁3 { $count } 件
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
cockpit-sift-intro = 当てはまる出会いのある会社だけを並べます。お選びの条件は、次に開いたときも同じです。催しと担当の方は、言葉まで共有している会社のものだけが並びます。
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
cockpit-own-says = 進行中の出会い、価値カード、ご自身のご相談、これまでの経過を、一つのページでご覧になれます。
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

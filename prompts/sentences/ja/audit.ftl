# 監査記録
help-audit = だれが、いつ、どの会社の何を見たか、持ち出したか、消したか（言葉は残りません）。

    例: minori audit --company 山田製作所 --since 2026-11-01
    例: minori audit --by 高橋由美 --kind exported --since 2026-11-01 --until 2026-11-30
    例: minori audit verify
help-audit-company = この会社のものだけ
help-audit-by = この方がしたことだけ
help-audit-since = この日からのものだけ（2026-11-01 の形）
help-audit-until = この日までのものだけ（この日を含みます。2026-11-30 の形）
help-audit-kind = 種類で絞る。したこと（seen、exported、files、told、previewed、erased、setup など）か、対象（question、value_card、encounter、company、digest、pack など）
help-audit-page = 何ページ目か（1ページ 50 行、新しい順）
help-audit-verify = 記録が書かれたときのままかを確かめる。

    例: minori audit verify
help-audit-accept = 今ある記録を正しいものとして控え直す（バックアップから戻したあとなど）
audit-whole-firm = （会社によらず）
audit-seen = { $when }　{ $who }: { $firm }の{ $what }を見ました
audit-figures = { $when }　{ $who }: { $firm }の数字を見ました
audit-files = { $when }　{ $who }: { $firm }の{ $what }のファイルを受け取りました
audit-exported = { $when }　{ $who }: { $firm }の{ $what }を書き出しました
audit-previewed = { $when }　{ $who }: { $firm }の{ $what }を、この方に見えるとおりに、コマンドで確かめました
audit-told = { $when }　{ $who }: { $firm }のことを{ $what }で受け取りました
audit-to_model = { $when }　{ $who }: { $firm }のようすを、名前を伏せて言語モデルに渡しました（{ $what }）
audit-erased = { $when }　{ $who }: { $firm }の{ $what }を消しました
audit-put_off = { $when }　{ $who }: { $firm }についてのお知らせを、まとめて延期しました
audit-put_off_undone = { $when }　{ $who }: { $firm }についてのお知らせの延期を取り消しました
audit-other = { $when }　{ $who }: { $firm }の{ $what }に触れました
audit-setup = { $when }  { $who }：{ $firm } の{ $what }を設定
audit-ended = { $when }  { $who }：{ $what }の利用を終えた（{ $firm }）
audit-resumed = { $when }  { $who }：{ $what }の利用を再び始めた（{ $firm }）
audit-taken_over = { $when }  { $who }：{ $firm } の担当を引き受けた
audit-of-firm = 会社の登録
audit-of-person = 人の登録 { $id }
audit-of-value-card = 価値カード（{ $id }）
audit-of-encounter = 出会いの記録（{ $id }）
audit-of-company = 出会いのようす
audit-of-pack = 引き継ぎ資料
audit-of-digest = お知らせのまとめ
audit-of-walk = 棚卸し（{ $id }）
audit-of-encounters = 出会いの一覧
audit-of-figures = 数字
audit-of-report = 支援実績
audit-of-questions = 質問の一覧
audit-of-question = 質問（{ $id }）
audit-of-introduction = 引き合わせ（{ $id }）
audit-of-other = 記録（{ $id }）
audit-added = { $when }　{ $who }: { $firm }の{ $what }を、名簿から登録しました
audit-leave = { $when }　{ $who }: { $what }の休みを登録しました（{ $firm }）
audit-calendar = { $when }　{ $who }: { $firm }の休業日を変えました
audit-introduction-sounded-out = { $when }　{ $who }: { $firm }に、引き合わせ（{ $id }）の打診をしました
audit-introduction-reminded = { $when }　{ $firm }に、引き合わせ（{ $id }）の打診をもう一度お知らせしました
audit-introduction-introduced = { $when }　{ $who }: { $firm }を引き合わせました（{ $id }）
audit-introduction-proposed = { $when }　{ $firm }に、引き合わせ（{ $id }）からの出会いを示しました
audit-introduction-put-away = { $when }　{ $who }: { $firm }の引き合わせ（{ $id }）を見送りました
audit-introduction-brought-back = { $when }　{ $who }: { $firm }の引き合わせ（{ $id }）を元に戻しました
audit-introduction-withdrawn = { $when }　{ $who }: { $firm }への打診（{ $id }）を取りやめました
audit-introduction-ended = { $when }　{ $firm }の引き合わせ（{ $id }）は終わりました
audit-no-kind = 「{ $kind }」という種類はありません。次のどれかを書いてください: { $known }
audit-none = 記録はありません。
audit-no-page = { $page } ページ目はありません（全部で { $count } 行です）。
audit-page = { $page } / { $pages } ページ（全部で { $count } 行）。続きは --page でご覧ください。
audit-no-firm = 「{ $name }」という会社は見つかりません。
audit-whole = 監査記録 { $count } 行は、書かれたときのままです（末尾 { $head }）。
audit-altered = { $number } 行目が書きかえられています。
audit-missing = { $number } 行目がありません。
audit-rewritten = { $number } 行目が、その前の行につながりません。前の行が差しかえられています。
audit-cut-off = { $number } 行目まであった控えと合いません。終わりが切り取られたか、前のバックアップに戻っています。
audit-accepted = 今ある { $count } 行を控えました。これからは、これを正しいものとして確かめます。

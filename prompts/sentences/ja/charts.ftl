# まとめに添える図の文字と、図をご覧になれない方への説明。

chart-standing-title = 出会いのいま
chart-needs-title = お力をお待ちの会社
chart-file-figures = まとめの数字
chart-of-firms = { $day }現在・{ $firms } 社
chart-as-of = { $day }現在

# 段階
chart-stages = 段階ごとの件数　全 { $count } 件（先週 { $before } 件）
chart-stages-none = 進行中の出会いは、まだありません。
chart-week-ago = 先週
chart-count = { $count } 件
chart-count-and-before = { $count } 件（{ $before }）
chart-age-young = { $days } 日まで
chart-age-middling = { $from }〜{ $days } 日
chart-age-old = { $days } 日以上

# 三つの壁
chart-walls = 止まっている件　全 { $count } 件
chart-walls-none = 壁で止まっている件は、ありません。
chart-wall_1 = 壁1
chart-wall_1-means = 次の一歩がこれから
chart-wall_2 = 壁2
chart-wall_2-means = 市場・使い手・決める方
chart-wall_3 = 壁3
chart-wall_3-means = 目安・判断の日・払い手
chart-oldest =
    { $count } 件
    最長 { $days } 日

# お力をお待ちの会社
chart-at-risk = { $shown ->
    [0] お待ちの件
   *[other] お待ちの件　全 { $count } 件のうち { $shown } 件
}
chart-at-risk-none = いま、お力をお待ちの会社はありません。
chart-days = { $days } 日
chart-in-days = あと { $days } 日
chart-why-decision = 実証の判断
chart-why-wall_1 = 次の一歩がこれから
chart-why-wall_2 = 市場・使い手・決める方がこれから
chart-why-wall_3 = 目安・判断の日・払い手がこれから
chart-why-overdue = 次の一歩の日を過ぎています
chart-why-question = ご質問へのお返事待ち
chart-why-silent = 記録がありません
chart-why-card_stuck = 価値カードが止まっています
chart-why-hand_over = 後任の方がこれから

# 担当
chart-loads = コーディネーターごとのご担当
chart-loads-none = コーディネーターの登録は、まだありません。
chart-load-firms = { $firms } 社
chart-load-waiting = { $late ->
    [0] お返事待ち { $waiting } 件
   *[other] お返事待ち { $waiting } 件（めやす超え { $late }）
}

# 図をご覧になれない方へ
chart-standing-alt = { $firms } 社の出会いの図。進行中 { $count } 件、先週 { $before } 件。段階ごとに、今の件数とかっこ内に先週の件数：名刺交換 { $cards }（{ $cards_before }）、再面談 { $second_meeting }（{ $second_meeting_before }）、課題の共有 { $shared_issue }（{ $shared_issue_before }）、共同検討 { $joint_study }（{ $joint_study_before }）、実証 { $trial }（{ $trial_before }）、実装 { $adoption }（{ $adoption_before }）、継続取引 { $continuing }（{ $continuing_before }）。止まっている件：壁1 { $wall_1 } 件・最長 { $wall_1_oldest } 日、壁2 { $wall_2 } 件・最長 { $wall_2_oldest } 日、壁3 { $wall_3 } 件・最長 { $wall_3_oldest } 日。
chart-needs-alt = { $count ->
    [0] お待ちの会社の図。お待ちの会社はありません。コーディネーター { $coordinators } 名のご担当は計 { $firms } 社、お返事待ちのご質問は計 { $waiting } 件です。
   *[other] お待ちの会社の図。{ $count } 件あり、はじめは{ $firm }（{ $days } 日）です。コーディネーター { $coordinators } 名のご担当は計 { $firms } 社、お返事待ちのご質問は計 { $waiting } 件です。
}

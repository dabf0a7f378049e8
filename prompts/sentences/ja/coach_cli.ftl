# `minori coach` が端末で言う文と使い方。

help-coach = 価値の棚卸し: 自社の技術や仕事を語った文から、次に伺うことを一つ見つける。

    例: minori coach check "当社は±5ミクロンの高精度加工が可能です"
help-coach-check = 文を一つ読み、お客様の何が変わるかがまだ語られていなければ、質問を一つ返す。何も保存されません。

    例:
      minori coach check "当社は±5ミクロンの高精度加工が可能です"
      minori coach check "組立の方の合わせ直しが、1日8回から1回に減りました"
      minori coach check --file lines.jsonl > questions.jsonl

    --json を付けたとき、およびファイルを読んだときは、一行に一つの JSON で返します: t、needs_question、
    flags（kind と、その文の言葉 words）、question（質問がなければ null）。
help-coach-check-text = 読み取る文
help-coach-check-file = 一行に一つ、"t" に文を入れた JSON Lines のファイル。ほかの項目は読みません
help-coach-check-trade = 業種。その業種だけで通じる言葉に気づきやすくなる
help-coach-check-lang = 質問の言語。書かなければ、設定の言語か、文の言語
help-bench-listening = お客様の価値がまだ語られていない文を、どれだけ正しく聞き分けるかを、業種ごとに測る。

    例: minori bench listening --file tests/data/listening/untouched.jsonl
help-bench-listening-file = 文（t）、業種（trade）、正しい判断（needs_question）を一行に一つ書いた JSON Lines のファイル。何度でも書ける
coach-check-nothing = 伺うことはありません。どなたの何が変わるかが、語られています。
coach-check-one-of = 文を「"…"」で書くか、--file でファイルを指定するか、どちらか一つをお願いします。
coach-check-empty = 文が空です。お仕事のことを、一文でお書きください。
coach-check-bad-lang = --lang には ja か en をお書きください: { $given }
coach-check-unreadable = ファイルを読めません: { $path }（{ $reason }）
coach-check-bad-line = { $path } の { $line } 行目を読めません。一行に一つの JSON で、"t" に文を書いてください。
bench-listening-bad-line = { $path } の { $line } 行目を読めません。一行に一つの JSON で、t、trade、needs_question（true か false）を書いてください。

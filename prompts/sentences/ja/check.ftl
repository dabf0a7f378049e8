# `minori check` が見つけた、データファイルの不備。

check-unreadable = 読み取れません: { $reason }
check-file-missing = ありません。
check-schema = { $place }: { $reason }
check-key-twice = 「{ $key }」はすでに { $first } にあります。
check-no-text = 「{ $key }」に文がありません。
check-reference = 「{ $key }」が使う「{ $reference }」がありません。
check-function = 「{ $key }」が { $function } を使っています。数や日付はプログラムの側で整えます。
check-no-translation = 「{ $key }」が { $language } にありません。
check-argument-untranslated = 「{ $key }」の ${ $argument } が { $language } の文にありません。
check-key-missing = 「{ $key }」という文がありません。
check-argument-missing = 「{ $key }」の文に要る { $argument } が渡されていません。
check-key-unused = 「{ $key }」はどこでも使われていません。
check-word-twice = 「{ $word }」（{ $term }）はすでに「{ $first }」にあります。
check-english-twice = 英語の「{ $word }」が二つあります。
check-not-a-guide = ここには Markdown（.md）のガイドだけを置きます。
check-front-matter = 冒頭の「{ $key }」がありません。
check-id-twice = id「{ $id }」はすでに { $first } にあります。
check-id-name = id「{ $id }」とファイル名「{ $name }」が違います。
check-no-sections = 見出し（##）がありません。
check-empty-section = 見出し「{ $heading }」の下に文がありません。
check-prompt-unknown = このプロンプトを使う場所がありません。
check-topic-twice = id「{ $id }」が二つあります。
check-topic-language = 「{ $id }」の ask_at は、日本語と英語の両方に書きます。
check-question-twice = 「{ $question }」はすでに「{ $first }」にあります。
check-stranger = このファイルを読む場所がありません。
check-courtesy-twice = 「{ $word }」は { $first } にもあります。どちらか一つにしてください。

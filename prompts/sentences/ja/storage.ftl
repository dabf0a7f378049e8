# データベースの点検、バックアップ、復元の文。

storage-backup-exists = 「{ $path }」はすでにあります。上書きしてよろしければ --overwrite を付けるか、別の名前をご指定ください。
storage-backup-nothing = 「{ $path }」にデータベースがまだありません。MINORI_DATA_DIR が合っているかご確認ください。
storage-backup-sqlite-only = バックアップと復元は SQLite のときだけ使えます。PostgreSQL では pg_dump と pg_restore をお使いください。
storage-restore-no-file = バックアップのファイル「{ $path }」が見つかりません。場所と名前をご確認ください。
storage-restore-has-data = 「{ $path }」にはすでにデータがあります。置き換えてよろしければ --overwrite を付けてください。今のデータは名前を変えて残します。

storage-check-unreadable = データベースを読めません（{ $reason }）。minori restore でバックアップから戻せます。
storage-check-damaged = データベースのファイルが壊れています。minori restore でバックアップから戻してください。
storage-check-orphans = 持ち主のない行が { $count } 件あります。minori restore でバックアップから戻してください。
storage-check-schema = データベースの形式が違います（今は { $present }、必要なのは { $wanted }）。minori を新しい版にして、もう一度起動してください。
storage-check-passages = 「{ $guide }」第 { $number } 版の文章が { $expected } か所のはずが { $stored } か所です。もとのファイルを minori guides add で入れ直してください。
storage-check-states = 「{ $guide }」で引用する版が { $count } 個あります（一つのはずです）。minori guides rollback { $guide } --to で版をお選びください。
storage-check-original = もとのファイル（{ $sha256 }）の中身が変わっています。minori restore でバックアップから戻してください。
storage-check-revision = ガイドの更新番号がありません。minori restore でバックアップから戻してください。

# 言葉と連絡先を封じる鍵
sealing-key-missing = 言葉と連絡先を読むための鍵（{ $ids }）が「{ $path }」にありません。データはそのまま残っています。保管してある鍵のファイルを minori keys add ファイル名 で戻すか、MINORI_KEY_FILE で場所をお知らせください。
sealing-key-another = 「{ $path }」の鍵（{ $here }）では、このデータベースの言葉と連絡先を読めません。必要な鍵は { $ids } です。データはそのまま残っています。保管してある鍵のファイルを minori keys add ファイル名 で加えてください。
sealing-key-unreadable = 鍵のファイル「{ $path }」を読めません。中身を書きかえずに、保管してある鍵のファイルと入れ替えてください。
sealing-key-not-made = 鍵のファイル「{ $path }」に書けません（{ $reason }）。置き場所の空きと書き込みの許可をご確認ください。
sealing-key-no-file = 鍵のファイル「{ $path }」が見つかりません。場所と名前をご確認ください。
keys-none = 鍵はまだありません（{ $path }）。データベースを初めて開くときに作られます。
keys-seals = { $id }（{ $day } 作成）: これから書くものを封じる鍵です（{ $path }）
keys-opens = { $id }（{ $day } 作成）: 前に封じたものを読むための鍵です（{ $path }）
keys-file-exists = 「{ $path }」はすでにあります。別の名前をご指定ください。
keys-saved = 鍵 { $count } 個を { $path } に写しました。バックアップとは別の、安全な場所に保管してください。
keys-added = 鍵 { $count } 個を { $path } に加えました。
keys-rotated = 新しい鍵 { $id } を作り、{ $count } 行を封じ直しました。前の鍵は、前のバックアップのために { $path } に残してあります。写しを取り直してください: minori keys save ファイル名
keys-server-runs = Minori が動いている間は、鍵を替えられません。minori serve を止めてから、もう一度お試しください。
doctor-keys = 言葉と連絡先の鍵: 合っています（{ $id }、{ $path }）
doctor-keys-open = 鍵のファイルをほかの人も読めます（{ $path }）
doctor-keys-open-advice = 持ち主だけが読めるようにしてください: chmod 600
doctor-keys-together = 鍵がデータベースと同じ場所にあります。写しを別の場所に保管してください: minori keys save ファイル名
backup-keys-apart = 言葉と連絡先を読むための鍵は、この中にありません。別に保管してください: minori keys save ファイル名
restore-keys-wanted = 言葉と連絡先を読むには、そのときの鍵（{ $ids }）が要ります。保管してある鍵のファイルを加えてください: minori keys add ファイル名

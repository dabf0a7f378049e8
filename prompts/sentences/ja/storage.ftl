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

# Checking the database, backup and restore.

storage-backup-exists = "{ $path }" exists already. Add --overwrite to replace it, or give another name.
storage-backup-nothing = There is no database at "{ $path }" yet. Please check MINORI_DATA_DIR.
storage-backup-sqlite-only = Backup and restore work with SQLite only. For PostgreSQL please use pg_dump and pg_restore.
storage-restore-no-file = There is no backup file "{ $path }". Please check its place and name.
storage-restore-has-data = "{ $path }" holds data already. Add --overwrite to replace it; what is there now is kept under another name.

storage-check-unreadable = The database cannot be read ({ $reason }). You can go back to a backup with: minori restore
storage-check-damaged = The database file is damaged. Please go back to a backup with: minori restore
storage-check-orphans = { $count } rows belong to nothing. Please go back to a backup with: minori restore
storage-check-schema = The database has another format (now { $present }, needed { $wanted }). Please install the newest Minori and start it again.
storage-check-passages = Release { $number } of "{ $guide }" should have { $expected } passages and has { $stored }. Please add the original file again with: minori guides add
storage-check-states = "{ $guide }" has { $count } releases to quote where one is right. Please choose one with: minori guides rollback { $guide } --to
storage-check-original = The content of an original file ({ $sha256 }) has changed. Please go back to a backup with: minori restore
storage-check-revision = The revision number of the guides is missing. Please go back to a backup with: minori restore

# The keys with which words and contacts are sealed
sealing-key-missing = The key that opens words and contacts ({ $ids }) is not at "{ $path }". The data is as it was. Please bring back the file of keys that you keep, with minori keys add FILE, or say where it is in MINORI_KEY_FILE.
sealing-key-another = The key at "{ $path }" ({ $here }) does not open the words and contacts of this database. It needs { $ids }. The data is as it was. Please add the file of keys that you keep, with minori keys add FILE.
sealing-key-unreadable = The file of keys "{ $path }" cannot be read. Please do not edit it; put the file of keys that you keep in its place.
sealing-key-not-made = The file of keys "{ $path }" cannot be written ({ $reason }). Please check free space and the permission to write.
sealing-key-no-file = There is no file of keys "{ $path }". Please check its place and name.
keys-none = There is no key yet ({ $path }). One is made when a database is opened for the first time.
keys-seals = { $id } (made { $day }): seals what is written from now on ({ $path })
keys-opens = { $id } (made { $day }): opens what was sealed earlier ({ $path })
keys-file-exists = "{ $path }" exists already. Please give another name.
keys-saved = { $count } keys were copied to { $path }. Please keep it in a safe place, apart from the backups.
keys-added = { $count } keys were added to { $path }.
keys-rotated = The new key { $id } was made, and { $count } rows were sealed with it. The earlier keys stay in { $path } for the earlier backups. Please keep a new copy: minori keys save FILE
keys-server-runs = The key cannot be changed while Minori runs. Please stop minori serve, and try again.
doctor-keys = Key of words and contacts: it fits ({ $id }, { $path })
doctor-keys-open = Others can read the file of keys ({ $path })
doctor-keys-open-advice = Please have only its owner read it: chmod 600
doctor-keys-together = The keys lie where the database lies. Please keep a copy in another place: minori keys save FILE
backup-keys-apart = The key that opens words and contacts is not in it. Please keep it apart: minori keys save FILE
restore-keys-wanted = Words and contacts need the key of that time ({ $ids }). Please add the file of keys that you keep: minori keys add FILE

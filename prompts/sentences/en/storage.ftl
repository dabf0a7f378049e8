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

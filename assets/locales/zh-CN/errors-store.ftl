### 数据文件夹、数据库和案件历史的提示（store）。说清：出了什么事、什么是安全的、该怎么办。

# 数据文件夹
error-folder-not-a-folder = { $path } 是文件，不是文件夹。请另选一个文件夹存放数据。
error-folder-not-made = 建不了数据文件夹 { $path }（{ $reason }）。请另选一个位置。
error-folder-read-only = { $path } 不能写入，没有改动任何内容。请检查权限，或另选一个文件夹。
error-folder-on-network = { $path } 在网络盘上（{ $kind }），断线时会损坏数据。请把数据放在本机硬盘；网络盘可以用来放备份。
error-folder-in-use = 申诉台已经打开了这个数据文件夹：{ $path }。请用已打开的窗口，或先把它关掉。
error-folder-no-lock = { $path } 所在的磁盘不能加锁（{ $reason }），两个窗口可能同时写坏数据。请把数据放在本机硬盘。
finding-folder-shared-medium = 数据文件夹在 { $kind } 磁盘上：{ $path }。这种磁盘断电时不一定保得住数据。
finding-folder-synced = 数据文件夹在 { $kind } 的同步目录里：{ $path }。同步软件可能弄坏正在使用的数据。
finding-folder-open-to-others = 这台电脑的其他用户能看到数据文件夹：{ $path }。
finding-folder-low-space = 磁盘只剩 { $kind } MB。已有的都在，但新内容可能很快存不下。

# 数据库
error-database-not-ours = { $path } 不是申诉台的数据，或者已经损坏。没有改动它；请移走这个文件，或从备份恢复。
error-database-newer = { $path } 是更新版本的申诉台写的（{ $found }，本程序认识到 { $known }）。没有改动它；请升级程序后再打开。
error-database-incomplete = { $path } 不见了，只剩它的日志，可能只复制了一半。没有改动任何内容；请把整个数据文件夹一起找回来，或从备份恢复。
error-database-damaged = { $path } 已损坏（{ $reason }）。已停止写入，不会再变坏；请复制整个数据文件夹留底，再从备份恢复。
error-database-busy = 另一个程序正占用数据（{ $path }）。已有的都在；请关掉它，再试一次。
error-database-setting-refused = 数据库不接受安全设置 { $setting }（现为 { $found }），所以没有打开。数据没有改动；请重新安装程序。
error-migration-failed = 数据没能升级到新版（{ $from } → { $to }：{ $reason }）。旧数据原样保留，还另存了一份；请退回旧版程序，或联系我们。
error-copy-failed = 升级前的备份没做成（{ $path }：{ $reason }），所以没有升级。数据原样保留；请检查磁盘后再试。
error-disk-full = 磁盘满了，这一步没有保存；之前保存的都在。请在 { $path } 所在的磁盘腾出空间，再试一次。
error-storage-failed = 磁盘读写出错（{ $reason }），这一步没有保存；之前保存的都在。请检查 { $path } 所在的磁盘，再试一次。

# 案件和历史
error-case-unknown = 没有案件“{ $case }”。请从列表里选。
error-case-number-taken = 编号 { $number } 已经有案件了，没有新建。请再试一次，会换一个编号。
error-evidence-unknown = 没有这份证据（{ $value }），可能已移出案件。请刷新后再试。
error-cursor-unreadable = 列表的翻页位置“{ $value }”认不出来。请从第一页重新看。
error-event-unknown = 第 { $seq } 条记录（{ $kind }）是更新版本的申诉台写的。为了不丢内容，没有继续；请升级程序。
error-event-unreadable = 第 { $seq } 条记录读不出来（{ $reason }）。没有改动任何内容；请从备份恢复。
error-journal-broken = 案件历史从第 { $seq } 条起对不上了，没有用它重建任何内容。请复制数据文件夹留底，再从备份恢复。
error-tables-unreadable = 有一行数据读不出来（{ $reason }）。案件历史还在；请运行 recourse doctor 看怎样修好。

# 体检发现的问题
finding-journal-broken = 案件历史从第 { $seq } 条起对不上，可能被人改过或磁盘出错。
finding-database-pages-damaged = 数据库文件有损坏：{ $reason }
finding-tables-torn = 有些数据找不到所属的案件。
finding-tables-differ = 案件 { $number } 的数据和历史不一致（{ $table }）。历史为准。
finding-search-differs = 搜索索引和内容不一致，可能搜不全。
finding-event-unknown = { error-event-unknown }
finding-event-unreadable = { error-event-unreadable }
finding-tables-unreadable = { error-tables-unreadable }
finding-database-damaged = { error-database-damaged }
finding-database-busy = { error-database-busy }
finding-database-setting-refused = { error-database-setting-refused }
finding-disk-full = { error-disk-full }
finding-storage-failed = { error-storage-failed }
finding-folder-read-only = { error-folder-read-only }

# 怎样修好
mend-rebuild = 用案件历史重新生成数据：历史和证据不会改动。
mend-restore-copy = 先复制整个数据文件夹留底，再从最近的完好备份恢复。
mend-update-app = 升级申诉台，再打开这个数据文件夹。
mend-move-folder = 关掉申诉台，把整个数据文件夹移到本机硬盘上不同步的位置，再用 --data 指定它。
mend-close-folder = 把这个文件夹的权限改为只有自己能看，或换一个单独的文件夹。
mend-free-space = 删掉不用的文件，给磁盘腾出空间。
mend-try-again = 关掉占用数据的程序，检查磁盘，再体检一次。

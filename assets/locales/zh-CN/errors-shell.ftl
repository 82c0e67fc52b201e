### 桌面外壳（src-tauri/src）的错误：发生了什么、什么没事、接下来怎么办。

error-token-unknown = 刚才选的文件已经用过，或者放得太久了。请重新选一次。
error-job-unreadable = 这件事没有开始，因为窗口没有给它起好名字。请重新打开窗口再试。
error-job-running = 同样的事还在做，没有再开一份。请等它做完，或先取消。
error-request-unreadable = 窗口送来的内容缺了“{ $what }”，什么都没有存。请再试一次。
error-viewer-missing = 系统里没有能打开这个文件的程序，文件没事。请先装一个 PDF 阅读器，或把它另存到别处。
error-dialog-failed = 系统的文件窗口没有打开，什么都没有变。请再试一次。
error-shutting-down = 窗口正在关闭，这一步没有做。之前的都已存好，下次打开再做。
error-internal = 程序出了差错，这一步没有做完；之前存好的都还在。请再试一次，还不行就重新打开窗口。

### 收证据、存证据、看证据时的提示（evidence）。“磁盘已满”在 store 那份，“已取消”在 desk 那份，“PDF 有密码”在 foreign 那份。

error-evidence-not-found = 找不到这个文件。它可能被移走或改了名，请重新选一次。
error-evidence-not-a-file = 这不是普通文件（可能是快捷方式、文件夹或设备）。请选文件本身。
error-evidence-unreadable = 这个文件读不出来，原文件没有动。请确认有权限打开；如果在手机或 U 盘里，先复制到电脑再试。
error-evidence-empty = 这个文件是空的，里面什么也没有。请重新导出或重新拍一张。
error-evidence-too-large = 这个文件超过 { $limit } MB，没有收。请拆成几份，或导出小一点的版本。
error-evidence-changed = 读取时文件还在变，没有收。请等它下载或保存完，再加一次。
error-evidence-kind-unsupported =
    { $kind ->
        [HEIC] 这是苹果手机的 HEIC 照片，暂时不收。请在手机“设置 → 相机 → 格式”里选“兼容性最佳”，或把照片转成 JPEG 再加。
        [Office] 这是 Word 或 Excel 一类的文件，暂时不收。请另存为 PDF 再加。
        [text] 这是文字文件，暂时不收。请打印成 PDF 或截图再加。
        [unknown] 认不出这是什么文件，没有收。现在收 JPEG、PNG、WebP 图片和 PDF。
       *[other] 这是 { $kind } 文件，暂时不收。现在收 JPEG、PNG、WebP 图片和 PDF。
    }
error-evidence-truncated = 这个 { $kind } 文件不完整，后半截没有了。请从原来的地方重新传一次。
error-evidence-damaged = 这个 { $kind } 文件坏了，打不开，没有动它。请找原件重新导出或重新拍。
error-evidence-too-many-pixels = 图片有 { $width } × { $height } 像素，太大了，没有打开。请缩小后再加。
error-evidence-page-unknown = 没有第 { $page } 页，这份文件共 { $pages } 页。
error-evidence-too-slow = 打开这个文件超过 { $seconds } 秒，已停下，原件没有动。请换一份简单些的版本，比如重新打印成 PDF。
error-vault-read-only = 证据文件夹 { $path } 写不进去，没有收新证据，已有的都在。请检查文件夹权限。
error-vault-failed = 证据没有存成，已有的都在。请检查磁盘是否正常，再加一次。
error-blob-missing = 证据原件不见了（{ $sha256 }）。如果手上还有同一个文件，再加一次就能补回；也可以从备份恢复。
error-blob-altered = 证据原件被改动过（{ $sha256 }），不能再用来证明。如果手上还有同一个文件，再加一次就能修好；也可以从备份恢复。
error-export-exists = 那里已经有同名文件，没有覆盖。请换个名字或位置。
error-export-failed = 导出的文件写不进去，原件没有动。请换个位置再试。

# 收下了，但要让人知道的事
warning-name-misleads = 文件名的后缀和内容对不上，已按内容收下。
warning-pdf-locked = 这个 PDF 加了密码，原件已收下，但看不了、也放不进证据包。请去掉密码另存一份再加。
warning-first-frame-only = 这是动图，原件已收下；预览和证据包里只有第一帧。
warning-blob-repaired = 原来存的那份被改动过，已用这份换好。

# 正在做的事
job-taking-in = 正在收证据
job-verifying = 正在核对证据原件

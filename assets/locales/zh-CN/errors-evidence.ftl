### 收证据、存证据、看证据时的提示（evidence）。“磁盘已满”在 store 那份，“已取消”在 desk 那份，“PDF 有密码”在 foreign 那份。

error-evidence-not-found = 找不到这个文件。它可能被移走或改了名，请重新选一次。
error-evidence-not-a-file = 这不是普通文件（可能是快捷方式、文件夹或设备）。请选文件本身。
error-evidence-unreadable = 这个文件读不出来，原文件没有动。请确认有权限打开；如果在手机或 U 盘里，先复制到电脑再试。
error-evidence-empty = 这个文件是空的，里面什么也没有。请重新导出或重新拍一张。
error-evidence-too-large = 这个文件超过 { $limit } MB，没有收。请拆成几份，或导出小一点的版本。
error-evidence-changed = 读取时文件还在变，没有收。请等它下载或保存完，再加一次。
error-evidence-kind-unsupported =
    { $kind ->
        [EXE] 这是一个程序，证明不了什么，还可能有害，没有收。请把要给人看的内容截图再加。
       *[other] 这个 { $kind } 文件的格式很少见，打不开，没有收。请另存为 JPEG、PNG 或 PDF 再加。
    }
error-evidence-truncated = 这个 { $kind } 文件不完整，后半截没有了。请从原来的地方重新传一次。
error-evidence-damaged = 这个 { $kind } 文件坏了，打不开，没有动它。请找原件重新导出或重新拍。
error-evidence-too-many-pixels = 图片有 { $width } × { $height } 像素，太大了，没有打开。请缩小后再加。
error-evidence-page-unknown = 没有第 { $page } 页，这份文件共 { $pages } 页。
error-evidence-too-slow = 打开这个文件超过 { $seconds } 秒，已停下，原件没有动。请换一份简单些的版本，比如重新打印成 PDF。
error-decoder-died = 打开这个文件时中断了，没法显示。原件没有动，还在。如果要放进证据包，请从原来的地方重新导出，或补一张截图。
error-decoder-missing = 用来安全打开文件的部分没有启动，所以什么也没有打开。已有的证据都在。请重新启动程序；还不行就重新安装。
error-redaction-empty = 页面里没有标出要涂黑的地方，没有生成新文件。请至少框一处再试。
error-not-redactable = 这种文件没有页面可以涂黑。请另存为 PDF 或截图，加进来再涂。
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
warning-first-page-only = 这个文件有好几页，原件已收下；预览和证据包里只有第一页。其他页也要的话，请再加一份 PDF。
warning-not-shown = 这种文件已原样收下，没有预览；证据包里只写文件名和校验值。要让人看到内容，请再加 PDF 或截图。
warning-kind-unknown = 认不出这是什么文件，已原样收下，不会打开它。
warning-decoder-died = 打开这个文件时中断了。已原样收下，以后不再打开；证据包里只写文件名和校验值。要让人看到内容，请补一张截图。
warning-decoder-too-slow = 打开这个文件太慢，已停下。文件已原样收下，以后不再打开。要让人看到内容，请换一份简单些的。
warning-has-attachments = 这封邮件带附件。要紧的附件请单独加成证据。
warning-text-garbled = 这份文字有些字读不出来。原件一个字节都没动。
warning-card-seen = 这个文件的文字里像是有完整卡号。交出去之前请先涂黑。
warning-secret-seen = 这个文件的文字里像是有安全码或密码，按规定不能留。请涂黑，只留涂黑后的那份。

# 正在做的事
job-taking-in = 正在收证据
job-verifying = 正在核对证据原件
job-redacting = 正在涂黑

# 检查时对“打开文件的部分”说的话
finding-decoder-loose = 别人给的文件是在单独的进程里打开的，但这台系统管不全它。缺少：{ $loose }。
mend-decoder-loose = 可以照常使用。换到更新的系统就能管全。
mend-decoder-missing = 请重新启动程序。还不行就重新安装，数据会留在原处。

### 办理各项事情时的提示（desk），以及体检发现的问题。

error-cancelled = 已取消。之前完成的都已保存，没有留下半成品。
error-packet-unknown = 没有这份证据包（{ $value }）。请刷新后再试。
error-packet-file-gone = 证据包文件已不在原处：{ $path }。请重新生成一份。
error-packet-file-altered = 证据包文件在生成之后被改动过：{ $path }。请重新生成一份再交出去。
error-step-unknown = 这个案件现在没有“{ $value }”这一步。
error-question-unknown = 没有“{ $value }”这个问题。请从指引里的问题中选。
error-playbook-file-unreadable = 读不出这个文件：{ $path }（{ $reason }）。什么都没有改动。请选一个 TOML 文本文件。
error-preference-unreadable = “{ $key }”不能设为“{ $value }”。设置没有改动。
error-folder-not-empty = 这个数据文件夹里已经有案件，没有加入示例。请换一个空文件夹。
error-no-data-folder = 这台电脑没有给出存放数据的位置。请用 --data 指定一个文件夹。
error-file-not-written = 文件没有写成：{ $path }（{ $reason }）。原有内容没有改动；请换个位置或腾出空间再试。

finding-evidence-missing = 有一份证据原件不见了（{ $sha256 }）。
mend-evidence-missing = 从备份或原来的设备找回这个文件，重新添加；内容相同会自动对上。
finding-evidence-altered = 有一份证据原件的内容变了（{ $sha256 }），不会用进证据包。
mend-evidence-altered = 从备份或原来的设备找回原文件，重新添加；内容相同会自动换回。
finding-evidence-orphan = 保险库里有一份没有案件引用的文件（{ $sha256 }），通常是添加中断留下的。
mend-evidence-orphan = 不影响使用，可以不管。
mend-asset-unreadable = 重新安装程序。
finding-asset-unreadable = 随程序的资料文件 { $file } 读不出来：{ $reason }

finding-own-playbook-broken = 自己的一份办案步骤用不了，现在用随程序提供的那份：{ $reason }
mend-own-playbook-broken = 在设置的“办案步骤”里改好这一处，或恢复成随程序提供的。
warning-name-masked = 文件名里有卡号或密码，已经遮住；文件本身没有改动。
playbook-typed = 办案步骤

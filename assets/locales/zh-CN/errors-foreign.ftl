# 导入他人 PDF 页面时的错误和提示（packet 的 foreign 模块），窗口、命令行和证据包共用。
error-pdf-locked = 这份 PDF 设了打开密码，暂时读不了它的内容。原文件已原样保存；请用密码打开后另存一份不带密码的，或向出具方要一份，再加进来。
error-pdf-unreadable = 这份 PDF 损坏得太厉害，试着修复也没找回一页。原文件没有改动；请向出具方重新要一份，或把每一页拍成照片再加进来。
error-pdf-too-many-pages = 这份 PDF 超过 { $limit } 页，一份证据放不下。原文件没有改动；请只留有关的页，另存后再加进来。
error-pdf-too-complex = 这份 PDF 的内部结构大得不正常，为安全起见没有读下去。原文件没有改动；请打印成新的 PDF，或拍成照片再加进来。
finding-exhibit-fields-unpainted = { $label } 的 PDF 里有 { $count } 处填写的内容没有画在页面上，证据包里看不到。请把它打印成新的 PDF 再添加。
packet-exception-exhibit-fields-unpainted = { $label } 有 { $count } 处填写的内容不在其页面上，未能印出；原文件里有。

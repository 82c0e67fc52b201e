### 窗口（ui/）用的词。按钮用动词；先说发生了什么，再说什么是安全的、下一步做什么。

# 到处都用
win-loading = 正在读取
win-close = 关闭
win-cancel = 取消
win-undo = 撤销
win-retry = 再试一次
win-choose = 请选择
win-example = 例：{ $value }
win-open = 打开
win-reveal = 在文件夹中显示
win-save-as = 另存为
win-export = 另存原件
win-saving = 保存中
win-saved = 已保存
win-optional = 可选
win-messages = 消息
win-more = 再显示 { $count } 条
win-pages = { $count } 页
win-skip = 跳到正文
win-zone-beijing = 北京时间
win-version = 版本 { $version }
win-error-unexpected = 刚才没有做成，已有的内容没有变。请再试一次。
win-broken = 这一页没能显示出来
win-broken-text = 案件和证据都已保存在本机。重新打开这一页就能继续。
win-broken-again = 重新打开
win-start-trouble = 数据没能打开

# 左栏与搜索
win-rail = 主要页面
win-cases = 案件
win-deadlines = 期限
win-settings = 设置
win-new-case = 新建案件
win-palette = 搜索
win-palette-field = 找案件，或说要做什么
win-palette-here = 本案
win-palette-found = 找到 { $count } 项

# 案件列表
win-cases-search = 搜编号、标题、对方
win-cases-count = 共 { $count } 个
win-cases-by-stage = 按阶段筛选
win-cases-all = 全部
win-cases-none-found = 没有符合的案件。
win-cases-trouble = 列表没能读出来
win-column-number = 编号
win-column-title = 标题
win-column-counterparty = 对方
win-column-amount = 金额
win-column-stage = 阶段
win-column-next = 最近的期限
win-first-title = 先记下第一件事
win-first-text = 钱没到账、被多扣、被退单，都从“出了什么问题”开始。一分钟记下来，证据和期限都在一处。
win-first-samples = 看看示例案件

# 还剩多久
win-left-done = 已完成
win-left-overdue = 已过期 { $days } 天
win-left-just-passed = 刚过期
win-left-today = 就在今天
win-left-days = 还剩 { $days } 天

# 新建案件
win-new-what = 出了什么问题？
win-new-other = 换一种
win-new-essentials = 记得多少写多少，其他以后再补。
win-new-title-suggested = { $playbook } · { $amount }
win-new-amount-first = 还差金额。写了金额，这笔交易才能记下。
win-new-create = 建立案件
win-new-later = 证据在下一步添加

# 输入框
win-field-title = 标题
win-field-amount = 金额
win-field-amount-cny = 金额（元）
win-field-currency = 货币
win-field-at = 时间
win-field-date = 日期
win-field-time = 几点几分
win-field-card = 卡号（只留前六后四）
win-field-card-type = 卡种
win-field-rrn = 参考号
win-field-trace = 凭证号
win-field-batch = 批次号
win-field-auth = 授权码
win-field-response-code = 应答码
win-field-terminal = 终端号
win-field-order-no = 扫码订单号
win-field-remark = 备注
win-field-counterparty = 对方（{ $role }）
win-field-role = 是哪一方
win-field-name = 名称
win-field-contact = 联系方式
win-field-outcome = 结果
win-field-recovered = 追回多少（{ $currency }）
win-field-why = 原因
win-field-note = 记一笔
win-field-kind = 是什么证据
win-field-source = 来源
win-field-playbook = 问题类型
win-field-channel = 交给谁
win-field-packet-language = 证据包的语言
win-field-deadline = 到时要做什么
win-field-due = 截止日期
win-field-cut-off = 几点之前
win-field-deadline-source = 日期的依据
win-field-language = 语言
win-field-theme = 外观
win-card-hint = 写成 622202******1234，或只写后四位
win-card-use = 改用 { $masked }
win-rrn-hint = 签购单上 12 位的数字
win-response-code-hint = 屏幕或签购单上的两位代码
win-terminal-hint = 签购单上的 TID
win-counterparty-hint = 签购单或合同上写的公司

# 案件页
win-tabs = 案件内容
win-tab-next = 下一步
win-tab-evidence = 证据
win-tab-record = 交易
win-tab-deadlines = 期限
win-tab-packet = 证据包
win-tab-history = 历史
win-stages = 案件阶段
win-stage-past = （已过）
win-title-edit = 改标题
win-case-trouble = 案件没能打开
win-facts = 案件要点
win-facts-transaction = 交易
win-facts-parties = 对方
win-facts-add = 添加
win-facts-edit = 修改
win-facts-more = 还有 { $count } 条
win-missing = 还缺 { $count } 样
win-ready = 材料齐了
win-ready-text = 可以生成证据包
win-without = 没有这份材料
win-without-why = 为什么没有？会写进案件历史
win-without-skip = 跳过这一步
win-go-packet = 去生成证据包
win-handed-over = 已经交出
win-handed-over-note = 交给了谁，工单号是多少
win-handed-over-hint = 例：11月20日交对方客服，工单 W20261120-77
win-answer-note = 对方怎么说
win-answer-hint = 谁、什么时候、答应了什么
win-note-save = 记下
win-note-hint = 电话、答复、发现的情况；记下后不能改
win-noted = 已记入案件历史

# 结案
win-close-case = 结案
win-close-case-text = 结案后内容不再改动；需要时可以重新打开。
win-recovered-hint = 没有追回就空着
win-recovered = 追回 { $amount }
win-closed-title = 案件已结案
win-closed-text = 内容都还在，可以查看。
win-reopen = 重新打开
win-reopen-text = 案件回到“跟进”，原来的结果留在历史里。

# 交易与对方
win-transactions = 交易
win-transactions-none = 还没有交易。
win-transaction-new = 添加交易
win-transaction-save = 记下这笔交易
win-transaction-remove = 移除这笔交易
win-transaction-removed = 交易已移除
win-party-new = 添加对方
win-party-save = 记下对方
win-party-remove = 移除{ $name }
win-party-removed = { $name }已移除
win-parties-none = 还没写对方是谁。
win-circumstances = 当时的情况

# 证据
win-files-choose = 选择文件
win-files-hint = 也可以拖到窗口里，或按 Ctrl+V 粘贴。照片和 PDF 都行，原件不会改动。
win-drop-here = 松手即可收入证据
win-pasted-name = 粘贴的图片
win-intake-running = 正在收入文件
win-intake-added = 已收入 { $count } 份：{ $labels }
win-intake-none = 没有新增证据
win-intake-duplicates = 有 { $count } 份已经在案件里（{ $labels }），没有重复收。
win-left-out = 文件太多，这次只收了前面一部分。其余的请分批再加。
win-intake-refused = 没有收入的文件
win-evidence-none = 还没有证据。
win-evidence-keys = 上下键选择，Enter 查看，F2 写说明，Alt+↑↓ 调整顺序
win-evidence-view = 查看 { $label }
win-evidence-more = { $label } 的更多操作
win-evidence-kind-of = { $label } 是什么证据
win-evidence-kind-none = 还没分类
win-evidence-drag = 拖动调整顺序
win-evidence-moved = { $label } 移到第 { $place } 位
win-evidence-remove = 移出案件
win-view = 查看
win-caption-edit = 写说明
win-caption-none = 写一句它证明什么
win-caption-of = { $label } 证明什么
win-move-earlier = 往前移
win-move-later = 往后移
win-captured = 拍摄 { $at }
win-exported = { $label } 的原件已另存
win-remove-title = 把 { $label } 移出案件
win-remove-text = 证据包里不再有它。原件仍留在本机，再次添加同一个文件就能恢复。
win-remove-wrong-file = 传错了
win-remove-double = 和另一份重复
win-remove-unrelated = 与本案无关
win-removed = { $label } 已移出案件；原件仍留在本机。
win-picture-broken = 无法显示这张图
win-viewer-title = { $label } · 第 { $at } 份，共 { $count } 份
win-viewer-tools = 查看工具
win-viewer-picture = 画面
win-viewer-alt = { $label } { $name } 第 { $page } 页
win-zoom-in = 放大
win-zoom-out = 缩小
win-rotate = 旋转（只影响查看）
win-page-before = 上一页
win-page-after = 下一页
win-page-of = 第 { $page } 页，共 { $count } 页
win-exhibit-before = 上一份
win-exhibit-after = 下一份
win-fact-card = 卡号
win-fact-rrn = 参考号
win-fact-response-code = 应答码
win-fact-terminal = 终端号
win-fact-file = 文件名
win-fact-size = 大小
win-fact-captured = 拍摄时间（来自照片）
win-fact-added = 收入时间
win-fact-sha256 = SHA-256

# 期限
win-deadlines-search = 搜期限、案件、依据
win-deadlines-none = 还没有期限。通知上写了日期，就记在这里。
win-deadlines-none-found = 没有符合的期限。
win-deadlines-empty = 没有要赶的日期
win-deadlines-empty-text = 在案件里记下通知上的截止日期，这里会按紧急程度排好。
win-deadlines-to-cases = 去看案件
win-deadline-new = 添加期限
win-deadline-add = 记下期限
win-deadline-done = 完成
win-deadline-met = 已完成：{ $title }
win-deadline-remove = 删除“{ $title }”
win-deadline-removed = 已删除：{ $title }
win-deadline-source = 依据：{ $source }
win-deadline-source-hint = 例：11月20日通知第 2 页；客服电话，工单号
win-cut-off-hint = 没写就空着，按当天结束算
win-group-overdue = 已过期
win-group-today = 24 小时之内
win-group-soon = 快到了
win-group-later = 以后
win-group-done = 已完成

# 证据包
win-packet-check = 先看一眼
win-packet-pages = 页数
win-packet-bytes = 大小
win-packet-about = 约 { $size }
win-packet-limit = 上限 { $limit }
win-packet-size = { $pages } 页，{ $size }
win-packet-too-large = 超过了对方的上限。可以少放几份证据，或换一个渠道。
win-packet-nothing-missing = 没有发现缺漏。
win-packet-findings = 有 { $count } 处可以补；不补也能生成。
win-channel-source = 上限来自：{ $source }（{ $date } 核对）
win-packet-build = 生成证据包
win-packet-build-again = 重新生成
win-packet-building = 正在生成证据包
win-packet-built = 已生成：{ $file }
win-packet-saved = 已另存：{ $file }
win-packets-earlier = 之前的证据包
win-packet-outdated = 案件之后有改动

# 进度
win-progress-item = { $what }：{ $item }
win-progress-percent = { $percent }%
win-progress-left = 大约还要 { $seconds } 秒

# 历史
win-history = 案件历史

# 日期选择
win-month-before = 上个月
win-month-after = 下个月
win-date-pick = 选“{ $label }”
win-month-of = { $year }年{ $month }月

# 设置
win-look = 语言和外观
win-language-system = 跟随系统
win-language-zh-CN = 中文
win-language-en = English
win-theme-system = 跟随系统
win-theme-light = 浅色
win-theme-dark = 深色
win-data = 数据
win-data-text = 所有内容都只在这台电脑上：
win-doctor = 检查数据
win-doctor-running = 正在检查数据
win-doctor-well = 数据完好：案件、历史和每份原件都核对过了。

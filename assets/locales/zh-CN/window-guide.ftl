### 窗口里一步一步办案用的词：分流、步骤、提问、证据、应答码、通话单。

# 分流
win-triage-text = 说几样看到的，右边就告诉您从哪里开始。不确定的可以不填。
win-triage-matter = 是哪一类？
win-matter-principal = 货款的事
win-matter-principal-about = 顾客被扣了钱，或该到的钱没到账
win-matter-fee = 费用的事
win-matter-fee-about = 手续费、服务费、押金，扣得不明白
win-matter-service = 屏幕报错、机器用不了
win-matter-service-about = 提示看不懂，或者刷不了卡
win-matter-notice = 收到通知
win-matter-notice-about = 调单、退单、拒付、投诉
win-triage-screen = 屏幕或小票上写了什么
win-triage-screen-hint = 照着抄，几个字也行。不要写密码和完整卡号
win-triage-symptoms = 像哪几样？可以多选
win-triage-found = 从哪里开始
win-triage-nothing = 左边说一样，这里就给建议。
win-triage-because = 因为
win-triage-because-notice = 手里有通知
win-triage-begin = 从这里开始
win-triage-begin-this = 选这个
win-triage-by-hand = 都不像？自己选
win-triage-title = { $playbook } · { $month }月{ $day }日
win-triage-remark = 当时看到：{ $symptoms }
win-secret-seen = 这里像有卡号、密码或验证码。这些不能留，请换成遮住的写法。
win-list-comma = 、

# 应答码
win-code-means = { $code }：{ $meaning }
win-code-screen = 屏幕常见写法：{ $screen }
win-code-never = 千万注意：{ $never }
win-code-unknown = 没有收录 { $code }。照原样记下，请收单机构说明。

# 步骤
win-guide-why = 为什么
win-guide-record = 记下什么
win-guide-never = 千万注意
win-guide-facts = 依据
win-guide-facts-more = 还有 { $count } 条依据
win-guide-place = { $phase } · 第 { $at } 步，共 { $of } 步
win-guide-all = 全部步骤
win-guide-count = { $done }/{ $total }
win-guide-back = 上一步
win-guide-next = 下一步
win-guide-later = 先放着，下一步
win-guide-done-next = 做完了，下一步
win-guide-advance = 好，继续
win-guide-mark-done = 标为做完
win-guide-skip = 跳过这一步…
win-guide-trouble = 步骤没能读出来
win-guide-nothing = 这个问题还没有步骤。证据和期限照样可以记。
win-step-note = 怎么做的
win-step-note-hint = 可以不写；写了会进案件历史
win-call-note = 电话里说了什么
win-call-note-hint = 工号、工单号、对方说的状态、答应的日期
win-step-done = 已做完
win-step-skipped = 已跳过
win-step-urgent = 先做这个
win-step-blocked = 最好先做：
win-step-after = 最好先做：{ $steps }
win-fact-unverified = 未核实
win-fact-source = { $source }（{ $date }核对）
win-question-optional = { $question }（可不答）
win-question-unfit = 之前答的是“{ $answer }”，在这里不适用。请重新选，原来的回答仍在历史里。
win-need-transaction = 交易已记下
win-need-counterparty = 对方已记下
win-need-deadline = 期限已记下
win-need-packet = 证据包已生成

# 要的证据
win-asked-good = 怎样算好
win-asked-proves = 证明什么
win-asked-needed = 需要
win-asked-have = 已有 { $count } 份
win-asked-more = 再加
win-asked-drop = 拖到这里，或按 Ctrl+V 粘贴

# 缺什么
win-missing-for = 用来要求：{ $claim }
win-missing-claims = { $first } 等 { $count } 项
win-missing-skipped = { $what }（没有：{ $reason }）
win-mismatches = 请核对

# 换一种问题
win-switch = 问题类型：{ $playbook }，换一种
win-switch-title = 换一种问题
win-switch-text = 交易、证据、期限、联系人和历史都保留；新问题还用得上的回答也保留。不再问的回答留在历史里。
win-switch-do = 换成这个
win-switched = 已换，证据和回答都还在

# 联系
win-tab-contact = 联系
win-ladder = 按这个顺序找
win-ladder-text = 前一个有答复就不用找后一个。每次都记下工号、工单号和答应的日期。
win-rung-can = 能做什么
win-rung-cannot = 做不了什么
win-rung-move-on = 什么时候找下一个
win-demands = 可以要求什么
win-compliance = 一直要守的
win-sheet-call = 通话单
win-sheet-call-role = 打开通话单（{ $role }）
win-sheet-customer = 对顾客怎么说
win-sheet-contingency = 应急预案
win-sheet-open = 打印
win-sheet-save = 存为 PDF
win-sheet-saved = PDF 已存好

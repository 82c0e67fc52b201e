/** A small book for tests: one playbook with everything a playbook can have, six with little more than what they ask for. */
import type { Bilingual, RawCode, RawEvidence, RawPlaybook } from './book';

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });
const CHECKED = '2026-11-22';

const timeout: RawPlaybook = {
  id: 'timeout-debited',
  about: 'principal',
  needs_transaction: true,
  title: both('超时却扣款', 'Timed out, yet debited'),
  summary: both('屏幕显示超时或没有出单，顾客却收到了扣款通知。', 'The screen said timeout or printed nothing, yet the customer was told of a debit.'),
  details: ['screen-text', 'network', 'goods-delivered', 'repeated-swipe', 'steps-tried'],
  fact: [
    { id: 'code-68', text: both('68 表示发卡行回答得太迟：结果未知，不等于没扣款。', '68 means the issuer answered too late: the result is unknown, not failed.'), source: 'POS 终端应答码表', confidence: 'B', checked_on: CHECKED },
    { id: 'next-day', text: both('单边账多在下一个工作日对账后退回。', 'A one-sided debit is mostly returned after the next working day’s reconciliation.'), source: '行业惯例', confidence: 'C', checked_on: CHECKED },
  ],
  symptom: [
    { id: 'no-slip-but-debited', text: both('没有出单，顾客却收到扣款通知', 'No slip, yet the customer was told of a debit'), screen: ['超时', '无应答', 'timeout'], codes: ['68', '98'] },
    { id: 'line-dropped', text: both('刷到一半断网', 'The network failed half-way'), screen: ['网络异常'] },
  ],
  question: [
    { id: 'swiped-again', kind: 'yes-no', text: both('之后又刷过一次吗？', 'Was it swiped again?'), why: both('刷过两次就可能扣了两次。', 'Two attempts may be two debits.') },
    { id: 'second-amount', kind: 'amount', text: both('第二次刷了多少？', 'How much was the second attempt?'), when: [{ question: 'swiped-again', is: ['yes'] }] },
    { id: 'response-code', kind: 'text', text: both('应答码是什么？', 'Which response code?'), optional: true },
    { id: 'when-noticed', kind: 'date', text: both('哪天发现的？', 'On which day was it noticed?'), optional: true },
    {
      id: 'backend-status', kind: 'choice', text: both('商户后台里是什么状态？', 'What does the back office say?'), hint: both('按时间和金额找。', 'Look by time and amount.'),
      choices: [{ id: 'success', text: both('成功', 'Successful') }, { id: 'failed', text: both('失败', 'Failed') }, { id: 'missing', text: both('查不到', 'Not listed') }],
    },
  ],
  step: [
    { id: 'stop-swiping', phase: 'confirm', title: both('先停手，不要再刷', 'Stop: do not swipe again'), why: both('结果未知时再刷，可能扣两次。', 'While the result is unknown, another swipe may debit twice.'), never: [both('不要再刷一次来“试试”。', 'Never swipe again just to see.')], urgent: true, questions: ['swiped-again', 'second-amount'], facts: ['code-68'] },
    { id: 'photograph-screen', phase: 'confirm', title: both('拍下终端屏幕', 'Photograph the screen'), why: both('重启后提示会消失。', 'A restart wipes the message.'), record: both('提示原文和时间。', 'The exact words and the time.'), urgent: true, questions: ['response-code'], evidence: ['terminal-photo'], details: ['screen-text', 'network'], facts: ['code-68', 'next-day'] },
    { id: 'record-sale', phase: 'confirm', title: both('记下这笔交易', 'Write down the sale'), why: both('对方按金额、时间、参考号查账。', 'They trace by amount, time and reference.'), needs: ['transaction'] },
    { id: 'look-up', phase: 'gather', title: both('到商户后台查这一笔', 'Look the sale up in the back office'), why: both('后台更接近收单机构的账。', 'It is nearer to the acquirer’s books.'), questions: ['backend-status', 'when-noticed'], evidence: ['merchant-backend', 'slip'], after: ['record-sale'] },
    { id: 'call-acquirer', phase: 'contact', title: both('打给收单机构', 'Call the acquirer'), why: both('只有收单机构能查这一笔。', 'Only the acquirer can trace it.'), needs: ['counterparty'], contact: 'acquirer', after: ['look-up'] },
    { id: 'note-date', phase: 'contact', title: both('记下对方答应的日期', 'Write down the promised date'), why: both('没有日期就没有下一步。', 'Without a date nothing follows.'), needs: ['deadline'], optional: true },
    { id: 'tell-customer', phase: 'contact', title: both('告诉顾客进展', 'Tell the customer'), why: both('顾客安心，就不会催着退现金。', 'A calm customer does not press for cash.'), contact: 'customer', optional: true },
    { id: 'make-packet', phase: 'submit', title: both('生成证据包', 'Build the packet'), why: both('一份材料，少来回。', 'One file saves days.'), needs: ['packet'], after: ['look-up'] },
  ],
  evidence: [
    { kind: 'terminal-photo', mandatory: true, good: both('提示原文、时间、金额都看得清。', 'Words, time and amount are readable.'), proves: both('当时屏幕显示的是什么。', 'What the screen said.'), claims: ['state-of-payment'], never: both('不要拍到密码键盘。', 'Never the PIN pad.') },
    { kind: 'merchant-backend', mandatory: true, good: both('这一笔的状态、时间、参考号都在画面里。', 'State, time and reference in one picture.'), proves: both('收单机构账上是什么状态。', 'How the acquirer’s books stand.'), claims: ['state-of-payment', 'reversal'] },
    { kind: 'slip', mandatory: false, good: both('卡号只露前六后四。', 'Only first six and last four of the card.'), proves: both('这笔交易发生过。', 'That the sale took place.') },
    { kind: 'customer-notice', mandatory: false, good: both('顾客自愿给，余额先遮住。', 'Given freely, balance covered.'), proves: both('顾客已被扣款。', 'That the customer was debited.'), when: [{ question: 'backend-status', is: ['missing'] }] },
  ],
  demand: [
    { id: 'state-of-payment', text: both('书面确认这笔交易的最终状态', 'The final state of the sale in writing'), facts: ['code-68'] },
    { id: 'reversal', text: both('冲正，或补结算到本店', 'A reversal, or settlement to the shop') },
  ],
  call: { opening: both('您好，我是{shop}，商户号{mid}。', 'Hello, this is {shop}, merchant {mid}.'), ask: [both('这一笔现在是什么状态？', 'What is the state of this sale?')], note: [both('工号、工单号、答应的日期', 'Staff number, ticket, promised date')], never: [both('密码、验证码、完整卡号', 'PIN, SMS code, whole card number')] },
  customer: { say: [both('钱没有丢，我们正在查。', 'The money is not lost; we are tracing it.')], ask: [both('扣款时间和状态', 'Time and state of the debit')], never: [both('不要问密码和验证码', 'Never ask for PIN or SMS code')] },
  ladder: [
    { id: 'acquirer', role: 'acquirer', what: both('打客服，要工单号。', 'Call the hotline, ask for a ticket.'), move_on_when: both('过了答应的日子没有答复', 'The promised day has passed'), can: both('查交易、冲正、补结算', 'Trace, reverse, settle') },
    { id: 'central-bank', role: 'regulator', what: both('拨 12363 投诉。', 'Complain on 12363.'), move_on_when: both('办结后仍不服', 'Still not settled'), cannot: both('不直接判退钱', 'Does not order a refund'), facts: ['next-day'] },
    { id: 'court', role: 'court', what: both('小额诉讼。', 'Small claims.'), move_on_when: both('', '') },
  ],
  outcome: [
    { id: 'reversed', text: both('请顾客确认钱已退回，再结案。', 'Have the customer confirm the money is back before closing.') },
    { id: 'settled-to-merchant', text: both('看到结算流水再结案。', 'Close once the settlement shows it.') },
  ],
  prevention: [
    { id: 'backup-line', kind: 'backup-pos', text: both('备一条 4G 线路', 'Keep a 4G line as a spare'), who: 'device', first_after_days: 14, every_months: 0 },
    { id: 'monthly-check', kind: 'self-check', text: both('每月做一次终端自查', 'Check the terminals every month'), who: 'owner', first_after_days: 7, every_months: 1 },
  ],
  compliance: [{ id: 'never-ask-pin', text: both('不问顾客的密码和验证码。', 'Never ask a customer for PIN or SMS code.') }],
};

function plain(id: string, about: string, title: Bilingual, summary: Bilingual, symptoms: [string, Bilingual, string[]][], details: string[], asked: Record<string, boolean>, ladder: string[], needs_transaction = true): RawPlaybook {
  const evidence: RawEvidence[] = Object.entries(asked).map(([kind, mandatory]) => ({ kind, mandatory, good: both('看得清、完整、有日期。', 'Readable, whole, with its date.'), proves: both('事情的经过。', 'What happened.') }));
  return {
    id, about, needs_transaction, title, summary, details, evidence,
    symptom: symptoms.map(([name, text, screen]) => ({ id: name, text, screen })),
    ladder: ladder.map((role) => ({ id: role, role, what: both('说明情况，要书面答复。', 'Explain, and ask for an answer in writing.'), move_on_when: both('没有答复', 'There is no answer') })),
  };
}

export const fixture: RawPlaybook[] = [
  timeout,
  plain('debited-abnormal', 'principal', both('顾客已付款，交易异常', 'Paid, but the sale is abnormal'), both('顾客账上已扣款，POS 显示失败、异常或没有出单。', 'The customer was debited; the terminal says failed or abnormal.'), [['terminal-says-failed', both('POS 显示失败或异常', 'The terminal says failed or abnormal'), ['交易失败']]], ['screen-text', 'goods-delivered', 'customer-refunded'], { 'terminal-photo': true, slip: true, 'customer-notice': false }, ['acquirer', 'issuer']),
  plain('first-swipe-fee', 'fee', both('新机被扣了不明费用', 'New terminal, unexplained fee'), both('新机器头几笔就被扣了说不清的费用，或费率与合同不符。', 'Fees nobody explained on the first sales, or a rate that is not the contract’s.'), [['round-fee', both('被扣了一笔整数：99、199、299', 'A round sum was taken: 99, 199, 299'), []], ['rate-changed', both('费率和合同不一样', 'The rate is not the contract’s'), []]], ['fee-charged', 'fee-basis', 'contract-said', 'who-promised'], { 'contract-rate': true, 'settlement-statement': true, 'chat-record': false }, ['agent', 'acquirer']),
  plain('money-swallowed', 'principal', both('钱不见了（“吞钱”）', 'Money missing'), both('顾客付了钱，结算账户里却没有到账或少到账。', 'The customer paid, but the settlement account got nothing or less.'), [['not-arrived', both('过了该到的日子还没到账', 'It should have arrived by now'), []]], ['settlement-account', 'risk-notice', 'holiday-between'], { slip: true, 'settlement-statement': true, 'merchant-backend': false }, ['acquirer']),
  plain('merchant-invalid', 'service', both('屏幕显示“商户无效”', 'The screen says “merchant invalid”'), both('机器提示商户无效、商户未登记、终端无效，刷不了卡。', 'Invalid merchant or terminal; no card can be taken.'), [['merchant-invalid-on-screen', both('屏幕显示商户无效、终端无效', 'It says merchant or terminal invalid'), ['商户无效', '终端无效']]], ['since-when', 'all-cards', 'recent-change', 'unsettled-money'], { 'terminal-photo': true, licence: true, 'device-label': false }, ['agent', 'acquirer'], false),
  plain('chargeback', 'principal', both('被退单、拒付或调单', 'Chargeback or retrieval'), both('收到调单、退单或拒付通知，要在期限内交材料。', 'A notice has come; material must be handed in on time.'), [['notice-came', both('收到调单、退单、拒付通知', 'A retrieval or chargeback notice came'), ['调单']]], ['reason-code', 'notice-received', 'reply-due', 'goods-delivered', 'cardholder-claim'], { notice: true, slip: true, 'delivery-proof': false, 'chat-record': false }, ['acquirer', 'network']),
  plain('other', 'service', both('其他问题', 'Something else'), both('以上都不像。先把看到的和发生的记下来。', 'None of these. Write down what was seen.'), [], ['what-happened', 'what-wanted'], { other: false }, ['acquirer'], false),
];

export const fixtureCodes: RawCode[] = [
  { code: '68', meaning: both('发卡行回答得太迟', 'The issuer answered too late'), screen: both('交易超时', '“交易超时” (timed out)'), advice: both('结果未知。先查，不要再刷。', 'The result is unknown. Look it up first; do not swipe again.'), never: both('不要连着再试。', 'Do not keep trying.'), playbook: 'timeout-debited', source: 'POS 终端应答码表', confidence: 'B', checked_on: CHECKED },
  { code: '03', meaning: both('商户没有登记', 'The merchant is not registered'), screen: both('商户未登记', '“商户未登记” (not registered)'), advice: both('拍下屏幕，联系收单机构。', 'Photograph the screen and contact the acquirer.'), playbook: 'merchant-invalid', source: 'POS 终端应答码表', confidence: 'B', checked_on: CHECKED },
  { code: 'Z9', meaning: both('厂家自定的代码', 'A code of one maker'), screen: both('', ''), advice: both('问服务商。', 'Ask the agent.'), source: '网上资料', confidence: 'C', checked_on: CHECKED },
];

### 每个案件都有的几步（问题手册之外），以及还可以找谁。

step-advance-title = 进入下一阶段：{ $stage }
step-advance-why = 这之前要做的都做了，或者已经说明了为什么跳过。
step-close-case-title = 结案
step-close-case-why = 写下结果和追回的金额，这件事才算完。没有拿到书面结论也可以结，写明原因就行。

role-police = 公安
role-court = 法院
role-association = 行业协会
role-mediator = 调解组织

because-screen = 屏幕上有“{ $said }”
because-code = 应答码是 { $code }
because-about-fee = 说的是店里的手续费
because-about-principal = 说的是顾客付的钱
because-about-service = 说的是机器或服务用不了

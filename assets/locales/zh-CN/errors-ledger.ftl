### 算费用时的提示（ledger）。

error-rate-unreadable = “{ $value }”不是费率。请写成 0.6 或 0.6%。
error-amount-not-positive = 金额要大于零才能算手续费。
error-rate-not-on-record = 店铺资料里没有这类卡的合同费率。请填上费率，或先在设置里记下合同。

fee-flag-as-agreed = 与合同费率一致。
fee-flag-rounding-only = 只差一分，多半是进位方式不同。
fee-flag-above-contract = 多于合同费率算出的金额。请对方给出逐笔费用明细和依据条款。
fee-flag-below-contract = 少于合同费率算出的金额，可能有优惠或用了别的费率。
fee-flag-fixed-sum = 多出的是整十元，不像按比例收的，可能是押金、激活费或流量费。请对方说明。

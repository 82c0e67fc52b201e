//! Column names as they are compared: without what providers change from one export to the next.

use unicode_normalization::UnicodeNormalization;

/// `支出金额（-元）` → `支出金额(-)`, `交易日期[ Transaction Date ]` → `交易日期`, `日 志 号` → `日志号`.
#[must_use]
pub fn normal(name: &str) -> String {
    let mut out: String =
        name.nfkc().filter(|c| !c.is_whitespace() && !c.is_control() && !matches!(c, '\u{feff}' | '`' | '"')).collect();
    if let Some(at) = out.find('[')
        && at > 0
        && out.ends_with(']')
    {
        out.truncate(at);
    }
    for (from, to) in [("(元)", ""), ("(+元)", "(+)"), ("(-元)", "(-)"), ("(人民币)", "")] {
        if out.contains(from) {
            out = out.replace(from, to);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_of_writing_vanish() {
        for (name, wanted) in [
            ("\u{feff}交易时间", "交易时间"),
            ("`订单金额（元）", "订单金额"),
            ("收入金额（+元）", "收入金额(+)"),
            ("支出金额(-元)", "支出金额(-)"),
            ("交易日期[ Transaction Date ]\t", "交易日期"),
            ("日 志 号", "日志号"),
            ("币　　种", "币种"),
            ("借方发生额（支取）", "借方发生额(支取)"),
            ("\"收／支\"", "收/支"),
        ] {
            assert_eq!(normal(name), wanted);
        }
    }
}

/** Amounts as people read them. Decimal strings stay strings: nothing here calculates. */

/** Currency first, grouped: `¥1,280.00`, `EUR 1,280.00`. */
export function formatMoney(amount: string, currency: string): string {
  const sign = amount.startsWith('-') ? '-' : '';
  const [whole = '', fraction] = amount.replace(/^-/, '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  const symbol = currency === 'CNY' ? '¥' : `${currency} `;
  return `${sign}${symbol}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** `3.4 MB`, with 1 MB = 1 000 000 bytes, as channels count. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} B`;
  if (bytes < 1_000_000) return `${(Math.floor(bytes / 100) / 10).toFixed(1)} kB`;
  return `${(Math.floor(bytes / 100_000) / 10).toFixed(1)} MB`;
}

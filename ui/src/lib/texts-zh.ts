/** The Chinese texts as one chunk. What only the command line or the packet says stays out. */
export const texts = Object.values(
  import.meta.glob<string>(
    [
      '../../../assets/locales/zh-CN/*.ftl',
      '!../../../assets/locales/zh-CN/cli*.ftl',
      '!../../../assets/locales/zh-CN/packet*.ftl',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
);

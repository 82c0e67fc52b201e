/** The Chinese texts as one chunk. What only the command line says stays out. */
export const texts: string[] = Object.values(
  import.meta.glob<string>(
    [
      '../../../assets/locales/zh-CN/*.ftl',
      '!../../../assets/locales/zh-CN/cli*.ftl',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
);

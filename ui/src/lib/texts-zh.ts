/** The Chinese texts as one chunk. What only the command line, a letter or a statement says stays out: the start waits for these words. */
export const texts: string[] = Object.values(
  import.meta.glob<string>(
    [
      '../../../assets/locales/zh-CN/*.ftl',
      '!../../../assets/locales/zh-CN/{cli,errors-cli,directory,ledger,letter,sheet}.ftl',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
);

/** The English texts as one chunk. What only the command line says stays out. */
export const texts: string[] = Object.values(
  import.meta.glob<string>(
    [
      '../../../assets/locales/en/*.ftl',
      '!../../../assets/locales/en/cli*.ftl',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
);

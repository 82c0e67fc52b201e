/** The English texts as one chunk. What only the command line or the packet says stays out. */
export const texts = Object.values(
  import.meta.glob<string>(
    [
      '../../../assets/locales/en/*.ftl',
      '!../../../assets/locales/en/cli*.ftl',
      '!../../../assets/locales/en/packet*.ftl',
    ],
    { query: '?raw', import: 'default', eager: true },
  ),
);

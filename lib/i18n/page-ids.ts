import type { MessageId } from '../../locales/en/pages.ts';

/** The ids of what all pages say, in the order of their texts. */
export const pageIds = import.meta.glob<readonly MessageId[]>('../../locales/en/pages.ts', {
  eager: true,
  import: 'pages',
  query: '?ids',
});

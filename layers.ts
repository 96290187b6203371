/** A folder of the product. */
export interface Layer {
  folder: string;
  /** The folders below it that its files may import from. */
  imports: readonly string[] | 'everything below';
}

/**
 * From the bottom up. Lint rejects an import that this list does not allow, and a test compares the
 * list with the folders on disk and with `docs/architecture.md`.
 */
export const layers: readonly Layer[] = [
  { folder: 'lib/model', imports: [] },
  { folder: 'lib/steps', imports: [] },
  { folder: 'lib/settings', imports: ['lib/model'] },
  { folder: 'lib/alerts', imports: ['lib/model', 'lib/settings'] },
  { folder: 'locales', imports: ['lib/model'] },
  { folder: 'lib/failure', imports: ['lib/model'] },
  { folder: 'lib/catalog', imports: ['lib/model'] },
  { folder: 'lib/probe', imports: ['lib/model', 'lib/failure', 'lib/catalog'] },
  { folder: 'lib/observe', imports: ['lib/model', 'lib/failure', 'lib/catalog', 'lib/probe'] },
  { folder: 'lib/routing', imports: ['lib/model', 'locales', 'lib/catalog', 'lib/observe'] },
  {
    folder: 'lib/diagnose',
    imports: ['lib/model', 'lib/failure', 'lib/catalog', 'lib/observe', 'lib/routing'],
  },
  { folder: 'lib/history', imports: ['lib/model', 'lib/steps', 'lib/observe'] },
  { folder: 'lib/export', imports: ['lib/model'] },
  {
    folder: 'lib/upload',
    imports: ['lib/model', 'lib/settings', 'lib/observe', 'lib/export'],
  },
  {
    folder: 'lib/round',
    imports: [
      'lib/model',
      'lib/settings',
      'lib/failure',
      'lib/catalog',
      'lib/probe',
      'lib/observe',
      'lib/routing',
      'lib/diagnose',
    ],
  },
  { folder: 'lib/i18n', imports: ['lib/model', 'locales'] },
  { folder: 'lib/messages', imports: ['lib/model', 'lib/settings', 'lib/probe', 'lib/routing'] },
  {
    folder: 'lib/fleet',
    imports: ['lib/model', 'lib/settings', 'lib/i18n', 'lib/messages'],
  },
  {
    folder: 'lib/backup',
    imports: ['lib/model', 'lib/settings', 'lib/routing', 'lib/history', 'lib/export', 'lib/i18n'],
  },
  {
    folder: 'lib/view',
    imports: [
      'lib/model',
      'lib/settings',
      'locales',
      'lib/routing',
      'lib/export',
      'lib/upload',
      'lib/i18n',
    ],
  },
  { folder: 'lib/browser', imports: 'everything below' },
  {
    folder: 'components',
    imports: [
      'lib/model',
      'lib/settings',
      'locales',
      'lib/routing',
      'lib/export',
      'lib/upload',
      'lib/i18n',
      'lib/view',
    ],
  },
  { folder: 'entrypoints', imports: 'everything below' },
];

/** The folders that a layer's files may import from, apart from their own. */
export function allowedImports({ folder, imports }: Layer): readonly string[] {
  if (imports !== 'everything below') return imports;
  const folders = layers.map((layer) => layer.folder);
  return folders.slice(0, folders.indexOf(folder));
}

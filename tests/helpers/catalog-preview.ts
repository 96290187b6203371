import type { CatalogPreview } from '../../lib/model/catalog-file.ts';

/** A file with one new service. */
export function aCatalogPreview(): CatalogPreview {
  return {
    version: '2026-12-01',
    reviewed: '2026-11-30',
    changes: [{ list: 'services', added: ['Chat'], changed: [], removed: [] }],
    hosts: ['chat.example.org'],
    permissions: ['https://chat.example.org/*'],
  };
}

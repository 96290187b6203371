import type { Catalog } from './schema.ts';

/** The country whose filters, sites and operators the catalog knows. */
export const home: Catalog['home'] = { country: 'RU', languages: ['ru'] };

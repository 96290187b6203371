import type { Sources } from './provenance.ts';

const list = 'itdoginfo/allow-domains Russia/outside-raw.lst';

export const homeOnlySiteSources: Sources = {
  byId: {
    gosuslugi: {
      source: list,
      confidence: 'seen',
      note: 'May show a certificate of the national authority, which browsers do not trust; then it counts for nothing.',
    },
    pochta: { source: list, confidence: 'seen' },
  },
};

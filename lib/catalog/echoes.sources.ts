import type { Sources } from './provenance.ts';

const list = 'vernette/ipregion; xtclovver/RKNHardering; v2fly data/category-ip-geo-detect';

export const echoSources: Sources = {
  byId: {
    'cloudflare-address-trace': {
      source: 'Cloudflare docs',
      confidence: 'general',
      note: 'Full rounds probe this host as a control, so the echo reuses that connection and costs next to nothing.',
    },
    ipapi: { source: list, confidence: 'general' },
    ipquery: { source: list, confidence: 'general' },
    'cloudflare-trace': {
      source: list,
      confidence: 'seen',
      note: 'On mobile allowlists, so it answers when other sites of its operator do not.',
    },
    ifconfig: { source: list, confidence: 'seen' },
    geojs: { source: list, confidence: 'seen' },
    'country-is': { source: list, confidence: 'seen' },
  },
};

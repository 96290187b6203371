import type { Sources } from './provenance.ts';

const list = 'vernette/ipregion; xtclovver/RKNHardering; v2fly data/category-ip-geo-detect';

export const echoSources: Sources = {
  byId: {
    'cloudflare-address-trace': {
      source: 'Cloudflare docs',
      confidence: 'general',
      reviewed: '2026-11-26',
      note: 'Full rounds probe this host as a control, so the echo reuses that connection and costs next to nothing.',
    },
    ipapi: { source: list, confidence: 'general', reviewed: '2026-11-26' },
    ipquery: { source: list, confidence: 'general', reviewed: '2026-11-26' },
    'cloudflare-trace': {
      source: list,
      confidence: 'seen',
      reviewed: '2026-11-26',
      note: 'On mobile allowlists, so it answers when other sites of its operator do not.',
    },
    ifconfig: { source: list, confidence: 'seen', reviewed: '2026-11-26' },
    geojs: { source: list, confidence: 'seen', reviewed: '2026-11-26' },
    'country-is': { source: list, confidence: 'seen', reviewed: '2026-11-26' },
  },
};

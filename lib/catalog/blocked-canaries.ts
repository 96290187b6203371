import type { Site } from './schema.ts';

/**
 * Sites that Russia has blocked for years, whatever else it does. The host of a target costs nothing: what
 * the round saw of it counts.
 */
export const blockedCanaries: Site[] = [
  {
    id: 'facebook',
    url: 'https://www.facebook.com/',
    source: 'blocked since March 2022',
    confidence: 'general',
  },
  {
    id: 'linkedin',
    url: 'https://www.linkedin.com/robots.txt',
    source: 'blocked since 2016',
    confidence: 'general',
  },
  {
    id: 'rutracker',
    url: 'https://rutracker.org/',
    source: 'blocked since 2016; withheld by the National Domain Name System on 28 August 2026',
    confidence: 'seen',
  },
  {
    id: 'x',
    url: 'https://x.com/robots.txt',
    source: 'blocked since March 2022',
    confidence: 'general',
  },
];

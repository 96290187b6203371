import type { Site } from './schema.ts';

/** Sites that Russia has blocked for years, whatever else it does. */
export const blockedCanaries: Site[] = [
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
    id: 'instagram',
    url: 'https://i.instagram.com/robots.txt',
    source: 'blocked since March 2022',
    confidence: 'seen',
  },
  {
    id: 'x',
    url: 'https://x.com/robots.txt',
    source: 'blocked since March 2022',
    confidence: 'general',
  },
];

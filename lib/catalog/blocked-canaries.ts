import type { Site } from './schema.ts';

/**
 * Sites that Russia has blocked for years, whatever else it does. The host of a target costs nothing: what
 * the round saw of it counts.
 */
export const blockedCanaries: Site[] = [
  { id: 'facebook', url: 'https://www.facebook.com/' },
  { id: 'linkedin', url: 'https://www.linkedin.com/robots.txt' },
  { id: 'rutracker', url: 'https://rutracker.org/' },
  { id: 'x', url: 'https://x.com/robots.txt' },
];

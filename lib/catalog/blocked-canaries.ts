import type { Site } from './schema.ts';

/**
 * Sites that Russia has blocked for years. A canary on the host of a target costs no request: the round's
 * attempts on that target answer for it.
 */
export const blockedCanaries: Site[] = [
  { id: 'facebook', url: 'https://www.facebook.com/' },
  { id: 'linkedin', url: 'https://www.linkedin.com/robots.txt' },
  { id: 'rutracker', url: 'https://rutracker.org/' },
  { id: 'x', url: 'https://x.com/robots.txt' },
];

import type { Target } from './schema.ts';

/**
 * A service's name, asked in plain HTTP for what an operator puts in the answer's place. Messengers speak
 * HTTPS, so it has no vote. The name must be on no list of those that browsers ask in HTTPS by themselves
 * (HSTS preload): Firefox 140 has none of them there.
 */
export function plainTarget(service: string, url: string): Target {
  return {
    id: `${service}/plain`,
    role: 'web',
    kind: 'http',
    urls: [url],
    method: 'GET',
    votes: false,
  };
}

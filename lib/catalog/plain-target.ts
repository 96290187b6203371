import type { Target } from './schema.ts';

/**
 * Probes a service's name over plain HTTP, to catch an operator's block page. Messengers use HTTPS, so the
 * target has no vote. The name must not be on an HSTS preload list, or the browser would upgrade the request
 * to HTTPS; Firefox 140 and Chromium 156 preload none of the names in use.
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

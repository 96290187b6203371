import { isWithin } from '../catalog/own-domains.ts';
import type { Target } from '../catalog/schema.ts';
import type { HttpObservation } from './http.ts';

type Answer = Pick<HttpObservation, 'redirectUrl' | 'headers'>;

/** What Telegram's data centres call themselves. */
const genuineServer = /^nginx\b/;

/**
 * Whether an answer without TLS can be the service's own: it leads to the service, or its data centre names itself and
 * no proxy does. Its status cannot be authenticated.
 * @param own domains of the service
 */
export function isGenuine(
  { votes, urls }: Pick<Target, 'votes' | 'urls'>,
  { redirectUrl, headers }: Answer,
  own: readonly string[],
): boolean {
  if (redirectUrl !== null) return leadsWithin(redirectUrl, [...own, ...urls.map(hostOf)]);
  // Nothing speaks against an answer of which the browser shows no headers.
  if (headers === undefined || headers === null) return true;
  return votes && !headers.byProxy && genuineServer.test(headers.server ?? '');
}

function leadsWithin(url: string, domains: readonly string[]): boolean {
  return URL.canParse(url) && isWithin(hostOf(url), domains);
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}

import { blockPages } from '../catalog/block-pages.ts';
import { blockPageFailure, blockRedirectFailure } from '../failure/block-page.ts';
import type { HttpObservation } from './http.ts';

/** The failure that a known block page makes of an answer; null where it is none. */
export function failureOfBlockPage(
  seen: Pick<HttpObservation, 'redirectUrl' | 'body'>,
): string | null {
  const host = blockHostOf(seen.redirectUrl);
  if (host !== undefined) return `${blockRedirectFailure} ${host}`;
  const text = new TextDecoder().decode(seen.body);
  const marker = blockPages.bodies.find((body) => text.includes(body));
  return marker === undefined ? null : `${blockPageFailure} ${marker}`;
}

function blockHostOf(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return blockPages.hosts.find((host) => hostname === host || hostname.endsWith(`.${host}`));
}

import { blockPages } from '../catalog/block-pages.ts';
import { blockPageFailure, blockRedirectFailure } from '../failure/block-page.ts';
import type { HttpObservation } from './http.ts';

/** The failure of an answer that is a known block page or redirects to one; null if it is neither. */
export function failureOfBlockPage({
  redirectUrl,
  body,
}: Pick<HttpObservation, 'redirectUrl' | 'body'>): string | null {
  const host = blockHostOf(redirectUrl);
  if (host !== undefined) return `${blockRedirectFailure} ${host}`;
  const text = new TextDecoder().decode(body);
  const marker = blockPages.bodies.find((known) => text.includes(known));
  return marker === undefined ? null : `${blockPageFailure} ${marker}`;
}

function blockHostOf(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined;
  const { hostname } = new URL(url);
  return blockPages.hosts.find((host) => hostname === host || hostname.endsWith(`.${host}`));
}

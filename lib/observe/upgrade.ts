import type { Conversation } from '../probe/converse.ts';
import type { RequestOutcome } from '../probe/request-events.ts';

/**
 * Whether the browser upgraded a plain request to HTTPS before it was sent (because of an HSTS list, an earlier
 * answer, the name's HTTPS record, or a setting). Both browsers report that as a redirect to the same URL
 * without a remote address. Firefox may follow it even though redirects are not to be followed.
 */
export function isUpgrade(
  url: string,
  { redirectUrl, remoteIp }: Pick<RequestOutcome, 'redirectUrl' | 'remoteIp'>,
  { answeredBy }: Pick<Conversation, 'answeredBy'>,
): boolean {
  if (!url.startsWith('http:')) return false;
  if (answeredBy?.startsWith('https:') === true) return true;
  return remoteIp === null && redirectUrl !== null && isSecureVersion(redirectUrl, url);
}

/** Fragments are ignored: the browser may drop them. */
function isSecureVersion(redirectUrl: string, url: string): boolean {
  const secure = URL.parse(url);
  if (secure === null) return false;
  secure.protocol = 'https:';
  return withoutFragment(redirectUrl) === withoutFragment(secure.href);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*/, '');
}

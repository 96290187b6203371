import type { Conversation } from '../probe/converse.ts';
import type { RequestOutcome } from '../probe/request-events.ts';

type Told = Pick<RequestOutcome, 'redirectUrl' | 'remoteIp'>;

/**
 * Whether the browser turned a plain request into HTTPS before it left (a list of names that are to be
 * asked so, an earlier answer, the name's HTTPS record, a setting). Both browsers show that as a redirect
 * to the same URL, as from a server, but from no address; Firefox may then follow it, unasked.
 */
export function isUpgrade(
  url: string,
  { redirectUrl, remoteIp }: Told,
  { answeredBy }: Pick<Conversation, 'answeredBy'>,
): boolean {
  if (!url.startsWith('http:')) return false;
  if (answeredBy?.startsWith('https:') === true) return true;
  return remoteIp === null && redirectUrl !== null && isSecureTwin(redirectUrl, url);
}

/** Whether the browser keeps the fragment is of no matter. */
function isSecureTwin(redirectUrl: string, url: string): boolean {
  const twin = URL.parse(url);
  if (twin === null) return false;
  twin.protocol = 'https:';
  return bare(redirectUrl) === bare(twin.href);
}

function bare(url: string): string {
  return url.replace(/#.*/, '');
}

import { type FilterPages, filterPages } from '../catalog/filter-pages.ts';
import { isWithin } from '../catalog/own-domains.ts';
import { isPublicName } from '../model/public-host.ts';
import type { HttpObservation } from './http.ts';

type Answer = Pick<HttpObservation, 'redirectUrl' | 'body' | 'headers'>;

/** Titles that servers of all kinds give to errors, challenges, empty pages, and to names that they do not know. */
const generic = [
  /^(\d{3}\b|access denied|attention required|bad |error|forbidden|gateway|internal server)/i,
  /^(invalid url|just a moment|maintenance|method not allowed|moved|not found|object moved)/i,
  /^(page not found|redirect|request rejected|service unavailable|site not found|sorry)/i,
  /^(temporarily|too many|unauthorized|unavailable)/i,
  /^(document|home|index of|loading|log ?in|sign in|untitled|welcome)\b/i,
  /^(apache\d?|coming soon|default|example|hello|http server|iis|it works|nginx|ok|test)\b/i,
];

/** Where services of all kinds send people for their programs, or to sign in. */
const shared = [
  'play.google.com',
  'apps.apple.com',
  'accounts.google.com',
  'login.live.com',
  'login.microsoftonline.com',
];

/** Whether an answer is the page of a known filter, or redirects to one. To a `HEAD` its headers alone tell. */
export function filterOf(answer: Answer): 'redirect' | 'page' | null {
  const server = answer.headers?.server ?? '';
  const isOfFilter = filterPages.servers.some((one) => server.startsWith(one));
  return manner(answer, filterPages) ?? (isOfFilter ? 'page' : null);
}

/** Whether an answer without TLS is the page of a resolver that somebody chose, or redirects to it. */
export function resolverOf(answer: Answer): 'redirect' | 'page' | null {
  const { ofResolvers } = filterPages;
  return manner(answer, { locations: ofResolvers, bodies: ofResolvers });
}

function manner(
  { redirectUrl, body }: Answer,
  { locations, bodies }: Pick<FilterPages, 'locations' | 'bodies'>,
): 'redirect' | 'page' | null {
  if (redirectUrl !== null && locations.some((part) => redirectUrl.includes(part))) {
    return 'redirect';
  }
  const text = textOf(body).toLowerCase();
  return bodies.some((part) => text.includes(part.toLowerCase())) ? 'page' : null;
}

/**
 * What an answer shows that may be none of the service's own: the host that it redirects to, or the title of its page.
 * A host is `inside` where nobody else could look it up, as in a household or an organisation. Null where an answer
 * shows nothing of the kind.
 * @param own known domains of the service
 * @param others hosts that may stand in for any service
 */
export function elsewhereOf(
  { redirectUrl, body }: Answer,
  own: readonly string[],
  others: readonly string[] = shared,
): string | null {
  if (redirectUrl !== null && URL.canParse(redirectUrl)) {
    const { hostname } = new URL(redirectUrl);
    if (isWithin(hostname, [...own, ...others])) return null;
    return `${isPublicName(hostname) ? 'redirect' : 'inside'} ${hostname}`;
  }
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(textOf(body))?.[1]?.trim() ?? '';
  return title === '' || generic.some((one) => one.test(title)) ? null : `page ${title}`;
}

function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

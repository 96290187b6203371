import type { IncomingHttpHeaders } from 'node:http';
import type { Marks } from './description.ts';

/** The headers of a request that name a person or an extension. */
export function marksOf({ origin, cookie, referer, authorization }: IncomingHttpHeaders): Marks {
  const entries = Object.entries({ origin, cookie, referer, authorization });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** All headers of a request, without the pseudo-headers of HTTP/2. */
export function headersOf(headers: IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

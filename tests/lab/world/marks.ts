import type { IncomingHttpHeaders } from 'node:http';
import type { Marks } from './description.ts';

/** The headers of a request that name a person or an extension. */
export function marksOf({ origin, cookie, referer, authorization }: IncomingHttpHeaders): Marks {
  const entries = Object.entries({ origin, cookie, referer, authorization });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

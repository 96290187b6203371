import type { Target } from './schema.ts';

type HttpsTarget = Extract<Target, { kind: 'https' }>;

/** One request for the headers over TLS; any answer of the server counts. It votes unless told otherwise. */
export function httpsTarget(
  { id, role, urls }: Pick<HttpsTarget, 'id' | 'role' | 'urls'>,
  further: Pick<HttpsTarget, 'authority'> & { votes?: false } = {},
): Target {
  return {
    id,
    role,
    kind: 'https',
    urls,
    method: 'HEAD',
    rule: 'any_http',
    votes: true,
    ...further,
  };
}

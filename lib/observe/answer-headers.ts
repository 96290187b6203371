import type { AnswerHeaders } from '../probe/answer-headers.ts';

interface Header {
  name: string;
  value?: string | undefined;
}

/** Headers that proxies add to what they pass on, and to answers of their own. */
const ofProxies = /^(via|x-cache|x-cache-lookup|x-squid-error|proxy-.+|x-bluecoat-via)$/;
/** Headers that no content network adds: a gateway's error, or a proxy that asks for a password. */
const ofGateways = /^(x-squid-error|proxy-(authenticate|connection|support))$/;
/** What gateways of organisations call themselves as servers (Zscaler, Cisco), and on the way (Skyhigh). */
const gatewayServers = /^(zscaler\/|[ms]_proxy\b)/;
const gatewayOnWay = /web gateway/i;

/** What the headers of an answer tell; null where the browser does not report them. */
export function answerHeadersOf(headers: readonly Header[] | undefined): AnswerHeaders | null {
  if (headers === undefined) return null;
  const seen = new Map(headers.map(({ name, value = '' }) => [name.toLowerCase(), value]));
  const [type = ''] = (seen.get('content-type') ?? '').split(';');
  const server = seen.get('server')?.trim().toLowerCase() ?? null;
  return {
    server,
    type: type.trim().toLowerCase() || null,
    length: seen.get('content-length') ?? null,
    byProxy: [...seen.keys()].some((name) => ofProxies.test(name)),
    ofProxy:
      [...seen.keys()].some((name) => ofGateways.test(name)) ||
      gatewayServers.test(server ?? '') ||
      gatewayOnWay.test(seen.get('via') ?? ''),
    challenges: seen.get('cf-mitigated')?.trim().toLowerCase() === 'challenge',
  };
}

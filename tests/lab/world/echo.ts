import type { HttpAnswer } from '../world-description.ts';

/** The exit that services which tell callers their address see. */
export const exitAddress = '95.24.1.2';

const plain = { 'content-type': 'text/plain; charset=utf-8' };
const json = { 'content-type': 'application/json' };

const bodies: Record<string, string> = {
  'ipv4-internet.yandex.net/api/v0/ip': JSON.stringify(exitAddress),
  'yandex.ru/internet/api/v0/ip': JSON.stringify(exitAddress),
  'www.cloudflare.com/cdn-cgi/trace': `ip=${exitAddress}\nloc=RU\nwarp=off\n`,
  'one.one.one.one/cdn-cgi/trace': `ip=${exitAddress}\nloc=RU\nwarp=off\n`,
  'ifconfig.co/json': JSON.stringify({ ip: exitAddress, country_iso: 'RU', asn: 'AS8402' }),
  'checkip.amazonaws.com/': `${exitAddress}\n`,
  'api.country.is/': JSON.stringify({ ip: exitAddress, country: 'RU' }),
  'get.geojs.io/v1/ip/country.json': JSON.stringify({ ip: exitAddress, country: 'RU' }),
  'api.ipify.org/': JSON.stringify({ ip: exitAddress }),
  'api.myip.com/': JSON.stringify({ ip: exitAddress, country: 'Russia', cc: 'RU' }),
};

/** The answer of an address echo, or undefined if the host is none. */
export function echoOf(host: string, path: string): HttpAnswer | undefined {
  const body = bodies[`${host}${path}`];
  if (body === undefined) return undefined;
  return { status: 200, headers: /^[{"]/.test(body) ? json : plain, body };
}

import { isIPv6 } from 'node:net';
import { household } from '../tunnel/household.ts';
import type { ExitDescription, HttpAnswer, WorldDescription } from './description.ts';
import type { WebRequest } from './exchange.ts';

const plain = { 'content-type': 'text/plain; charset=utf-8' };
const json = { 'content-type': 'application/json' };

/** Formats an exit as text or as JSON. */
type EchoFormat = (exit: ExitDescription) => string | { json: unknown };

const echoes: Record<string, EchoFormat> = {
  'ipv4-internet.yandex.net/api/v0/ip': domestic,
  'yandex.ru/internet/api/v0/ip': domestic,
  'www.cloudflare.com/cdn-cgi/trace': trace,
  'one.one.one.one/cdn-cgi/trace': trace,
  '1.1.1.1/cdn-cgi/trace': trace,
  'ifconfig.co/json': ({ address, country, asn }) => ({
    json: {
      ip: address,
      country_iso: country,
      asn: `AS${asn}`,
    },
  }),
  'checkip.amazonaws.com/': ({ address }) => `${address}\n`,
  'api.country.is/': ({ address, country }) => ({ json: { ip: address, country } }),
  'get.geojs.io/v1/ip/country.json': ({ address, country }) => ({ json: { ip: address, country } }),
  'api.ipify.org/': ({ address }) => ({ json: { ip: address } }),
  'api.myip.com/': ({ address, country }) => ({ json: { ip: address, cc: country } }),
  'api.ipapi.is/': ({ address, country, asn, hosting }) => ({
    json: {
      ip: address,
      is_datacenter: hosting === true,
      asn: { asn },
      location: { country_code: country },
    },
  }),
  'api.ipquery.io/': ({ address, country, asn, hosting }) => ({
    json: {
      ip: address,
      isp: { asn: `AS${asn}` },
      location: { country_code: country },
      risk: { is_datacenter: hosting === true },
    },
  }),
};

/** The answer of an echo service; undefined for other hosts. */
export function echoOf(
  world: WorldDescription,
  { host, path, caller }: Pick<WebRequest, 'host' | 'path' | 'caller'>,
): HttpAnswer | undefined {
  const format = echoes[`${host}${path}`];
  if (format === undefined) return undefined;
  const exit = exitOf(world, caller);
  const answer = format({ ...exit, country: exit.lies?.[host] ?? exit.country });
  if (typeof answer === 'string') return { status: 200, headers: plain, body: answer };
  return { status: 200, headers: json, body: JSON.stringify(answer.json) };
}

/** The exit that belongs to a source address. Directories know no country for an unknown address. */
export function exitOf(
  { exit, exitOverIpv6, tunnel }: WorldDescription,
  caller: string,
): ExitDescription {
  if (isIPv6(caller)) return { ...(exitOverIpv6 ?? exit ?? household), address: caller };
  if (exit !== undefined) return exit;
  const known = [household, ...(tunnel ? [tunnel.exit] : [])];
  return (
    known.find(({ address }) => address === caller) ?? { country: 'XX', asn: 0, address: caller }
  );
}

/** A bare JSON string. */
function domestic({ address, domesticAddress }: ExitDescription): { json: unknown } {
  return { json: domesticAddress ?? address };
}

function trace({ address, country, tunnel, colo }: ExitDescription): string {
  const warp = tunnel === undefined ? 'off' : 'on';
  const gateway = tunnel === 'gateway' ? 'on' : 'off';
  const place = colo === undefined ? '' : `colo=${colo}\n`;
  return `ip=${address}\nloc=${country}\n${place}warp=${warp}\ngateway=${gateway}\n`;
}

import { describe, expect, it } from 'vitest';
import { wholeCatalog } from '../../../lib/catalog/index.ts';
import { networks } from '../../../lib/catalog/networks.ts';
import { readColo, readEcho } from '../../../lib/routing/read-echo.ts';
import { bytesOf } from '../../helpers/observations.ts';

function echoCalled(id: string) {
  const echo = wholeCatalog.echoes.find((one) => one.id === id);
  if (echo === undefined) throw new Error(`no echo ${id}`);
  return echo;
}

function read(id: string, text: string) {
  return readEcho(echoCalled(id), bytesOf(text), networks);
}

describe('the data centre of an echo', () => {
  it.each([
    ['cloudflare-trace', 'ip=203.0.113.9\ncolo=AMS\n', 'AMS'],
    ['cloudflare-trace', 'ip=203.0.113.9\n', null],
    ['ipapi', '{"ip":"203.0.113.9","colo":"AMS"}', null],
  ])('is read from %s, %j: %s', (id, text, expected) => {
    expect(readColo(echoCalled(id), bytesOf(text))).toBe(expected);
  });
});

describe('the answer of an echo', () => {
  it.each([
    ['warp=off\ngateway=off', 'none'],
    ['warp=on\ngateway=off', 'warp'],
    ['warp=plus', 'warp'],
    ['warp=on\ngateway=on', 'gateway'],
    ['tls=TLSv1.3', null],
  ])('is read from lines: %j', (lines, tunnel) => {
    expect(read('cloudflare-trace', `fl=1\nip=203.0.113.9\nloc=NL\n${lines}\n`)).toMatchObject({
      address: '203.0.113.9',
      family: 4,
      country: 'NL',
      tunnel,
      network: null,
    });
  });

  it('names no country for Tor, and says that it is Tor', () => {
    expect(
      read('cloudflare-trace', 'ip=203.0.113.9\nloc=T1\nwarp=off\ngateway=off\n'),
    ).toMatchObject({ country: null, tunnel: 'tor' });
  });

  it('is read from lines that end in CR LF', () => {
    expect(read('cloudflare-trace', 'ip=203.0.113.9\r\nloc=NL\r\n')?.country).toBe('NL');
  });

  it('is null where the address is no string', () => {
    expect(read('ipapi', '{"ip":3405803785}')).toBeNull();
  });

  it('is read from nested JSON', () => {
    const told = {
      ip: '2001:db8::1',
      is_datacenter: false,
      asn: { asn: 1136 },
      location: { country_code: 'nl' },
    };

    expect(read('ipapi', JSON.stringify(told))).toEqual({
      id: 'ipapi',
      group: 'foreign',
      address: '2001:db8::1',
      family: 6,
      country: 'NL',
      asn: 1136,
      network: 'access',
      tunnel: null,
    });
  });

  it.each([
    ['AS24940', true, 24940, 'hosting'],
    ['AS24940', false, 24940, 'hosting'],
    ['AS13335', true, 13335, 'relay'],
    ['AS64500', true, 64500, 'hosting'],
    ['AS64500', false, 64500, 'access'],
    ['AS64500', 'yes', 64500, null],
    ['a network', undefined, null, null],
    ['AS0', undefined, null, null],
    ['AS24940 and more', undefined, null, null],
    ['no AS24940', undefined, null, null],
  ])('says of %s, data centre %s: network %s, %s', (asn, hosting, number, network) => {
    const told = { ip: '203.0.113.9', isp: { asn }, risk: { is_datacenter: hosting } };

    expect(read('ipquery', JSON.stringify(told))).toMatchObject({ asn: number, network });
  });

  it('may be the address only', () => {
    expect(read('yandex', '"::ffff:203.0.113.9"')).toMatchObject({
      address: '203.0.113.9',
      family: 4,
      country: null,
    });
  });

  it.each(['XX', 'Netherlands', '', null, 7])('has no country where the field is %j', (country) => {
    const told = JSON.stringify({ ip: '203.0.113.9', country });

    expect(read('geojs', told)?.country).toBeNull();
  });

  it.each([
    ['geojs', '<!doctype html><title>Log in to the network</title>'],
    ['geojs', '{"country":"NL"}'],
    ['geojs', '{"ip":"not an address","country":"NL"}'],
    ['geojs', 'null'],
    ['cloudflare-trace', '<!doctype html>'],
    ['yandex', '{}'],
    ['yandex', ''],
  ])('is nothing without an address: %s, %j', (id, text) => {
    expect(read(id, text)).toBeNull();
  });
});

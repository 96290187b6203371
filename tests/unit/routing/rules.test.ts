import { describe, expect, it } from 'vitest';
import type { RoutingSignal, SignalId } from '../../../lib/model/route.ts';
import { inferRoute } from '../../../lib/routing/infer.ts';

function said(ids: readonly SignalId[]): string {
  const { verdict, confidence } = inferRoute(ids.map((id) => ({ id }) as RoutingSignal));
  return `${verdict}, ${confidence}`;
}

const ids = (text: string) => text.split(' ') as SignalId[];

const directAtHome = 'exit-at-home clock-there tunnel-none canaries-blocked';
const directAbroad = 'exit-abroad clock-there tunnel-none canaries-open network-access';
const tooFast = directAbroad.replace('clock-there', 'answers-too-fast-for-home');
const detour = 'exit-abroad clock-elsewhere network-hosting canaries-open';
const named = 'exit-abroad home-elsewhere network-hosting canaries-open';
const twoWays = 'exit-abroad exits-differ clock-elsewhere home-only-opens canaries-open';

describe('abroad', () => {
  it.each([
    ['exit-abroad', 'unknown, low'],
    ['exit-abroad clock-elsewhere', 'vpn_likely, low'],
    ['exit-abroad network-hosting', 'vpn_likely, low'],
    ['exit-abroad tunnel-warp', 'vpn_likely, low'],
    ['exit-abroad addresses-reserved', 'vpn_likely, low'],
    ['exit-abroad addresses-private', 'vpn_likely, low'],
    ['exit-abroad exit-changed-services', 'vpn_likely, low'],
    ['exit-abroad connections-end-nearby', 'vpn_likely, low'],
    ['exit-abroad browser-proxy', 'vpn_likely, low'],
    ['exit-abroad calls-differ', 'vpn_likely, low'],
    ['exit-abroad calls-same', 'unknown, low'],
    ['exit-abroad clock-there calls-differ', 'direct, low'],
    ['exit-abroad network-relay', 'unknown, low'],
    ['exit-abroad clock-elsewhere canaries-blocked', 'unknown, low'],
    ['exit-abroad home-elsewhere', 'vpn_likely, low'],
    ['exit-abroad home-elsewhere canaries-blocked', 'unknown, low'],
    ['exit-abroad home-elsewhere clock-at-exit', 'unknown, low'],
    ['exit-abroad home-elsewhere clock-at-exit network-hosting', 'vpn_likely, low'],
    ['exit-abroad clock-there', 'direct, low'],
    ['exit-abroad clock-there tunnel-warp', 'vpn_likely, low'],
    [directAbroad, 'direct, medium'],
    [`${directAbroad} home-only-refuses`, 'direct, high'],
    ['exit-abroad clock-there tunnel-none canaries-open network-hosting', 'direct, low'],
    ['exit-abroad clock-there tunnel-none network-access', 'direct, low'],
    ['exit-abroad answers-too-fast-for-home', 'direct, low'],
    ['exit-abroad answers-too-fast-for-home network-hosting', 'direct, low'],
    ['exit-abroad answers-too-fast-for-home tunnel-warp', 'vpn_likely, low'],
    ['exit-abroad answers-too-fast-for-home canaries-blocked', 'unknown, low'],
    ['exit-abroad answers-too-fast-for-home exits-differ home-only-opens', 'split, low'],
    ['exit-abroad answers-too-fast-for-home exits-differ home-only-refuses', 'direct, low'],
    [tooFast, 'direct, low'],
    [`${tooFast} exits-differ`, 'direct, low'],
    [`${tooFast} exits-same`, 'direct, medium'],
    [`${tooFast} exits-same home-only-refuses`, 'direct, high'],
  ])('%s: %s', (seen, expected) => {
    expect(said(ids(seen))).toBe(expected);
  });
});

describe('a detour', () => {
  it.each([
    [detour, 'vpn_likely, low'],
    [`${detour} tunnel-gateway`, 'vpn_likely, low'],
    [`${detour} tunnel-none`, 'vpn_likely, medium'],
    [`${detour} tunnel-warp`, 'vpn_likely, medium'],
    [`${detour} tunnel-none home-only-refuses`, 'vpn_likely, high'],
    [`${detour} tunnel-none addresses-reserved`, 'vpn_likely, high'],
    [`${detour} tunnel-none exit-changed-services`, 'vpn_likely, high'],
    [`${named} tunnel-none`, 'vpn_likely, medium'],
    [`${named} tunnel-none clock-at-exit`, 'vpn_likely, medium'],
    [`${named} tunnel-none home-only-refuses`, 'vpn_likely, medium'],
    [`${named} clock-at-exit tunnel-none home-only-refuses`, 'vpn_likely, medium'],
    [`${named} clock-elsewhere tunnel-none home-only-refuses`, 'vpn_likely, high'],
    [`${named} tunnel-none calls-differ`, 'vpn_likely, high'],
    [`${detour} calls-differ`, 'vpn_likely, low'],
    [`${detour} tunnel-none calls-differ`, 'vpn_likely, high'],
    [`${detour} tunnel-none calls-same`, 'vpn_likely, medium'],
    [`${detour} tunnel-none addresses-private`, 'vpn_likely, medium'],
    [`${detour} tunnel-none connections-end-nearby browser-proxy`, 'vpn_likely, medium'],
    [
      'exit-abroad clock-elsewhere network-hosting tunnel-none home-only-refuses',
      'vpn_likely, low',
    ],
    ['exit-abroad network-hosting canaries-open tunnel-none home-only-refuses', 'vpn_likely, low'],
    ['exit-abroad clock-elsewhere canaries-open tunnel-none home-only-refuses', 'vpn_likely, low'],
    ['exit-abroad clock-elsewhere canaries-open network-relay tunnel-warp', 'vpn_likely, medium'],
    ['exit-abroad clock-elsewhere canaries-open network-relay tunnel-none', 'vpn_likely, low'],
    ['exit-abroad clock-elsewhere canaries-open network-access tunnel-warp', 'vpn_likely, low'],
  ])('%s: %s', (seen, expected) => {
    expect(said(ids(seen))).toBe(expected);
  });
});

describe('a split route', () => {
  it.each([
    ['exit-abroad exits-differ', 'unknown, low'],
    ['exit-abroad exits-differ clock-elsewhere', 'split, low'],
    ['exit-abroad exits-differ home-only-opens', 'split, low'],
    ['exit-abroad exits-differ clock-elsewhere home-only-refuses', 'vpn_likely, low'],
    ['exit-abroad exits-differ home-elsewhere', 'split, low'],
    ['exit-abroad exits-differ home-elsewhere clock-at-exit', 'split, low'],
    [
      'exit-abroad exits-differ home-elsewhere home-only-opens canaries-open tunnel-none',
      'split, medium',
    ],
    [twoWays, 'split, low'],
    [`${twoWays} tunnel-none`, 'split, medium'],
    [`${twoWays} tunnel-warp`, 'split, medium'],
    [`${twoWays} tunnel-gateway network-hosting`, 'split, low'],
    [`${twoWays} tunnel-none network-hosting`, 'split, high'],
    [`${twoWays} tunnel-warp network-relay addresses-reserved`, 'split, high'],
    [`${detour} tunnel-none exits-differ`, 'split, medium'],
  ])('%s: %s', (seen, expected) => {
    expect(said(ids(seen))).toBe(expected);
  });
});

describe('at home', () => {
  it.each([
    ['exit-at-home', 'direct, low'],
    [directAtHome, 'direct, medium'],
    [`${directAtHome} network-access`, 'direct, medium'],
    [`${directAtHome} exits-same`, 'direct, medium'],
    [`${directAtHome} network-access exits-same`, 'direct, high'],
    ['exit-at-home clock-there canaries-blocked', 'direct, low'],
    ['exit-at-home tunnel-none canaries-blocked', 'direct, low'],
    ['exit-at-home clock-there tunnel-none', 'direct, low'],
    ['exit-at-home tunnel-warp', 'vpn_likely, low'],
    ['exit-at-home tunnel-warp network-access', 'vpn_likely, low'],
    ['exit-at-home tunnel-warp network-hosting', 'vpn_likely, medium'],
    ['exit-at-home tunnel-warp network-relay', 'vpn_likely, medium'],
    ['exit-at-home clock-elsewhere', 'unknown, low'],
    ['exit-at-home clock-elsewhere network-relay', 'unknown, low'],
    ['exit-at-home clock-elsewhere network-access', 'direct, low'],
    ['exit-at-home clock-elsewhere network-hosting', 'vpn_likely, low'],
    ['exit-at-home canaries-open', 'direct, low'],
    ['exit-at-home canaries-open network-access', 'direct, low'],
    ['exit-at-home canaries-open network-hosting', 'unknown, low'],
    ['exit-at-home canaries-open network-relay', 'unknown, low'],
    ['exit-at-home canaries-open addresses-reserved', 'vpn_likely, low'],
    ['exit-at-home canaries-open addresses-private', 'vpn_likely, low'],
    ['exit-at-home addresses-reserved', 'direct, low'],
    ['exit-at-home canaries-open connections-end-nearby', 'direct, low'],
    ['exit-at-home canaries-open browser-proxy', 'direct, low'],
    [
      'exit-at-home answers-too-fast-for-home tunnel-none canaries-blocked network-access exits-same',
      'direct, low',
    ],
    ['few-echoes connections-end-nearby browser-proxy', 'unknown, low'],
    ['exit-at-home calls-differ', 'direct, low'],
    [`${directAtHome} calls-differ`, 'direct, medium'],
    ['exit-at-home home-there', 'direct, low'],
    ['exit-at-home home-there tunnel-none network-access', 'direct, low'],
    ['exit-at-home home-there tunnel-none canaries-blocked', 'direct, medium'],
    ['exit-at-home home-there network-hosting', 'unknown, low'],
    ['exit-at-home home-there network-relay', 'unknown, low'],
    ['exit-at-home home-there network-hosting canaries-blocked', 'direct, low'],
    ['exit-at-home home-elsewhere network-hosting', 'vpn_likely, low'],
    ['few-echoes tunnel-warp', 'unknown, low'],
  ])('%s: %s', (seen, expected) => {
    expect(said(ids(seen))).toBe(expected);
  });
});

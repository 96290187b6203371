import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../lib/catalog/index.ts';
import type { Episode } from '../../../lab/wire/diary.ts';
import { judgeDiary } from '../../../lab/wire/rules.ts';
import type { LogEntry } from '../../../lab/world/description.ts';
import { aDiary, anEntry, anEpisode, aRequest, at } from './diaries.ts';

function complaintsAbout(log: LogEntry[], overrides: Partial<Episode> = {}): string[] {
  return judgeDiary(aDiary({ episodes: [anEpisode({ log, ...overrides })] }), catalog);
}

it('finds nothing wrong with a day that keeps all promises', () => {
  const delays = [{ event: 'network-change', fromBefore: 30, fromSeen: 29 } as const];
  const early = anEntry({ kind: 'dns', name: 'accounts.google.com' });
  const episodes = [
    anEpisode({ kind: 'before-yes', at: [], log: [early] }),
    anEpisode({ log: [...aRequest('ya.ru'), ...aRequest('vk.com', { connection: 2 })] }),
    anEpisode({
      kind: 'full',
      log: [anEntry({ kind: 'stun', name: 'stun.l.google.com', port: 19302 })],
    }),
  ];

  expect(judgeDiary(aDiary({ episodes, delays }), catalog)).toEqual([]);
});

describe('before the yes', () => {
  it.each([
    [anEntry({ kind: 'dns', name: 'ya.ru' }), 'dns to ya.ru'],
    [anEntry({ kind: 'tcp' }), 'tcp to 198.51.100.1'],
  ])('%# nothing may be sent', (entry, found) => {
    expect(complaintsAbout([entry], { kind: 'before-yes' })).toEqual([
      `before the yes: found ${found}; allowed: nothing`,
    ]);
  });
});

describe('bytes', () => {
  it.each([
    ['pulse', 110_000],
    ['full', 700_000],
    ['start', 700_000],
    ['network-change', 700_000],
    ['first', 900_000],
    ['asked', 900_000],
  ] as const)('of %s are limited to %i', (kind, limit) => {
    const moved = (bytes: number) => aRequest('ya.ru', { bytesIn: 1000, bytesOut: bytes - 1000 });

    expect(complaintsAbout(moved(limit), { kind })).toEqual([]);
    expect(complaintsAbout(moved(limit + 1), { kind })).toEqual([
      `bytes of ${kind}: found ${limit + 1}; allowed: at most ${limit}`,
    ]);
  });

  it('of a day are limited, with each moment at which an episode takes place', () => {
    const log = aRequest('ya.ru', { bytesIn: 0, bytesOut: 100_000 });
    const moments = (count: number) => Array.from({ length: count }, (_, index) => index);

    expect(complaintsAbout(log, { at: moments(120) })).toEqual([]);
    expect(complaintsAbout(log, { at: moments(121) })).toEqual([
      'bytes of a day: found 12100000; allowed: at most 12000000',
    ]);
  });

  it('of a day are those that nobody asked for', () => {
    const log = aRequest('ya.ru', { bytesIn: 0, bytesOut: 100_000 });

    expect(complaintsAbout(log, { kind: 'asked', at: Array(121).fill(0) })).toEqual([]);
  });
});

describe('hosts', () => {
  it.each(['dns', 'doh', 'clienthello', 'http', 'websocket'] as const)(
    'outside the catalogue may not appear in %s',
    (kind) => {
      expect(complaintsAbout([anEntry({ kind, name: 'tracker.example' })])).toEqual([
        'host: found tracker.example; allowed: those of the catalogue that are on',
      ]);
    },
  );

  it.each(['g.whatsapp.net', 'e7.whatsapp.net'])('%s may not be asked', (name) => {
    expect(complaintsAbout([anEntry({ kind: 'dns', name })])).toEqual([
      `host: found ${name}; allowed: none that resets TLS everywhere`,
    ]);
  });

  it('of calls are those abroad', () => {
    const asks = [anEntry({ kind: 'stun', name: 'stun.sberbank.ru', port: 3478 })];

    expect(complaintsAbout(asks)).toEqual([
      'STUN: found stun.sberbank.ru:3478; allowed: stun.l.google.com:19302, stun.cloudflare.com:3478',
    ]);
  });
});

describe('headers and URLs', () => {
  it.each([
    [{ origin: 'chrome-extension://abc' }, 'origin: chrome-extension://abc'],
    [{ cookie: 'planted=person' }, 'cookie: planted=person'],
    [{ referer: 'https://ya.ru/' }, 'referer: https://ya.ru/'],
    [{ authorization: 'Basic eDo=' }, 'authorization: Basic eDo='],
  ])('%j may not name anybody', (marks, found) => {
    const headers = { accept: '*/*', ...marks };

    expect(complaintsAbout(aRequest('ya.ru', { marks, headers }))).toEqual([
      `http to ya.ru: found ${found}; allowed: no mark`,
    ]);
  });

  it('may have an Origin that says there is none', () => {
    const marks = { origin: 'null' };

    expect(complaintsAbout(aRequest('ya.ru', { marks, headers: marks }))).toEqual([]);
  });

  it.each([
    [{ path: '/Dozvon' }, 'dozvon'],
    [{ query: '?v=0.1.0' }, '0.1.0'],
    [{ headers: { 'user-agent': 'Dozvon' } }, 'dozvon'],
  ])('%j may not carry texts of our own', (overrides, found) => {
    expect(complaintsAbout(aRequest('ya.ru', overrides))).toEqual([
      `http to ya.ru: found "${found}"; allowed: nothing of our own`,
    ]);
  });

  it("may have no header that is not a browser's own", () => {
    const headers = { 'sec-fetch-mode': 'cors', 'x-request-id': '1' };

    expect(complaintsAbout(aRequest('ya.ru', { headers }))).toEqual([
      "http to ya.ru: found header x-request-id; allowed: a browser's own",
    ]);
  });
});

describe('handshakes', () => {
  const twice = (ms: number, other = 'ya.ru') => [
    ...aRequest('ya.ru'),
    ...aRequest(other, { connection: 2, time: at(ms) }),
  ];

  it('with one name follow a second or more apart', () => {
    expect(complaintsAbout(twice(1000))).toEqual([]);
    expect(complaintsAbout(twice(999))).toEqual([
      'handshakes with ya.ru: found 999 ms apart; allowed: 1000 ms or more',
    ]);
  });

  it('with two names may coincide', () => {
    expect(complaintsAbout(twice(0, 'vk.com'))).toEqual([]);
  });
});

describe('alarms after an event that many share', () => {
  it.each([
    [29.9, 29],
    [121.5, 120.5],
  ])('may not come after %d s', (fromBefore, fromSeen) => {
    const delays = [{ event: 'start', fromBefore, fromSeen } as const];

    expect(judgeDiary(aDiary({ delays }), catalog)).toEqual([
      `alarm of start: found ${Math.round(fromBefore)} s; allowed: 30 to 120 s`,
    ]);
  });

  it('may come late by as much as the look at them took', () => {
    const delays = [{ event: 'start', fromBefore: 123, fromSeen: 119.8 } as const];

    expect(judgeDiary(aDiary({ delays }), catalog)).toEqual([]);
  });
});

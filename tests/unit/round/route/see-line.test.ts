import { describe, expect, it } from 'vitest';
import type { Echo } from '../../../../lib/catalog/schema.ts';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { watchLine } from '../../../../lib/round/route/see-line.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { aCatalog, aControl } from '../../../helpers/catalog.ts';
import { bytesOf } from '../../../helpers/observations.ts';
import { anOpenRound, aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const reads = { format: 'lines', address: 'ip', colo: 'colo' } as const;
const trace: Echo = {
  id: 'trace',
  group: 'foreign',
  url: 'https://trace.example/',
  reads,
};
const plain: Echo = {
  ...trace,
  id: 'plain',
  url: 'https://plain.example/',
  reads: { format: 'lines', address: 'ip' },
};
const catalog = aCatalog({
  echoes: [trace, plain],
  colos: [{ code: 'SIN', country: 'SG', latitude: 1.4, longitude: 104 }],
  controls: [aControl({ id: 'c1', url: 'https://c1.example/' })],
});

const fromSin = { body: bytesOf('ip=203.0.113.9\ncolo=SIN\n'), protocol: 'h2' };
const fresh = { dnsMs: 5, connectMs: 8, tlsMs: 9, ttfbMs: 30, reusedConnection: false };
const reused = { dnsMs: null, connectMs: null, tlsMs: null, ttfbMs: 7, reusedConnection: true };

/** The observations of the line after one request to each URL. */
async function lineAfter(
  answers: Record<string, Partial<HttpObservation>>,
  controls: Parameters<typeof anAttempt>[0][] = [],
) {
  const record = emptyRecord(aPlan());
  record.controls.set('c1', controls.map(anAttempt));
  const round = anOpenRound(
    aRoundWorld(({ url }) => answers[url] ?? {}),
    { catalog, record },
  );
  const { watched, line } = watchLine(round);
  for (const url of Object.keys(answers)) {
    await watched.asker.ask({ purpose: 'route', url, method: 'GET', timeoutMs: 5_000 });
  }
  return line();
}

const timesOf = async (seen: Partial<HttpObservation>, url = trace.url) =>
  (await lineAfter({ [url]: { ...fromSin, ...seen } })).answers.map(
    ({ roundTripMs }) => roundTripMs,
  );

describe('the time of an answer that names its colo', () => {
  it('is recorded with the colo, and nothing else', async () => {
    const { answers } = await lineAfter({ [trace.url]: { ...fromSin, ...fresh } });

    expect(answers).toEqual([
      { from: { country: 'SG', latitude: 1.4, longitude: 104 }, roundTripMs: 9 },
    ]);
  });

  it.each<[string, Partial<HttpObservation>, number[]]>([
    ['the handshake’s', { ...fresh, tlsMs: 20 }, [20]],
    ['the answer’s, if longer', { ...fresh, tlsMs: 0 }, [17]],
    ['the whole, over an open connection', reused, [7]],
    ['unknown, if the browser does not report it', { ...fresh, ttfbMs: null }, []],
    ['the whole, if the connection’s times are unknown', { ttfbMs: 30 }, [30]],
    ['the longer, if no handshake is reported', { ...fresh, tlsMs: null }, [17]],
    ['omitted for an invalid attempt', { ...fresh, valid: false }, []],
    ['omitted for an error', { ...fresh, httpStatus: 503 }, []],
    ['omitted for an unknown colo', { ...fresh, body: bytesOf('colo=XXX\n') }, []],
    ['omitted without a colo', { ...fresh, body: bytesOf('ip=203.0.113.9\n') }, []],
  ])('is %s', async (_case, seen, expected) => {
    expect(await timesOf(seen)).toEqual(expected);
  });

  it('is omitted for an echo without a colo', async () => {
    expect(await timesOf(fresh, plain.url)).toEqual([]);
  });
});

const nearby = { protocol: 'h2', connectMs: 1, tlsMs: 40, reusedConnection: false };

describe('a connection', () => {
  it.each<[string, Partial<HttpObservation>, boolean[]]>([
    ['ends nearby', nearby, [true]],
    ['ends nearby, in no time at all', { ...nearby, connectMs: 0 }, [true]],
    ['ends nearby, over HTTP/1.1', { ...nearby, protocol: 'http/1.1' }, [true]],
    ['ends nearby, a tenth of the way', { ...nearby, connectMs: 3, tlsMs: 30 }, [true]],
    ['ends at the server', { ...nearby, connectMs: 38 }, [false]],
    ['ends at a slow server', { ...nearby, connectMs: 14 }, [false]],
    ['ends somewhere', { ...nearby, connectMs: 13 }, []],
    ['ends somewhere near', { ...nearby, connectMs: 3.1 }, []],

    ['goes to a near server', { ...nearby, tlsMs: 29 }, []],
    ['is ignored over HTTP/3', { ...nearby, protocol: 'h3', connectMs: 0 }, []],
    ['is ignored if the protocol is unknown', { ...nearby, protocol: null }, []],
    ['was open', { ...nearby, reusedConnection: true, connectMs: null, tlsMs: null }, []],
    ['is invalid', { ...nearby, valid: false }, []],
    ['is not timed', { ...nearby, connectMs: null }, []],
  ])('%s', async (_case, seen, expected) => {
    expect((await lineAfter({ 'https://one.example/': seen })).endsNearby).toEqual(expected);
  });

  it('is recorded once per host, at its fastest, including controls', async () => {
    const slow = { ...nearby, connectMs: 35, tlsMs: 400 };

    const { endsNearby } = await lineAfter(
      {
        'https://one.example/': slow,
        'https://one.example/again': nearby,
        'https://two.example/': { ...nearby, connectMs: 40 },
      },
      [nearby, slow],
    );

    expect(endsNearby).toHaveLength(3);
    expect(endsNearby.filter(Boolean)).toHaveLength(2);
  });
});

describe('a proxy', () => {
  it('is recorded if one request used it', async () => {
    const { proxy } = await lineAfter({
      'https://one.example/': {},
      'https://two.example/': { proxy: 'socks' },
    });

    expect(proxy).toBe('socks');
  });

  it('is not recorded if no request used it', async () => {
    expect((await lineAfter({ 'https://one.example/': {} })).proxy).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../lib/catalog/schema.ts';
import { transferBytes } from '../../../../lib/catalog/transfer-bytes.ts';
import { invalidateUngated } from '../../../../lib/diagnose/evidence/gates.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import { startOfAttempt } from '../../../../lib/observe/attempt-times.ts';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import type { HttpRequest } from '../../../../lib/probe/http.ts';
import type { Observed } from '../../../../lib/round/observed.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { runRound } from '../../../../lib/round/run.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import {
  aCatalog,
  aControl,
  aService,
  aTarget,
  aTransferControl,
} from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const stalled = aFailedObservation({
  failure: 'generic_timeout_error',
  failedOperation: 'read',
  browserError: null,
  bytes: 13_000,
  freezeAtBytes: 16_000,
});
const { redirectUrl: _redirectUrl, body: _body, ...told } = stalled;
const ofStalled = { ...told, ok: false };
const whole = { bytes: transferBytes, totalMs: 100 };
const slow = { bytes: transferBytes, totalMs: 20_000 };

type Transfer = 'download' | 'upload';

interface Setting {
  transfers?: string[];
  site?: Partial<HttpObservation>;
  /** What the neutral site of the comparison gets where it is also a control; it is none if omitted. */
  neutral?: Partial<HttpObservation>;
  /** What a small upload gets; an answer if omitted. */
  small?: Partial<HttpObservation>;
  /** The attempts on the transfer, and on its control, before the worker died. */
  made?: Attempt[];
  compared?: Attempt[];
  /** The attempts on other targets before it died, by their ids. */
  madeBeside?: Record<string, Attempt[]>;
  /** The URL of the transfer, and the service's other targets. */
  url?: string;
  beside?: Target[];
  /** The duration of each transfer to it. */
  seconds?: number;
  /** As in Firefox. */
  keepsSilentMs?: number;
  /** What other transfers carry, in turn: all of it if omitted. */
  elsewhere?: Partial<HttpObservation>[];
}

/** Runs a round with one service and one transfer; returns the transfers. */
async function run(kind: Transfer, seen: Partial<HttpObservation>, options: Setting = {}) {
  const { url = 'https://web.chat.example/large', beside = [], seconds = 0 } = options;
  const { keepsSilentMs, elsewhere = [] } = options;
  const carried: string[] = [];
  let carriedElsewhere = 0;
  const amountOf = ({ sendBytes, receiveBytes }: HttpRequest) => sendBytes ?? receiveBytes;
  const world = aRoundWorld(
    (request) => {
      const amount = amountOf(request);
      if (amount === undefined) {
        if (request.url.includes('//site.')) return options.neutral ?? {};
        return request.url.includes('chat') ? (options.site ?? {}) : {};
      }
      carried.push(`${request.method} ${new URL(request.url).hostname} ${amount}`);
      if (request.url !== url) return elsewhere[carriedElsewhere++] ?? whole;
      world.pass(seconds);
      return amount === transferBytes ? seen : (options.small ?? { bytes: amount });
    },
    keepsSilentMs === undefined ? {} : { keepsSilentMs },
  );
  const record = emptyRecord(
    aPlan({
      services: [{ id: 'chat', depth: 'all', transfers: options.transfers ?? ['chat/large'] }],
    }),
  );
  if (options.made) record.targets.set('chat/large', options.made);
  for (const [id, attempts] of Object.entries(options.madeBeside ?? {})) {
    record.targets.set(id, attempts);
  }
  if (options.compared) record.controls.set('site-download', options.compared);
  const states: Observed[] = [];
  const observed = await runRound({
    catalog: aCatalog({
      ...(options.neutral && {
        controls: [aControl(), aControl({ id: 'site', url: 'https://site.example/' })],
      }),
      services: [
        aService({
          targets: [aTarget(), aTarget({ id: 'chat/large', kind, urls: [url] }), ...beside],
        }),
      ],
      transferControls: [
        aTransferControl(),
        aTransferControl({ id: 'site-upload', kind: 'upload' }),
      ],
    }),
    record,
    signal: new AbortController().signal,
    tools: { ...world.tools, writeJournal: async () => undefined },
    onProgress: () => undefined,
    onStates: async (soFar) => void states.push(soFar),
  });
  return { carried, observed, states };
}

describe('a transfer', () => {
  it.each<[Transfer, string]>([
    ['download', 'GET'],
    ['upload', 'POST'],
  ])('is made once and without a comparison if it completes (%s)', async (kind, method) => {
    const { carried } = await run(kind, whole);

    expect(carried).toEqual([`${method} web.chat.example ${transferBytes}`]);
  });

  it('is repeated if it freezes, after a control transfer of the same size', async () => {
    const { carried, observed } = await run('download', stalled);

    expect(carried).toEqual([
      `GET web.chat.example ${transferBytes}`,
      `GET site.example ${transferBytes}`,
      `GET web.chat.example ${transferBytes}`,
    ]);
    const control = observed.controls.find((one) => one.group === 'transfer');
    expect(control).toMatchObject({ id: 'site-download', attempts: [{ ok: true }] });
  });

  it('is compared with nothing that a site carries which is silent in this round', async () => {
    const isSite = (one: string) => one.includes('site.example');

    const { carried } = await run('download', stalled, { neutral: aFailedObservation() });
    const beside = await run('download', stalled, { neutral: {} });

    expect(carried.filter(isSite)).toEqual([]);
    expect(beside.carried.filter(isSite)).not.toEqual([]);
  });

  it.each([
    [52, ['GET web', 'GET site']],
    [26, ['GET web', 'GET site', 'GET web']],
  ])('is not repeated if it freezes late in a round (%d s)', async (seconds, expected) => {
    const { carried } = await run('download', stalled, { seconds });

    expect(carried.map((one) => one.split('.')[0])).toEqual(expected);
  });

  it('is repeated after a small upload if it freezes while sending', async () => {
    const { carried } = await run('upload', { ...stalled, failedOperation: 'write' });

    expect(carried).toEqual([
      `POST web.chat.example ${transferBytes}`,
      `POST site.example ${transferBytes}`,
      'POST web.chat.example 64',
      `POST web.chat.example ${transferBytes}`,
    ]);
  });

  it('is not made again at full size where the small upload fails', async () => {
    const small = aFailedObservation({
      failure: 'generic_timeout_error',
      failedOperation: 'write',
    });

    const { carried } = await run('upload', { ...stalled, failedOperation: 'write' }, { small });

    expect(carried.at(-1)).toBe('POST web.chat.example 64');
  });

  it('is made a third time if it froze once without an answer', async () => {
    const unanswered = anAttempt({ ...ofStalled, bytes: null, freezeAtBytes: null });

    const { carried } = await run('download', stalled, { made: [unanswered] });

    expect(carried).toEqual([
      `GET site.example ${transferBytes}`,
      `GET web.chat.example ${transferBytes}`,
      `GET web.chat.example ${transferBytes}`,
    ]);
  });

  it('is made a third time if it broke off, and once with a code that says nothing by itself', async () => {
    const ended = anAttempt({
      ...ofStalled,
      failure: 'eof_error',
      browserError: 'NS_ERROR_NET_PARTIAL_TRANSFER',
      freezeAtBytes: null,
    });
    const aborted = anAttempt({
      ...ofStalled,
      failure: 'connection_reset',
      failedOperation: 'http_round_trip',
      browserError: 'NS_ERROR_ABORT',
      bytes: null,
      freezeAtBytes: null,
    });

    const { carried } = await run('download', whole, { made: [ended, aborted] });

    expect(carried).toEqual([
      `GET site.example ${transferBytes}`,
      `GET web.chat.example ${transferBytes}`,
    ]);
  });

  it('is not repeated if it completed before the worker died', async () => {
    const made = [anAttempt({ bytes: transferBytes, totalMs: 300 })];

    expect((await run('download', stalled, { made })).carried).toEqual([]);
  });

  it('is repeated without another comparison if it froze before the worker died', async () => {
    const made = [anAttempt(ofStalled)];
    const compared = [anAttempt({ bytes: transferBytes })];

    const { carried } = await run('download', stalled, { made, compared });

    expect(carried).toEqual([`GET web.chat.example ${transferBytes}`]);
  });

  it('continues where it was if it froze while sending before the worker died', async () => {
    const made = [
      anAttempt({ ...ofStalled, failedOperation: 'write', bytes: null, freezeAtBytes: null }),
      anAttempt({ bytes: 64 }),
    ];

    const { carried } = await run('upload', { ...stalled, failedOperation: 'write' }, { made });

    expect(carried).toEqual([
      `POST site.example ${transferBytes}`,
      `POST web.chat.example ${transferBytes}`,
    ]);
  });

  it('is also compared if it crawls', async () => {
    expect((await run('download', slow)).carried).toHaveLength(3);
  });

  it.each([
    ['a third time if it crawls where another was slow once', slow, [slow, whole], 3],
    ['twice if it crawls where another was slow each time', slow, [slow, slow], 2],
    ['twice if it froze where another was slow once', stalled, [slow, whole], 2],
    ['once if it is quick where another was slow once', whole, [slow, whole], 1],
  ])('is made %s', async (_case, seen, tries, times) => {
    const urls = ['https://cdn.chat.example/large'];
    const { carried } = await run('download', seen, {
      beside: [aTarget({ id: 'chat/cdn-large', kind: 'download', urls })],
      madeBeside: { 'chat/cdn-large': tries.map((one) => anAttempt(one)) },
    });

    expect(carried.filter((one) => one.startsWith('GET web'))).toHaveLength(times);
  });

  it.each([
    [40_000, 3],
    [40_001, 1],
  ])('at %d bytes a second is made %d times', async (bytes, times) => {
    const { carried } = await run('download', { bytes, totalMs: 1_000 });

    expect(carried).toHaveLength(times);
  });

  it('lies between passing gates', async () => {
    const { observed } = await run('download', stalled);

    const attempts = observed.services[0]?.attempts.get('chat/large') ?? [];
    const times = [
      ...attempts.map((one) => ({ at: one.startedAt, what: 'transfer' })),
      ...observed.gates.map((one) => ({ at: one.startedAt, what: 'gate' })),
    ].toSorted((left, right) => left.at.localeCompare(right.at));
    expect(times.map(({ what }) => what).slice(-4)).toEqual([
      'transfer',
      'gate',
      'transfer',
      'gate',
    ]);
  });

  it.each([
    ['the plan has no transfers', { transfers: [] }],
    ['the plan has others', { transfers: ['chat/small'] }],
    ['the host does not answer', { site: aFailedObservation() }],
  ])('is not made if %s', async (_case, options) => {
    const { carried, observed } = await run('download', whole, options);

    expect(carried).toEqual([]);
    expect(observed.services[0]?.attempts.has('chat/large')).toBe(false);
  });

  it.each([
    ['is not made', 'http', []],
    ['is made', 'https', [`GET cdn.chat.example ${transferBytes}`]],
  ] as const)('%s if its host answers only over %s', async (_case, kind, carried) => {
    const beside = [
      aTarget({ id: 'chat/cdn', kind, urls: [`${kind}://cdn.chat.example/`], votes: false }),
    ];

    const made = await run('download', whole, { url: 'https://cdn.chat.example/large', beside });

    expect(made.carried).toEqual(carried);
  });

  it('is not repeated if it fails in another way', async () => {
    expect((await run('upload', aFailedObservation())).carried).toHaveLength(1);
  });
});

describe('a transfer that froze where the browser keeps the frozen connection', () => {
  const keepsSilentMs = 70_000;
  const transfersOf = (observed: Observed) =>
    observed.services[0]?.attempts.get('chat/large') ?? [];

  it('is repeated once that is dropped, beside what a control carries then', async () => {
    const { carried, observed, states } = await run('download', stalled, { keepsSilentMs });

    expect(carried).toEqual([
      `GET web.chat.example ${transferBytes}`,
      `GET site.example ${transferBytes}`,
      `GET site.example ${transferBytes}`,
      `GET web.chat.example ${transferBytes}`,
    ]);
    const [first, second] = transfersOf(observed).map(startOfAttempt);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(keepsSilentMs);
    // A person does not wait for it.
    expect(states.map((one) => transfersOf(one).length)).toEqual([1]);
    expect([...states, observed].map(({ awaited }) => awaited)).toEqual([
      ['chat/large'],
      undefined,
    ]);
  });

  it.each([
    [30, 4],
    [45, 2],
  ])('is not waited for late in a round (%d s)', async (seconds, times) => {
    const lastByteMs = seconds * 1_000;

    const seen = { ...stalled, lastByteMs };
    const { carried, observed, states } = await run('download', seen, { keepsSilentMs, seconds });

    expect(carried).toHaveLength(times);
    expect(states).toHaveLength(times === 4 ? 1 : 0);
    expect(observed.awaited).toBeUndefined();
  });

  it('lies between passing gates each time', async () => {
    const { observed } = await run('download', stalled, { keepsSilentMs });

    const judged = invalidateUngated(transfersOf(observed), observed.gates);
    expect(judged.map(({ valid }) => valid)).toEqual([true, true]);
    const secondAt = Math.max(...judged.map(startOfAttempt));
    const ages = observed.gates.map((gate) => secondAt - Date.parse(gate.finishedAt));
    expect(Math.min(...ages.filter((age) => age >= 0))).toBeLessThan(1_000);
  });

  it('is repeated after a small upload if it froze while sending', async () => {
    const seen = { ...stalled, failedOperation: 'write', lastByteMs: null } as const;

    const { carried } = await run('upload', seen, { keepsSilentMs });

    expect(carried.slice(-3)).toEqual([
      `POST site.example ${transferBytes}`,
      'POST web.chat.example 64',
      `POST web.chat.example ${transferBytes}`,
    ]);
  });

  it.each([
    ['before', [{ bytes: 16_000 }], 2],
    ['any more', [whole, aFailedObservation()], 3],
  ])('is not repeated if the control did not carry as much %s', async (_case, elsewhere, times) => {
    const { carried } = await run('download', stalled, { keepsSilentMs, elsewhere });

    expect(carried).toHaveLength(times);
  });

  it('is compared with another transfer where the control is too short', async () => {
    const urls = ['https://cdn.chat.example/large'];
    const beside = [
      aTarget({ id: 'chat/cdn', urls: ['https://cdn.chat.example/'] }),
      aTarget({ id: 'chat/cdn-large', kind: 'download', urls }),
    ];
    const transfers = ['chat/large', 'chat/cdn-large'];
    const elsewhere = [whole, { bytes: 16_000 }, whole];

    const { carried } = await run('download', stalled, {
      keepsSilentMs,
      beside,
      transfers,
      elsewhere,
    });

    expect(carried.slice(-2)).toEqual([
      `GET cdn.chat.example ${transferBytes}`,
      `GET web.chat.example ${transferBytes}`,
    ]);
  });

  it.each([
    ['it crawled', slow],
    ['bytes were still arriving', { ...stalled, freezeAtBytes: null, totalMs: 25_000 }],
  ])('is repeated at once if %s', async (_case, seen) => {
    const { carried, states } = await run('download', seen, { keepsSilentMs });

    expect(carried.map((one) => one.split('.')[0])).toEqual(['GET web', 'GET site', 'GET web']);
    expect(states).toEqual([]);
  });
});

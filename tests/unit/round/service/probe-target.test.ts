import { describe, expect, it } from 'vitest';
import type { Target } from '../../../../lib/catalog/schema.ts';
import { onlyHttp1Failures } from '../../../../lib/failure/only-http1.ts';
import { unsentFailure } from '../../../../lib/failure/unsent.ts';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import { allFailed, attemptsOf } from '../../../../lib/round/phases.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import type { RoundTools } from '../../../../lib/round/round-tools.ts';
import { probeTarget, recheckTarget } from '../../../../lib/round/service/probe-target.ts';
import { aCatalog, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation, anObservation } from '../../../helpers/observations.ts';
import { anOpenRound, aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

type Answer = Partial<HttpObservation>;

const reused: Answer = { reusedConnection: true };
const fresh: Answer = { reusedConnection: false };
const gone = aFailedObservation();
const options = { purpose: 'sentinel', timeoutMs: 5_000 } as const;

/** A round in a browser whose worker and whose frames give some answers in turn; the last one stays. */
function aRound(setting: { worker: Answer[]; frames?: Answer[]; mayProbeFreshly?: boolean }) {
  const asked: string[] = [];
  const answersOf = (who: string, answers: Answer[]): RoundTools['probe'] => {
    let turn = 0;
    return async () => {
      asked.push(who);
      const answer = answers[Math.min(turn, answers.length - 1)];
      turn += 1;
      return anObservation(answer);
    };
  };
  const world = aRoundWorld(undefined, {
    probe: answersOf('worker', setting.worker),
    ...(setting.frames && { probeFreshly: answersOf('frame', setting.frames) }),
    mayProbeFreshly: () => setting.mayProbeFreshly !== false,
  });
  const record = emptyRecord(aPlan());
  return { round: anOpenRound(world, { catalog: aCatalog(), record }), record, asked };
}

const target = aTarget();

describe('a server that answers HEAD with an error', () => {
  const refusing: Answer = { ...fresh, httpStatus: 501 };

  it.each<[boolean, string, Answer]>([
    [true, 'it answers GET', fresh],
    [false, 'it answers GET so, too', refusing],
  ])('is reached (%s) where %s', async (ok, _case, answer) => {
    const { round, record, asked } = aRound({ worker: [refusing, answer] });

    await probeTarget(round, target, options);

    expect(asked).toEqual(['worker', 'worker']);
    expect(record.targets.get(target.id)).toMatchObject([{ n: 1, ok }]);
  });

  it('is asked once where it is out of order', async () => {
    const { round, record, asked } = aRound({ worker: [{ ...fresh, httpStatus: 503 }, fresh] });

    await probeTarget(round, target, options);

    expect(asked).toEqual(['worker']);
    expect(record.targets.get(target.id)).toMatchObject([{ n: 1, ok: false }]);
  });
});

describe('a target that answers over a connection from before the round', () => {
  it('is asked again in a frame', async () => {
    const { round, record, asked } = aRound({ worker: [reused], frames: [fresh] });

    await probeTarget(round, target, options);

    expect(asked).toEqual(['worker', 'frame']);
    // Both are recorded; the first is no evidence.
    expect(record.targets.get(target.id)).toMatchObject([
      { n: 1, ok: true, valid: true, reusedConnection: true },
      { n: 2, ok: true, valid: true, reusedConnection: false },
    ]);
    expect(attemptsOf(round, target).map(({ valid }) => valid)).toEqual([false, true]);
  });

  it('is not asked in a frame that may not contact its host', async () => {
    const { round, asked } = aRound({ worker: [reused], frames: [gone], mayProbeFreshly: false });

    await probeTarget(round, target, options);

    expect(asked).toEqual(['worker']);
    expect(allFailed(attemptsOf(round, target))).toBe(false);
  });

  it('fails where the frame gets no answer, and is rechecked there', async () => {
    const { round, asked } = aRound({ worker: [reused], frames: [gone] });

    await probeTarget(round, target, options);
    const isFailing = allFailed(attemptsOf(round, target));
    await recheckTarget(round, target, options);

    expect(isFailing).toBe(true);
    expect(asked).toEqual(['worker', 'frame', 'frame']);
  });

  it('still counts as reached where the frame could not ask', async () => {
    const unmade = { ...gone, failure: 'unknown_failure', valid: false };
    const { round } = aRound({ worker: [reused], frames: [unmade] });

    await probeTarget(round, target, options);

    expect(allFailed(attemptsOf(round, target))).toBe(false);
    expect(attemptsOf(round, target)[0]?.valid).toBe(true);
  });

  it('is asked once in a browser without such frames', async () => {
    const { round, asked } = aRound({ worker: [reused] });

    await probeTarget(round, target, options);

    expect(asked).toEqual(['worker']);
  });

  it('lets further targets of its host be asked in a frame at once', async () => {
    const { round, record, asked } = aRound({ worker: [reused], frames: [fresh] });
    await probeTarget(round, target, options);

    await probeTarget(round, { ...target, id: 'chat/other' }, options);

    expect(asked).toEqual(['worker', 'frame', 'frame']);
    // The frame's own connection of this round.
    expect(record.targets.get('chat/other')).toMatchObject([{ ok: true, reusedConnection: true }]);
  });
});

describe('a target that fails over HTTP/3, of which the browser knew before', () => {
  const browserError = 'net::ERR_QUIC_PROTOCOL_ERROR';
  const overHttp3 = aFailedObservation({
    failure: `unknown_failure: ${browserError}`,
    failedOperation: null,
    browserError,
  });

  it('is asked in a frame, which knows nothing of it, and so are the rechecks', async () => {
    const { round, asked } = aRound({ worker: [overHttp3], frames: [gone] });

    await probeTarget(round, target, options);
    await recheckTarget(round, target, options);

    expect(asked).toEqual(['worker', 'frame', 'frame']);
    expect(attemptsOf(round, target).map(({ valid }) => valid)).toEqual([false, true, true]);
  });

  it('fails all the same where no frame may be asked', async () => {
    const { round, asked } = aRound({ worker: [overHttp3], mayProbeFreshly: false });

    await probeTarget(round, target, options);
    await recheckTarget(round, target, options);

    expect(asked).toEqual(['worker', 'worker']);
    expect(attemptsOf(round, target).map(({ ok, valid }) => ok || !valid)).toEqual([false, false]);
  });
});

describe('a target is asked once', () => {
  it.each<[string, Target, Answer]>([
    ['it answers over a new connection', target, fresh],
    ['it has no handshake', aTarget({ kind: 'http' }), reused],
    ['nothing shows that its redirect came over an old one', target, { httpStatus: 302 }],
  ])('where %s', async (_case, one, answer) => {
    const { round, asked } = aRound({ worker: [answer], frames: [fresh] });

    await probeTarget(round, one, options);

    expect(asked).toEqual(['worker']);
  });

  it('where the round opened the connection that it uses', async () => {
    const { round, asked } = aRound({ worker: [fresh, reused], frames: [fresh] });

    await probeTarget(round, target, options);
    await probeTarget(round, { ...target, id: 'chat/other' }, options);

    expect(asked).toEqual(['worker', 'worker']);
  });
});

describe('a target whose connection was cut once', () => {
  const cut: Answer = aFailedObservation({ failure: 'connection_reset', failedOperation: null });
  const silent: Answer = aFailedObservation({ failure: 'generic_timeout_error' });
  const isHttp1: Answer = aFailedObservation({
    failure: onlyHttp1Failures[0] ?? null,
    failedOperation: 'http_round_trip',
    valid: false,
  });

  /** The methods with which a target is asked, first and in three rechecks. */
  async function methodsOf(
    answers: Answer[],
    { tellsConnected, ...overrides }: { tellsConnected: boolean } & Partial<Target>,
  ) {
    const methods: string[] = [];
    const world = aRoundWorld(undefined, {
      probe: async ({ method }) => {
        methods.push(method);
        return anObservation(answers[Math.min(methods.length, answers.length) - 1]);
      },
      tellsConnected,
    });
    const round = anOpenRound(world, { catalog: aCatalog(), record: emptyRecord(aPlan()) });
    const one = { ...target, ...overrides } as Target;
    await probeTarget(round, one, options);
    for (let more = 0; more < 3; more += 1) await recheckTarget(round, one, options);
    return methods;
  }

  it('is asked so that the browser tells whether the next one stood, and then as before', async () => {
    const methods = await methodsOf([cut], { tellsConnected: true });

    expect(methods).toEqual(['HEAD', 'OPTIONS', 'HEAD', 'HEAD']);
  });

  it.each<[string, Answer[], Parameters<typeof methodsOf>[1]]>([
    ['the browser cannot tell', [cut], { tellsConnected: false }],
    ['it was silent', [silent], { tellsConnected: true }],
    ['it was silent first', [silent, cut], { tellsConnected: true }],
    ['it is asked without TLS', [cut], { tellsConnected: true, kind: 'http' }],
  ])('is asked as before where %s', async (_case, answers, setting) => {
    expect(new Set(await methodsOf(answers, setting))).toEqual(new Set(['HEAD']));
  });

  it.each([
    ['the server knows only HTTP/1.1', isHttp1],
    [
      'the browser does not remove marks',
      aFailedObservation({ failure: unsentFailure, valid: false }),
    ],
  ])('is asked so only once where %s', async (_case, answer) => {
    const methods = await methodsOf([cut, answer, cut], { tellsConnected: true });

    expect(methods).toEqual(['HEAD', 'OPTIONS', 'HEAD', 'HEAD']);
  });
});

describe('a target with several addresses', () => {
  const urls = ['https://a.example/x', 'https://b.example/', 'https://c.example/'];

  async function recordedOf(kind: 'https' | 'websocket') {
    const world = aRoundWorld(() => gone);
    const record = emptyRecord(aPlan());
    const round = anOpenRound(world, { catalog: aCatalog(), record });
    const several = aTarget({ kind, urls });
    await probeTarget(round, several, options);
    await recheckTarget(round, several, options);
    await recheckTarget(round, several, options);
    return record.targets.get(several.id) ?? [];
  }

  it.each(['https', 'websocket'] as const)(
    '(%s) has each attempt name its own, save for the first',
    async (kind) => {
      const attempts = await recordedOf(kind);

      expect(attempts.map(({ url }) => url)).toEqual([
        undefined,
        urls[1],
        urls[2],
        undefined,
        urls[1],
      ]);
      expect(attempts.filter((one) => 'url' in one)).toHaveLength(3);
    },
  );
});

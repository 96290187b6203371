import { describe, expect, it } from 'vitest';
import {
  nextStanding,
  type RoundVerdict,
} from '../../../../lib/diagnose/over-rounds/hysteresis.ts';
import type { Mechanism } from '../../../../lib/model/mechanism.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { at } from '../../../helpers/clock.ts';

type Seen = ServiceState | Partial<RoundVerdict>;

function settleAfter(...rounds: Seen[]): Standing | undefined {
  return rounds.reduce<Standing | undefined>(
    (standing, seen, index) =>
      nextStanding(standing, {
        service: 'chat',
        roundId: `round-${index + 1}`,
        at: at(900 * index),
        state: 'ok',
        mechanisms: [],
        artefact: false,
        ...(typeof seen === 'string' ? { state: seen } : seen),
      }),
    undefined,
  );
}

function stateAfter(...rounds: Seen[]): ServiceState | undefined {
  return settleAfter(...rounds)?.state;
}

const proven: Seen = { state: 'blocked', artefact: true };

describe('a proven block', () => {
  const block: Seen = { ...proven, mechanisms: ['tls.timeout.sni'] };
  const unproven = (...mechanisms: Mechanism[]): Seen => ({ state: 'likely_blocked', mechanisms });

  it('stays proven in rounds that see its failures alone', () => {
    const standing = settleAfter(block, unproven('timeout'), unproven('tls.timeout'));

    expect(standing).toMatchObject({
      state: 'blocked',
      candidate: null,
      mechanisms: ['tls.timeout.sni'],
    });
    expect(
      stateAfter(
        { ...proven, mechanisms: ['dns.nxdomain'] },
        unproven('dns.error'),
        unproven('dns.error'),
      ),
    ).toBe('blocked');
  });

  it('by a resolver’s silence stays proven where our own limit ends that sooner', () => {
    const shown = (mechanism: Mechanism) =>
      stateAfter(
        { ...proven, mechanisms: [mechanism] },
        unproven('dns.timeout', 'timeout'),
        unproven('timeout'),
      );

    expect(shown('dns.timeout')).toBe('blocked');
    expect(shown('dns.error')).toBe('likely_blocked');
  });

  it.each([[unproven('reset')], [unproven('timeout', 'dns.error')], [unproven()]])(
    'is replaced by rounds that see other failures: %j',
    (other) => {
      expect(stateAfter(block, other, other)).toBe('likely_blocked');
    },
  );
});

describe('the first round', () => {
  it.each<ServiceState>(['ok', 'likely_blocked', 'insufficient'])('sets %s silently', (state) => {
    expect(settleAfter(state)).toEqual({
      service: 'chat',
      state,
      since: at(0),
      mechanisms: [],
      candidate: null,
      candidateRounds: [],
      rounds: ['round-1'],
    });
  });

  it('is the first with a verdict', () => {
    expect(stateAfter('insufficient', 'likely_blocked')).toBe('likely_blocked');
  });
});

describe('a change to blocked', () => {
  it('takes two rounds, or one with an artefact', () => {
    expect(stateAfter('ok', 'likely_blocked')).toBe('ok');
    expect(stateAfter('ok', 'likely_blocked', 'likely_blocked')).toBe('likely_blocked');
    expect(stateAfter('ok', proven)).toBe('blocked');
  });

  it('takes blocked and likely blocked together, in either order', () => {
    expect(stateAfter('ok', 'likely_blocked', 'blocked')).toBe('blocked');
    expect(stateAfter('ok', 'blocked', 'likely_blocked')).toBe('likely_blocked');
  });

  it('does not happen where a good round lies between', () => {
    expect(stateAfter('ok', 'likely_blocked', 'ok', 'likely_blocked')).toBe('ok');
  });

  it('records the rounds that confirmed it', () => {
    expect(settleAfter('ok', 'likely_blocked', 'likely_blocked')).toMatchObject({
      since: at(1800),
      rounds: ['round-2', 'round-3'],
      candidate: null,
      candidateRounds: [],
    });
  });
});

describe('an unconfirmed change', () => {
  it('is kept as a candidate with its rounds', () => {
    expect(settleAfter('ok', 'likely_blocked')).toMatchObject({
      state: 'ok',
      candidate: 'likely_blocked',
      candidateRounds: ['round-2'],
    });
  });

  it('is dropped by a round with the old state', () => {
    expect(settleAfter('ok', 'likely_blocked', 'ok')).toMatchObject({
      state: 'ok',
      since: at(0),
      candidate: null,
      candidateRounds: [],
      rounds: ['round-1'],
    });
  });

  it('into a block is confirmed by no other kind of failure', () => {
    expect(settleAfter('ok', 'down', 'blocked')).toMatchObject({
      state: 'ok',
      candidate: 'blocked',
      candidateRounds: ['round-3'],
    });
  });

  it.each<[ServiceState, ...ServiceState[]]>([
    ['down', 'likely_blocked', 'down'],
    ['impaired', 'down', 'impaired'],
    ['impaired', 'likely_blocked', 'impaired'],
    ['down', 'down', 'likely_blocked', 'down'],
  ])('ends in %s where no round is ok, and the last is no block: %s, %s, …', (state, ...rounds) => {
    expect(stateAfter('ok', ...rounds)).toBe(state);
  });

  it('for the worse is not confirmed by one for the better, nor the reverse', () => {
    expect(stateAfter('impaired', 'ok', 'down', 'ok', 'down')).toBe('impaired');
    expect(stateAfter('down', 'likely_blocked', 'impaired', 'likely_blocked')).toBe('down');
  });

  it('needs two rounds between states that are not blocked', () => {
    expect(stateAfter('ok', 'down')).toBe('ok');
    expect(stateAfter('ok', 'down', 'down')).toBe('down');
  });
});

describe('a change from impaired', () => {
  const answered = (...rounds: boolean[]) =>
    [1, 2, 3, 4].reduce<Standing | undefined>(
      (standing, number) =>
        nextStanding(standing && Object.assign(standing, { answered: rounds }), {
          service: 'chat',
          roundId: `round-${number}`,
          at: at(900 * number),
          state: number === 1 ? 'impaired' : 'ok',
          mechanisms: [],
          artefact: false,
        }),
      undefined,
    );

  it('takes longer where rounds that did not get through at all came and went', () => {
    expect(answered(true, true)?.state).toBe('ok');
    expect(answered(true, false, false, true)?.state).toBe('ok');
    expect(answered(false, true, true, false, true)).toMatchObject({
      state: 'impaired',
      candidateRounds: ['round-2', 'round-3', 'round-4'],
    });
  });
});

describe('a change to impaired', () => {
  const addingUp: Seen = { state: 'impaired', addsUp: true };

  it('takes two rounds, or one where failures of the rounds before show it as well', () => {
    expect(stateAfter('ok', 'impaired')).toBe('ok');
    expect(stateAfter('ok', 'impaired', 'impaired')).toBe('impaired');
    expect(stateAfter('ok', addingUp)).toBe('impaired');
  });

  it('takes as long as any other from a block or a freeze', () => {
    const silent: Seen = { state: 'blocked', mechanisms: ['timeout'] };
    const frozen: Seen = { state: 'likely_blocked', mechanisms: ['tls.throttle.sni'] };

    expect(stateAfter(silent, addingUp, addingUp)).toBe('blocked');
    expect(stateAfter(frozen, addingUp, addingUp, addingUp)).toBe('likely_blocked');
  });
});

describe('a lasting state', () => {
  it('keeps its start', () => {
    expect(settleAfter('ok', 'ok', 'ok', 'ok')).toMatchObject({
      since: at(0),
      rounds: ['round-1'],
      candidate: null,
    });
  });

  it('ends after as many rounds as its latest mechanism requires', () => {
    const byReset: Seen = { state: 'likely_blocked', mechanisms: ['reset'] };
    const bySilence: Seen = { state: 'likely_blocked', mechanisms: ['timeout'] };

    expect(stateAfter(byReset, bySilence, 'ok', 'ok')).toBe('likely_blocked');
    expect(stateAfter(bySilence, byReset, 'ok', 'ok')).toBe('ok');
  });

  it('ends after two rounds where it is not blocked, whatever its mechanism', () => {
    expect(stateAfter({ state: 'impaired', mechanisms: ['timeout'] }, 'ok', 'ok')).toBe('ok');
  });
});

describe('a change from blocked', () => {
  it.each<[number, Mechanism[]]>([
    [2, ['dns.error']],
    [2, ['dns.timeout']],
    [2, ['reset']],
    [2, ['http.blockpage']],
    [3, ['timeout']],
    [3, ['tcp.timeout']],
    [3, ['dns.error', 'tls.timeout.sni']],
    [4, ['tls.throttle.sni']],
    [4, ['timeout', 'http.throttle.host']],
  ])('leads only round %i of working again after %j', (rounds, mechanisms) => {
    const blocked: Seen = { state: 'blocked', mechanisms };
    const working = Array.from({ length: rounds }, (): Seen => 'ok');

    expect(stateAfter(blocked, ...working.slice(1))).toBe('blocked');
    expect(stateAfter(blocked, ...working)).toBe('ok');
  });
});

describe('a change from impaired by a freeze', () => {
  it('takes four good rounds', () => {
    const frozen: Seen = { state: 'impaired', mechanisms: ['tls.throttle.sni'] };

    expect(stateAfter(frozen, 'ok', 'ok', 'ok')).toBe('impaired');
    expect(stateAfter(frozen, 'ok', 'ok', 'ok', 'ok')).toBe('ok');
  });
});

describe('a change from blocked by alternating states', () => {
  it('ends in the last of them once there are enough', () => {
    const blocked: Seen = { state: 'blocked', mechanisms: ['reset'] };

    expect(stateAfter(blocked, 'ok')).toBe('blocked');
    expect(stateAfter(blocked, 'ok', 'impaired')).toBe('impaired');
  });

  it('does not happen where a blocked round lies between', () => {
    const blocked: Seen = { state: 'blocked', mechanisms: ['reset'] };

    expect(stateAfter(blocked, 'ok', 'likely_blocked', 'impaired')).toBe('blocked');
  });
});

describe('a round of failures alone, of which those before tell that most connections fail', () => {
  const shut: Seen = { state: 'impaired', nothingOpens: true };

  it('is no way out of a block', () => {
    const blocked: Seen = { state: 'blocked', mechanisms: ['reset'] };

    expect(stateAfter(blocked, shut, shut, shut)).toBe('blocked');
    expect(stateAfter(blocked, 'impaired', shut, 'impaired')).toBe('blocked');
    expect(settleAfter(blocked, 'impaired', shut)).toMatchObject({
      candidate: null,
      candidateRounds: [],
    });
    expect(stateAfter(blocked, shut, 'impaired', 'impaired')).toBe('impaired');
  });

  it('still leads from a state that is not blocked', () => {
    expect(stateAfter('ok', shut, shut)).toBe('impaired');
  });
});

describe('a round without a verdict', () => {
  it('changes nothing, not even candidates', () => {
    const before = settleAfter('ok', 'likely_blocked');

    expect(settleAfter('ok', 'likely_blocked', 'insufficient')).toEqual(before);
  });

  it('does not interrupt a change', () => {
    expect(stateAfter('ok', 'likely_blocked', 'insufficient', 'likely_blocked')).toBe(
      'likely_blocked',
    );
  });
});

describe('a block that shows its artefact beside an answer', () => {
  const beside: Seen = { state: 'impaired', artefact: true };

  it('is not over with the next round that gets through', () => {
    expect(stateAfter(proven, beside, 'ok')).toBe('blocked');
    expect(stateAfter(proven, beside, 'ok', 'ok')).toBe('ok');
  });

  it('becomes impaired where it goes on like that', () => {
    expect(stateAfter(proven, beside, beside)).toBe('impaired');
  });
});

describe('a service that opens where a person asked', () => {
  const opens: Seen = { state: 'ok', opensAtOnce: true };

  it('is shown so', () => {
    const before: Seen = { state: 'impaired', mechanisms: ['tls.reset'] };

    expect(settleAfter(before, opens)?.opensAtOnce).toBe(true);
  });
});

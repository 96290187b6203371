import { describe, expect, it } from 'vitest';
import { evidencesOf } from '../../../../lib/diagnose/evidence/residual.ts';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import { aFailure, anAttempt, type FailureKind } from '../../../helpers/attempts.ts';
import { aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import { aGate, aTargetContext } from '../../../helpers/evidence.ts';

function seen(...kinds: FailureKind[]) {
  return kinds.map((kind, index) =>
    aFailure(kind, { n: index + 1, startedAt: at(10 * index), totalMs: 1_000 }),
  );
}

describe('silence after a cut at the same target', () => {
  it('belongs to the cut', () => {
    expect(evidencesOf(seen('reset', 'timeout', 'connectTimeout'))).toEqual(
      Array(3).fill('cut-off'),
    );
    expect(evidencesOf(seen('handshake', 'timeout'))).toEqual(Array(2).fill('handshake-fails'));
  });

  it.each<[string, ReturnType<typeof seen>, string]>([
    ['came before it', seen('timeout', 'reset'), 'timeout'],
    ['follows a refusal', seen('refused', 'timeout').toReversed(), 'timeout'],
    ['came much later', [aFailure('timeout', { startedAt: at(300) }), ...seen('reset')], 'timeout'],
  ])('stays silence where it %s', (_case, attempts, evidence) => {
    expect(evidencesOf(attempts)[0]).toBe(evidence);
  });

  it('is a cut after the handshake where a connection stood', () => {
    const unanswered = aFailure('timeout', {
      startedAt: at(5),
      failedOperation: 'http_round_trip',
    });

    expect(evidencesOf([...seen('reset'), unanswered])).toEqual(['cut-off', 'broken-off']);
  });

  it('leaves answers alone', () => {
    expect(evidencesOf([...seen('reset'), anAttempt({ startedAt: at(20) })])[1]).toBe('reached');
  });

  it('makes a steady reset one kind of failure', () => {
    const gates = [aGate(-2), aGate(5), aGate(40)];

    expect(
      diagnoseTarget(aTarget(), seen('reset', 'timeout', 'timeout'), aTargetContext({ gates })),
    ).toMatchObject({
      state: 'likely_blocked',
      confidence: 'medium',
      mechanisms: ['reset'],
      reason: 'cut-off',
    });
  });
});

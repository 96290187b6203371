import { describe, expect, it } from 'vitest';
import { evidencesOf } from '../../../../lib/diagnose/evidence/residual.ts';
import { diagnoseService } from '../../../../lib/diagnose/service/service.ts';
import { diagnoseTarget } from '../../../../lib/diagnose/target/target.ts';
import { aFailure, anAttempt, type FailureKind } from '../../../helpers/attempts.ts';
import { aService, aServiceRole, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aGate,
  aNetwork,
  anAddressProbe,
  aServiceEvidence,
  aTargetContext,
} from '../../../helpers/evidence.ts';

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

describe('silence after a cut at another target of the same host', () => {
  const service = aService({
    roles: [aServiceRole(), aServiceRole({ role: 'api' })],
    targets: [
      aTarget(),
      aTarget({ id: 'chat/api', role: 'api', urls: ['https://web.chat.example/api'] }),
      aTarget({ id: 'chat/media', votes: false, urls: ['https://media.chat.example/'] }),
    ],
  });
  const silent = [10, 20, 30].map((seconds, index) =>
    aFailure('timeout', {
      n: index + 1,
      startedAt: at(seconds),
      totalMs: seconds === 30 ? 32_000 : 3_500,
    }),
  );
  const silentAddress = [anAddressProbe({ attempts: [aFailure('timeout')] })];

  function besideCutOf(cut: 'chat/api' | 'chat/media') {
    const evidence = aServiceEvidence({ 'chat/web': silent, [cut]: seen('reset') }, { service });
    const context = aTargetContext({
      gates: [-2, 5, 15, 25, 70].map((seconds) => aGate(seconds)),
      addressProbes: silentAddress,
    });
    const { reason, targets } = diagnoseService(evidence, context, aNetwork());
    return { reason, mechanisms: targets[0]?.mechanisms };
  }

  it('belongs to the cut', () => {
    expect(besideCutOf('chat/api')).toEqual({ reason: 'cut-off', mechanisms: ['reset'] });
  });

  it('is silence where another host was cut', () => {
    expect(besideCutOf('chat/media')).toEqual({
      reason: 'no-answer',
      mechanisms: ['tcp.timeout'],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { replayRound } from '../../../lib/diagnose/replay.ts';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import { anAttempt, anInvalidAttempt } from '../../helpers/attempts.ts';
import { aCatalog, aService } from '../../helpers/catalog.ts';
import { aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';
import { aStanding, standingsOf } from '../../helpers/rounds.ts';
import { anEcho, aRouting } from '../../helpers/routing.ts';

const abroad = aRouting({
  echoes: [anEcho({ country: 'NL' }), anEcho({ country: 'NL' })],
  exitChanged: true,
});

/** Services that work now, each with its earlier state. */
function signalsAfter(before: ServiceState[], attempt = anAttempt()) {
  const ids = before.map((_, index) => `chat${index}`);
  const services = ids.map((id) => ({
    ...aServiceEvidence({ 'chat/web': [attempt] }),
    service: aService({ id }),
  }));
  const standings = before.map((state, index) => aStanding({ service: ids[index] ?? '', state }));
  const evidence = aRoundEvidence({ services, routing: abroad });
  const { round } = diagnoseRound(evidence, standingsOf(...standings));
  return round.routing.signals.map(({ id }) => id);
}

describe('the route of a round', () => {
  it('is unknown where the round did not check it', () => {
    const { round } = diagnoseRound(aRoundEvidence({ routing: null }), new Map());

    expect(round.routing).toEqual({ verdict: 'unknown', confidence: 'low', signals: [] });
  });

  it('gives a change of the exit more weight where several services change with it', () => {
    expect(signalsAfter(['blocked', 'likely_blocked'])).toContain('exit-changed-services');
    expect(signalsAfter(['blocked', 'ok'])).toContain('exit-changed');
    expect(signalsAfter(['ok', 'ok'])).toContain('exit-changed');
  });

  it('does not count unknown services as changed', () => {
    const unseen = anInvalidAttempt();

    expect(signalsAfter(['ok', 'ok'], unseen)).toContain('exit-changed');
  });

  it('stays the same in a replay', () => {
    const { round } = diagnoseRound(aRoundEvidence({ routing: abroad }), new Map());

    expect(round.routing.verdict).toBe('vpn_likely');
    expect(replayRound(round, aCatalog()).routing).toEqual(round.routing);
  });
});

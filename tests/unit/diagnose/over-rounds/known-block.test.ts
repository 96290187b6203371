import { expect, it } from 'vitest';
import type { RoundEvidence } from '../../../../lib/diagnose/evidence/round-evidence.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { anAttempt, repeated, spaced } from '../../../helpers/attempts.ts';
import {
  aControlEvidence,
  aNetwork,
  aRoundEvidence,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';
import { aStanding, standingsOf } from '../../../helpers/rounds.ts';

const silent = aServiceEvidence({ 'chat/web': spaced(repeated('timeout', 3)) });
const late = aNetwork({ state: 'degraded', trouble: 'loss' });
const answering = ['a', 'b', 'c'].map((id) => aControlEvidence({ id }));
const blocked = aStanding({ state: 'likely_blocked', mechanisms: ['timeout'] });

function resultOf(before: Standing | null, evidence: Partial<RoundEvidence> = {}) {
  const seen = { network: late, controls: answering, services: [silent], ...evidence };
  const { round } = diagnoseRound(aRoundEvidence(seen), standingsOf(...(before ? [before] : [])));
  return round.services[0];
}

it('goes on through a round that lost packets while most neutral sites answered', () => {
  expect(resultOf(blocked)).toMatchObject({
    state: 'likely_blocked',
    roundState: 'likely_blocked',
    confidence: 'low',
    mechanisms: ['timeout'],
  });
});

it.each<[string, Standing | null, Partial<RoundEvidence>]>([
  ['nothing is known of the service', null, {}],
  ['it was fine before', aStanding(), {}],
  ['it has begun to open', { ...blocked, candidate: 'ok', candidateRounds: ['before'] }, {}],
  [
    'the network is slow',
    blocked,
    {
      network: aNetwork({ state: 'degraded', trouble: 'slow' }),
      controls: ['a', 'b', 'c'].map((id) =>
        aControlEvidence({ id, attempts: [anAttempt({ totalMs: 3_200 })] }),
      ),
    },
  ],
  [
    'half of the sites are silent',
    blocked,
    {
      controls: ['a', 'b'].map((id) =>
        aControlEvidence({ id, attempts: id === 'a' ? [anAttempt()] : repeated('timeout', 1) }),
      ),
    },
  ],
  [
    'it was asked too seldom',
    blocked,
    { services: [aServiceEvidence({ 'chat/web': spaced(repeated('timeout', 2)) })] },
  ],
])('is a gap there where %s', (_case, before, evidence) => {
  expect(resultOf(before, evidence)).toMatchObject({ state: 'insufficient' });
});

it('is over where something gets through', () => {
  const services = [aServiceEvidence({ 'chat/web': [anAttempt()] })];

  expect(resultOf(blocked, { services })).toMatchObject({ roundState: 'ok' });
});

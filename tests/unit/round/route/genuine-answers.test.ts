import { describe, expect, it } from 'vitest';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { genuineAnswers } from '../../../../lib/round/route/genuine-answers.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aCatalog, aControl, aService, aTarget } from '../../../helpers/catalog.ts';
import { anOpenRound, aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const remoteIp = '93.184.216.34';
const genuine = anAttempt({ remoteIp });

function answersOf(target: ReturnType<typeof aTarget>, attempt = genuine) {
  const record = emptyRecord(aPlan());
  record.targets.set(target.id, [attempt]);
  record.controls.set('foreign', [genuine]);
  record.controls.set('home', [genuine]);
  const catalog = aCatalog({
    services: [aService({ operator: 'Messengers', targets: [target] })],
    controls: [
      aControl({ id: 'foreign', operator: 'Neutral' }),
      aControl({ id: 'home', operator: 'Home', group: 'domestic' }),
    ],
  });
  return genuineAnswers(anOpenRound(aRoundWorld(), { catalog, record })).map(
    ({ operator, address }) => `${operator} at ${address}`,
  );
}

describe('genuine answers', () => {
  it('are those of services and of foreign controls', () => {
    expect(answersOf(aTarget())).toEqual([`Neutral at ${remoteIp}`, `Messengers at ${remoteIp}`]);
  });

  it.each([
    ['a failure', aFailure('untrusted', { remoteIp })],
    ['an attempt that does not count', anAttempt({ remoteIp, valid: false })],
    ['an answer from an unknown address', anAttempt({ remoteIp: null })],
    ['an address without an answer', anAttempt({ remoteIp, httpStatus: null })],
  ])('are not %s', (_case, attempt) => {
    expect(answersOf(aTarget(), attempt)).toEqual([`Neutral at ${remoteIp}`]);
  });

  it('are not those without TLS, which anyone on the path may give', () => {
    const plain = aTarget({ kind: 'http', urls: ['http://web.chat.example/'] });

    expect(answersOf(plain)).toEqual([`Neutral at ${remoteIp}`]);
  });
});

import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../../lib/model/attempt.ts';
import { progressOf } from '../../../lib/round/progress.ts';
import { emptyRecord, noteEntry } from '../../../lib/round/round-record.ts';
import { aFailure, anAttempt, anInvalidAttempt } from '../../helpers/attempts.ts';
import { aCatalog, aService, aTarget } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aPlan } from '../../helpers/rounds.ts';

const one = aService({
  id: 'one',
  targets: [aTarget({ id: 'one/web' }), aTarget({ id: 'one/site' }), aTarget({ id: 'one/api' })],
});
const catalog = aCatalog({ services: [one, aService({ id: 'two' }), aService({ id: 'three' })] });

function progressAfter(attempts: Record<string, Attempt[]>, depth: 'all' | 'sentinel' = 'all') {
  const services = ['two', 'one'].map((id) => ({ id, depth, transfers: [] }));
  const record = emptyRecord(aPlan({ services, trigger: 'manual' }));
  for (const [target, all] of Object.entries(attempts)) {
    for (const attempt of all) noteEntry(record, { kind: 'target', target, attempt });
  }
  return (finished: string[] = []) => progressOf(catalog, record, new Set(finished));
}

describe('the progress of a round', () => {
  it('begins with all planned services waiting, in the order of the catalog', () => {
    const progress = progressAfter({})();

    expect(progress).toMatchObject({ roundId: 'round-1', trigger: 'manual', startedAt: at(0) });
    expect(progress.services).toEqual([
      { id: 'one', name: 'Chat', stage: 'waiting', word: null, reached: 0, probed: 0, total: 3 },
      { id: 'two', name: 'Chat', stage: 'waiting', word: null, reached: 0, probed: 0, total: 1 },
    ]);
  });

  it('counts targets, not attempts, and as reached only those that got through', () => {
    const progress = progressAfter({
      'one/web': [aFailure('reset'), anAttempt()],
      'one/site': [aFailure('reset'), aFailure('reset')],
      'one/api': [anInvalidAttempt({ ok: true })],
    })();

    expect(progress.services[0]).toMatchObject({
      stage: 'probing',
      reached: 1,
      probed: 3,
      total: 3,
    });
  });

  it('gives each service its word as soon as there is evidence', () => {
    const progress = progressAfter({ 'one/web': [aFailure('name')], two: [anAttempt()] })();

    expect(progress.services.map(({ word }) => word)).toEqual(['name-not-found', null]);
  });

  it('takes no word from a connection that was open before the round', () => {
    const attempts = [anAttempt({ reusedConnection: true }), aFailure('name')];
    const progress = progressAfter({ 'one/web': attempts })();

    expect(progress.services[0]?.word).toBe('name-not-found');
  });

  it('marks a service as done once no more attempts are planned', () => {
    const progress = progressAfter({ 'one/web': [anAttempt()] })(['one']);

    expect(progress.services.map((service) => service.stage)).toEqual(['done', 'waiting']);
  });

  it('counts one target per service in a pulse, and all once its sentinel fails', () => {
    const failing = { 'one/web': [aFailure('reset')], 'one/site': [anAttempt()] };

    expect(progressAfter({}, 'sentinel')().services[0]?.total).toBe(1);
    expect(progressAfter(failing, 'sentinel')().services[0]?.total).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { RecentTries, TargetResult } from '../../../lib/model/service.ts';
import { explainService } from '../../../lib/view/service.ts';
import { buildService } from './build-round.ts';

function aTarget(recent: RecentTries | null): TargetResult {
  return {
    id: 'signal/web',
    role: 'web',
    kind: 'https',
    url: 'https://signal.example/',
    state: 'impaired',
    mechanisms: [],
    retired: false,
    recent,
    attempts: [],
  };
}

describe('why most connections of a service fail', () => {
  const recent = (tries: number, failures: number) => ({ tries, failures, since: '' });
  const impaired = { roundState: 'impaired', reason: 'mostly-fails', name: 'Chat' } as const;

  it('is told in numbers, of the targets that fail at times', () => {
    const targets = [recent(10, 8), recent(5, 4), recent(20, 0), null].map(aTarget);

    expect(explainService(buildService({ ...impaired, targets })).reason).toEqual({
      id: 'reason.mostly-fails.counted',
      values: { name: 'Chat', tries: 15, failures: 12 },
    });
  });

  it('is told without numbers where none were kept', () => {
    const targets = [aTarget(null)];

    expect(explainService(buildService({ ...impaired, targets })).reason).toEqual({
      id: 'reason.mostly-fails',
      values: { name: 'Chat' },
    });
  });
});

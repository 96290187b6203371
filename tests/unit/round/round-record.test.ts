import { describe, expect, it } from 'vitest';
import { emptyRecord, replayJournal } from '../../../lib/round/round-record.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aGate, aResolution } from '../../helpers/evidence.ts';
import { aPlan, planEntry } from '../../helpers/rounds.ts';

describe('the journal of a round', () => {
  it('restores the record, with attempts and gates in order', () => {
    const pace = { lastByteMs: 2_500, bytesPerSecond: 15_000 };
    const [first, second] = [aFailure('reset'), anAttempt({ n: 2, ...pace })];
    const plan = aPlan();
    const server = { name: 'web.chat.example', address: '93.184.216.34' };

    const record = replayJournal([
      planEntry(plan),
      { kind: 'control', control: 'foreign', attempt: first },
      { kind: 'gate', gate: aGate(0) },
      { kind: 'target', target: 'chat/web', attempt: first },
      { kind: 'target', target: 'chat/web', attempt: second },
      { kind: 'address', ...server, attempt: first },
      { kind: 'address', ...server, attempt: second },
      { kind: 'resolution', resolution: aResolution() },
      { kind: 'forbidden', target: 'chat/site' },
      { kind: 'proxied', name: 'web.chat.example' },
      { kind: 'home-spared' },
      { kind: 'home-uncounted' },
      { kind: 'gate', gate: aGate(20) },
    ]);

    expect(record).toEqual({
      plan,
      controls: new Map([['foreign', [first]]]),
      gates: [aGate(0), aGate(20)],
      targets: new Map([['chat/web', [first, second]]]),
      addressProbes: [{ ...server, attempts: [first, second] }],
      resolutions: [aResolution()],
      forbidden: new Set(['chat/site']),
      proxied: new Set(['web.chat.example']),
      homeSpared: true,
      homeUncounted: true,
    });
  });

  it('restores an empty record for a round that had only been planned', () => {
    expect(replayJournal([planEntry(aPlan())])).toEqual(emptyRecord(aPlan()));
  });

  it('restores nothing if no round was running', () => {
    expect(replayJournal([])).toBeNull();
    expect(replayJournal([{ kind: 'gate', gate: aGate(0) }])).toBeNull();
  });
});

import { expect, it } from 'vitest';
import { transitionOf } from '../../../../lib/history/index/transitions.ts';
import type { Reason } from '../../../../lib/model/reason.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { Scope, ServiceState } from '../../../../lib/model/state.ts';
import { aFailure, anAttempt, anInvalidAttempt } from '../../../helpers/attempts.ts';
import { aRound, aServiceResult, aTargetResult } from '../../../helpers/rounds.ts';

const place = { number: 4, day: 1 };
const failing = { tries: 5, failures: 4, since: '2026-11-25T12:00:00.000Z' };
const steady = { ...failing, failures: 0 };
const cut = aFailure('reset');

interface Seen {
  reason?: Reason;
  /** Of the target that fails at times. */
  attempts?: (typeof cut)[];
  /** Of the other one. */
  site?: typeof cut;
}

/** Beside a target that always gets through, and a page in plain HTTP. */
function aRoundOf(
  id: string,
  { reason = 'mostly-fails', attempts = [cut], site = anAttempt() }: Seen = {},
): Round {
  const targets = [
    aTargetResult({ id: 'chat/web', recent: failing, attempts }),
    aTargetResult({ id: 'chat/site', recent: steady, attempts: [site] }),
    aTargetResult({ id: 'chat/plain', kind: 'http', recent: null, attempts: [anAttempt()] }),
  ];
  const seen = { state: 'impaired', roundState: 'impaired' } as const;
  return aRound({ id, services: [aServiceResult({ id: 'chat', ...seen, reason, targets })] });
}

function confirmedBy(from: ServiceState, seen: Seen): string[] {
  const got = { attempts: [cut, anAttempt()] };
  const rounds = [aRoundOf('first', got), aRoundOf('second', seen), aRoundOf('third', got)];
  const service = rounds[2]?.services[0];
  if (service === undefined) throw new Error('The round has no service.');
  return transitionOf({ from, service }, place, rounds).witnesses.map(({ roundId }) => roundId);
}

it('does not count rounds until the last in which nothing got through, where a block ends', () => {
  expect(confirmedBy('blocked', {})).toEqual(['third']);
  expect(
    confirmedBy('likely_blocked', { attempts: [cut, anInvalidAttempt({ ok: true })] }),
  ).toEqual(['third']);
});

it('does not count one in which a page in plain HTTP alone got through', () => {
  const shut = { reason: 'some-roles-fail', site: cut } as const;

  expect(confirmedBy('blocked', shut)).toEqual(['third']);
  expect(confirmedBy('down', shut)).toEqual(['first', 'second', 'third']);
});

it('counts the round that made the change, whatever it saw', () => {
  const round = aRoundOf('only', { reason: 'some-roles-fail', site: cut });
  const [service] = round.services;
  if (service === undefined) throw new Error('The round has no service.');
  const { witnesses } = transitionOf({ from: 'blocked', service }, place, [round]);

  expect(witnesses.map(({ roundId }) => roundId)).toEqual(['only']);
});

it.each<[string, ServiceState, Seen]>([
  ['there was no block', 'ok', {}],
  ['some of it got through', 'blocked', { attempts: [cut, anAttempt()] }],
  ['it failed in another way', 'blocked', { reason: 'some-roles-fail' }],
  ['what fails was not asked', 'blocked', { attempts: [] }],
])('counts all where %s', (_case, from, seen) => {
  expect(confirmedBy(from, seen)).toEqual(['first', 'second', 'third']);
});

it('keeps that a messenger did not open as part of a network that is shut', () => {
  const changeWith = (scope: Scope) => {
    const service = aServiceResult({ state: 'likely_blocked', scope });
    return transitionOf({ from: 'ok', service }, place, [aRound()]);
  };
  const { scope, ...others } = changeWith('network');

  expect(scope).toBe('network');
  expect(changeWith('service')).toStrictEqual(others);
});

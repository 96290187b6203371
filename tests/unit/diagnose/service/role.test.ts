import { describe, expect, it } from 'vitest';
import { diagnoseRole, impairedBy } from '../../../../lib/diagnose/service/role.ts';
import {
  reachedByNational,
  reachedOverOld,
  type Verdict,
} from '../../../../lib/diagnose/verdict.ts';
import type { ServiceState } from '../../../../lib/model/state.ts';
import { aServiceRole } from '../../../helpers/catalog.ts';
import { aVerdict } from '../../../helpers/evidence.ts';

const ok = aVerdict();
const unsureOk = aVerdict({ confidence: 'medium' });
const blocked = aVerdict({
  state: 'blocked',
  mechanisms: ['dns.error'],
  reason: 'dns-withheld',
  artefact: true,
});
const likely = aVerdict({
  state: 'likely_blocked',
  confidence: 'medium',
  mechanisms: ['reset'],
  reason: 'cut-off',
});
const down = aVerdict({ state: 'down', reason: 'server-error', locus: 'server_side' });
const gone = aVerdict({ state: 'down', reason: 'name-unknown', locus: 'server_side' });
const crawls = aVerdict({ state: 'impaired', reason: 'transfer-crawls' });
const freezes = aVerdict({ state: 'blocked', reason: 'transfer-freezes' });
const late = aVerdict({ state: 'impaired', confidence: 'low', reason: 'answers-late' });
const unknown = aVerdict({ state: 'insufficient', confidence: 'low', reason: 'too-few-attempts' });

describe('a role', () => {
  it.each<[ServiceState, 'all' | 'any', string, Verdict[]]>([
    ['ok', 'all', 'all targets work', [ok, ok]],
    ['impaired', 'all', 'one works and one fails', [ok, likely]],
    ['insufficient', 'all', 'one works and one is unknown', [ok, unknown]],
    ['impaired', 'any', 'small requests work and a transfer freezes', [ok, freezes]],
    ['likely_blocked', 'all', 'one fails and one is unknown', [likely, unknown]],
    ['blocked', 'all', 'all fail, one with proof', [likely, blocked]],
    ['down', 'all', 'all are down', [down, down]],
    ['ok', 'all', 'one works and one’s name is gone', [ok, gone]],
    ['impaired', 'all', 'one works and one is down', [ok, down]],
    ['down', 'all', 'the only name is gone', [gone]],
    ['insufficient', 'all', 'all are unknown', [unknown]],
    ['insufficient', 'all', 'it has no voting targets', []],
    ['ok', 'any', 'one works and one fails', [ok, blocked]],
    ['ok', 'any', 'one works and one is unknown', [ok, unknown]],
    ['insufficient', 'any', 'one fails and one is unknown', [blocked, unknown]],
    ['likely_blocked', 'any', 'all fail', [likely, likely]],
    ['insufficient', 'any', 'it has no voting targets', []],
    ['impaired', 'all', 'one works and one works in part', [ok, crawls]],
    ['impaired', 'all', 'all work in part', [crawls, crawls]],
  ])('is %s, wanting %s, where %s', (state, match, _case, targets) => {
    const verdict = diagnoseRole(aServiceRole({ match }), targets);

    expect(verdict.state).toBe(state);
  });

  it('has the gravest verdict, with the mechanisms of all', () => {
    const verdict = diagnoseRole(aServiceRole(), [likely, blocked]);

    expect(verdict).toEqual({ ...blocked, mechanisms: ['dns.error', 'reset'] });
  });

  it.each([
    ['over-old-connection', 'all', 'one works only over what was open', [ok, reachedOverOld]],
    ['got-through', 'any', 'another works over a new connection', [ok, reachedOverOld]],
    ['got-through', 'any', 'another works under a public authority', [ok, reachedByNational]],
    [
      'national-certificate',
      'all',
      'one works under a national authority',
      [ok, reachedByNational],
    ],
    ['over-old-connection', 'any', 'none works over a new connection', [reachedOverOld]],
  ] as const)('works for the reason %s, wanting %s, where %s', (reason, match, _case, targets) => {
    expect(diagnoseRole(aServiceRole({ match }), targets)).toMatchObject({ state: 'ok', reason });
  });

  it('is not surely impaired where what works may fail as well', () => {
    const verdict = diagnoseRole(aServiceRole(), [blocked, reachedOverOld]);

    expect(blocked.confidence).toBe('high');
    expect(verdict).toMatchObject({ state: 'impaired', confidence: 'medium' });
  });

  it('is impaired with the confidence of its failing targets', () => {
    const verdict = diagnoseRole(aServiceRole(), [ok, likely]);

    expect(verdict).toMatchObject({
      confidence: 'medium',
      mechanisms: ['reset'],
      reason: 'some-roles-fail',
      artefact: false,
    });
  });

  it('tells of the page that was met beside an answer, where no other part works', () => {
    const page = aVerdict({ state: 'impaired', reason: 'block-page', artefact: true });
    const reasonOf = (...targets: Verdict[]) => diagnoseRole(aServiceRole(), targets).reason;

    expect(impairedBy([page], []).reason).toBe('block-page');
    expect(impairedBy([page, page], []).reason).toBe('block-page');
    expect(impairedBy([page, late], []).reason).toBe('some-roles-fail');
    expect(impairedBy([{ ...page, state: 'blocked' }], []).reason).toBe('some-roles-fail');
    expect(reasonOf(page, ok)).toBe('some-roles-fail');
  });

  it('takes locus and proof from its failing targets where it is impaired', () => {
    const proven = aVerdict({ ...blocked, locus: 'network' });

    expect(diagnoseRole(aServiceRole(), [ok, likely, proven])).toMatchObject({
      state: 'impaired',
      locus: 'network',
      artefact: true,
    });
  });

  it('has too few attempts where no target was planned', () => {
    expect(diagnoseRole(aServiceRole(), []).reason).toBe('too-few-attempts');
  });

  it.each([
    ['high', [ok, ok]],
    ['medium', [ok, unsureOk]],
  ])('works with %s confidence where its targets do', (confidence, targets) => {
    expect(diagnoseRole(aServiceRole(), targets)).toMatchObject({ state: 'ok', confidence });
  });

  it('keeps the reason for which it is unknown', () => {
    const forbidden = aVerdict({ ...unknown, reason: 'needs-permission' });

    expect(diagnoseRole(aServiceRole(), [forbidden]).reason).toBe('needs-permission');
  });
});

describe('a role that works in part', () => {
  it('has the transfer’s reason where only transfers fail', () => {
    const reasonOf = (...fails: Verdict[]) => diagnoseRole(aServiceRole(), [ok, ...fails]).reason;

    expect(reasonOf(freezes)).toBe('transfer-freezes');
    expect(reasonOf(crawls)).toBe('transfer-crawls');
    expect(reasonOf(freezes, likely)).toBe('some-roles-fail');
  });
});

it('names the reason why all of it is impaired alike', () => {
  const role = aServiceRole();

  expect(diagnoseRole(role, [late, late]).reason).toBe('answers-late');
  expect(diagnoseRole(role, [ok, late]).reason).toBe('answers-late');
  expect(diagnoseRole(role, [late, crawls, ok]).reason).toBe('some-roles-fail');
});

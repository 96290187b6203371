import { describe, expect, it } from 'vitest';
import type { ControlEvidence } from '../../../../lib/diagnose/evidence/control-evidence.ts';
import { withoutAnswersForThem } from '../../../../lib/diagnose/network/answered-for.ts';
import { diagnoseNetwork } from '../../../../lib/diagnose/network/network.ts';
import type { ControlGroup } from '../../../../lib/model/network.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';

const login = 'redirect login.example.com';

function aSite(operator: string, group: ControlGroup, elsewhere?: string): ControlEvidence {
  const attempt = anAttempt({ httpStatus: 302, ...(elsewhere !== undefined && { elsewhere }) });
  return { id: operator, operator, group, attempts: [attempt] };
}

const plain: ControlEvidence = { id: 'plain', group: 'portal', attempts: [anAttempt()] };
const greeted: ControlEvidence = {
  id: 'plain',
  group: 'portal',
  attempts: [aFailure('unclear', { failure: null, httpStatus: 302 })],
};

function networkOf(seen: ControlEvidence[]) {
  return diagnoseNetwork(withoutAnswersForThem(seen), true);
}

describe('neutral sites of which all lead to one host', () => {
  const all = [aSite('a', 'foreign', login), aSite('b', 'foreign', login)];

  it('are behind a portal, whether plain HTTP passes or not', () => {
    const portal = { state: 'captive_portal', trouble: null };

    expect(networkOf([...all, plain])).toMatchObject(portal);
    expect(networkOf([...all, greeted])).toMatchObject(portal);
    expect(networkOf([...all, aSite('c', 'domestic', login), plain])).toMatchObject(portal);
    expect(networkOf([...all, aSite('c', 'domestic')])).toMatchObject(portal);
  });

  it('do not count as reached', () => {
    const seen = withoutAnswersForThem([...all, aSite('c', 'domestic', login)]);

    expect(seen.flatMap(({ attempts }) => attempts.map(({ ok }) => ok))).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('neutral sites of which some lead elsewhere', () => {
  it('are reached where each leads to a host of its own, or one operator’s lead to one', () => {
    const apart = [aSite('a', 'foreign', 'redirect one.example'), aSite('b', 'foreign', login)];
    const ofOne = [aSite('a', 'foreign', login), { ...aSite('a', 'foreign', login), id: 'a2' }];

    expect(networkOf([...apart, plain])).toMatchObject({ state: 'normal' });
    expect(networkOf([...ofOne, aSite('b', 'foreign'), plain])).toMatchObject({ state: 'normal' });
  });

  it('are reached where sites at home lead to one host, as of their state', () => {
    const home = [aSite('c', 'domestic', login), aSite('d', 'domestic', login)];
    const seen = [aSite('a', 'foreign', login), ...home, plain];

    expect(withoutAnswersForThem(seen)).toEqual(seen);
    expect(networkOf(seen)).toMatchObject({ state: 'normal' });
  });

  it('show a normal network where others answer', () => {
    const others = [aSite('c', 'foreign'), aSite('d', 'foreign')];
    const led = [aSite('a', 'foreign', login), aSite('b', 'foreign', login)];

    expect(networkOf([...led, ...others, plain])).toMatchObject({ state: 'normal' });
  });
});

import { describe, expect, it } from 'vitest';
import type { ControlEvidence } from '../../../../lib/diagnose/evidence/control-evidence.ts';
import {
  areAnsweredFor,
  withoutAnswersForThem,
  withoutPageForAll,
} from '../../../../lib/diagnose/network/answered-for.ts';
import { diagnoseNetwork } from '../../../../lib/diagnose/network/network.ts';
import { diagnoseRound } from '../../../../lib/diagnose/round.ts';
import type { ControlGroup } from '../../../../lib/model/network.ts';
import { aFailure, anAttempt } from '../../../helpers/attempts.ts';
import { aTarget } from '../../../helpers/catalog.ts';
import { aRoundEvidence, aServiceEvidence } from '../../../helpers/evidence.ts';

const login = 'redirect login.example.com';

function aSite(operator: string, group: ControlGroup, elsewhere?: string): ControlEvidence {
  const attempt = anAttempt({ httpStatus: 302, ...(elsewhere !== undefined && { elsewhere }) });
  return { id: operator, operator, group, attempts: [attempt] };
}

function withStatus(httpStatus: number, one: ControlEvidence): ControlEvidence {
  return { ...one, attempts: one.attempts.map((each) => ({ ...each, httpStatus })) };
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

describe('one page in place of neutral sites', () => {
  const page = 'page 403 gate 812';
  const inPlace = 'in-place 403 gate 812';
  const shown = [aSite('a', 'foreign', inPlace), aSite('b', 'foreign', page)].map((one) =>
    withStatus(403, one),
  );

  it('is a portal’s where all that answer show it', () => {
    const silent = { ...aSite('c', 'foreign'), attempts: [aFailure('timeout')] };

    expect(networkOf([...shown, silent, plain])).toMatchObject({ state: 'captive_portal' });
  });

  it('is a filter’s, or of a content network, where another one answers', () => {
    expect(networkOf([...shown, aSite('c', 'foreign'), plain])).toMatchObject({ state: 'normal' });
    expect(networkOf([aSite('a', 'foreign', inPlace), plain])).toMatchObject({ state: 'normal' });
    const two = ['a', 'b'].map((id) => aSite(id, 'foreign', inPlace));
    expect(areAnsweredFor([...two, aSite('c', 'foreign')])).toBe(false);
  });

  it('is nobody’s where each has a page of its own', () => {
    const pages = ['a', 'b'].map((id) => aSite(id, 'foreign', page));

    expect(networkOf([...pages, plain])).toMatchObject({ state: 'normal' });
  });

  it('is none where each is a server’s error', () => {
    const errors = shown.map((one) => ({
      ...one,
      attempts: one.attempts.map(({ elsewhere = '' }) => aFailure('serverError', { elsewhere })),
    }));

    expect(networkOf([...errors, aSite('c', 'domestic'), plain]).state).not.toBe('captive_portal');
  });

  it('shows the same in a replay', () => {
    const seen = withoutAnswersForThem([...shown, plain]);

    expect(withoutAnswersForThem(seen)).toEqual(seen);
    expect(networkOf(seen)).toMatchObject({ state: 'captive_portal' });
  });

  it('takes the weight from answers of services that are like it, and from no others', () => {
    const answers = [403, 302].map((httpStatus) => anAttempt({ httpStatus }));
    const service = aServiceEvidence({ chat: answers });
    const validBeside = (controls: ControlEvidence[]) =>
      withoutPageForAll(service, withoutAnswersForThem(controls))
        .attempts.get('chat')
        ?.map(({ valid }) => valid);

    expect(validBeside(shown)).toEqual([false, true]);
    expect(validBeside([...shown, aSite('c', 'foreign')])).toEqual([true, true]);
    expect(validBeside([aSite('a', 'foreign', login), aSite('b', 'foreign', login)])).toEqual([
      true,
      true,
    ]);
  });

  it('makes nothing of a service whose answers are like it', () => {
    const stateBeside = (httpStatus: number) => {
      const { round } = diagnoseRound(
        aRoundEvidence({
          network: { state: 'captive_portal', confidence: 'medium', trouble: null },
          controls: withoutAnswersForThem([...shown, plain]),
          services: [aServiceEvidence({ [aTarget().id]: [anAttempt({ httpStatus })] })],
        }),
        new Map(),
      );
      return round.services[0]?.roundState;
    };

    expect([403, 200].map(stateBeside)).toEqual(['insufficient', 'ok']);
  });
});

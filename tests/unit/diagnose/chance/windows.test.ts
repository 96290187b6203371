import { expect, it } from 'vitest';
import { windowsAfter } from '../../../../lib/diagnose/chance/windows.ts';
import type { NetworkVerdict } from '../../../../lib/diagnose/network/network-verdict.ts';
import type { Attempt } from '../../../../lib/model/attempt.ts';
import type { AddressProbe } from '../../../../lib/model/resolution.ts';
import { aFailure, anAttempt, repeated } from '../../../helpers/attempts.ts';
import { aService, aTarget } from '../../../helpers/catalog.ts';
import { at } from '../../../helpers/clock.ts';
import {
  aControlEvidence,
  aNetwork,
  anAddressProbe,
  aServiceEvidence,
} from '../../../helpers/evidence.ts';
import { aStanding, standingsOf } from '../../../helpers/rounds.ts';

const half = [aFailure('timeout'), anAttempt()];

/** A service with one target, of which every other connection fails. */
function aFailing(id: string) {
  const target = `${id}/web`;
  const service = aService({ id, targets: [aTarget({ id: target })] });
  return aServiceEvidence({ [target]: half }, { service });
}

function sumOf(...standings: Parameters<typeof aStanding>[0][]) {
  const services = ['one', 'two', 'three'].map(aFailing);
  const evidence = {
    controls: ['a', 'b', 'c'].map((id) => aControlEvidence({ id })),
    network: aNetwork(),
    startedAt: at(0),
    addressProbes: [],
  };
  const windows = windowsAfter(evidence, services, standingsOf(...standings.map(aStanding)));
  return windows.get('one/web')?.sum ?? 0;
}

it('does not count the failures of services that are known to fail by themselves as those of all', () => {
  const unknown = sumOf();
  const known = sumOf(
    { service: 'two', mostlyFails: true },
    { service: 'three', mostlyFails: true },
  );

  expect(known).toBeGreaterThan(unknown + 0.5);
});

it('does not count the failures of services that lose more than neutral sites do as those of all', () => {
  const services = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'].map(aFailing);
  const sumBeside = (controls: number, attempts = [anAttempt()]) => {
    const evidence = {
      controls: Array.from({ length: controls }, (_, n) =>
        aControlEvidence({ id: `${n}`, attempts }),
      ),
      network: aNetwork(),
      startedAt: at(0),
      addressProbes: [],
    };
    return windowsAfter(evidence, services, new Map()).get('one/web')?.sum ?? 0;
  };

  // As many as elsewhere: a failure and a success outweigh each other.
  expect(sumBeside(12, half)).toBeCloseTo(0, 1);
  expect(sumBeside(2)).toBeLessThan(0.5);
  expect(sumBeside(12)).toBeGreaterThan(1);
});

it('takes silence for what everything suffers on a bad network, where few get through at all', () => {
  const silent = repeated('timeout', 3);
  const services = ['one', 'two', 'three'].map((id) => {
    const service = aService({ id, targets: [aTarget({ id: `${id}/web` })] });
    return aServiceEvidence({ [`${id}/web`]: silent }, { service });
  });
  const sumOn = (network: NetworkVerdict) => {
    const controls = [aControlEvidence()];
    const evidence = { controls, network, startedAt: at(0), addressProbes: [] };
    return windowsAfter(evidence, services, new Map()).get('one/web')?.sum ?? 0;
  };

  expect(sumOn(aNetwork())).toBeGreaterThan(1.9);
  expect(sumOn(aNetwork({ state: 'degraded', trouble: 'slow' }))).toBe(0);
});

it('counts the failures of a round once where a name fails at one of its addresses alone', () => {
  const service = aService({ id: 'one', targets: [aTarget({ id: 'one/web' })] });
  const bad = { address: '93.184.216.35', attempts: [aFailure('reset')] };
  const sumAfter = (attempts: Attempt[], ...probes: AddressProbe[]) => {
    const evidence = {
      controls: ['a', 'b', 'c'].map((id) => aControlEvidence({ id })),
      network: aNetwork(),
      startedAt: at(0),
      addressProbes: probes,
    };
    const services = [aServiceEvidence({ 'one/web': attempts }, { service })];
    return windowsAfter(evidence, services, new Map()).get('one/web')?.sum ?? 0;
  };
  const cut = repeated('reset', 3);
  const once = sumAfter([aFailure('reset')]);

  expect(sumAfter(cut, anAddressProbe(), anAddressProbe(bad))).toBeCloseTo(once);
  expect(sumAfter([...cut, anAttempt()], anAddressProbe(), anAddressProbe(bad))).toBeCloseTo(
    sumAfter([aFailure('reset'), anAttempt()]),
  );
  // Where all complete handshakes, the name fails at each of them.
  expect(sumAfter(cut, anAddressProbe())).toBeCloseTo(3 * once);
});

it('counts nothing behind a portal, and no certificate where neutral sites show untrusted ones', () => {
  const service = aService({ id: 'one', targets: [aTarget({ id: 'one/web' })] });
  const forged = repeated('untrusted', 2);
  const triesOf = (network: NetworkVerdict, attempts: readonly Attempt[], site = anAttempt()) => {
    const controls = [aControlEvidence({ attempts: [site] })];
    const evidence = { controls, network, startedAt: at(0), addressProbes: [] };
    const services = [aServiceEvidence({ 'one/web': attempts }, { service })];
    return windowsAfter(evidence, services, new Map()).get('one/web')?.tries.length;
  };
  const portal = aNetwork({ state: 'captive_portal' });

  expect(triesOf(portal, [...repeated('reset', 2), anAttempt()])).toBe(0);
  expect(triesOf(aNetwork(), forged)).toBe(2);
  expect(triesOf(aNetwork(), [...forged, aFailure('reset')], aFailure('untrusted'))).toBe(1);
});

it('keeps handshakes without a vote aside, of one address each, and nothing else', () => {
  const aside = { votes: false } as const;
  const urls = ['https://one.example/', 'https://two.example/'];
  const plain = aTarget({ ...aside, id: 'one/plain', kind: 'http', urls: ['http://one.example/'] });
  const targets = [
    aTarget({ id: 'one/web' }),
    aTarget({ ...aside, id: 'one/site', urls: ['https://site.one.example/'] }),
    aTarget({ ...aside, id: 'one/pool', urls }),
    aTarget({ ...aside, id: 'one/download', kind: 'download' }),
    plain,
  ];
  const attempts = Object.fromEntries(targets.map(({ id }) => [id, half]));
  const services = [aServiceEvidence(attempts, { service: aService({ id: 'one', targets }) })];
  const evidence = {
    controls: [aControlEvidence()],
    network: aNetwork(),
    startedAt: at(0),
    addressProbes: [],
  };
  const triesIn = (...kind: 'aside'[]) => {
    const windows = windowsAfter(evidence, services, new Map(), ...kind).values();
    return [...windows].map(({ target, tries }) => [target, tries.length]);
  };

  expect(triesIn()).toEqual([['one/web', 2]]);
  expect(triesIn('aside')).toEqual([
    ['one/site', 2],
    ['one/pool', 0],
  ]);
});

it('counts what has no vote at the host of a target that has one as tries of that one', () => {
  const targets = [
    aTarget({ id: 'one/web' }),
    aTarget({ id: 'one/api' }),
    aTarget({ id: 'one/page', votes: false }),
  ];
  const service = aService({ id: 'one', targets });
  const windowsWith = (page: Attempt[], kind?: 'aside') => {
    const attempts = {
      'one/web': [aFailure('reset', { startedAt: at(1) }), aFailure('reset', { startedAt: at(3) })],
      'one/api': [anAttempt()],
      'one/page': page,
    };
    const evidence = {
      controls: [aControlEvidence()],
      network: aNetwork(),
      startedAt: at(0),
      addressProbes: [],
    };
    return windowsAfter(evidence, [aServiceEvidence(attempts, { service })], new Map(), kind);
  };
  const triesWith = (...page: Attempt[]) =>
    [...windowsWith(page).values()].map(({ tries }) => tries.map(({ ok }) => ok));

  expect(triesWith(anAttempt({ startedAt: at(2) }))).toEqual([[false, true, false], [true]]);
  expect(windowsWith([anAttempt()], 'aside').size).toBe(0);
  // Another page may be out of order by itself.
  expect(triesWith(aFailure('serverError'))).toEqual([[false, false], [true]]);
});

it('counts no error of a server where neutral sites are answered with errors, and keeps it', () => {
  const service = aService({ id: 'one', targets: [aTarget({ id: 'one/web' })] });
  const attempts = [...repeated('serverError', 2), aFailure('reset')];
  const answers = Array.from({ length: 12 }, () => anAttempt());
  const windowBeside = (...sites: Attempt[][]) => {
    const evidence = {
      controls: [answers, ...sites].map((each) => aControlEvidence({ attempts: each })),
      network: aNetwork(),
      startedAt: at(0),
      addressProbes: [],
    };
    const services = [aServiceEvidence({ 'one/web': attempts }, { service })];
    return windowsAfter(evidence, services, new Map()).get('one/web');
  };
  const alone = windowBeside();
  const errs = aFailure('serverError');
  const beside = windowBeside([errs, anAttempt()]);

  expect(alone?.sum).toBeCloseTo(3 * (beside?.sum ?? 0));
  expect(beside?.sum).toBeGreaterThan(1);
  expect(beside?.tries).toEqual(alone?.tries);
  expect(windowBeside([errs])?.sum).toBe(beside?.sum);
  expect(windowBeside([errs, errs], [errs, errs])?.sum).toBe(beside?.sum);
  // A site that is out of order itself.
  expect(windowBeside([errs, errs])?.sum).toBe(alone?.sum);
  expect(windowBeside([errs, aFailure('timeout'), errs])?.sum).toBe(alone?.sum);
});

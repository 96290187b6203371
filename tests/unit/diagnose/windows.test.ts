import { expect, it } from 'vitest';
import type { NetworkVerdict } from '../../../lib/diagnose/network.ts';
import { windowsAfter } from '../../../lib/diagnose/windows.ts';
import { aFailure, anAttempt, repeated } from '../../helpers/attempts.ts';
import { aService, aTarget } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aControlEvidence, aNetwork, aServiceEvidence } from '../../helpers/evidence.ts';
import { aStanding, standingsOf } from '../../helpers/rounds.ts';

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
    };
    return windowsAfter(evidence, services, new Map()).get('one/web')?.sum ?? 0;
  };

  // As many as elsewhere: a failure and a success outweigh each other.
  expect(sumBeside(12, half)).toBeCloseTo(0, 1);
  expect(sumBeside(2)).toBeLessThan(0.5);
  expect(sumBeside(12)).toBeGreaterThan(1.5);
});

it('takes silence for what everything suffers on a bad network, where few get through at all', () => {
  const silent = repeated('timeout', 3);
  const services = ['one', 'two', 'three'].map((id) => {
    const service = aService({ id, targets: [aTarget({ id: `${id}/web` })] });
    return aServiceEvidence({ [`${id}/web`]: silent }, { service });
  });
  const sumOn = (network: NetworkVerdict) => {
    const evidence = { controls: [aControlEvidence()], network, startedAt: at(0) };
    return windowsAfter(evidence, services, new Map()).get('one/web')?.sum ?? 0;
  };

  expect(sumOn(aNetwork())).toBeGreaterThan(1.9);
  expect(sumOn(aNetwork({ state: 'degraded', trouble: 'slow' }))).toBe(0);
});

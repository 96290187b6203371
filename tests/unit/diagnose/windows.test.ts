import { expect, it } from 'vitest';
import { windowsAfter } from '../../../lib/diagnose/windows.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aService, aTarget } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aControlEvidence, aServiceEvidence } from '../../helpers/evidence.ts';
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

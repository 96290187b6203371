import { expect, it } from 'vitest';
import { createGatekeeper } from '../../../../lib/round/gate/gatekeeper.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { aCatalog, aControl } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { anOpenRound, aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const witnesses = ['a', 'b'].map((id) =>
  aControl({ id, operator: id, pulse: false, url: `https://${id}.witness.example/` }),
);

it('a gate that does not pass is repeated after 3 s', async () => {
  const record = emptyRecord(aPlan());
  const world = aRoundWorld(() => (record.gates.length === 0 ? aFailedObservation() : {}));
  const catalog = aCatalog({ controls: [aControl()], witnesses });
  const gatekeeper = createGatekeeper(anOpenRound(world, { catalog, record }));

  expect(await gatekeeper.passesInTime()).toBe(true);

  const [failed, passed] = record.gates;
  expect(record.gates).toMatchObject([{ passed: false }, { passed: true }]);
  expect(Date.parse(String(passed?.startedAt)) - Date.parse(String(failed?.finishedAt))).toBe(
    3_000,
  );
});

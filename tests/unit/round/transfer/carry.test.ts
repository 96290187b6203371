import { expect, it } from 'vitest';
import { transferBytes } from '../../../../lib/catalog/transfer-bytes.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { carryControl } from '../../../../lib/round/transfer/carry.ts';
import { aCatalog, aTransferControl } from '../../../helpers/catalog.ts';
import { anOpenRound, aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

it('a transfer ends after 25 s, before the browser stops the worker, at 30 s', async () => {
  const limitsMs: number[] = [];
  const world = aRoundWorld(({ timeoutMs }) => {
    limitsMs.push(timeoutMs);
    return { bytes: transferBytes };
  });
  const round = anOpenRound(world, { catalog: aCatalog(), record: emptyRecord(aPlan()) });

  await carryControl(round, aTransferControl());

  expect(limitsMs).toEqual([25_000]);
});

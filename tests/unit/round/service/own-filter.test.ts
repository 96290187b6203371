import { expect, it } from 'vitest';
import { filterSigns } from '../../../../lib/catalog/filter-signs.ts';
import { emptyRecord } from '../../../../lib/round/journal.ts';
import { createOwnFilterLook } from '../../../../lib/round/service/own-filter.ts';
import { aCatalog, aControl } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { anOpenRound, aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const untrusted = aFailedObservation({
  failure: 'ssl_unknown_authority',
  failedOperation: 'tls_handshake',
});
const signs = Object.values(filterSigns).map((id) =>
  aControl({ id, group: 'filter', url: `https://${id}.example/` }),
);

it.each([
  ['twice, where they show a certificate of another, too', untrusted, 2],
  ['once, where they answer', {}, 1],
])(
  'asks the names that no state withholds %s, however often it is wanted',
  async (_, seen, times) => {
    const world = aRoundWorld(() => seen);
    const catalog = aCatalog({ controls: [aControl(), ...signs] });
    const round = anOpenRound(world, { catalog, record: emptyRecord(aPlan()) });
    const look = createOwnFilterLook(round);

    await Promise.all([look.lookAtCertificates(), look.lookAtCertificates()]);

    for (const { id, url } of signs) {
      expect(round.log.record.controls.get(id)).toHaveLength(times);
      expect(world.probed.filter((one) => one === url)).toHaveLength(times);
    }
  },
);

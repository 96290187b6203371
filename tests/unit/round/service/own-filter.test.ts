import { expect, it } from 'vitest';
import { filterSigns } from '../../../../lib/catalog/filter-signs.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { createOwnFilterLook } from '../../../../lib/round/service/own-filter.ts';
import { aCatalog, aControl } from '../../../helpers/catalog.ts';
import { aResolution } from '../../../helpers/evidence.ts';
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

it.each([
  ['none of them where a resolver at home withholds a name, too', false, 0],
  ['them where it does and traffic leaves elsewhere', true, 1],
])('asks %s', async (_, homeUncounted, times) => {
  const world = aRoundWorld();
  const catalog = aCatalog({ controls: [aControl(), ...signs] });
  const denied = aResolution({ national: true, rcode: 'NXDOMAIN', addresses: [] });
  const resolutions = [aResolution(), denied];
  const record = { ...emptyRecord(aPlan()), resolutions, homeUncounted };
  const round = anOpenRound(world, { catalog, record });

  await createOwnFilterLook(round).look(denied.name);

  const asked = signs.map(({ url }) => world.probed.filter((one) => one === url).length);
  expect(asked).toEqual(signs.map(() => times));
});

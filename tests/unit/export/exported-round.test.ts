import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RoundSchema } from '../../../lib/backup/schema/round.ts';
import { replayRound } from '../../../lib/diagnose/replay.ts';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import { exportedRound } from '../../../lib/export/exported-round.ts';
import { isPublicAddress } from '../../../lib/observe/names.ts';
import { repeated } from '../../helpers/attempts.ts';
import { aCatalog } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import {
  anAddressProbe,
  aPair,
  aResolution,
  aRoundEvidence,
  aServiceEvidence,
} from '../../helpers/evidence.ts';
import { aRound, noCircumstances } from '../../helpers/rounds.ts';

const noTicks = { addresses: false, routing: false };

/** A name that is cut off, while its addresses complete handshakes. */
function pairedRound() {
  const evidence = aRoundEvidence({
    services: [aServiceEvidence({ 'chat/web': repeated('reset', 3) })],
    gateOpenedAt: at(1000),
    addressProbes: aPair(),
  });
  return diagnoseRound(evidence, new Map()).round;
}

describe('a round that is exported without addresses', () => {
  it('tells servers that were asked by address apart by number alone', () => {
    const asked = [
      anAddressProbe({ address: '93.184.216.34' }),
      anAddressProbe({ address: '2606:2800:220:1::1' }),
      anAddressProbe({ name: 'other.example', address: '93.184.216.34' }),
    ];
    const round = aRound({ circumstances: { ...noCircumstances, addressProbes: asked } });

    const { addressProbes } = exportedRound(round, noTicks).circumstances;

    expect(addressProbes.map(({ address }) => address)).toEqual(['1', '2', '1']);
    expect(addressProbes.filter(({ address }) => isPublicAddress(address))).toEqual([]);
    expect(addressProbes.map(({ name, attempts }) => ({ name, attempts }))).toEqual(
      asked.map(({ name, attempts }) => ({ name, attempts })),
    );
  });

  it('keeps what DNS resolvers answered', () => {
    const resolutions = [aResolution()];
    const round = aRound({ circumstances: { ...noCircumstances, resolutions } });

    expect(exportedRound(round, noTicks).circumstances.resolutions).toEqual(resolutions);
  });

  it('has the same verdicts when it is replayed', () => {
    const round = pairedRound();
    const [service] = round.services;

    expect(service?.mechanisms).toContain('tls.reset.sni');
    expect(replayRound(exportedRound(round, noTicks), aCatalog()).services).toEqual(round.services);
  });

  it('fits a backup', () => {
    const exported = exportedRound(pairedRound(), noTicks);

    expect(v.parse(RoundSchema, exported)).toEqual(exported);
  });

  it('has them all where they are asked for', () => {
    const round = pairedRound();

    expect(exportedRound(round, { addresses: true, routing: true })).toBe(round);
  });
});

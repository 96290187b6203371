import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withKeptAddresses } from '../../../lib/diagnose/evidence/kept-addresses.ts';
import { diagnoseNetwork } from '../../../lib/diagnose/network/network.ts';
import { replayRound } from '../../../lib/diagnose/replay.ts';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import { blockPageFailure } from '../../../lib/failure/block-page.ts';
import {
  addressProbesOf,
  anyAttempt,
  anyGates,
  bogonAddress,
  publicAddress,
  resolutionsOf,
  series,
} from '../../helpers/arbitraries.ts';
import { aFailure, anAttempt } from '../../helpers/attempts.ts';
import { aCatalog, aControl } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aControlEvidence, aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';

const name = 'web.chat.example';
const aBlockPage = aFailure('unclear', {
  failure: blockPageFailure,
  failedOperation: 'http_round_trip',
  httpStatus: 200,
});

/** Any attempt or block page, from any address, through a proxy or not. */
const anyAnswer = fc
  .record({
    attempt: fc.oneof(anyAttempt, fc.constant(aBlockPage)),
    remoteIp: fc.oneof(publicAddress, bogonAddress, fc.constant(null)),
    remoteIpKind: fc.constantFrom(null, null, 'proxy'),
  })
  .map(({ attempt, ...address }) => ({ ...attempt, ...address }));

describe('a recorded round', () => {
  it('has the same verdicts when it is replayed', () => {
    const seen = fc.record({
      control: series(anyAnswer),
      attempts: series(anyAnswer),
      gates: anyGates,
      resolutions: resolutionsOf(name),
      addressProbes: addressProbesOf(name),
      online: fc.boolean(),
    });
    fc.assert(
      fc.property(seen, ({ control, attempts, ...around }) => {
        const controls = [{ id: 'foreign', group: 'foreign' as const, attempts: control }];
        const evidence = aRoundEvidence({
          ...around,
          controls,
          gateOpenedAt: at(1000),
          network: diagnoseNetwork(
            controls.filter((one) => one.attempts.length > 0),
            around.online,
          ),
          services: [aServiceEvidence({ 'chat/web': attempts })],
        });
        const { round } = diagnoseRound(evidence, new Map());

        // As read from a file.
        const recorded = JSON.parse(JSON.stringify(withKeptAddresses(round, aCatalog())));

        expect(replayRound(recorded, aCatalog())).toEqual(recorded);
        expect(replayRound(round, aCatalog())).toEqual(round);
      }),
    );
  });

  it('is degraded where controls that opened it fall silent, when replayed as well', () => {
    const late = aFailure('timeout', { startedAt: at(20), totalMs: 1_000 });
    const controls = [
      aControlEvidence({ id: 'foreign', attempts: [anAttempt({ startedAt: at(0) }), late] }),
      aControlEvidence({ id: 'other', attempts: [anAttempt({ startedAt: at(0) }), late] }),
    ];
    const catalog = aCatalog({ controls: [aControl(), aControl({ id: 'other' })] });
    const evidence = aRoundEvidence({ controls, gateOpenedAt: at(1) });
    const { round } = diagnoseRound(evidence, new Map());

    expect(round.network.state).toBe('degraded');
    expect(replayRound(round, catalog).network).toEqual(round.network);
  });

  it('knows a neutral site that answered where a service did from a proxy, when replayed as well', () => {
    const aborted = anAttempt({
      ok: false,
      failure: 'unknown_failure: net::ERR_ABORTED',
      browserError: 'net::ERR_ABORTED',
      valid: false,
    });
    const byProxy = aFailure('reset', { startedAt: at(20), remoteIp: null, remoteIpKind: 'proxy' });
    const controls = [aControlEvidence({ attempts: [aborted, byProxy] })];
    const evidence = aRoundEvidence({
      controls,
      gateOpenedAt: at(1000),
      network: diagnoseNetwork(controls, true),
      services: [aServiceEvidence({ 'chat/web': [anAttempt()] })],
    });
    const { round } = diagnoseRound(evidence, new Map());
    const recorded = withKeptAddresses(round, aCatalog());

    expect(round.network.trouble).toBe('proxy');
    expect(replayRound(recorded, aCatalog()).network).toEqual(round.network);
  });

  it('loses services and controls that the catalog no longer has', () => {
    const evidence = aRoundEvidence({ services: [aServiceEvidence({ 'chat/web': [] })] });
    const { round } = diagnoseRound(evidence, new Map());

    const replayed = replayRound(round, aCatalog({ services: [], controls: [] }));

    expect(replayed.services).toEqual([]);
    expect(replayed.network.controls).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { diagnoseRound } from '../../../lib/diagnose/round.ts';
import type { Round } from '../../../lib/model/round.ts';
import { anAttempt } from '../../helpers/attempts.ts';
import { aRoundEvidence, aServiceEvidence } from '../../helpers/evidence.ts';
import { textOf } from '../../helpers/exports.ts';
import { anEcho, aRouting } from '../../helpers/routing.ts';

/** A check that got through, as a script reads it. */
async function checkAsJson(): Promise<Round> {
  const services = [aServiceEvidence({ 'chat/web': [anAttempt()] })];
  const { round } = diagnoseRound(
    aRoundEvidence({ services, routing: aRouting({ echoes: [anEcho()] }) }),
    new Map(),
  );
  return JSON.parse(await textOf('jsonl', [round], { routing: true, addresses: true })) as Round;
}

// Written out here, as scripts rely on these names.
const fields: Record<string, string> = {
  round: 'schema id startedAt finishedAt trigger software network routing services',
  software: 'version logic catalog browser',
  network: 'state confidence resolverPath controls',
  control: 'id group ok failure totalMs',
  routing: 'verdict confidence signals',
  signal: 'id points strength detail',
  service: 'id name state roundState confidence scope locus mechanisms reason roles targets',
  role: 'role required state mechanisms',
  target: 'id role kind url state mechanisms recent attempts',
  recent: 'tries failures since',
  attempt:
    'n startedAt ok failure failedOperation browserError httpStatus remoteIp remoteIpKind protocol dnsMs connectMs tlsMs ttfbMs totalMs bytes freezeAtBytes reusedConnection valid',
};

it('a check as JSON has every field that scripts rely on, unknown ones as null', async () => {
  const round = await checkAsJson();
  const [service] = round.services;
  const [target] = service?.targets ?? [];
  const parts: Record<string, object | null | undefined> = {
    round,
    software: round.software,
    network: round.network,
    control: round.network.controls[0],
    routing: round.routing,
    signal: round.routing.signals[0],
    service,
    role: service?.roles[0],
    target,
    recent: target?.recent,
    attempt: target?.attempts[0],
  };

  const missing = Object.entries(fields).map(([part, names]) => [
    part,
    names.split(' ').filter((name) => !Object.hasOwn(parts[part] ?? {}, name)),
  ]);

  expect(missing).toEqual(Object.keys(fields).map((part) => [part, []]));
  expect(round.schema).toBe('dozvon.round/1');
});

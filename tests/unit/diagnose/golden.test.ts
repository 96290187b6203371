// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../lib/catalog/index.ts';
import { withKeptAddresses } from '../../../lib/diagnose/evidence/kept-addresses.ts';
import { replayRound } from '../../../lib/diagnose/replay.ts';
import type { Round } from '../../../lib/model/round.ts';

const golden = new URL('../../golden/', import.meta.url);
const names = readdirSync(new URL('rounds/', golden)).map((file) => file.replace('.json', ''));

/** Every verdict on a line of its own, so that a change of the rules shows as a readable diff. */
function verdictsOf({ network, services }: Round): string {
  const lines = services.flatMap((service) => [
    lineOf(service.id, service.roundState, service.mechanisms, [
      service.confidence,
      service.scope,
      service.locus,
      service.reason,
    ]),
    ...service.roles.map((role) => lineOf(`  ${role.role}`, role.state, role.mechanisms)),
    ...service.targets.map((target) => lineOf(`    ${target.id}`, target.state, target.mechanisms)),
  ]);
  const { state, confidence, resolverPath } = network;
  return [`network: ${state}, ${confidence}, resolver ${resolverPath}`, ...lines, ''].join('\n');
}

function lineOf(who: string, state: string, mechanisms: string[], more: string[] = []): string {
  const how = mechanisms.length > 0 ? ` (${mechanisms.join(', ')})` : '';
  return [`${who}: ${state}${how}`, ...more].join(', ');
}

describe('the replay of a round recorded in the lab', () => {
  it.each(names)('has the same verdicts: %s', async (name) => {
    const file = readFileSync(new URL(`rounds/${name}.json`, golden), 'utf8');

    const recorded = JSON.parse(file) as Round;

    const round = replayRound(recorded, catalog);

    // After a wanted change: npx vitest run --project unit golden -u, and a look at the diff.
    await expect(verdictsOf(round)).toMatchFileSnapshot(
      new URL(`verdicts/${name}.txt`, golden).pathname,
    );
    // Addresses that are not kept decide nothing that their kinds do not.
    const reduced = replayRound(withKeptAddresses(recorded, catalog), catalog);
    expect(verdictsOf(reduced)).toBe(verdictsOf(round));
  });
});

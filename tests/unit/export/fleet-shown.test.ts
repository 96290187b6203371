import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Round } from '../../../lib/model/round.ts';
import { serviceRows } from '../../../lib/view/rows.ts';
import { explainService, wordOf } from '../../../lib/view/service.ts';
import { sampleDays } from '../../bench/history/sample-rounds.ts';
import { createFleet, type Fleet, type Row } from '../../helpers/fleet.ts';
import { noLook } from '../view/build-round.ts';

let fleet: Fleet;
let rounds: Round[];
let records: Map<string, Row>;

const keyOf = (round: string, service: string) => `${round} ${service}`;

/** Rounds as browsers recorded them, and simulated days with changes that wait for their confirmation. */
beforeAll(async () => {
  const golden = new URL('../../golden/rounds/', import.meta.url);
  const recorded = readdirSync(golden).map(
    (file): Round => JSON.parse(readFileSync(new URL(file, golden), 'utf8')),
  );
  const simulated = (await sampleDays()).flatMap((day, kind) =>
    day.map((round) => ({ ...round, id: `${kind} ${round.id}` })),
  );
  rounds = [...recorded, ...simulated, ...simulated.slice(0, 20).map(unmeasured)];
  fleet = createFleet();
  fleet.writeRounds('ru-north-1', rounds);
  const rows = await fleet.query('SELECT round, service, state, confidence FROM verdicts');
  records = new Map(rows.map((row) => [keyOf(row.round ?? '', row.service ?? ''), row]));
});
afterAll(() => {
  fleet.remove();
});

/** The states outlast a round that measured nothing. */
function unmeasured(round: Round): Round {
  const services = round.services.map((service) => ({
    ...service,
    roundState: 'insufficient' as const,
    reason: 'too-few-attempts' as const,
  }));
  return { ...round, id: `${round.id} unmeasured`, services };
}

/** What pages show of each service of each round, beside the record; undefined where the probe has none. */
const shown = () =>
  rounds.flatMap((round) =>
    serviceRows(round, null, noLook).flatMap(({ service }) =>
      service === null ? [] : { service, record: records.get(keyOf(round.id, service.id)) },
    ),
  );

it('the records of a fleet have the states that people are shown', () => {
  const compared = shown().flatMap(({ service, record }) =>
    record ? { word: wordOf(service), recorded: record.state, own: service.roundState } : [],
  );

  for (const { word, recorded } of compared) expect(word).toBe(`word.${recorded}`);
  // A round's own state is another one at times, and is what a wrong column would give.
  expect(compared.filter(({ recorded, own }) => recorded !== own).length).toBeGreaterThan(0);
  expect(new Set(compared.map(({ recorded }) => recorded)).size).toBeGreaterThanOrEqual(4);
});

it('the records of a fleet are as sure as the sentences that people read', () => {
  const compared = shown().flatMap(({ service, record }) => {
    const { why } = explainService(service);
    return record && why ? { sentence: why.id, recorded: record.confidence, service } : [];
  });

  for (const { sentence, recorded, service } of compared) {
    // The cause of what gets through in part is told only where the network is known to have it.
    const isPartly = service.roundState === 'impaired' && service.locus !== 'network';
    const expected = recorded === 'low' || isPartly ? 'unclear' : recorded;
    expect(sentence.split('.').at(-1)).toBe(expected);
  }
  const confidences = new Set(compared.map(({ recorded }) => recorded));
  expect(confidences).toEqual(new Set(['low', 'medium', 'high']));
});

it('the records of a fleet have a gap where the check measured nothing, and nowhere else', () => {
  const all = shown();

  for (const { service, record } of all) {
    expect(record === undefined).toBe(service.roundState === 'insufficient');
  }
  expect(all.some(({ record }) => record === undefined)).toBe(true);
});

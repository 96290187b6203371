import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BackedUpSettings } from '../../../../lib/backup/schema/settings.ts';
import { addEntry, newDraft } from '../../../../lib/history/index/draft.ts';
import { transitionOf } from '../../../../lib/history/index/transitions.ts';
import type { Round } from '../../../../lib/model/round.ts';
import type { Standing } from '../../../../lib/model/standing.ts';
import { live } from '../../../accuracy/person.ts';
import { situations } from '../../../accuracy/situations/index.ts';
import { checked } from '../../../helpers/backups.ts';
import { anEntry, noFacts, usualSettings, writtenBackup } from '../../../helpers/written-backup.ts';
import {
  exampleAttempt,
  exampleRound,
  exampleService,
  exampleTarget,
} from '../../export/example-round.ts';

const golden = path.join(import.meta.dirname, '../../../golden/rounds');
const nothing = async () => undefined;

/** A person's own backup must never be refused. */
describe('the schema of a backup', () => {
  it.each(readdirSync(golden))('fits a round as a browser recorded it: %s', async (file) => {
    const round = JSON.parse(readFileSync(path.join(golden, file), 'utf8')) as Round;

    const { known } = await checked(await writtenBackup({ entries: [anEntry(round)] }));

    expect(known.ids).toEqual(new Set([round.id]));
  });

  it('refuses an address of an attempt that is no text', async () => {
    const attempts = [exampleAttempt({ url: 7 as never })];
    const services = [exampleService({ targets: [exampleTarget({ attempts })] })];
    const backup = await writtenBackup({ entries: [anEntry(exampleRound({ services }))] });

    await expect(checked(backup)).rejects.toThrow('attempts.0.url: found 7');
  });

  it.each([
    ['network', true],
    ['planet', false],
  ] as const)('fits a change of state with the scope %s: %s', async (scope, fits) => {
    const service = exampleService({ state: 'likely_blocked', scope: 'network' });
    const round = exampleRound({ services: [service] });
    const change = transitionOf({ from: 'ok', service }, { number: 1, day: 1 }, [round]);
    const transitions = [{ ...change, scope: scope as 'network' }];
    const file = await writtenBackup({ entries: [{ ...anEntry(round), transitions }] });

    const outcome = await checked(file).then(
      () => '',
      (error: Error) => error.message,
    );

    expect(outcome).toMatch(fits ? /^$/ : /transitions\.0\.scope: found "planet"/);
  });

  it.each([
    ['network', true],
    ['planet', false],
  ] as const)('fits a summary with the scope %s: %s', async (scope, fits) => {
    const service = exampleService({ state: 'likely_blocked', scope: 'network' });
    const { summary } = anEntry(exampleRound({ services: [service] }));
    const services = summary.services.map((one) => ({ ...one, scope: scope as 'network' }));
    const entry = { round: null, summary: { ...summary, services }, transitions: [] };
    const file = await writtenBackup({ entries: [entry] });

    const outcome = await checked(file).then(
      () => '',
      (error: Error) => error.message,
    );

    expect(outcome).toMatch(fits ? /^$/ : /services\.0\.scope: found "planet"/);
  });

  it('fits one of a person who has more notes than there may be, of an earlier version', async () => {
    const notes = Array.from({ length: 301 }, (_, index) => ({
      id: `${index}`,
      at: new Date(Date.UTC(2026, 0, index)).toISOString(),
      text: 'moved',
    }));

    const backup = await checked(
      await writtenBackup({ entries: [], facts: { ...noFacts, notes } }),
    );

    expect(new Set(backup.facts.notes)).toEqual(new Set(notes.slice(1)));
  });

  it('fits one from before there was a theme or an order', async () => {
    const { theme: _theme, order: _order, ...checks } = usualSettings.checks;
    const settings = { ...usualSettings, checks } as BackedUpSettings;

    const backup = await checked(await writtenBackup({ entries: [], settings }));

    expect(backup.settings.checks).toMatchObject({ theme: 'system', order: [] });
  });

  it.each(['reset on name', 'silence by chance, 50 %', 'name removed, mild loss'])(
    'fits what the history keeps of a simulated person: %s',
    async (id) => {
      const situation = situations.find((one) => one.id === id);
      if (situation === undefined) throw new Error(`There is no situation ${id}.`);
      const rounds = new Map<string, Round>();
      const standings = new Map<string, Standing>();
      await live({ situation, seeds: [5, 1], rounds: 40 }, (lived) => {
        rounds.set(lived.round.id, lived.round);
        for (const one of lived.standings) standings.set(one.service, one);
      });
      const recorded = [...rounds.values()];
      const round = async (number: number) => recorded[number - 1];
      const draft = newDraft({ day: nothing, month: nothing, transitions: nothing, round });
      for (const [index, one] of recorded.entries()) await addEntry(draft, index + 1, anEntry(one));
      const transitions = [...draft.transitions.values()].flatMap((record) => record.transitions);
      const entries = recorded.map((one, index) => ({
        ...anEntry(one),
        transitions: transitions.filter(({ number }) => number === index + 1),
      }));
      const facts = { ...noFacts, standings: [...standings.values()], states: draft.index.states };

      const { known } = await checked(await writtenBackup({ entries, facts }));

      expect(known.counts).toMatchObject({ rounds: rounds.size, transitions: transitions.length });
      expect(transitions).not.toEqual([]);
    },
  );
});

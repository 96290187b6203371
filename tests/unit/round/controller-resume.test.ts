import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../lib/model/journal.ts';
import { anAttempt, repeated } from '../../helpers/attempts.ts';
import { aCatalog, aService, aServiceRole, aTarget } from '../../helpers/catalog.ts';
import { at } from '../../helpers/clock.ts';
import { aControllerWorld } from '../../helpers/controller-world.ts';
import { aGate } from '../../helpers/evidence.ts';
import { aFailedObservation } from '../../helpers/observations.ts';
import { aRoundWorld } from '../../helpers/round-world.ts';
import { aPlan, aStanding, planEntry, standingsOf } from '../../helpers/rounds.ts';

const mail = 'https://mail.chat.example/';
const service = aService({
  roles: [aServiceRole(), aServiceRole({ role: 'messages' })],
  targets: [aTarget(), aTarget({ id: 'chat/mail', role: 'messages', urls: [mail] })],
});
const catalog = aCatalog({ services: [service] });

/** A round whose worker died after it had probed the controls and one target. */
function aJournal(attempts = [anAttempt()]): JournalEntry[] {
  const controls = [
    ['foreign', anAttempt({ startedAt: at(0) })],
    ['domestic', anAttempt({ startedAt: at(0) })],
  ] as const;
  return [
    planEntry(aPlan({ id: 'interrupted', trigger: 'schedule' })),
    ...controls.map(([control, attempt]) => ({ kind: 'control', control, attempt }) as const),
    { kind: 'gate', gate: aGate(1) },
    ...attempts.map((attempt) => ({ kind: 'target', target: 'chat/web', attempt }) as const),
  ];
}

async function resumeAfter(seconds: number, journal: JournalEntry[], standings = standingsOf()) {
  const round = aRoundWorld();
  round.pass(seconds);
  const world = aControllerWorld(round, { catalog, journal, standings });
  const end = world.ended();
  await world.controller.resume();
  if (world.controller.progress() !== null) await end;
  return { ...world, probed: round.probed };
}

describe('a round whose worker died a moment ago', () => {
  it('continues under its id, without repeating probes', async () => {
    const { recorded, probed } = await resumeAfter(60, aJournal());

    expect(probed).not.toContain('https://web.chat.example/');
    expect(probed).toContain(mail);
    expect(recorded).toMatchObject([
      { round: { id: 'interrupted', startedAt: at(0), services: [{ state: 'ok' }] } },
    ]);
  });

  it('keeps to the home for which it was planned, whatever became of it', async () => {
    const round = aRoundWorld();
    const asked: (string | null)[] = [];
    const catalogFor = async (country: string | null) => {
      asked.push(country);
      return catalog;
    };
    const plan = aPlan({ id: 'interrupted', trigger: 'schedule', home: 'BY' });
    const world = aControllerWorld(round, { catalog, catalogFor, journal: [planEntry(plan)] });
    const end = world.ended();
    await world.controller.resume();
    await end;

    expect(catalog.home.country).toBe('RU');
    expect(new Set(asked)).toEqual(new Set(['BY']));
  });

  it('waits until the hosts of the dead worker’s last handshakes have rested', async () => {
    const { round } = (await resumeAfter(60, aJournal())).recorded[0] ?? {};

    const again = round?.services.flatMap(({ targets }) => targets.at(1)?.attempts ?? []);
    expect(Date.parse(again?.[0]?.startedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(at(61)));
  });

  it('makes no more rechecks than an uninterrupted round', async () => {
    const round = aRoundWorld(({ url }) => (url.includes('chat') ? aFailedObservation() : {}));
    round.pass(60);
    const world = aControllerWorld(round, { catalog, journal: aJournal(repeated('reset', 2)) });
    const end = world.ended();

    await world.controller.resume();

    const targets = (await end)?.services[0]?.targets;
    expect(targets?.find(({ id }) => id === 'chat/web')?.attempts).toHaveLength(3);
  });

  it('starts over if it had only been planned', async () => {
    const { recorded, probed } = await resumeAfter(60, aJournal().slice(0, 1));

    expect(probed).toContain('https://web.chat.example/');
    expect(recorded).toMatchObject([{ round: { id: 'interrupted' } }]);
  });
});

/** The recording of a round whose worker died long ago has begun, and ends when the test says so. */
function whileItIsClosed() {
  const round = aRoundWorld();
  round.pass(600);
  const closing = Promise.withResolvers<void>();
  const world = aControllerWorld(round, {
    catalog,
    journal: aJournal(),
    store: { recordRound: () => closing.promise },
  });
  const end = world.ended();
  const resumed = world.controller.resume();
  return { world, closing, resumed, end };
}

describe('a round whose worker died long ago', () => {
  it('is closed without probing, with gaps for missing attempts', async () => {
    const { recorded, probed } = await resumeAfter(600, aJournal());

    expect(probed).toEqual([]);
    expect(recorded).toMatchObject([
      {
        round: {
          id: 'interrupted',
          finishedAt: at(11),
          services: [{ state: 'insufficient', reason: 'interrupted' }],
        },
      },
    ]);
  });

  it('is over for all that follows a round', async () => {
    const round = aRoundWorld();
    round.pass(600);
    const world = aControllerWorld(round, { catalog, journal: aJournal() });
    const ended: unknown[] = [];
    void world.ended().then((one) => ended.push(one?.id));

    await world.controller.resume();

    expect(ended).toEqual(['interrupted']);
  });

  it('leaves the end to the round that a person began meanwhile', async () => {
    const { world, closing, resumed, end } = whileItIsClosed();
    const id = await world.controller.start('manual', null);
    closing.resolve();
    await resumed;

    expect((await end)?.id).toBe(id);
  });

  it('is told as recorded though a person began another meanwhile', async () => {
    const { world, closing, resumed, end } = whileItIsClosed();
    await world.controller.start('manual', null);
    closing.resolve();
    await resumed;
    await end;

    expect(world.replaced).toEqual([{ id: 'interrupted', failure: undefined }]);
    expect(world.states.map(({ id }) => id)).toEqual(['interrupted']);
  });

  it('is told as lost where it could not be recorded beside another', async () => {
    const { world, closing, resumed, end } = whileItIsClosed();
    await world.controller.start('manual', null);
    const full = new DOMException('no room', 'QuotaExceededError');
    closing.reject(full);
    await resumed;
    await end;

    expect(world.replaced).toEqual([{ id: 'interrupted', failure: full }]);
  });

  it('reports that a service works if all of it had got through', async () => {
    const entry = { kind: 'target', target: 'chat/mail', attempt: anAttempt() } as const;

    const { recorded } = await resumeAfter(600, [...aJournal(), entry]);

    expect(recorded).toMatchObject([{ round: { services: [{ state: 'ok' }] } }]);
  });

  it('draws no conclusion from failures without a gate after them', async () => {
    const { recorded } = await resumeAfter(600, aJournal(repeated('reset', 3)));

    expect(recorded).toMatchObject([{ round: { services: [{ state: 'insufficient' }] } }]);
  });

  it('leaves the standings unchanged', async () => {
    const standing = aStanding({ state: 'blocked', mechanisms: ['dns.error'] });

    const { recorded } = await resumeAfter(600, aJournal(), standingsOf(standing));

    expect(recorded[0]?.standings).toMatchObject([standing]);
  });
});

describe('a round whose worker died and that the settings now forbid', () => {
  it('is closed without probing', async () => {
    const round = aRoundWorld();
    round.pass(60);
    const journal = aJournal();
    const world = aControllerWorld(round, { catalog, journal, refusalOf: () => 'paused' });

    await world.controller.resume();

    expect(world.recorded).toMatchObject([{ round: { id: 'interrupted' } }]);
    expect(round.probed).toEqual([]);
  });
});

describe('a round that began later than the clock says now, which was set back', () => {
  it.each([
    ['closed', 6, 0],
    ['resumed', 4, 1],
  ])('is %s where that is %d s', async (_what, seconds, times) => {
    const round = aRoundWorld();
    const plan = aPlan({ id: 'interrupted', trigger: 'schedule', startedAt: at(seconds) });
    const world = aControllerWorld(round, { catalog, journal: [planEntry(plan)] });
    const end = world.ended();

    await world.controller.resume();
    await end;

    expect(world.onStarted).toHaveBeenCalledTimes(times);
    expect(world.recorded).toMatchObject([{ round: { id: 'interrupted' } }]);
  });
});

describe('without a round to resume', () => {
  it('the controller changes nothing', async () => {
    const { recorded, probed } = await resumeAfter(60, []);

    expect(recorded).toEqual([]);
    expect(probed).toEqual([]);
  });
});

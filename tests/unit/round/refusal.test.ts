import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../../lib/model/round.ts';
import { type Conditions, type Refusal, refusalOf } from '../../../lib/round/refusal.ts';
import { dateAt } from '../../helpers/clock.ts';
import { someSettings } from '../../helpers/settings.ts';

const triggers: Trigger[] = ['schedule', 'manual', 'network-change', 'startup', 'confirm'];
const automatic = triggers.filter((trigger) => trigger !== 'manual');
const ordinary: Conditions = { now: dateAt(0), savesData: false, isCellular: false };
const inAnHour = dateAt(3600).toISOString();

describe('a round', () => {
  it.each(triggers)('by %s is refused before the person agreed', (trigger) => {
    expect(refusalOf(trigger, someSettings({ agreed: false }), ordinary)).toBe('not-agreed');
  });

  it.each(triggers)('by %s may start at the defaults', (trigger) => {
    expect(refusalOf(trigger, someSettings(), ordinary)).toBeNull();
  });

  it.each<[Refusal, Parameters<typeof someSettings>[0], Partial<Conditions>]>([
    ['only-when-asked', { everyMinutes: null }, {}],
    ['paused', { pausedUntil: 'resumed' }, {}],
    ['paused', { pausedUntil: inAnHour }, { now: dateAt(3599) }],
    ['costs', { notWhileSavingData: true }, { savesData: true }],
    ['costs', { notOnCellular: true }, { isCellular: true }],
  ])('starts only by hand where the settings say so: %s', (refusal, settings, conditions) => {
    const refused = triggers.map((trigger) =>
      refusalOf(trigger, someSettings(settings), { ...ordinary, ...conditions }),
    );

    expect(refused).toEqual(triggers.map((trigger) => (trigger === 'manual' ? null : refusal)));
  });

  it.each(automatic)('by %s may start once the pause is over', (trigger) => {
    const settings = someSettings({ pausedUntil: inAnHour });

    expect(refusalOf(trigger, settings, { ...ordinary, now: dateAt(3600) })).toBeNull();
  });

  it('by a change of network alone is refused where the person turned that off', () => {
    const refused = triggers.filter(
      (trigger) => refusalOf(trigger, someSettings({ onNetworkChange: false }), ordinary) !== null,
    );

    expect(refused).toEqual(['network-change']);
  });

  it.each([
    [{ notWhileSavingData: true }, { isCellular: true }],
    [{ notOnCellular: true }, { savesData: true }],
    [{}, { savesData: true, isCellular: true }],
  ])('may start where the person did not tick what is the case: %j, %j', (settings, conditions) => {
    const { savesData = false, isCellular = false }: Partial<Conditions> = conditions;

    expect(
      refusalOf('schedule', someSettings(settings), { ...ordinary, savesData, isCellular }),
    ).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { decide } from '../../../lib/alerts/decide.ts';
import { aMemory, someAlertSettings, someNews } from '../../helpers/alerts.ts';
import { at, dateAt } from '../../helpers/clock.ts';

const minute = 60;
const settings = someAlertSettings();
const memory = aMemory({ known: { chat: 'ok', mail: 'ok' }, news: [someNews()] });
const local = (day: number, hour: number) => new Date(2026, 10, day, hour);
const nightly = someAlertSettings({ hasQuietHours: true });
const seenAt = (time: Date) => aMemory({ news: [someNews({ since: time.toISOString() })] });

describe('whether a change is told', () => {
  it('is not the question where there is none', () => {
    const quiet = aMemory({ known: { chat: 'ok' } });

    expect(decide(quiet, settings, dateAt(0))).toEqual({
      alert: null,
      wakeAt: null,
      memory: quiet,
    });
  });

  it('is decided at once where nothing else awaits confirmation, and then it is known', () => {
    const { alert, wakeAt, memory: after } = decide(memory, settings, dateAt(1));

    expect(alert).toEqual({ number: 0, news: [someNews()], isDigest: false });
    expect(wakeAt).toBeNull();
    expect(after).toEqual(
      aMemory({
        known: { chat: 'closed', mail: 'ok' },
        count: 1,
        shown: [{ at: at(1), service: 'chat' }],
      }),
    );
    expect(decide(after, settings, dateAt(2)).alert).toBeNull();
  });

  it('waits a few minutes for what is being confirmed, so that all is told at once', () => {
    const settling = { ...memory, isSettling: true };
    const both = [someNews(), someNews({ service: 'mail', name: 'Mail', since: at(90) })];

    const first = decide(settling, settings, dateAt(1));
    const late = decide(settling, settings, dateAt(5 * minute));
    const all = decide({ ...memory, news: both }, settings, dateAt(90));

    expect(first).toEqual({ alert: null, wakeAt: dateAt(5 * minute), memory: settling });
    expect(late.alert).not.toBeNull();
    expect(all.alert?.news).toEqual(both);
    expect(all.memory.shown).toEqual([{ at: at(90), service: null }]);
  });

  it('does not wait for a moment that a clock was ahead of', () => {
    const ahead = aMemory({
      news: [someNews({ since: at(365 * 24 * 60 * minute) })],
      isSettling: true,
    });

    expect(decide(ahead, settings, dateAt(1)).alert).not.toBeNull();
  });

  it('waits for what is being confirmed, though a clock was ahead of another change', () => {
    const news = [
      someNews({ since: at(365 * 24 * 60 * minute) }),
      someNews({ service: 'mail', name: 'Mail', since: at(90) }),
    ];
    const settling = aMemory({ news, isSettling: true });

    expect(decide(settling, settings, dateAt(91)).wakeAt).toEqual(dateAt(90 + 5 * minute));
    expect(decide(settling, settings, dateAt(90 + 5 * minute)).alert?.news).toEqual(news);
  });

  it('does not concern a service that the person has left out since', () => {
    const without = someAlertSettings({ services: { chat: false } });

    expect(decide(memory, without, dateAt(1))).toEqual({
      alert: null,
      wakeAt: null,
      memory: aMemory({ known: { chat: 'closed', mail: 'ok' } }),
    });
  });
});

describe('the limits', () => {
  it('leave a quarter of an hour between two notifications', () => {
    const again = { ...memory, count: 1, shown: [{ at: at(0), service: 'mail' }] };

    expect(decide(again, settings, dateAt(60)).wakeAt).toEqual(dateAt(15 * minute));
    expect(decide(again, settings, dateAt(15 * minute)).alert?.number).toBe(1);
  });

  it('hold back a ninth notification of a day, until a day after the first', () => {
    const shown = Array.from({ length: 8 }, (_, index) => ({
      at: at(index * 60 * minute),
      service: null,
    }));
    const busy = { ...memory, count: 8, shown };
    const day = 24 * 60 * minute;

    expect(decide(busy, settings, dateAt(day - 1))).toMatchObject({
      alert: null,
      wakeAt: dateAt(day),
    });
    const { memory: after } = decide(busy, settings, dateAt(day));
    expect(after.shown).toEqual([...shown.slice(1), { at: at(day), service: 'chat' }]);
  });

  it('do not silence alerts where the clock was set back', () => {
    const ahead = { ...memory, count: 1, shown: [{ at: at(90 * 24 * 3600), service: null }] };

    expect(decide(ahead, settings, dateAt(1)).alert).not.toBeNull();
  });
});

describe('a pause', () => {
  it('holds back until its end', () => {
    const paused = someAlertSettings({ pausedUntil: at(3600) });

    expect(decide(memory, paused, dateAt(1))).toEqual({
      alert: null,
      wakeAt: dateAt(3600),
      memory,
    });
    expect(decide(memory, paused, dateAt(3600)).alert).toMatchObject({ isDigest: false });
  });

  it('until tomorrow goes over into the quiet hours', () => {
    const pausedUntil = local(28, 0).toISOString();
    const evening = local(27, 20);

    const { wakeAt } = decide(seenAt(evening), { ...nightly, pausedUntil }, evening);

    expect(wakeAt).toEqual(local(28, 8));
  });
});

describe('quiet hours', () => {
  it('hold back until the morning, when it is told once, as news of the night', () => {
    const held = seenAt(local(28, 2));

    const night = decide(held, nightly, local(28, 2));
    const morning = decide(night.memory, nightly, local(28, 8));

    expect(night).toEqual({ alert: null, wakeAt: local(28, 8), memory: held });
    expect(morning.alert).toMatchObject({ number: 0, isDigest: true });
    expect(decide(morning.memory, nightly, local(28, 8)).alert).toBeNull();
  });

  it('are over for a browser that starts at noon, and begin anew for one that starts at night', () => {
    const held = seenAt(local(28, 2));

    expect(decide(held, nightly, local(28, 12)).alert).toMatchObject({ isDigest: true });
    expect(decide(held, nightly, local(29, 1)).wakeAt).toEqual(local(29, 8));
  });

  it('do not begin for what was seen before, and make no digest of it', () => {
    const evening = decide(seenAt(local(27, 22)), nightly, local(27, 22));

    expect(evening.alert).toMatchObject({ isDigest: false });
  });
});

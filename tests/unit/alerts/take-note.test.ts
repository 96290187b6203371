import { describe, expect, it } from 'vitest';
import { type NotedRound, takeNote } from '../../../lib/alerts/take-note.ts';
import { aMemory, aState, someAlertSettings, someNews } from '../../helpers/alerts.ts';
import { at } from '../../helpers/clock.ts';

const settings = someAlertSettings();
const aRound = (part: Partial<NotedRound> = {}): NotedRound => ({
  startedAt: at(0),
  isNormal: true,
  states: [aState()],
  isSettling: false,
  ...part,
});
const closed = aState({ state: 'blocked' });
const before = aMemory({ known: { chat: 'ok' } });

describe('after a round', () => {
  it('the first states are known without a word, of a new service too', () => {
    const first = takeNote(null, aRound({ states: [closed] }), settings);
    const second = takeNote(
      first,
      aRound({ states: [closed, aState({ service: 'mail', state: 'down' })] }),
      settings,
    );

    expect(first).toEqual(aMemory({ known: { chat: 'closed' } }));
    expect(second).toEqual(aMemory({ known: { chat: 'closed', mail: 'down' } }));
  });

  it('a state that the person does not know is news, since the round that had it first', () => {
    const seen = takeNote(before, aRound({ states: [closed] }), settings);
    const later = takeNote(
      seen,
      aRound({ startedAt: at(900), states: [aState({ state: 'impaired' })] }),
      settings,
    );

    expect(seen.news).toEqual([someNews()]);
    expect(later.news).toEqual([someNews({ kind: 'impaired' })]);
    expect(later.known).toEqual({ chat: 'ok' });
  });

  it('what changed and changed back is no news', () => {
    const seen = takeNote(before, aRound({ states: [closed] }), settings);

    expect(takeNote(seen, aRound({ startedAt: at(900) }), settings)).toEqual(before);
  });

  it('a block that is proven is the same to a person as a probable one', () => {
    const known = aMemory({ known: { chat: 'closed' } });
    const states = [aState({ state: 'likely_blocked' })];

    expect(takeNote(known, aRound({ states }), settings)).toEqual(known);
  });

  it('a round on a network that does not work changes nothing', () => {
    const round = aRound({ isNormal: false, states: [closed], isSettling: true });

    expect(takeNote(before, round, settings)).toBe(before);
    expect(takeNote(null, round, settings)).toEqual(aMemory());
  });

  it('a service that was not seen stays as it was', () => {
    const seen = aMemory({ known: { chat: 'ok' }, news: [someNews()] });
    const states = [aState({ state: 'insufficient' })];

    expect(takeNote(seen, aRound({ states }), settings)).toEqual(seen);
    expect(takeNote(seen, aRound({ states: [] }), settings)).toEqual(seen);
  });

  it('a service that the person left out is known without a word', () => {
    const without = someAlertSettings({ services: { chat: false } });

    const noted = takeNote(before, aRound({ states: [closed] }), without);

    expect(noted).toEqual(aMemory({ known: { chat: 'closed' } }));
  });

  it('it is known whether more is to be confirmed', () => {
    expect(takeNote(before, aRound({ isSettling: true }), settings).isSettling).toBe(true);
    expect(
      takeNote({ ...before, isSettling: true }, aRound({ states: [] }), settings).isSettling,
    ).toBe(false);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { Handlers } from '../../../lib/messages/handlers.ts';
import { createPlainAnswer } from '../../../lib/messages/plain-request.ts';
import { aRound } from '../../helpers/rounds.ts';
import { someSettings } from '../../helpers/settings.ts';

const round = aRound();

function someHandlers() {
  return {
    agree: vi.fn<Handlers['agree']>(async () => someSettings()),
    changeSettings: vi.fn<Handlers['changeSettings']>(async () => someSettings()),
    getServices: vi.fn<Handlers['getServices']>(async () => []),
    startRound: vi.fn<Handlers['startRound']>(async () => 'round-1'),
    cancelRound: vi.fn<Handlers['cancelRound']>(async () => true),
    getProgress: vi.fn<Handlers['getProgress']>(async () => null),
    getRound: vi.fn<Handlers['getRound']>(async () => round),
  };
}

describe('a plain request', () => {
  it('is answered by the handler that it names, with its data', async () => {
    const handlers = someHandlers();
    const data = { services: ['telegram'] };

    const reply = await createPlainAnswer(handlers)({ ask: 'startRound', data });

    expect(reply).toEqual({ answer: 'round-1' });
    expect(handlers.startRound).toHaveBeenCalledExactlyOnceWith(data);
  });

  it('is answered where the answer is null, and where nothing comes with it', async () => {
    const reply = await createPlainAnswer(someHandlers())({ ask: 'getProgress' });

    expect(reply).toEqual({ answer: null });
  });

  it('tells why where the handler fails', async () => {
    const handlers = someHandlers();
    handlers.getRound.mockRejectedValue(new Error('id: found 7, allowed: the id of a round'));

    const reply = await createPlainAnswer(handlers)({ ask: 'getRound', data: { id: 7 } });

    expect(reply).toEqual({ failure: 'id: found 7, allowed: the id of a round' });
  });

  it.each([['progressChanged'], ['settingsChanged'], ['toString'], [7], [null]])(
    'for %j, which nobody answers, tells what may be asked',
    async (ask) => {
      const reply = await createPlainAnswer(someHandlers())({ ask });

      expect(reply).toEqual({
        failure: `ask: found ${JSON.stringify(ask)}, allowed: agree, changeSettings, getServices, startRound, cancelRound, getProgress, getRound`,
      });
    },
  );

  it.each([[null], ['startRound'], [{}], [{ type: 'startRound', data: {}, timestamp: 1 }]])(
    'is not what %j is, which others answer',
    (message) => {
      expect(createPlainAnswer(someHandlers())(message)).toBeUndefined();
    },
  );
});

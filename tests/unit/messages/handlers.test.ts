import { describe, expect, it, vi } from 'vitest';
import { createHandlers, type RoundControls } from '../../../lib/messages/handlers.ts';
import { at } from '../../helpers/clock.ts';
import { aRound } from '../../helpers/rounds.ts';

const round = aRound();
const progress = { roundId: 'round-1', trigger: 'manual', startedAt: at(0), services: [] } as const;

function someHandlers() {
  const controller = {
    start: vi.fn<RoundControls['start']>(async () => 'round-1'),
    cancel: vi.fn(() => true),
    progress: vi.fn(() => ({ ...progress, services: [] })),
  };
  const handlers = createHandlers({
    controller,
    ready: Promise.resolve(),
    serviceIds: ['telegram', 'signal'],
    findRound: async (id) => (id === round.id ? round : null),
  });
  return { controller, handlers };
}

/** A message of any type, as it may arrive. */
function unchecked(message: unknown): never {
  return message as never;
}

describe('the message handlers', () => {
  it.each([null, ['signal'], ['telegram', 'signal']])(
    'start a manual round of the services %j',
    async (services) => {
      const { controller, handlers } = someHandlers();

      const id = await handlers.startRound({ services });

      expect(id).toBe('round-1');
      expect(controller.start).toHaveBeenCalledExactlyOnceWith('manual', services);
    },
  );

  it('cancel rounds, report the progress and find rounds', async () => {
    const { handlers } = someHandlers();

    expect(await handlers.cancelRound()).toBe(true);
    expect(await handlers.getProgress()).toEqual(progress);
    expect(await handlers.getRound({ id: 'round-1' })).toBe(round);
    expect(await handlers.getRound({ id: 'no-such-round' })).toBeNull();
  });
});

describe('an invalid message', () => {
  it.each([
    [{ services: ['telegram', 'icq'] }, 'services: found "icq", allowed: telegram, signal'],
    [{ services: [null] }, 'services: found null, allowed: telegram, signal'],
    [{ services: [] }, 'services: found [], allowed: null or a list of service ids'],
    [{ services: [['signal']] }, 'services: found ["signal"], allowed: telegram, signal'],
    [{ services: 'signal' }, 'services: found "signal", allowed: null or a list of service ids'],
    [{}, 'services: found undefined, allowed: null or a list of service ids'],
    [null, 'services: found undefined, allowed: null or a list of service ids'],
    ['signal', 'services: found undefined, allowed: null or a list of service ids'],
  ])('starts no round and gets an error that names the field: %j', async (message, error) => {
    const { controller, handlers } = someHandlers();

    const answer = handlers.startRound(unchecked(message));

    await expect(answer).rejects.toThrow(error);
    expect(controller.start).not.toHaveBeenCalled();
  });

  it.each([
    [{ id: 7 }, 'id: found 7, allowed: the id of a round'],
    [{}, 'id: found undefined, allowed: the id of a round'],
    [undefined, 'id: found undefined, allowed: the id of a round'],
  ])('gets an error that names the field: %j', async (message, error) => {
    const { handlers } = someHandlers();

    await expect(handlers.getRound(unchecked(message))).rejects.toThrow(error);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  createConverseFreshly,
  type OpenRequestFrame,
} from '../../../lib/probe/converse-freshly.ts';
import type { FrameAnswer } from '../../../lib/probe/frame-fetch.ts';
import { aRequest } from '../../helpers/http-world.ts';

const never = new Promise<never>(() => undefined);
const begins = Promise.resolve();

/** A document whose frames behave as told. */
function aDocument(frame: { begun: Promise<void>; answered?: Promise<FrameAnswer> }) {
  const remove = vi.fn<() => void>();
  const open = vi.fn<OpenRequestFrame>(() => ({ answered: never, ...frame, remove }));
  return { converse: createConverseFreshly(open), open, remove };
}

afterEach(() => void vi.restoreAllMocks());

describe('a request in a frame', () => {
  it.each([
    [true, 'complete'],
    [false, 'failed'],
  ])('that was answered (%s) is %s, and its frame is removed', async (answered, ending) => {
    const { converse, open, remove } = aDocument({
      begun: begins,
      answered: Promise.resolve({ answered, totalMs: 70 }),
    });

    const conversation = await converse(aRequest());

    expect(open).toHaveBeenCalledExactlyOnceWith({
      url: 'https://web.chat.example/',
      method: 'HEAD',
    });
    expect(conversation).toMatchObject({ answered, ending, totalMs: 70, status: null });
    expect(remove).toHaveBeenCalledOnce();
  });

  it('that nobody answers ends with its time limit', async () => {
    const { converse, remove } = aDocument({ begun: begins });

    const conversing = converse(aRequest({ timeoutMs: 40 }));

    expect(await conversing).toMatchObject({ answered: false, ending: 'timeout', totalMs: 40 });
    expect(remove).toHaveBeenCalledOnce();
  });

  it('that ends with the round has failed', async () => {
    const round = new AbortController();
    const { converse, remove } = aDocument({ begun: begins });

    const conversing = converse(aRequest({ signal: round.signal }));
    await begins;
    round.abort();

    expect(await conversing).toMatchObject({ answered: false, ending: 'failed' });
    expect(remove).toHaveBeenCalledOnce();
  });

  it.each(['POST', 'OPTIONS'] as const)(
    'is not made for a request with a body: %s',
    async (method) => {
      const { converse, open } = aDocument({ begun: begins });

      expect(await converse(aRequest({ method }))).toMatchObject({ ending: 'failed' });
      expect(open).not.toHaveBeenCalled();
    },
  );
});

describe('a frame that does not open', () => {
  it('shows no silence of the network', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
    const { converse, remove } = aDocument({ begun: never });

    const conversation = await converse(aRequest());

    expect(timeout).toHaveBeenCalledExactlyOnceWith(3_000);
    expect(conversation).toMatchObject({ answered: false, ending: 'failed' });
    expect(remove).toHaveBeenCalledOnce();
  });
});

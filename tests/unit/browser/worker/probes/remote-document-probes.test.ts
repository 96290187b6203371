import { afterEach, expect, it, vi } from 'vitest';
import { sendMessage } from '../../../../../lib/browser/document-messaging.ts';
import { createRemoteDocumentProbes } from '../../../../../lib/browser/worker/probes/remote-document-probes.ts';

vi.mock(import('../../../../../lib/browser/document-messaging.ts'), () => ({
  sendMessage: vi.fn(),
  onMessage: vi.fn(),
}));

afterEach(() => vi.resetAllMocks());

it.each([
  ['before', 0],
  ['while', 0],
  ['after', 1],
] as const)('of a round that ends %s the document opens, sends %i probes', async (moment, sent) => {
  const answer = { opened: true, ending: 'closed', openMs: 30, totalMs: 40 };
  vi.mocked(sendMessage).mockResolvedValue(answer as never);
  const round = new AbortController();
  const probes = createRemoteDocumentProbes({
    async open() {
      if (moment === 'while') round.abort();
    },
    close: async () => undefined,
  });

  if (moment === 'before') round.abort();
  const { signal } = round;
  const asked = await probes.openSocket({ url: 'wss://chat.example/', timeoutMs: 1_000, signal });
  if (moment === 'after') round.abort();

  expect(sendMessage).toHaveBeenCalledTimes(sent);
  expect(asked.opened).toBe(sent === 1);
});

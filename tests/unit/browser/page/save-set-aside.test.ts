import { beforeEach, expect, it, vi } from 'vitest';
import { saveSetAside } from '../../../../lib/browser/page/save-set-aside.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { aRound, aServiceResult, aTargetResult } from '../../../helpers/rounds.ts';

const saveFile = vi.hoisted(() => vi.fn<(name: string, file: Blob) => void>());
const readableRounds = vi.hoisted(() => vi.fn<() => AsyncGenerator<Round>>());
vi.mock('../../../../lib/browser/page/save-file.ts', () => ({ saveFile }));
vi.mock('../../../../lib/history/set-aside-rounds.ts', () => ({ readableRounds }));

beforeEach(() => saveFile.mockClear());

const place = { database: 'dozvon', keys: { current: null, former: null } };

/** The rounds of the file that is saved where these are read. */
async function saved(rounds: readonly object[]): Promise<Round[]> {
  readableRounds.mockImplementation(async function* read() {
    yield* rounds as Round[];
  });
  await saveSetAside({ ...place, why: 'damaged', at: aRound().startedAt });
  const text = await saveFile.mock.lastCall?.[1].text();
  return (text?.trimEnd().split('\n') ?? []).map((line) => JSON.parse(line) as Round);
}

it('saves what can be written of a history that was set aside', async () => {
  const service = aServiceResult({ targets: [aTargetResult()] });
  const [one, other] = [aRound({ id: 'one', services: [service] }), aRound({ id: 'other' })];
  const { circumstances: _lost, ...rest } = aRound({ id: 'damaged' });
  const noTargets = { ...one, services: [{ id: 'chat' }] };

  expect(await saved([one, rest, noTargets, { schema: one.schema }, other])).toEqual([one, other]);
});

it('saves rounds of versions that recorded less', async () => {
  const { network: _network, finishedAt: _end, ...earlier } = aRound();

  expect(await saved([earlier])).toEqual([earlier]);
});

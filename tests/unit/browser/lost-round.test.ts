import { afterEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeLostRound, noteLostRound, readLostRound } from '../../../lib/browser/lost-round.ts';
import { aRound } from '../../helpers/rounds.ts';

afterEach(() => fakeBrowser.reset());

it('does not come back where a round is recorded while a part of it is left out', async () => {
  await noteLostRound({ round: aRound() });

  const changing = changeLostRound(({ round }) => ({ round: round && { ...round, services: [] } }));
  const recorded = noteLostRound(null);
  await Promise.all([changing, recorded]);

  expect(await readLostRound()).toBeNull();
});

it('changes nothing where no round was lost', async () => {
  await changeLostRound(() => ({ round: aRound() }));

  expect(await readLostRound()).toBeNull();
});

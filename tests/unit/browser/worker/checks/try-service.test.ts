import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { tryService } from '../../../../../lib/browser/worker/checks/try-service.ts';
import { anObservation } from '../../../../helpers/observations.ts';
import { aRoundWorld } from '../../../../helpers/round-world.ts';
import { someSettings } from '../../../../helpers/settings.ts';

const site = { url: 'https://club.example.org/', contains: null };

/** A site that answers, and what was asked of it. */
async function triedWith(settings: Parameters<typeof someSettings>[0]) {
  await fakeBrowser.storage.local.set({ checks: someSettings(settings) });
  const asked: string[] = [];
  const { tools } = aRoundWorld(({ url }) => {
    asked.push(url);
    return anObservation();
  });
  return { asked, trying: tryService(tools, site) };
}

beforeEach(() => {
  fakeBrowser.reset();
});

it('asks no site before the yes', async () => {
  const { asked, trying } = await triedWith({ agreed: false });

  await expect(trying).rejects.toThrow('agreed: found false, allowed: true');
  expect(asked).toEqual([]);
});

it('asks one for a person who agreed, though checks are paused', async () => {
  const { asked, trying } = await triedWith({ pausedUntil: 'resumed' });

  expect(await trying).toMatchObject({ outcome: 'answered' });
  expect(asked).toEqual([site.url]);
});

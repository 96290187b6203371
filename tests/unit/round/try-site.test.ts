import { describe, expect, it } from 'vitest';
import { trySite } from '../../../lib/round/try-site.ts';
import { aCatalog } from '../../helpers/catalog.ts';
import { aFailedObservation, anObservation, bytesOf } from '../../helpers/observations.ts';
import { aRoundWorld, type Respond } from '../../helpers/round-world.ts';

const site = { url: 'https://club.example.org/', contains: null };
const page = bytesOf('<p>Welcome to the club</p>');

async function tried(respond: Respond, draft: Parameters<typeof trySite>[1] = site) {
  const world = aRoundWorld(respond);
  return { ...world, answer: await trySite(world.tools, draft, aCatalog()) };
}

describe('a site that is tried once', () => {
  it.each([200, 404, 403])('has answered with the status %i', async (httpStatus) => {
    const { answer } = await tried(() => anObservation({ httpStatus, totalMs: 80 }));

    expect(answer).toEqual({
      outcome: 'answered',
      httpStatus,
      failure: null,
      browserError: null,
      totalMs: 80,
      hasText: null,
    });
  });

  it.each([
    ['club', true],
    ['casino', false],
  ])('is searched for the text “%s”: %s', async (contains, hasText) => {
    const { answer } = await tried(() => anObservation({ body: page }), { ...site, contains });

    expect(answer).toMatchObject({ outcome: 'answered', hasText });
  });

  it.each([503, 451])('has refused with the status %i', async (httpStatus) => {
    const { answer } = await tried(() => anObservation({ httpStatus }), {
      ...site,
      contains: 'club',
    });

    expect(answer).toMatchObject({ outcome: 'refused', httpStatus, hasText: null });
  });

  it('has failed without an answer', async () => {
    const { answer } = await tried(() => aFailedObservation());

    expect(answer).toMatchObject({ outcome: 'failed', failure: 'connection_reset' });
  });

  it('shows nothing where the cause lies with the computer', async () => {
    const { answer } = await tried(() => aFailedObservation({ valid: false }));

    expect(answer).toMatchObject({ outcome: 'unsent' });
  });

  it('is not asked without the permission', async () => {
    const world = aRoundWorld(() => anObservation());
    const tools = { ...world.tools, isPermitted: async () => false };

    expect(await trySite(tools, site, aCatalog())).toMatchObject({ outcome: 'forbidden' });
    expect(world.probed).toEqual([]);
  });

  it('is asked exactly once', async () => {
    const { probed } = await tried(() => aFailedObservation());

    expect(probed).toHaveLength(1);
  });
});

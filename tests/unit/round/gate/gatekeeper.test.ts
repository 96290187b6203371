import { describe, expect, it } from 'vitest';
import type { HttpObservation } from '../../../../lib/observe/http.ts';
import { createGatekeeper } from '../../../../lib/round/gate/gatekeeper.ts';
import { emptyRecord } from '../../../../lib/round/round-record.ts';
import { anAttempt } from '../../../helpers/attempts.ts';
import { aCatalog, aControl, aService, aTarget } from '../../../helpers/catalog.ts';
import { aFailedObservation } from '../../../helpers/observations.ts';
import { anOpenRound, aRoundWorld } from '../../../helpers/round-world.ts';
import { aPlan } from '../../../helpers/rounds.ts';

const witnesses = ['a', 'b', 'c'].map((id) =>
  aControl({ id, operator: id, pulse: false, url: `https://${id}.witness.example/` }),
);

it('a gate that does not pass is repeated after 3 s', async () => {
  const record = emptyRecord(aPlan());
  const world = aRoundWorld(() => (record.gates.length === 0 ? aFailedObservation() : {}));
  const catalog = aCatalog({ controls: [aControl()], witnesses });
  const gatekeeper = createGatekeeper(anOpenRound(world, { catalog, record }));

  expect(await gatekeeper.passesInTime()).toBe(true);

  const [failed, passed] = record.gates;
  expect(record.gates).toMatchObject([{ passed: false }, { passed: true }]);
  expect(Date.parse(String(passed?.startedAt)) - Date.parse(String(failed?.finishedAt))).toBe(
    3_000,
  );
});

describe('a gate at which a site sends the browser elsewhere', () => {
  const login = { httpStatus: 302, redirectUrl: 'https://login.example.com/' };
  const own = { httpStatus: 302, redirectUrl: 'https://www.own.example/' };
  const all = { a: login, b: login, c: login };
  const target = aTarget();
  const service = aService({ targets: [target] });

  /** Whether it passes, by what each witness answers and where the service's answer has led. */
  async function passes(
    answers: Record<string, Partial<HttpObservation>>,
    led: string | null = 'redirect login.example.com',
    answeredBefore: readonly string[] = [],
  ) {
    const record = {
      ...emptyRecord(aPlan()),
      controls: new Map(answeredBefore.map((id) => [id, [anAttempt()]])),
      targets: new Map([
        [target.id, [anAttempt({ httpStatus: 302, ...(led !== null && { elsewhere: led }) })]],
      ]),
    };
    const answer = ({ url }: { url: string }) => answers[new URL(url).hostname.slice(0, 1)] ?? {};
    const world = aRoundWorld(answer, { probeFreshly: aRoundWorld(answer).tools.probe });
    const catalog = aCatalog({ controls: [aControl()], services: [service], witnesses });
    return createGatekeeper(anOpenRound(world, { catalog, record })).passesNow();
  }

  it('does not pass where a service was led there, and every other site is', async () => {
    expect(await passes(all)).toBe(false);
  });

  it('does not pass where a site is led there that answered before', async () => {
    const anew = { ...login, reusedConnection: false };

    expect(await passes({ ...all, a: anew }, undefined, ['a'])).toBe(false);
  });

  it.each<[string, Parameters<typeof passes>]>([
    ['another site answers', [{ a: login, b: login }]],
    ['no service was led anywhere', [all, null]],
    ['a service was led to another host', [all, 'redirect shop.example.com']],
    ['sites lead to hosts of their own', [{ a: own, b: own, c: own }]],
  ])('passes where %s', async (_case, circumstances) => {
    expect(await passes(...circumstances)).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { catalogFor } from '../../../../lib/catalog/index.ts';
import { languages } from '../../../../lib/i18n/languages.ts';
import { loadSignalTexts } from '../../../../lib/i18n/signal-texts.ts';
import { createText, type Message, pageTexts } from '../../../../lib/i18n/text.ts';
import type { Round } from '../../../../lib/model/round.ts';
import { roleViews } from '../../../../lib/view/roles.ts';
import { routeView } from '../../../../lib/view/route.ts';
import { explainService, wordOf } from '../../../../lib/view/service.ts';
import { summaryOf } from '../../../../lib/view/summary.ts';
import { live } from '../../../accuracy/person.ts';
import { homeSituations } from '../../../accuracy/situations/homes.ts';
import { noLook } from '../../view/build-round.ts';

/** Its name in the languages of the pages, of its authority and of the operator of its resolver. */
const russia =
  /russia|росси|росій|расі|расей|ресей|rossiya|rusya|روسیه|roskomnadzor|роскомнадзор|yandex|яндекс/i;

/** What the catalogue has of Russia alone, as it stands in rounds. */
const known = catalogFor('RU');
const ofRussia = new Set(
  [
    ...known.controls.filter(({ group, atHome }) => group === 'domestic' || atHome === true),
    ...known.resolvers.filter(({ national }) => national),
    ...known.echoes.filter(({ group }) => group === 'domestic'),
    ...known.blockedCanaries,
    ...known.homeOnlySites,
  ].map(({ id }) => id),
);

/** All that pages say of a round, and of the route. */
function messagesOf(round: Round): Message[] {
  const { headline, details } = summaryOf(round, noLook);
  const route = routeView(round.routing);
  const ofServices = round.services.flatMap((service) => {
    const { reason, why, confirming } = explainService(service);
    const roles = roleViews(service).map(({ text }) => text);
    return [reason, why, confirming, { id: wordOf(service) }, ...roles];
  });
  const all = [headline, ...details, ...ofServices, route?.line, route?.short];
  return all.filter((one) => one !== null && one !== undefined);
}

async function roundsOf(situation: (typeof homeSituations)[number]): Promise<Round[]> {
  const rounds: Round[] = [];
  await live({ situation, seeds: [1], rounds: 3 }, ({ round }) => rounds.push(round));
  return rounds;
}

async function textsIn(language: string, rounds: readonly Round[]): Promise<string[]> {
  await pageTexts.load(language);
  const signals = await loadSignalTexts(language);
  const { t } = createText(language);
  return rounds.flatMap((round) => [
    ...messagesOf(round).map(({ id, values }) => t(id, values)),
    ...round.routing.signals.map(({ id }) => signals[id]),
  ]);
}

describe.each(homeSituations.map((one) => [one.id, one] as const))('%s', (_id, situation) => {
  it('is told without a mention of Russia, in all languages', async () => {
    const rounds = await roundsOf(situation);
    const texts = await Promise.all(languages.map((language) => textsIn(language, rounds)));

    expect(rounds.length).toBeGreaterThan(0);
    expect(texts.flat().length).toBeGreaterThan(languages.length * 20);
    expect(texts.flat().filter((text) => russia.test(text))).toEqual([]);
  });

  it('has in its rounds nothing that is known of Russia alone', async () => {
    const rounds = await roundsOf(situation);
    const asked = rounds.flatMap(({ network, routing }) => [
      ...network.controls.map(({ id }) => id),
      ...routing.signals.map(({ detail }) => detail),
    ]);

    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((one) => ofRussia.has(one))).toEqual([]);
    expect(JSON.stringify(rounds)).not.toMatch(/"(RU|yandex[\w-]*)"|ya\.ru|yandex/);
  });
});

it('finds what is known of Russia in a round of a person at home there', () => {
  expect([...ofRussia]).toEqual(expect.arrayContaining(['ya', 'yandex', 'rutracker', 'gosuslugi']));
});

// @vitest-environment happy-dom

import '../../helpers/loaded-texts.ts';
import Papa from 'papaparse';
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { ServiceList } from '../../../components/current-state/ServiceList.tsx';
import { HistoryBars } from '../../../components/history/HistoryBars.tsx';
import { TextProvider } from '../../../components/text/TextProvider.tsx';
import { dailySums } from '../../../lib/history/rollup/rollup.ts';
import { summaryOf } from '../../../lib/history/rollup/summary.ts';
import { dashboardText } from '../../../lib/i18n/dashboard-text.ts';
import { type Language, languages } from '../../../lib/i18n/languages.ts';
import type { Bar } from '../../../lib/model/bar.ts';
import type { SummedState } from '../../../lib/model/rollup.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import { fullWordOf } from '../../../lib/view/full-word.ts';
import { serviceRows } from '../../../lib/view/rows.ts';
import { wordOf } from '../../../lib/view/service.ts';
import { textOf } from '../../helpers/exports.ts';
import { longHistory } from '../../helpers/long-history.ts';
import { noHistory } from '../../helpers/no-history.ts';
import { withoutIsolates } from '../../helpers/without-isolates.ts';
import { noLook } from '../view/build-round.ts';

/** With states that outlast what a round saw by itself, as after a change that is not confirmed yet. */
const rounds = [...longHistory(96)].map((round, index) => ({
  ...round,
  services: round.services.map((service) =>
    index % 3 === 2 ? { ...service, state: 'impaired' as const } : service,
  ),
}));

beforeEach(() => {
  render(null, document.body);
});

/** The rows of one service in an exported file, oldest first. */
async function exportedRows(
  service: string,
): Promise<{ state: ServiceState; summed: SummedState }[]> {
  const { data } = Papa.parse<Record<string, string>>(await textOf('verdicts', rounds), {
    header: true,
    skipEmptyLines: true,
  });
  return data
    .filter((row) => row.service === service)
    .map((row) => ({ state: row.service_state as ServiceState, summed: summedOf(row) }));
}

/** As the codebook has gaps and scopes. */
function summedOf(row: Record<string, string>): SummedState {
  if (row.service_round_state === 'insufficient') return 'insufficient';
  const isShut = row.service_state === 'likely_blocked' && row.scope === 'network';
  return isShut ? 'network' : (row.service_state as ServiceState);
}

const everything: Bar = {
  fromMs: Date.parse('2026-01-01T00:00:00.000Z'),
  toMs: Date.parse('2026-01-02T00:00:00.000Z'),
  rollups: dailySums(rounds.map((round, index) => summaryOf(index + 1, round))),
};

/** One bar for all rounds of a service. */
function showBar(language: Language, service: string) {
  const queries = {
    ...noHistory,
    readBars: async () => [everything],
  };
  const shared = { queries, nameOf: (id: string) => id, showRouting: false, version: 1, hour: 0 };
  render(
    <div key={service} data-of={service}>
      <TextProvider language={language}>
        <HistoryBars only={service} services={[]} {...shared} />
      </TextProvider>
    </div>,
    document.body,
  );
}

for (const language of languages) {
  it(`the bars on screen and the file tell the same states (${language})`, async () => {
    const { t } = dashboardText(language);
    for (const { id } of rounds[0]?.services ?? []) {
      const counts = new Map<string, number>();
      for (const { summed } of await exportedRows(id)) {
        const word = t(fullWordOf(summed));
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
      showBar(language, id);

      const text = () =>
        document.querySelector(`[data-of="${id}"] [role=slider]`)?.getAttribute('aria-valuetext');
      await expect.poll(text).toBeTruthy();
      const label = `. ${t('details.mechanisms')}: `;
      const said = withoutIsolates(text() ?? '')
        .split(label)[0]
        ?.replace(/^.*?: /, '')
        .split('; ');
      const expected = [...counts].map(([state, count]) => t('bars.counted', { state, count }));
      expect(said?.toSorted()).toEqual(expected.map(withoutIsolates).toSorted());
    }
  });

  it(`the list of services and the last rows of the file tell the same (${language})`, async () => {
    const { t } = dashboardText(language);
    const last = rounds.at(-1) ?? null;
    render(
      <TextProvider language={language}>
        <ServiceList rows={serviceRows(last, null, noLook)} />
      </TextProvider>,
      document.body,
    );

    const shown = [...document.querySelectorAll('.service')];
    expect(shown).toHaveLength(last?.services.length ?? 0);
    for (const service of last?.services ?? []) {
      const { id, name } = service;
      const exported = (await exportedRows(id)).at(-1);
      const line = shown.find((one) => one.textContent.includes(name));
      expect(line?.querySelector('.word')?.textContent).toContain(
        t(wordOf({ state: exported?.state ?? 'ok', reason: service.reason })),
      );
    }
  });
}

// @vitest-environment happy-dom

import Papa from 'papaparse';
import { render } from 'preact';
import { beforeEach, expect, it } from 'vitest';
import { History } from '../../../components/History.tsx';
import { ServiceList } from '../../../components/ServiceList.tsx';
import { TextProvider } from '../../../components/TextProvider.tsx';
import { dashboardText } from '../../../lib/i18n/dashboard-text.ts';
import { languages } from '../../../lib/i18n/languages.ts';
import { exactTime } from '../../../lib/i18n/time.ts';
import type { ServiceState } from '../../../lib/model/state.ts';
import { serviceRows } from '../../../lib/view/rows.ts';
import { textOf } from '../../helpers/exports.ts';
import { longHistory } from '../../helpers/long-history.ts';

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
async function exportedRows(service: string): Promise<{ state: ServiceState; isGap: boolean }[]> {
  const { data } = Papa.parse<Record<string, string>>(await textOf('verdicts', rounds), {
    header: true,
    skipEmptyLines: true,
  });
  return data
    .filter((row) => row.service === service)
    .map((row) => ({
      state: row.service_state as ServiceState,
      // As the codebook has it.
      isGap: row.service_round_state === 'insufficient',
    }));
}

for (const language of languages) {
  it(`the history on screen and the file tell the same states (${language})`, async () => {
    const { t } = dashboardText(language);
    render(
      <TextProvider language={language}>
        <History rounds={rounds.toReversed()} showRouting={false} />
      </TextProvider>,
      document.body,
    );

    const rows = [...document.querySelectorAll('.history tbody tr')];
    expect(rows.length).toBeGreaterThan(5);
    for (const { id, name } of rounds[0]?.services ?? []) {
      const row = rows.find((one) => one.querySelector('th')?.textContent === name);
      const cells = [...(row?.querySelectorAll('td[title]') ?? [])];
      const shown = cells.map((cell) => cell.getAttribute('title'));
      const expected = (await exportedRows(id)).map(({ state, isGap }, index) => {
        const time = exactTime(language, rounds[index]?.startedAt ?? '');
        return isGap
          ? t('history.missing', { time })
          : t('history.cell', { time, state: t(`state.${state}`) });
      });
      expect(shown).toEqual(expected);
    }
  });

  it(`the list of services and the last rows of the file tell the same (${language})`, async () => {
    const { t } = dashboardText(language);
    const last = rounds.at(-1) ?? null;
    render(
      <TextProvider language={language}>
        <ServiceList rows={serviceRows(last, null, false)} />
      </TextProvider>,
      document.body,
    );

    const shown = [...document.querySelectorAll('.service')];
    expect(shown).toHaveLength(last?.services.length ?? 0);
    for (const { id, name } of last?.services ?? []) {
      const exported = (await exportedRows(id)).at(-1);
      const line = shown.find((one) => one.textContent.includes(name));
      expect(line?.querySelector('.word')?.textContent).toContain(
        t(`state.${exported?.state ?? 'ok'}`),
      );
    }
  });
}

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

const rounds = [...longHistory(96)];

beforeEach(() => {
  render(null, document.body);
});

/** The states of one service in an exported file, oldest first; null for a gap, as the codebook has it. */
async function exportedStates(service: string): Promise<(ServiceState | null)[]> {
  const { data } = Papa.parse<Record<string, string>>(await textOf('verdicts', rounds), {
    header: true,
    skipEmptyLines: true,
  });
  return data
    .filter((row) => row.service === service)
    .map((row) =>
      row.service_round_state === 'insufficient' ? null : (row.service_state as ServiceState),
    );
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
      const expected = (await exportedStates(id)).map((state, index) => {
        const time = exactTime(language, rounds[index]?.startedAt ?? '');
        return state === null
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
      const state = (await exportedStates(id)).at(-1);
      const line = shown.find((one) => one.textContent.includes(name));
      expect(line?.querySelector('.word')?.textContent).toContain(
        t(`state.${state ?? 'insufficient'}`),
      );
    }
  });
}

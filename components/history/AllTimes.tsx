import { useMemo } from 'preact/hooks';
import { barTime } from '../../lib/i18n/bar-time.ts';
import type { Span } from '../../lib/model/bar.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { useCountWords } from './BarDetails.tsx';
import type { BarRow } from './BarRows.tsx';
import { FoldedTable } from './FoldedTable.tsx';

interface AllTimesProps {
  rows: readonly BarRow[];
  span: Span;
}

/** The bars of all services as a table: a line for each time in which anything was checked. */
export function AllTimes({ rows, span }: AllTimesProps) {
  const { language } = useDashboardText();
  // A pointer over the bars draws what is around here anew many times a second.
  return useMemo(() => <Table {...{ rows, span }} />, [rows, span, language]);
}

function Table({ rows, span }: AllTimesProps) {
  const { t } = useDashboardText();
  const services = rows.map(({ id, name }) => ({ id, text: name }));
  return (
    <FoldedTable
      class="all-times"
      heads={[{ id: 'times.when', text: t('times.when') }, ...services]}
    >
      {() => <Lines {...{ rows, span }} />}
    </FoldedTable>
  );
}

function Lines({ rows, span }: AllTimesProps) {
  const { language } = useDashboardText();
  const countWords = useCountWords();
  const lines = (rows[0]?.views ?? []).map((time, index) => ({
    time,
    cells: rows.map(({ id, views }) => ({ id, counts: views[index]?.counts ?? {} })),
  }));
  const isChecked = ({ cells }: (typeof lines)[number]) =>
    cells.some(({ counts }) => Object.keys(counts).length > 0);
  return (
    <>
      {lines
        .filter(isChecked)
        .toReversed()
        .map(({ time, cells }) => (
          <tr key={time.fromMs}>
            <th scope="row">{barTime(language, time, span)}</th>
            {cells.map(({ id, counts }) => (
              <td key={id}>{countWords(counts)}</td>
            ))}
          </tr>
        ))}
    </>
  );
}

import { numberFormat } from '../../lib/i18n/numbers.ts';
import type { ControlResult } from '../../lib/model/network.ts';
import { ScrollBox } from '../page/ScrollBox.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface ControlsTableProps {
  controls: readonly ControlResult[];
}

/** What told whether the network itself worked. */
export function ControlsTable({ controls }: ControlsTableProps) {
  const { language, t } = useDashboardText();
  const numbers = numberFormat(language);
  return (
    <details class="evidence">
      <summary>{t('controls.title')}</summary>
      <ScrollBox label={t('controls.title')}>
        <table class="attempts">
          <caption>
            <span>{t('controls.caption')}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{t('evidence.target')}</th>
              <th scope="col">{t('evidence.role')}</th>
              <th scope="col">{t('evidence.result')}</th>
              <th scope="col">{t('evidence.time')}</th>
            </tr>
          </thead>
          <tbody>
            {controls.map(({ id, group, ok, failure, totalMs }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{id}</bdi>
                </th>
                <td>{t(`controls.${group}`)}</td>
                <td>
                  {t(ok ? 'evidence.got-through' : 'evidence.failed')}
                  {failure && <code>{failure}</code>}
                </td>
                <td class="number">
                  {totalMs !== null &&
                    t('evidence.milliseconds', { value: numbers.format(totalMs) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

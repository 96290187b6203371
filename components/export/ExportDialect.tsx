import type { DialectChoice } from '../../lib/export/csv/dialect.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface ExportDialectProps {
  chosen: DialectChoice;
  onChoose: (dialect: DialectChoice) => void;
}

const dialects: readonly DialectChoice[] = ['comma', 'spreadsheet', 'raw'];

/** How the cells of a table are written. */
export function ExportDialect({ chosen, onChoose }: ExportDialectProps) {
  const { t } = useDashboardText();
  return (
    <fieldset>
      <legend>{t('export.dialect')}</legend>
      {dialects.map((dialect) => (
        <label key={dialect}>
          <input
            type="radio"
            name="export-dialect"
            checked={chosen === dialect}
            onChange={() => onChoose(dialect)}
          />{' '}
          {t(`export.dialect.${dialect}`)}
        </label>
      ))}
    </fieldset>
  );
}

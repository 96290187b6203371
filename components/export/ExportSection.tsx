import { useSignal } from '@preact/signals';
import type { ExportProgress } from '../../lib/export/request.ts';
import { formatTraits } from '../../lib/export/traits.ts';
import type { RoutingSettings } from '../../lib/routing/settings.ts';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { isReversed } from '../../lib/view/chosen-period.ts';
import { type ExportChoices, offeredFormats, usualChoices } from '../../lib/view/export-choices.ts';
import type { NamedService } from '../../lib/view/service-names.ts';
import { DaysFields } from '../forms/DaysFields.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { ExportDialect } from './ExportDialect.tsx';
import { ExportServices } from './ExportServices.tsx';
import { ExportTicks } from './ExportTicks.tsx';

export interface ExportSectionProps {
  /** Those that there may be rounds of. */
  services: readonly NamedService[];
  routingSettings: RoutingSettings;
  checkSettings: CheckSettings;
  /** How far the file is that is being made; null without one. */
  exporting: ExportProgress | null;
  onExport: (choices: ExportChoices) => void;
  onCancelExport: () => void;
}

/** Saves the history, or a part of it, as a file. */
export function ExportSection(props: ExportSectionProps) {
  const { services, routingSettings, checkSettings } = props;
  const { t } = useDashboardText();
  const chosen = useSignal<ExportChoices>(usualChoices);
  const choices = chosen.value;
  const onChange = (part: Partial<ExportChoices>) => {
    chosen.value = { ...chosen.peek(), ...part };
  };
  return (
    <section class="settings export">
      <h2>{t('export.title')}</h2>
      <label>
        {t('export.format')}{' '}
        <select
          value={choices.format}
          onChange={({ currentTarget }) => {
            onChange({ format: offeredFormats[currentTarget.selectedIndex] ?? choices.format });
          }}
        >
          {offeredFormats.map((id) => (
            <option key={id} value={id}>
              {t(`export.format.${id}`)}
            </option>
          ))}
        </select>
      </label>
      {formatTraits[choices.format].csv && (
        <ExportDialect chosen={choices.dialect} onChoose={(dialect) => onChange({ dialect })} />
      )}
      <DaysFields legend={t('export.period')} {...choices} onChange={onChange} />
      <ExportServices {...{ services, choices, onChange }} />
      <ExportTicks {...{ choices, onChange, routingSettings, checkSettings }} />
      <SaveButton {...props} choices={choices} />
    </section>
  );
}

type SaveButtonProps = Pick<ExportSectionProps, 'exporting' | 'onExport' | 'onCancelExport'> & {
  choices: ExportChoices;
};

/** One button for both, so that keyboard focus stays where it is. */
function SaveButton({ choices, exporting, onExport, onCancelExport }: SaveButtonProps) {
  const { t } = useDashboardText();
  return (
    <>
      <p id="how-export">{t('export.how')}</p>
      <div class="actions">
        <button
          type="button"
          class={exporting ? 'main stop' : 'main'}
          disabled={!exporting && isReversed(choices)}
          aria-describedby="how-export"
          onClick={() => (exporting ? onCancelExport() : onExport(choices))}
        >
          {t(exporting ? 'export.cancel' : 'export.save')}
        </button>
      </div>
      <div class="export-progress">{exporting && <Progress {...exporting} />}</div>
    </>
  );
}

function Progress({ done, total }: ExportProgress) {
  const { t } = useDashboardText();
  // The number is an estimate, and must not look as if it was passed.
  const about = Math.max(done, total);
  return (
    <>
      <progress aria-label={t('export.progress.name')} max={Math.max(1, about)} value={done} />
      <span>{t('export.progress', { done, total: about })}</span>
    </>
  );
}

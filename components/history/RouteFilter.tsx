import type { RoutingVerdict } from '../../lib/model/route.ts';
import type { RouteChoice } from '../../lib/view/route-choices.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

interface RouteFilterProps {
  choices: RouteChoice[];
  /** Null where all are shown. */
  chosen: RoutingVerdict | null;
  onChoose: (route: RoutingVerdict | null) => void;
}

/** Filters the history by route. */
export function RouteFilter({ choices, chosen, onChoose }: RouteFilterProps) {
  const { t } = useDashboardText();
  const count = choices.reduce((sum, choice) => sum + choice.count, 0);
  return (
    <fieldset class="route-filter">
      <legend>{t('filter.title')}</legend>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {t('filter.all', { count })}
      </button>
      {choices.map((choice) => (
        <button
          key={choice.route}
          type="button"
          aria-pressed={choice.route === chosen}
          onClick={() => onChoose(choice.route)}
        >
          {t(`filter.${choice.route}`, { count: choice.count })}
        </button>
      ))}
    </fieldset>
  );
}

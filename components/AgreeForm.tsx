import { useSignal } from '@preact/signals';
import { agreeText } from '../lib/i18n/agree-text.ts';
import type { RoutingSettings } from '../lib/routing/settings.ts';
import { Choice } from './Choice.tsx';
import { useText } from './TextProvider.tsx';

export interface AgreeFormProps {
  /** Whether the browser permits to look at the route without asking the person. */
  isRoutePermitted: boolean;
  routingSettings: Pick<RoutingSettings, 'showRouting'>;
  onAgree: (looksAtRoute: boolean) => void;
}

/** The person's yes, which starts the first check, and whether it includes the look at the route. */
export function AgreeForm({ isRoutePermitted, routingSettings, onAgree }: AgreeFormProps) {
  const { language, t } = useText();
  const agree = agreeText(language);
  const looksAtRoute = useSignal(routingSettings.showRouting);
  return (
    <div class="agree">
      <Choice
        label={agree('agree.route')}
        describedBy="why-route"
        isOn={looksAtRoute.value}
        onChange={(isOn) => {
          looksAtRoute.value = isOn;
        }}
      />
      <p id="why-route">
        {agree('agree.route.text')} {!isRoutePermitted && agree('agree.route.permission')}
      </p>
      <div class="actions">
        <button type="button" class="main" onClick={() => onAgree(looksAtRoute.value)}>
          {t('first.agree')}
        </button>
      </div>
    </div>
  );
}

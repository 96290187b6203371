import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { agreeText } from '../../lib/i18n/agree-text.ts';
import type { RoutingSettings } from '../../lib/routing/settings.ts';
import type { CheckSettings, SettingsChange } from '../../lib/settings/check-settings.ts';
import type { ServiceChoice } from '../../lib/settings/wanted-services.ts';
import { Choice } from '../forms/Choice.tsx';
import { IntervalChoice } from '../settings/IntervalChoice.tsx';
import { ServiceSettings } from '../settings/ServiceSettings.tsx';
import { useText } from '../text/TextProvider.tsx';
import { FirstFacts } from './FirstRun.tsx';

export interface FirstStepsProps {
  /** Whether the browser permits to look at the route without asking the person. */
  isRoutePermitted: boolean;
  routingSettings: Pick<RoutingSettings, 'showRouting'>;
  checkSettings: CheckSettings;
  services: readonly ServiceChoice[];
  onCheckSettings: (change: SettingsChange) => void;
  onAgree: (looksAtRoute: boolean) => void;
}

/** What a person should know and may choose before the first request is sent, and their yes, which starts the first check. */
export function FirstSteps(props: FirstStepsProps) {
  const { language, t } = useText();
  const agree = agreeText(language);
  const looksAtRoute = useSignal(props.routingSettings.showRouting);
  return (
    <section class="first-steps">
      <h2>{t('first.title')}</h2>
      <ol>
        <Step title={agree('agree.does')}>
          <p>{t('first.purpose')}</p>
          <p>{agree('agree.does.text')}</p>
        </Step>
        <Step title={agree('agree.sent')}>
          <p class="risk">{agree('agree.sent.risk')}</p>
          <FirstFacts heading="h4" />
        </Step>
        <Step title={agree('agree.choose')}>
          <Choices
            {...props}
            looksAtRoute={looksAtRoute.value}
            onLooksAtRoute={(isOn) => {
              looksAtRoute.value = isOn;
            }}
          />
        </Step>
        <Step title={agree('agree.check')}>
          <p>{agree('agree.check.text')}</p>
          <div class="actions">
            <button type="button" class="main" onClick={() => props.onAgree(looksAtRoute.value)}>
              {t('first.agree')}
            </button>
          </div>
        </Step>
      </ol>
    </section>
  );
}

function Step({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <li>
      <h3>{title}</h3>
      {children}
    </li>
  );
}

interface ChoicesProps extends FirstStepsProps {
  looksAtRoute: boolean;
  onLooksAtRoute: (isOn: boolean) => void;
}

/** How often, the route, and the services, which are all on where nothing is chosen. */
function Choices(props: ChoicesProps) {
  const { checkSettings: settings, services, onCheckSettings } = props;
  const agree = agreeText(useText().language);
  const usual = services.filter(({ enabledByDefault }) => enabledByDefault);
  return (
    <>
      <IntervalChoice
        everyMinutes={settings.everyMinutes}
        onChange={(everyMinutes) => onCheckSettings({ everyMinutes })}
      />
      <Choice
        label={agree('agree.route')}
        describedBy="why-route"
        isOn={props.looksAtRoute}
        onChange={props.onLooksAtRoute}
      />
      <p id="why-route">
        {agree('agree.route.text')} {!props.isRoutePermitted && agree('agree.route.permission')}
      </p>
      {/* It is there before the worker has told the services: the button below must not move under a click. */}
      <details>
        <summary>{agree('agree.services')}</summary>
        {usual.length > 0 && (
          <ServiceSettings {...{ settings }} services={usual} onChange={onCheckSettings} />
        )}
      </details>
    </>
  );
}

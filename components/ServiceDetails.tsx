import type { ServiceResult } from '../lib/model/service.ts';
import { explainService, needsExplanation } from '../lib/view/service.ts';
import { StateIcon } from './StateIcon.tsx';
import { useText } from './TextProvider.tsx';
import { Translated } from './Translated.tsx';

interface ServiceDetailsProps {
  service: ServiceResult;
  viaDetour: boolean;
  /** A newer check is under way. */
  isRunning: boolean;
}

/** A service's roles and mechanisms. */
export function ServiceDetails({ service, viaDetour, isRunning }: ServiceDetailsProps) {
  const { t } = useText();
  return (
    <div class="service-details">
      {isRunning && <p>{t('progress.details')}</p>}
      {!needsExplanation(service) && (
        <p>
          <Translated message={explainService(service, viaDetour).reason} />
        </p>
      )}
      <ul class="roles">
        {service.roles.map(({ role, state, reason }) => (
          <li key={role}>
            <StateIcon sign={state} />
            {reason
              ? t(`reason.${reason}`, { name: service.name })
              : t('role.state', { role: t(`role.${role}`), state: t(`part.${state}`) })}
          </li>
        ))}
      </ul>
      {service.mechanisms.length > 0 && (
        <dl>
          <dt>{t('details.mechanisms')}</dt>
          {service.mechanisms.map((mechanism) => (
            <dd key={mechanism}>
              <code>{mechanism}</code>
            </dd>
          ))}
        </dl>
      )}
    </div>
  );
}

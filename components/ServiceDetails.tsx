import type { ServiceResult } from '../lib/model/service.ts';
import { explainService, needsExplanation } from '../lib/view/service.ts';
import { Say } from './Say.tsx';
import { StateIcon } from './StateIcon.tsx';
import { useText } from './TextProvider.tsx';

interface ServiceDetailsProps {
  service: ServiceResult;
  viaDetour: boolean;
}

/** A service's roles and mechanisms. */
export function ServiceDetails({ service, viaDetour }: ServiceDetailsProps) {
  const { say } = useText();
  return (
    <div class="service-details">
      {!needsExplanation(service) && (
        <p>
          <Say message={explainService(service, viaDetour).reason} />
        </p>
      )}
      <ul class="roles">
        {service.roles.map(({ role, state, reason }) => (
          <li key={role}>
            <StateIcon sign={state} />
            {reason
              ? say(`reason.${reason}`, { name: service.name })
              : say('role.state', { role: say(`role.${role}`), state: say(`part.${state}`) })}
          </li>
        ))}
      </ul>
      {service.mechanisms.length > 0 && (
        <dl>
          <dt>{say('details.mechanisms')}</dt>
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

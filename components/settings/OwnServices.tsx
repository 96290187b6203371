import { useRef, useState } from 'preact/hooks';
import type { SiteAnswer } from '../../lib/model/own-service.ts';
import type { CheckSettings } from '../../lib/settings/check-settings.ts';
import { isLocked } from '../../lib/settings/organisation.ts';
import { mostOwnServices } from '../../lib/settings/own-services.ts';
import { isWanted, type ServiceChoice } from '../../lib/settings/wanted-services.ts';
import type { OwnServiceActions } from '../../lib/view/actions/own-service-actions.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { OwnServiceForm } from './OwnServiceForm.tsx';
import { SiteAnswerLines } from './SiteAnswerLines.tsx';

export interface OwnServicesProps extends OwnServiceActions {
  settings: CheckSettings;
  services: readonly ServiceChoice[];
}

/** The services that the person added, and a form for another. */
export function OwnServices(props: OwnServicesProps) {
  const { settings, services, onAddService, onRemoveService, onTryService } = props;
  const { t } = useDashboardText();
  const own = services.filter((service) => service.own !== undefined);
  const wanted = services.filter((service) => isWanted(settings, service));
  const isOfOrganisation = isLocked(settings, 'ownServices');
  const title = useRef<HTMLHeadingElement>(null);
  const remove = (id: string) => {
    // The button goes with its site.
    title.current?.focus();
    onRemoveService(id);
  };
  return (
    <section class="own-services" aria-labelledby="own-services">
      <h3 ref={title} id="own-services" tabIndex={-1}>
        {t('own.title')}
      </h3>
      <p>{t('own.how')}</p>
      {own.length > 0 && (
        <ul>
          {own.map((service) => (
            <OwnServiceRow
              key={service.id}
              service={service}
              mayTry={settings.agreed}
              isKept={isOfOrganisation || (wanted.length === 1 && wanted[0] === service)}
              onRemoveService={remove}
              onTryService={onTryService}
            />
          ))}
        </ul>
      )}
      {isOfOrganisation ? null : own.length < mostOwnServices ? (
        <OwnServiceForm mayTry={settings.agreed} {...{ onAddService, onTryService }} />
      ) : (
        <p>{t('own.full', { count: own.length })}</p>
      )}
    </section>
  );
}

interface OwnServiceRowProps extends Pick<OwnServiceActions, 'onRemoveService' | 'onTryService'> {
  service: ServiceChoice;
  mayTry: boolean;
  /** It may not be removed: the only service that is on, or an organisation's. */
  isKept: boolean;
}

function OwnServiceRow(props: OwnServiceRowProps) {
  const { service, mayTry, isKept, onRemoveService, onTryService } = props;
  const { id, name, own = { url: '', contains: null } } = service;
  const { t } = useDashboardText();
  const [answer, setAnswer] = useState<SiteAnswer | 'asking' | null>(null);
  const ask = () => {
    setAnswer('asking');
    void onTryService(own).then(setAnswer);
  };
  return (
    <li>
      <bdi>{name}</bdi> <code>{own.url}</code>
      <div class="actions">
        <button
          type="button"
          aria-label={`${t('own.try')}: ${name}`}
          disabled={!mayTry || answer === 'asking'}
          onClick={ask}
        >
          {t('own.try')}
        </button>
        <button
          type="button"
          aria-label={`${t('own.remove')}: ${name}`}
          disabled={isKept}
          onClick={() => onRemoveService(id)}
        >
          {t('own.remove')}
        </button>
      </div>
      <SiteAnswerLines answer={answer} />
    </li>
  );
}

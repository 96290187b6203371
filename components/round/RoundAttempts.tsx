import type { Round } from '../../lib/model/round.ts';
import type { ServiceResult } from '../../lib/model/service.ts';
import { fullWordIn } from '../../lib/view/full-word.ts';
import { StateIcon } from '../signs/StateIcon.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';
import { AttemptTable } from './AttemptTable.tsx';
import { Waterfall } from './Waterfall.tsx';

interface RoundAttemptsProps {
  round: Round;
}

/** What one check saw of each service, and the attempts behind it. */
export function RoundAttempts({ round }: RoundAttemptsProps) {
  const { t } = useDashboardText();
  return (
    <section>
      <h2>{t('evidence.title')}</h2>
      {round.services.map((service) => (
        <details key={service.id} class="evidence">
          <summary>
            <StateIcon sign={service.roundState} />
            {t('evidence.service', {
              name: service.name,
              state: t(fullWordIn(service, service.roundState)),
            })}
          </summary>
          <ServiceAttempts service={service} round={round} />
        </details>
      ))}
    </section>
  );
}

function ServiceAttempts({ service, round }: RoundAttemptsProps & { service: ServiceResult }) {
  const { t } = useDashboardText();
  const hasAttempts = service.targets.some(({ attempts }) => attempts.length > 0);
  if (!hasAttempts) return <p>{t('evidence.none')}</p>;
  return (
    <>
      <Waterfall service={service} round={round} />
      <AttemptTable service={service} />
    </>
  );
}

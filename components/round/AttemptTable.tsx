import type { DashboardId } from '../../lib/i18n/dashboard-text.ts';
import { numberFormat } from '../../lib/i18n/numbers.ts';
import { clockTime } from '../../lib/i18n/time.ts';
import { type Attempt, isByPrivateAuthority } from '../../lib/model/attempt.ts';
import { askedUrl, type ServiceResult, type TargetResult } from '../../lib/model/service.ts';
import { ScrollBox } from '../page/ScrollBox.tsx';
import { useDashboardText } from '../text/dashboard-text.ts';

interface AttemptTableProps {
  service: ServiceResult;
}

const heads: DashboardId[] = [
  'evidence.target',
  'evidence.role',
  'evidence.attempt',
  'evidence.started',
  'evidence.result',
  'evidence.browser-error',
  'evidence.status',
  'evidence.time',
  'evidence.bytes',
];

export function AttemptTable({ service }: AttemptTableProps) {
  const { t } = useDashboardText();
  const caption = t('evidence.caption', { name: service.name });
  return (
    <ScrollBox label={caption}>
      <table class="attempts">
        <caption>
          <span>{caption}</span>
        </caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {service.targets.flatMap((target) =>
            target.attempts.map((attempt) => (
              <AttemptRow key={`${target.id} ${attempt.n}`} target={target} attempt={attempt} />
            )),
          )}
        </tbody>
      </table>
    </ScrollBox>
  );
}

interface AttemptRowProps {
  target: TargetResult;
  attempt: Attempt;
}

function AttemptRow({ target, attempt }: AttemptRowProps) {
  const { language, t } = useDashboardText();
  const numbers = numberFormat(language);
  const { totalMs, bytes, bytesPerSecond } = attempt;
  return (
    <tr>
      <th scope="row">
        <bdi>{target.id}</bdi> <code>{askedUrl(target, attempt)}</code>
        {target.retired && <em>{t('evidence.retired')}</em>}
      </th>
      <td>{t(`role.${target.role}`)}</td>
      <td class="number">{numbers.format(attempt.n)}</td>
      <td>
        <time dateTime={attempt.startedAt}>{clockTime(language, attempt.startedAt)}</time>
      </td>
      <td>
        <Outcome attempt={attempt} />
      </td>
      <td>
        <code>{attempt.browserError}</code>
      </td>
      <td class="number">{attempt.httpStatus}</td>
      <td class="number">
        {totalMs !== null && t('evidence.milliseconds', { value: numbers.format(totalMs) })}
      </td>
      <td class="number">
        {bytes !== null && numbers.format(bytes)}
        {typeof bytesPerSecond === 'number' && (
          <em>{t('evidence.rate', { value: numbers.format(bytesPerSecond) })}</em>
        )}
      </td>
    </tr>
  );
}

/** In words, with OONI's failure string for reference. */
function Outcome({ attempt }: { attempt: Attempt }) {
  const { t } = useDashboardText();
  return (
    <>
      {t(attempt.ok ? 'evidence.got-through' : 'evidence.failed')}
      {attempt.failure && <code>{attempt.failure}</code>}
      {isByPrivateAuthority(attempt) && <em>{t('evidence.private-authority')}</em>}
      {!attempt.valid && <em>{t('evidence.invalid')}</em>}
    </>
  );
}

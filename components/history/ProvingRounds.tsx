import { useSignal } from '@preact/signals';
import { exactTime } from '../../lib/i18n/time.ts';
import type { ProvingRound } from '../../lib/model/transition.ts';
import { roundHref } from '../../lib/view/page/address.ts';
import { useDashboardText } from '../text/dashboard-text.ts';

/** What the checks saw that settled a change; kept when the checks themselves are gone. */
export function ProvingRounds({ rounds }: { rounds: readonly ProvingRound[] }) {
  const { t } = useDashboardText();
  const isOpen = useSignal(false);
  return (
    <details
      onToggle={({ currentTarget }) => {
        isOpen.value = currentTarget.open;
      }}
    >
      <summary>{t('changes.witnesses')}</summary>
      {isOpen.value && (
        <ul class="proving-rounds">
          {rounds.map((round) => (
            <RoundLine key={round.roundId} round={round} />
          ))}
        </ul>
      )}
    </details>
  );
}

function RoundLine({ round: { roundId, startedAt, targets } }: { round: ProvingRound }) {
  const { language, t } = useDashboardText();
  const attempts = targets.flatMap((target) => target.attempts).filter(({ valid }) => valid);
  const failed = attempts.filter(({ ok }) => !ok);
  const failures = new Set(failed.map(({ failure }) => failure).filter((one) => one !== null));
  return (
    <li>
      <a href={roundHref(roundId)}>
        <time dateTime={startedAt}>{exactTime(language, startedAt)}</time>
      </a>{' '}
      {t('times.failed', { failures: failed.length, tries: attempts.length })}{' '}
      <code>{[...failures].join(', ')}</code>
    </li>
  );
}

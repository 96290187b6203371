import { useState } from 'preact/hooks';
import { exactTime, pastTime, relativeTime } from '../../lib/i18n/time.ts';
import type { Round } from '../../lib/model/round.ts';
import { useText } from '../text/TextProvider.tsx';

export interface CheckTimesProps {
  round: Round | null;
  nextCheckAt: string | null;
  now: Date;
}

export function CheckTimes({ round, nextCheckAt, now }: CheckTimesProps) {
  return (
    <p class="times">
      {round && <LastCheck at={round.finishedAt} now={now} />}
      {nextCheckAt && <NextCheck at={nextCheckAt} now={now} />}
    </p>
  );
}

interface MomentProps {
  at: string;
  now: Date;
}

function LastCheck({ at, now }: MomentProps) {
  const { language, t } = useText();
  const ago = pastTime(language, at, now);
  return <Moment at={at}>{ago === null ? t('checked.now') : t('checked.ago', { ago })}</Moment>;
}

function NextCheck({ at, now }: MomentProps) {
  const { language, t } = useText();
  const when = Date.parse(at) > now.getTime() ? relativeTime(language, at, now) : null;
  return <Moment at={at}>{when === null ? t('next.now') : t('next.in', { when })}</Moment>;
}

interface TimeProps {
  at: string;
  children: string;
}

/** Formats the exact time only on hover: the first date format costs a browser 15 ms. */
function Moment({ at, children }: TimeProps) {
  const { language } = useText();
  const [isPointedAt, setPointedAt] = useState(false);
  return (
    <time
      dateTime={at}
      title={isPointedAt ? exactTime(language, at) : undefined}
      onPointerEnter={() => setPointedAt(true)}
    >
      {children}
    </time>
  );
}

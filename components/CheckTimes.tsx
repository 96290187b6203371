import { exactTime, relativeTime } from '../lib/i18n/time.ts';
import type { Round } from '../lib/round/types.ts';
import { useText } from './TextProvider.tsx';

interface CheckTimesProps {
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
  const { language, say } = useText();
  const ago = relativeTime(language, at, now);
  return (
    <time dateTime={at} title={exactTime(language, at)}>
      {ago === null ? say('checked.now') : say('checked.ago', { ago })}
    </time>
  );
}

function NextCheck({ at, now }: MomentProps) {
  const { language, say } = useText();
  const when = Date.parse(at) > now.getTime() ? relativeTime(language, at, now) : null;
  return (
    <time dateTime={at} title={exactTime(language, at)}>
      {when === null ? say('next.now') : say('next.in', { when })}
    </time>
  );
}

import { situationOf } from '../lib/view/situation.ts';
import { CheckTimes } from './CheckTimes.tsx';
import { Verdict, type VerdictProps } from './Verdict.tsx';

export interface OverviewProps extends Omit<VerdictProps, 'situation' | 'children'> {
  nextCheckAt: string | null;
}

/** The verdict, and the times of checks. */
export function Overview({ nextCheckAt, ...seen }: OverviewProps) {
  const situation = situationOf({ ...seen, settings: { pausedUntil: null } });
  return (
    <>
      <Verdict {...seen} situation={situation} />
      {seen.progress === null && <CheckTimes {...seen} nextCheckAt={nextCheckAt} />}
    </>
  );
}

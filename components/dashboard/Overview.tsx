import { situationOf } from '../../lib/view/situation.ts';
import { CheckTimes } from '../current-state/CheckTimes.tsx';
import { Verdict, type VerdictProps } from '../current-state/Verdict.tsx';
import { useText } from '../text/TextProvider.tsx';

export interface OverviewProps extends Omit<VerdictProps, 'situation' | 'children'> {
  nextCheckAt: string | null;
  /** Called in the click, as the browser asks for the permission then. */
  onPermitCheck: () => void;
}

/** The verdict, and the times of checks. */
export function Overview({ nextCheckAt, onPermitCheck, ...seen }: OverviewProps) {
  const { t } = useText();
  const situation = situationOf({ ...seen, settings: { pausedUntil: null } });
  return (
    <>
      <Verdict {...seen} situation={situation}>
        {situation?.id === 'no-permission' && (
          <button type="button" onClick={onPermitCheck}>
            {t('situation.permit')}
          </button>
        )}
      </Verdict>
      {seen.progress === null && <CheckTimes {...seen} nextCheckAt={nextCheckAt} />}
    </>
  );
}

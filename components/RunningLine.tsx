import type { ServiceProgress } from '../lib/model/progress.ts';
import type { ServiceResult } from '../lib/model/service.ts';
import { preliminaryOf } from '../lib/view/progress.ts';
import { StateIcon } from './StateIcon.tsx';
import { StateWord } from './StateWord.tsx';
import { useText } from './TextProvider.tsx';
import { Translated } from './Translated.tsx';

interface RunningLineProps {
  name: string;
  /** Its result in the last round. */
  service: ServiceResult | null;
  progress: ServiceProgress;
}

/**
 * A service while its round runs. The last verdict stands until there is a preliminary word, and is then only
 * quoted.
 */
export function RunningLine({ name, service, progress }: RunningLineProps) {
  const preliminary = preliminaryOf(progress);
  return (
    <>
      <StateIcon sign={preliminary?.sign ?? service?.state ?? 'missing'} />
      <span class="name">{name}</span>
      {preliminary ? (
        <span class="word preliminary">
          <Translated message={preliminary.word} />
        </span>
      ) : (
        service && <StateWord service={service} />
      )}
      <span class="stage">
        <Stage service={service} isSeen={preliminary !== null} />
      </span>
    </>
  );
}

interface StageProps {
  service: ServiceResult | null;
  isSeen: boolean;
}

function Stage({ service, isSeen }: StageProps) {
  const { t } = useText();
  if (service === null) return <>{t('progress.checking')}</>;
  if (!isSeen) return <>{t('progress.waiting')}</>;
  return <>{t('progress.before', { result: t(`state.${service.state}`) })}</>;
}

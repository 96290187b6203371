import { type PauseLength, pauseLengths } from '../../lib/settings/pause.ts';
import { useText } from '../text/TextProvider.tsx';

interface PauseChoicesProps {
  onPause: (length: PauseLength) => void;
}

export function PauseChoices({ onPause }: PauseChoicesProps) {
  const { t } = useText();
  return (
    <>
      {pauseLengths.map((length) => (
        <button key={length} type="button" onClick={() => onPause(length)}>
          {t(`pause.${length}`)}
        </button>
      ))}
    </>
  );
}

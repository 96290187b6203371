import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Round } from '../../lib/model/round.ts';
import type { SeenRoute } from '../../lib/model/route.ts';
import { type ShareCard, shareCard, shareGap, shareText } from '../../lib/view/share.ts';
import { PageTitle } from '../page/PageTitle.tsx';
import { useCopied } from '../page/use-copied.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { drawCard } from './draw-card.ts';

export interface SharePageProps {
  /** The latest comes first. */
  rounds: readonly Round[];
  /** The last look; null before the first. */
  route: SeenRoute | null;
  now: Date;
  onSaveFile: (name: string, file: Blob) => void;
}

/** The latest check as a picture and as text, to be shown to others. */
export function SharePage({ rounds, route, now, onSaveFile }: SharePageProps) {
  const text = useDashboardText();
  const { t } = text;
  const [round = null] = rounds;
  const gap = shareGap(round, route, now);
  const card = useMemo(
    () => (round === null || gap !== null ? null : shareCard(round, text)),
    [round, gap, text],
  );
  return (
    <>
      <PageTitle text={t('page.share')} />
      <div class="prose">
        <p>{t(gap === null ? 'share.what' : `share.gap.${gap}`)}</p>
      </div>
      {card && <Card card={card} onSaveFile={onSaveFile} />}
    </>
  );
}

function Card({ card, onSaveFile }: { card: ShareCard } & Pick<SharePageProps, 'onSaveFile'>) {
  const { t } = useDashboardText();
  const canvas = useRef<HTMLCanvasElement>(null);
  const hasFailed = useSignal(false);
  const { outcome, copy } = useCopied();
  const text = shareText(card);
  useLayoutEffect(() => {
    if (canvas.current) drawCard(canvas.current, card, directionOf(canvas.current));
  }, [card]);
  const save = () => {
    canvas.current?.toBlob((picture) => {
      hasFailed.value = picture === null;
      if (picture) onSaveFile('dozvon.png', picture);
    }, 'image/png');
  };
  return (
    <div class="card">
      <canvas ref={canvas} role="img" aria-label={text} />
      <div class="card-actions">
        <button type="button" onClick={save}>
          {t('share.save')}
        </button>
        <button type="button" onClick={() => copy(text)}>
          {t('share.copy')}
        </button>
      </div>
      <p role="status">{hasFailed.value ? t('share.failed') : outcome && t(`copy.${outcome}`)}</p>
      <details class="evidence">
        <summary>{t('share.as-text')}</summary>
        <pre class="report">{text}</pre>
      </details>
    </div>
  );
}

function directionOf(element: Element): 'ltr' | 'rtl' {
  return getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
}

import { shareText } from '../../lib/i18n/share-text.ts';
import type { Span } from '../../lib/model/bar.ts';
import { type BarView, openShareOf } from '../../lib/view/bars.ts';
import { serviceHref } from '../../lib/view/page/address.ts';
import { useDashboardText } from '../text/dashboard-text.ts';
import { useBarWords } from './BarDetails.tsx';
import { BarPlot } from './BarPlot.tsx';

/** A bar of one of the rows. */
export interface Place {
  row: number;
  index: number;
}

/** Bars from the oldest on, and what they are of. */
export interface BarRow {
  /** Of a service among others, of one on its own page, whose name stands above already, or of one use of that. */
  kind: 'service' | 'alone' | 'role';
  /** Of the service or the use. */
  id: string;
  name: string;
  views: readonly BarView[];
}

interface BarRowsProps {
  span: Span;
  rows: readonly BarRow[];
  /** Where arrow keys go on from. */
  place: Place;
  chosenRow: number | null;
  onChoose: (place: Place) => void;
  onPoint: (place: Place | null) => void;
}

/** Rows of bars, each with the share of checks in which it opened. */
export function BarRows({ rows, span, place, chosenRow, onChoose, onPoint }: BarRowsProps) {
  const { t } = useDashboardText();
  return (
    <ul class="bar-rows" aria-label={t('bars.title')}>
      {rows.map((row, at) => (
        <Row
          key={row.id}
          {...{ row, span }}
          place={{ ...place, isHere: place.row === at, isChosen: chosenRow === at }}
          onChoose={(index) => onChoose({ row: at, index })}
          onLeave={(by) => {
            const next = Math.min(rows.length - 1, Math.max(0, at + by));
            onChoose({ row: next, index: place.index });
          }}
          onPoint={(index) => onPoint(index === null ? null : { row: at, index })}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  row: BarRow;
  span: Span;
  place: Place & { isHere: boolean; isChosen: boolean };
  onChoose: (index: number) => void;
  onLeave: (by: 1 | -1) => void;
  onPoint: (index: number | null) => void;
}

function Row({ row: { kind, id, name, views }, span, place, ...callbacks }: RowProps) {
  const { language, t } = useDashboardText();
  const words = useBarWords(span, kind);
  const share = openShareOf(views);
  const view = views[place.index];
  return (
    <li class={kind === 'service' ? undefined : kind}>
      {kind === 'service' && (
        <a href={serviceHref(id)}>
          <bdi>{name}</bdi>
        </a>
      )}
      {kind === 'role' && <span>{name}</span>}
      <BarPlot
        label={t('bars.of', { name })}
        views={views}
        index={place.index}
        isChosen={place.isChosen}
        isReached={place.isHere}
        text={view === undefined ? '' : words(view)}
        {...callbacks}
      />
      <span class="open-share">
        <span class="visually-hidden">{t('bars.share')} </span>
        {share === null ? '—' : shareText(language, share)}
      </span>
    </li>
  );
}

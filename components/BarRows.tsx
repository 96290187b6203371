import type { Span } from '../lib/model/bar.ts';
import { serviceHref } from '../lib/view/address.ts';
import { type BarView, openShareOf } from '../lib/view/bars.ts';
import type { NamedService } from '../lib/view/service-names.ts';
import { useBarWords } from './BarDetails.tsx';
import { BarPlot } from './BarPlot.tsx';
import { useDashboardText } from './dashboard-text.ts';

/** A bar of one of the rows. */
export interface Place {
  row: number;
  index: number;
}

/** A service, and its bars from the oldest on. */
export interface BarRow {
  service: NamedService;
  views: readonly BarView[];
}

interface BarRowsProps {
  span: Span;
  /** Whether it is on the page of a service, whose name stands above already. */
  isAlone: boolean;
  rows: readonly BarRow[];
  /** Where arrow keys go on from. */
  place: Place;
  chosenRow: number | null;
  onChoose: (place: Place) => void;
  onPoint: (place: Place | null) => void;
}

/** A row of bars for each service, with the share of checks in which it opened. */
export function BarRows({
  rows,
  span,
  isAlone,
  place,
  chosenRow,
  onChoose,
  onPoint,
}: BarRowsProps) {
  const { t } = useDashboardText();
  return (
    <ul class="bar-rows" aria-label={t('bars.title')}>
      {rows.map(({ service, views }, row) => (
        <Row
          key={service.id}
          {...{ service, views, span }}
          isAlone={isAlone}
          place={{ ...place, isHere: place.row === row, isChosen: chosenRow === row }}
          onChoose={(index) => onChoose({ row, index })}
          onLeave={(by) => {
            const next = Math.min(rows.length - 1, Math.max(0, row + by));
            onChoose({ row: next, index: place.index });
          }}
          onPoint={(index) => onPoint(index === null ? null : { row, index })}
        />
      ))}
    </ul>
  );
}

interface RowProps {
  service: NamedService;
  views: readonly BarView[];
  span: Span;
  /** Its name stands above already. */
  isAlone: boolean;
  place: Place & { isHere: boolean; isChosen: boolean };
  onChoose: (index: number) => void;
  onLeave: (by: 1 | -1) => void;
  onPoint: (index: number | null) => void;
}

function Row({ service, views, span, isAlone, place, ...callbacks }: RowProps) {
  const { language, t } = useDashboardText();
  const words = useBarWords(span, isAlone);
  const share = openShareOf(views);
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const view = views[place.index];
  return (
    <li class={isAlone ? 'alone' : undefined}>
      {!isAlone && (
        <a href={serviceHref(service.id)}>
          <bdi>{service.name}</bdi>
        </a>
      )}
      <BarPlot
        label={t('bars.of', { name: service.name })}
        views={views}
        index={place.index}
        isChosen={place.isChosen}
        isReached={place.isHere}
        text={view === undefined ? '' : words(view)}
        {...callbacks}
      />
      <span class="open-share">
        <span class="visually-hidden">{t('bars.share')} </span>
        {share === null ? '—' : percent.format(share)}
      </span>
    </li>
  );
}

import { useSignal } from '@preact/signals';
import type { Day } from '../../lib/view/day.ts';
import { alreadySaidOf, type ServiceRowView } from '../../lib/view/rows.ts';
import { ServiceRow } from './ServiceRow.tsx';

interface ServiceListProps {
  rows: ServiceRowView[];
  /** Left out until it is read, or where it is not shown. */
  day?: Day | undefined;
}

export function ServiceList({ rows, day }: ServiceListProps) {
  const unfolded = useSignal<ReadonlySet<string>>(new Set());
  const unfold = (id: string, isOpen: boolean) => {
    const others = [...unfolded.value].filter((one) => one !== id);
    unfolded.value = new Set(isOpen ? [...others, id] : others);
  };
  return (
    <ul class="services">
      {rows.map((row) => (
        <ServiceRow
          key={row.id}
          {...{ row, day }}
          isOpen={unfolded.value.has(row.id)}
          saidOf={alreadySaidOf(row, rows, unfolded.value)}
          onToggle={(isOpen) => unfold(row.id, isOpen)}
        />
      ))}
    </ul>
  );
}

import type { Day } from '../lib/view/day.ts';
import type { ServiceRowView } from '../lib/view/rows.ts';
import { ServiceRow } from './ServiceRow.tsx';

interface ServiceListProps {
  rows: ServiceRowView[];
  /** Left out until it is read, or where it is not shown. */
  day?: Day | undefined;
}

export function ServiceList({ rows, day }: ServiceListProps) {
  return (
    <ul class="services">
      {rows.map((row) => (
        <ServiceRow key={row.id} row={row} day={day} />
      ))}
    </ul>
  );
}

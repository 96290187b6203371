import type { ServiceRowView } from '../lib/view/rows.ts';
import { ServiceRow } from './ServiceRow.tsx';

interface ServiceListProps {
  rows: ServiceRowView[];
}

export function ServiceList({ rows }: ServiceListProps) {
  return (
    <ul class="services">
      {rows.map((row) => (
        <ServiceRow key={row.id} row={row} />
      ))}
    </ul>
  );
}

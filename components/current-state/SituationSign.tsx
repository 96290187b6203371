import type { ComponentChildren } from 'preact';
import type { SituationId } from '../../lib/view/situation.ts';

const waves = <path d="M10 21a19 19 0 0 1 28 0M16 28a11 11 0 0 1 16 0M24 35v.1" />;
const globe = (
  <>
    <circle cx="24" cy="24" r="16" />
    <path d="M8 24h32M24 8c-9 9-9 23 0 32M24 8c9 9 9 23 0 32" />
  </>
);
const slash = <path class="slash" d="M9 39 39 9" />;
const page = <path d="M9 10h30v28H9zM9 18h30" />;
const shield = <path d="M24 7 38 12v11c0 9-6 15-14 18-8-3-14-9-14-18V12z" />;

/** Each a picture of its own, in one line weight. */
const pictures: Record<SituationId, ComponentChildren> = {
  unchecked: <path d="M9 12h30v20H23l-8 7v-7H9zM18 22h.1M24 22h.1M30 22h.1" />,
  paused: <path d="M17 11v26M31 11v26" />,
  stale: (
    <path d="M14 8h20M14 40h20M16 8v6c0 6 8 7 8 10s-8 4-8 10v6M32 8v6c0 6-8 7-8 10s8 4 8 10v6" />
  ),
  'no-permission': <path d="M12 22h24v17H12zM17 22v-6a7 7 0 0 1 14 0v6M24 29v4" />,
  offline: (
    <>
      {waves}
      {slash}
    </>
  ),
  portal: <path d="M22 8h16v32H22M8 24h20M21 17l7 7-7 7" />,
  clock: (
    <>
      <circle cx="24" cy="24" r="16" />
      <path d="M24 14v10l7 5" />
    </>
  ),
  certificates: (
    <>
      {shield}
      <path d="M24 16v10M24 32v.1" />
    </>
  ),
  names: (
    <>
      {page}
      <path d="M21 25a3 3 0 1 1 4.400 2.600c-1 .5-1.400 1-1.400 2M24 33v.1" />
    </>
  ),
  proxy: (
    <>
      <path d="M5 24h9M34 24h9M14 14h20v20H14z" />
      <path d="m20 20 8 8M28 20l-8 8" class="slash" />
    </>
  ),
  unsteady: <path d="M6 24h8l4-11 8 22 5-15 3 4h8" />,
  'home-only': (
    <>
      {globe}
      {slash}
    </>
  ),
  'some-only': (
    <>
      <path d="M8 24a16 16 0 0 1 16-16v16z" class="part" />
      <circle cx="24" cy="24" r="16" stroke-dasharray="4 5" />
    </>
  ),
};

/** Decorative: the title beside it says the same. */
export function SituationSign({ id }: { id: SituationId }) {
  return (
    <svg class="situation-sign" viewBox="0 0 48 48" aria-hidden="true">
      {pictures[id]}
    </svg>
  );
}

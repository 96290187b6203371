import type { ComponentChildren } from 'preact';
import type { ServiceState } from '../lib/model/state.ts';
import type { Preliminary } from '../lib/view/progress.ts';

export type Sign = ServiceState | 'missing';

/** What a service looks like while its round runs; `awaited` before anything is seen of it. */
type AnySign = Sign | Preliminary['sign'] | 'awaited';

/** Each sign has its own outline, so that it is recognisable without colour. */
const shapes: Record<AnySign, ComponentChildren> = {
  ok: (
    <>
      <circle class="fill" cx="10" cy="10" r="9" />
      <path class="mark" d="m5.8 10.4 2.9 2.9 5.6-6.2" />
    </>
  ),
  impaired: (
    <>
      <path class="fill" d="M10 1.2 19.4 18H.6z" stroke-linejoin="round" />
      <path class="mark" d="M10 7.4v4.8M10 15.1v.1" />
    </>
  ),
  blocked: (
    <>
      <path class="fill" d="M6.2 1h7.6L19 6.2v7.6L13.8 19H6.2L1 13.8V6.2z" />
      <path class="mark" d="M5.6 10h8.8" />
    </>
  ),
  likely_blocked: (
    <>
      <path class="line" d="M10 1.4 18.6 10 10 18.6 1.4 10z" />
      <path class="line" d="M6.8 10h6.4" />
    </>
  ),
  down: (
    <>
      <rect class="fill" x="1.5" y="1.5" width="17" height="17" rx="3" />
      <path class="mark" d="m6.6 6.6 6.8 6.8m0-6.8-6.8 6.8" />
    </>
  ),
  insufficient: (
    <>
      <circle class="line dashed" cx="10" cy="10" r="8.4" />
      <path class="line" d="M7.6 8a2.4 2.4 0 1 1 3.5 2.1c-.7.4-1.1.8-1.1 1.6M10 14.4v.1" />
    </>
  ),
  missing: <path class="line" d="M8.6 10h2.8" />,
  awaited: <circle class="line dashed" cx="10" cy="10" r="8.4" />,
  'seems-open': (
    <>
      <circle class="line dashed" cx="10" cy="10" r="8.4" />
      <path class="line" d="m6.4 10.4 2.5 2.5 4.8-5.3" />
    </>
  ),
  'seems-in-part': (
    <>
      <circle class="line dashed" cx="10" cy="10" r="8.4" />
      <path class="line" d="M10 5.8v5M10 14v.1" />
    </>
  ),
  'seems-closed': (
    <>
      <circle class="line dashed" cx="10" cy="10" r="8.4" />
      <path class="line" d="M6.6 10h6.8" />
    </>
  ),
};

interface StateIconProps {
  sign: AnySign;
}

/** Decorative: always show it beside the state in words. */
export function StateIcon({ sign }: StateIconProps) {
  return (
    <svg class={`state-icon sign-${sign}`} viewBox="0 0 20 20" aria-hidden="true">
      {shapes[sign]}
    </svg>
  );
}

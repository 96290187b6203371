import { type AnySign, signShapes } from './sign-shapes.ts';

const outlineClasses = { fill: 'fill', line: 'line', dashed: 'line dashed' } as const;

interface StateIconProps {
  sign: AnySign;
}

/** Decorative: always show it beside the state in words. */
export function StateIcon({ sign }: StateIconProps) {
  const { outline, kind, mark } = signShapes[sign];
  return (
    <svg class={`state-icon sign-${sign}`} viewBox="0 0 20 20" aria-hidden="true">
      {outline && <path class={outlineClasses[kind]} d={outline} />}
      {mark && <path class={kind === 'fill' ? 'mark' : 'line'} d={mark} />}
    </svg>
  );
}

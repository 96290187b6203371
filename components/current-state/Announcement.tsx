import { useEffect, useRef, useState } from 'preact/hooks';

interface AnnouncementProps {
  text: string;
}

/** A screen reader needs a moment for one sentence before the next. */
const pauseMs = 4_000;

/** Says a changing text to people who hear the page: at once, but no more often than they can listen. */
export function Announcement({ text }: AnnouncementProps) {
  return (
    <p role="status" class="visually-hidden">
      {useCalmed(text)}
    </p>
  );
}

/** The text, which changes at most once in a pause. */
function useCalmed(text: string): string {
  const [said, setSaid] = useState(text);
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (text === said) return undefined;
    const say = () => {
      saidAt.current = performance.now();
      setSaid(text);
    };
    const timer = setTimeout(say, Math.max(0, saidAt.current + pauseMs - performance.now()));
    return () => clearTimeout(timer);
  }, [text, said]);
  return said;
}

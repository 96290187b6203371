import { useRef, useState } from 'preact/hooks';

interface Answered<Answer> {
  answer: Answer | null;
  /** Shows something until the answer comes. That is dropped where another was asked for meanwhile. */
  ask: (coming: Promise<Answer | null>, meanwhile: Answer | null) => Promise<void>;
  /** Shows nothing, whatever answer still comes. */
  drop: () => void;
}

/** The answer that was asked for last. */
export function useAnswer<Answer>(): Answered<Answer> {
  const [answer, setAnswer] = useState<Answer | null>(null);
  const latest = useRef<Promise<Answer | null> | null>(null);
  return {
    answer,
    async ask(coming, meanwhile) {
      latest.current = coming;
      setAnswer(meanwhile);
      const came = await coming;
      if (latest.current === coming) setAnswer(came);
    },
    drop() {
      latest.current = null;
      setAnswer(null);
    },
  };
}

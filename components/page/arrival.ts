import { createContext } from 'preact';

/** True from the moment that a person follows a link until the heading of its page has the focus. */
export const ArrivalContext = createContext<{ current: boolean }>({ current: false });

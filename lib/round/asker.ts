import { isRefusedSteadily } from '../diagnose/own-filter/local.ts';
import { proxyAnswerFailure } from '../failure/foreign-answer.ts';
import { onlyHttp1Failures } from '../failure/only-http1.ts';
import { unsentFailure } from '../failure/unsent.ts';
import { upgradeFailure } from '../failure/upgrade.ts';
import type { Attempt, UnnumberedAttempt } from '../model/attempt.ts';
import type { HttpObservation } from '../observe/http.ts';
import type { SocketObservation } from '../observe/socket.ts';
import type { StunObservation } from '../observe/stun.ts';
import type { AnswerHeaders } from '../probe/answer-headers.ts';
import type { StunRequest } from '../probe/ask-stun.ts';
import type { HttpRequest } from '../probe/http.ts';
import type { SocketRequest } from '../probe/open-socket.ts';
import type { SlotRequest } from './limits.ts';
import { createOldConnections } from './old-connections.ts';
import { outlasts } from './outlasts.ts';
import type { AttemptLog } from './round-log.ts';
import type { RoundTools } from './round-tools.ts';
import type { MayBeSilenced } from './silent-connections.ts';

/** What a request is for. Where requests wait for a connection, lower numbers go first. */
const priorities = {
  control: 0,
  calls: 0,
  sentinel: 1,
  recheck: 1,
  pair: 1,
  resolution: 1,
  essential: 2,
  other: 3,
  route: 3,
  transfer: 4,
} as const;

export type Purpose = keyof typeof priorities;

interface WithPurpose {
  purpose: Purpose;
}

export interface Question extends WithPurpose, Omit<HttpRequest, 'signal' | 'method' | 'giveUp'> {
  /** HEAD where left out. */
  method?: HttpRequest['method'];
  /** The attempt may take longer than a background worker may wait. */
  slowly?: boolean;
  /** Over a connection that is not from before the round, where the browser allows that. */
  freshly?: boolean;
  /** Whether a connection to the host is open by now and will serve, so that no handshake needs spacing. */
  reuses?: () => boolean;
  patience?: Patience;
}

/** A request that is not given up where others begin beside it. */
export interface Patience {
  /** So long it is alone, in milliseconds from its start. */
  soloMs: number;
  /** Called if it has no answer by then; whether it may run on. */
  onSilent: () => boolean;
}

/** The one way in which a round sends anything: spaced, in order of priority, ended with the round. */
export interface Asker {
  isPermitted: (url: string) => Promise<boolean>;
  /**
   * Whether the browser serves the URL's host over a connection from before the round, and can be asked freshly
   * instead.
   */
  usesOldConnection: (url: string) => boolean;
  /** Whether a request can be sent over a connection other than those that the worker's requests use. */
  mayAskFreshly: (url: string) => boolean;
  /** Whether the failure of an `OPTIONS` request shows if the connection stood. */
  tellsConnected: boolean;
  /** The headers of the latest answer from a URL; null where there was none, or the browser does not report them. */
  headersOf: (url: string) => AnswerHeaders | null;
  ask(question: Question): Promise<HttpObservation>;
  /**
   * Null where the question is not needed any more when its turn has come.
   * @param read reads the answer before the next question in line gets its turn
   */
  askIfNeeded<Answer>(
    question: Question,
    isNeeded: () => boolean,
    read: (seen: HttpObservation) => Answer,
  ): Promise<Answer | null>;
  openSocket(question: WithPurpose & Omit<SocketRequest, 'signal'>): Promise<SocketObservation>;
  askStun(question: WithPurpose & Omit<StunRequest, 'signal'>): Promise<StunObservation>;
  /**
   * Numbers an attempt and logs it; repeats it, within bounds, until one is final or would fail again as it did.
   * @param isFinal left out where one attempt is enough
   */
  attempt(
    log: AttemptLog,
    make: () => Promise<UnnumberedAttempt>,
    isFinal?: (attempt: Attempt) => boolean,
  ): Promise<Attempt>;
}

export type AskerDependencies = Pick<
  RoundTools,
  | 'limits'
  | 'probe'
  | 'probeSlowly'
  | 'probeFreshly'
  | 'mayProbeFreshly'
  | 'probeSocket'
  | 'probeStun'
  | 'isPermitted'
  | 'tellsConnected'
  | 'wait'
> & {
  /** Left out where no silence is that of an old connection. */
  mayBeSilenced?: MayBeSilenced;
  signal: AbortSignal;
};

/** Failures that a repeat would meet again: the browser, we or a proxy on the way would act as before. */
const finalFailures: readonly (string | null)[] = [
  upgradeFailure,
  unsentFailure,
  proxyAnswerFailure,
  ...onlyHttp1Failures,
  // Silence is invalid only where it may be that of a connection that the browser goes on using.
  'generic_timeout_error',
];

/** A browser that has just started drops requests for about half a second. */
const repeats = 3;
const pauseMs = 600;

export function createAsker(dependencies: AskerDependencies): Asker {
  const { limits, probeSocket, probeStun, isPermitted, wait, signal } = dependencies;
  const { mayBeSilenced = () => false } = dependencies;
  const { send, usesOldConnection, headersOf } = createSender(dependencies);
  const counted = <Seen extends Unjudged>(url: string, seen: Seen): Seen =>
    isUnanswered(seen) && mayBeSilenced(url, seen.startedAt) ? { ...seen, valid: false } : seen;
  // A transfer that falls silent is repeated, and only what it carried counts.
  const sendAndCount = async (question: Question) => {
    const seen = await send(question);
    return question.purpose === 'transfer' ? seen : counted(question.url, seen);
  };

  return {
    isPermitted,
    usesOldConnection,
    mayAskFreshly: (url) => canAskFreshly(dependencies, url),
    tellsConnected: dependencies.tellsConnected === true,
    headersOf,
    ask: (question) => inTurn(question, () => sendAndCount(question)),
    askIfNeeded: (question, isNeeded, read) =>
      inTurn(question, async () => (isNeeded() ? read(await sendAndCount(question)) : null)),
    openSocket: ({ purpose, ...request }) =>
      inTurn({ purpose, url: request.url }, async () =>
        counted(request.url, await probeSocket({ ...request, signal })),
      ),
    askStun: ({ purpose, ...request }) =>
      inTurn({ purpose, url: request.url }, () => probeStun({ ...request, signal })),
    async attempt(log, make, isFinal = () => true) {
      for (let repeat = 0; ; repeat += 1) {
        const seen = await make();
        const attempt = { n: log.attempts().length + 1, ...seen };
        await log.add(attempt);
        const failsAgain =
          finalFailures.includes(attempt.failure) || isRefusedSteadily(log.attempts());
        const isOver = failsAgain || repeat === repeats;
        if (isOver || isFinal(attempt)) return attempt;
        await wait(pauseMs, signal);
      }
    },
  };

  function inTurn<Answer>(turn: Turn, task: () => Promise<Answer>): Promise<Answer> {
    return limits.run(slotOf(turn), () => {
      // The round may have ended while the request waited.
      signal.throwIfAborted();
      return task();
    });
  }
}

type Unjudged = Pick<Attempt, 'startedAt' | 'failure' | 'failedOperation' | 'valid'>;

/** Whether nothing came back: as over a connection that is dead without the browser's knowledge. */
function isUnanswered({ failure, failedOperation }: Unjudged): boolean {
  return failure === 'generic_timeout_error' && failedOperation !== 'read';
}

type Sender = Pick<Asker, 'usesOldConnection' | 'headersOf'> & {
  send: (question: Question) => Promise<HttpObservation>;
};

/** Sends at once, over the kind of connection that is asked for, and remembers what came. */
function createSender(dependencies: AskerDependencies): Sender {
  const { probe, probeSlowly, probeFreshly, wait, signal } = dependencies;
  const oldConnections = createOldConnections();
  const answeredFreshly = new Set<string>();
  const headers = new Map<string, AnswerHeaders>();

  return {
    send,
    usesOldConnection: (url) => canAskFreshly(dependencies, url) && oldConnections.serve(url),
    headersOf: (url) => headers.get(url) ?? null,
  };

  async function send(question: Question): Promise<HttpObservation> {
    const { purpose: _purpose, slowly, freshly, reuses: _reuses, patience, ...request } = question;
    const isFresh = freshly === true && probeFreshly !== undefined;
    const ask = isFresh ? probeFreshly : slowly === true ? probeSlowly : probe;
    const giveUp = new AbortController();
    const asking = ask({
      method: 'HEAD',
      ...request,
      ...(patience !== undefined && { giveUp: giveUp.signal }),
      signal,
    });
    if (patience !== undefined && (await outlasts(asking, patience.soloMs, { wait, signal }))) {
      if (!patience.onSilent()) giveUp.abort();
    }
    const seen = await asking;
    if (seen.headers) headers.set(request.url, seen.headers);
    if (isFresh) return withOwnConnection(request.url, seen, answeredFreshly);
    oldConnections.note(request.url, seen);
    return { ...seen, remoteIp: seen.remoteIp ?? literalAddressOf(request.url) };
  }
}

/** What was once answered is answered over the same connection again, although the browser does not say so. */
function withOwnConnection(
  url: string,
  seen: HttpObservation,
  answeredFreshly: Set<string>,
): HttpObservation {
  if (seen.reusedConnection !== false) return seen;
  const { hostname } = new URL(url);
  const reusedConnection = answeredFreshly.has(hostname);
  answeredFreshly.add(hostname);
  return { ...seen, reusedConnection };
}

function canAskFreshly({ probeFreshly, mayProbeFreshly }: AskerDependencies, url: string): boolean {
  return probeFreshly !== undefined && mayProbeFreshly?.(url) !== false;
}

type Turn = Pick<Question, 'url' | 'purpose' | 'reuses' | 'patience'>;

function slotOf({ url, purpose, reuses, patience }: Turn): SlotRequest {
  const { protocol, hostname } = new URL(url);
  // Handshakes with one server name are spaced; plain HTTP and STUN have none.
  const isHandshake = protocol === 'https:' || protocol === 'wss:';
  return {
    host: isHandshake ? hostname : url,
    priority: priorities[purpose],
    ...(reuses !== undefined && { reuses }),
    ...(patience !== undefined && { soloMs: patience.soloMs }),
  };
}

/** Null for a URL that names its host. */
function literalAddressOf(url: string): string | null {
  const { hostname } = new URL(url);
  return /^\[|^[\d.]+$/.test(hostname) ? hostname.replace(/^\[|\]$/g, '') : null;
}

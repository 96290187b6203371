/** The commands of WebDriver BiDi that are used here: parameters and result. */
export interface BidiCommands {
  'session.new': {
    parameters: { capabilities: { alwaysMatch: { acceptInsecureCerts: boolean } } };
    result: { sessionId: string };
  };
  'webExtension.install': {
    parameters: { extensionData: { type: 'path'; path: string } };
    result: { extension: string };
  };
  'browsingContext.getTree': {
    parameters: { maxDepth: number };
    result: { contexts: { context: string }[] };
  };
  'browsingContext.create': {
    parameters: { type: 'tab'; background: boolean };
    result: { context: string };
  };
  'browsingContext.close': { parameters: { context: string }; result: object };
  'browsingContext.navigate': {
    parameters: { context: string; url: string; wait: 'none' | 'interactive' | 'complete' };
    result: { url: string };
  };
  'script.callFunction': {
    parameters: {
      functionDeclaration: string;
      arguments: { type: 'string'; value: string }[];
      target: { context: string };
      awaitPromise: boolean;
    };
    result: ScriptResult;
  };
  'browser.close': { parameters: object; result: object };
}

/** Only of functions that answer text or nothing. */
export type ScriptResult =
  | { type: 'success'; result: { type: string; value?: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** Speaks WebDriver BiDi. A command rejects with what the browser said, or once the line is cut. */
export interface Bidi {
  send<Name extends keyof BidiCommands>(
    method: Name,
    parameters: BidiCommands[Name]['parameters'],
  ): Promise<BidiCommands[Name]['result']>;
}

/** The browser's side of the line. */
export interface BidiLine extends Bidi {
  /** Takes a message of the browser; those that answer no command are left alone. */
  receive(text: string): void;
  /** Fails everything that is still waiting, and all that comes later. */
  cut(reason: string): void;
}

interface Message {
  id?: number | null;
  type?: string;
  result?: unknown;
  error?: string;
  message?: string;
}

interface Waiting {
  resolve: (result: never) => void;
  reject: (error: Error) => void;
}

/** Pairs commands with their answers; how text gets to the browser is the caller's. */
export function createBidiLine(write: (text: string) => void): BidiLine {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let cutFor: string | null = null;
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        if (cutFor !== null) return reject(new Error(cutFor));
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        write(JSON.stringify({ id: lastId, method, params }));
      }),
    receive(text) {
      const { id, type, result, error, message } = JSON.parse(text) as Message;
      const asker = typeof id === 'number' ? waiting.get(id) : undefined;
      if (asker === undefined) return;
      waiting.delete(id as number);
      if (type === 'success') asker.resolve(result as never);
      else asker.reject(new Error(message || error || 'no reason given'));
    },
    cut(reason) {
      cutFor = reason;
      for (const { reject } of waiting.values()) reject(new Error(reason));
      waiting.clear();
    },
  };
}

/** Connects to the browser. Rejects where it does not take the connection within `limitMs`. */
export function connectBidi(address: string, limitMs: number): Promise<Bidi> {
  const socket = new WebSocket(address);
  const line = createBidiLine((text) => socket.send(text));
  socket.addEventListener('message', ({ data }) => line.receive(String(data)));
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(timer);
      line.cut(reason);
      reject(new Error(reason));
      socket.close();
    };
    const timer = setTimeout(() => fail(`no connection within ${limitMs / 1000} s`), limitMs);
    socket.addEventListener('open', () => {
      clearTimeout(timer);
      resolve(line);
    });
    socket.addEventListener('error', () => fail('the connection to the browser failed'));
    socket.addEventListener('close', () => fail('the browser has ended'));
  });
}

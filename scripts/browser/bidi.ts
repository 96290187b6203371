/** The WebDriver BiDi commands in use: parameters and result. */
export interface BidiCommands {
  'session.new': {
    parameters: { capabilities: { alwaysMatch: { acceptInsecureCerts: boolean } } };
    result: { sessionId: string };
  };
  'webExtension.install': {
    parameters: {
      extensionData: { type: 'path' | 'archivePath'; path: string };
      'moz:permanent'?: boolean;
    };
    result: { extension: string };
  };
  'browsingContext.getTree': {
    parameters: { maxDepth: number };
    result: { contexts: { context: string; url: string }[] };
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
  'browsingContext.activate': { parameters: { context: string }; result: object };
  'input.performActions': {
    parameters: { context: string; actions: BidiPointer[] };
    result: object;
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
  'storage.getCookies': { parameters: object; result: { cookies: BidiCookie[] } };
  'storage.setCookie': {
    parameters: { cookie: BidiCookie & { path: string; secure: boolean; sameSite: 'none' } };
    result: object;
  };
  'browser.close': { parameters: object; result: object };
}

/** What a mouse does, one after the other; a place is the distance from the middle of an element. */
export interface BidiPointer {
  type: 'pointer';
  id: string;
  actions: readonly (
    | {
        type: 'pointerMove';
        x: number;
        y: number;
        origin: { type: 'element'; element: { sharedId: string } };
      }
    | { type: 'pointerDown' | 'pointerUp'; button: number }
  )[];
}

export interface BidiCookie {
  domain: string;
  name: string;
  value: { type: 'string'; value: string };
}

/** Limited to functions that return text, an element or nothing. */
export type ScriptResult =
  | { type: 'success'; result: { type: string; value?: string; sharedId?: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

/** A WebDriver BiDi client. A command rejects with the browser's error, or when the connection closes. */
export interface Bidi {
  send<Name extends keyof BidiCommands>(
    method: Name,
    parameters: BidiCommands[Name]['parameters'],
  ): Promise<BidiCommands[Name]['result']>;
}

/** The browser's end of the connection. */
export interface BidiLine extends Bidi {
  /** Handles a message from the browser; ignores messages that answer no command. */
  receive(text: string): void;
  /** Rejects all pending and all later commands. */
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

/** Matches answers to commands; the caller provides the transport. */
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

/** Connects to the browser. Rejects if it does not accept the connection within `limitMs`. */
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

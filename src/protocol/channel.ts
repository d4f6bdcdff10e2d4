import type { Contract } from './messages';

/** A message on the wire: a request with a number, or the answer to the request of that number. */
export type Envelope =
  | { readonly kind: 'request'; readonly id: number; readonly name: string; readonly body: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: true; readonly body: unknown }
  | { readonly kind: 'answer'; readonly id: number; readonly ok: false; readonly reason: string };

/** One function for every request of a contract. */
export type Handlers<C extends Contract<C>> = {
  readonly [K in keyof C]: (ask: C[K]['ask']) => C[K]['answer'] | Promise<C[K]['answer']>;
};

interface Pending {
  readonly resolve: (body: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/**
 * Both ends of the conversation between host and panel. Every request is answered, a failing handler's with its
 * reason; closing the channel rejects what is still waiting.
 */
export class Channel<Asks extends Contract<Asks>, Answers extends Contract<Answers>> {
  private nextId = 1;
  private readonly pending = new Map<number, Pending>();

  constructor(
    private readonly send: (envelope: Envelope) => void,
    private readonly handlers: Handlers<Answers>,
    private readonly onError: (reason: unknown) => void,
  ) {}

  /** Asks the other side. */
  ask<K extends keyof Asks & string>(name: K, body: Asks[K]['ask']): Promise<Asks[K]['answer']> {
    const id = this.nextId++;
    return new Promise<Asks[K]['answer']>((resolve, reject) => {
      this.pending.set(id, { resolve: resolve as Pending['resolve'], reject });
      this.send({ kind: 'request', id, name, body });
    });
  }

  /** To be called with whatever arrives; what is no envelope of ours is ignored. */
  async receive(message: unknown): Promise<void> {
    if (!isEnvelope(message)) return;
    if (message.kind === 'answer') this.settle(message);
    else await this.handle(message);
  }

  /** Rejects what waits for an answer that can no longer come. */
  close(): void {
    for (const waiting of this.pending.values()) waiting.reject(new Error('The other side is gone.'));
    this.pending.clear();
  }

  private settle(answer: Extract<Envelope, { kind: 'answer' }>): void {
    const waiting = this.pending.get(answer.id);
    this.pending.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.body);
    else waiting?.reject(new Error(answer.reason));
  }

  private async handle(request: Extract<Envelope, { kind: 'request' }>): Promise<void> {
    try {
      if (!Object.hasOwn(this.handlers, request.name)) throw new Error(`Unknown request "${request.name}".`);
      const handler = this.handlers[request.name as keyof Answers];
      const body = await handler(request.body);
      this.send({ kind: 'answer', id: request.id, ok: true, body });
    } catch (error) {
      this.onError(error);
      const reason = error instanceof Error ? error.message : String(error);
      this.send({ kind: 'answer', id: request.id, ok: false, reason });
    }
  }
}

function isEnvelope(message: unknown): message is Envelope {
  if (typeof message !== 'object' || message === null) return false;
  const { kind, id } = message as { kind?: unknown; id?: unknown };
  return (kind === 'request' || kind === 'answer') && typeof id === 'number';
}

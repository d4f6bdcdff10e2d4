import assert from 'node:assert/strict';
import { Channel, type Envelope } from '../../src/protocol/channel';

interface Left {
  double: { readonly ask: number; readonly answer: number };
  fail: { readonly ask: null; readonly answer: null };
}
interface Right {
  greet: { readonly ask: string; readonly answer: string };
}

/** Two ends joined by a wire on which everything is serialised, as between host and webview. */
function pair(): { asker: Channel<Left, Right>; errors: unknown[]; wire: Envelope[] } {
  const errors: unknown[] = [];
  const wire: Envelope[] = [];
  const carry = (to: () => { receive(message: unknown): Promise<void> }) => (envelope: Envelope) => {
    wire.push(envelope);
    void to().receive(JSON.parse(JSON.stringify(envelope)));
  };
  const asker: Channel<Left, Right> = new Channel<Left, Right>(
    carry(() => answerer),
    { greet: (name) => `Hello ${name}` },
    (error) => errors.push(error),
  );
  const answerer: Channel<Right, Left> = new Channel<Right, Left>(
    carry(() => asker),
    {
      double: (x) => 2 * x,
      fail: () => {
        throw new Error('no numbers here');
      },
    },
    (error) => errors.push(error),
  );
  return { asker, errors, wire };
}

describe('the channel between host and panel', () => {
  it('answers a request with what the other side computes', async () => {
    assert.equal(await pair().asker.ask('double', 21), 42);
  });

  it('rejects a request whose handler fails, with its reason, and reports the error there', async () => {
    const { asker, errors } = pair();
    await assert.rejects(asker.ask('fail', null), /no numbers here/);
    assert.equal(errors.length, 1);
  });

  it('answers requests that overlap, each with its own answer', async () => {
    const { asker } = pair();
    assert.deepEqual(await Promise.all([1, 2, 3].map((x) => asker.ask('double', x))), [2, 4, 6]);
  });

  it('refuses a name that no handler has, inherited ones included', async () => {
    const { asker } = pair();
    for (const name of ['nothing', 'constructor', '__proto__', 'toString'] as unknown as 'double'[]) {
      await assert.rejects(asker.ask(name, 1), /Unknown request/);
    }
  });

  it('rejects what is pending when it is closed', async () => {
    const silent = new Channel<Left, Right>(
      () => undefined,
      { greet: (name) => name },
      () => undefined,
    );
    const waiting = silent.ask('double', 1);
    silent.close();
    await assert.rejects(waiting, /gone/);
  });

  it('ignores messages that are none of its own', async () => {
    const { asker, wire } = pair();
    for (const message of [
      null,
      1,
      'x',
      {},
      { kind: 'request' },
      { kind: 'other', id: 1 },
      { kind: 'answer', id: 99, ok: true },
    ]) {
      await asker.receive(message);
    }
    assert.deepEqual(wire, []);
  });
});

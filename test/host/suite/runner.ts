import 'mocha/mocha.js';

/** Results go to the console, which the script that started the editor reads: one line of JSON a test. */
class LineReporter {
  constructor(runner: Mocha.Runner) {
    runner.on('pass', (test) => {
      this.tell({ title: test.fullTitle() });
    });
    runner.on('fail', (test, reason: unknown) => {
      const error = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
      this.tell({ title: test.fullTitle(), error });
    });
  }

  private tell(result: { readonly title: string; readonly error?: string }): void {
    console.log(`lossary-test ${JSON.stringify(result)}`);
  }
}

/** Mocha's browser build looks for its options in the page's address; the extension host of Node has none. */
function provideAddress(): void {
  const scope = globalThis as { location?: unknown };
  scope.location ??= { search: '' };
}

/** Puts mocha's words in place; the tests are loaded after this. */
export function setUp(): void {
  provideAddress();
  mocha.setup({ ui: 'bdd', reporter: LineReporter as unknown as Mocha.ReporterConstructor, timeout: 30_000 });
}

/** Runs every loaded test; rejects where one failed, as VS Code expects of a test runner. */
export function runAll(): Promise<void> {
  return new Promise((resolve, reject) => {
    mocha.run((failures) => {
      if (failures === 0) {
        resolve();
      } else {
        reject(new Error(`${failures} of the tests inside VS Code failed.`));
      }
    });
  });
}

import { cp, mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { browserSwitches } from '../../../scripts/lib/browser.mjs';
import {
  calmSettings,
  registerExtension,
  seedLanguage,
  seedSettings,
  startServer,
  type Editor,
} from '../../../scripts/lib/server.mjs';
import { Workbench } from './workbench';

// Asked to end, mocha would end at once and leave the servers running; this way they end with it.
for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(143));
}

/** What the script that runs these tests has made ready. */
export interface Host {
  readonly editor: Editor;
  readonly browserFile: string;
  /** The folder that the tested VSIX was installed in. */
  readonly extension: string;
  readonly kind: 'node' | 'web';
  /** A folder for servers' data and copies of the workspace. */
  readonly folder: string;
  /** Where pictures of the window are kept. */
  readonly pictures: string;
  readonly workspace: string;
}

export interface WindowOptions {
  readonly language?: 'zh-cn';
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
}

/** A VS Code window on a copy of the workspace, and everything that must be closed with it. */
export interface OpenWindow {
  readonly workbench: Workbench;
  /** The copy, for a test that looks at what was saved. */
  readonly workspace: string;
  close(): Promise<void>;
}

/**
 * Opens a window for the tests of the surrounding block and closes it after them. Where a test fails, a picture of the
 * window is kept.
 */
export function useWindow(host: Host, options: WindowOptions = {}): { readonly workbench: Workbench } {
  let window: OpenWindow | undefined;
  before(async () => {
    window = await openWindow(host, options);
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (window !== undefined && test?.state === 'failed') {
      const name = test.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-');
      await window.workbench.picture(path.join(host.pictures, `failed-${name}.png`));
    }
  });
  after(() => window?.close());
  return {
    get workbench() {
      if (window === undefined) {
        throw new Error('The window opens before the tests of its block, not while they are declared.');
      }
      return window.workbench;
    },
  };
}

export function hostFromEnvironment(): Host {
  const { LOSSARY_HOST } = process.env;
  if (LOSSARY_HOST === undefined) {
    throw new Error('These tests are run by `npm run test:host` or `npm run test:web`.');
  }
  return JSON.parse(LOSSARY_HOST) as Host;
}

/** Starts a server and a browser of its own, so that no test sees what another one left. */
export async function openWindow(host: Host, options: WindowOptions = {}): Promise<OpenWindow> {
  await mkdir(host.folder, { recursive: true });
  const folder = await mkdtemp(path.join(host.folder, 'run-'));
  const dataFolder = path.join(folder, 'server');
  const workspace = path.join(folder, 'workspace');
  await cp(host.workspace, workspace, { recursive: true });
  await seedSettings(dataFolder, {
    ...calmSettings,
    'editor.hover.delay': 100,
    'window.commandCenter': false,
    ...(host.kind === 'web' ? { 'remote.extensionKind': { 'lossary.lossary': ['web'] } } : {}),
    ...options.settings,
  });
  if (options.language !== undefined) {
    await seedLanguage(dataFolder, options.language);
  }
  await registerExtension(dataFolder, host.extension);
  const server = await startServer(host.editor, {
    dataFolder,
    folder: workspace,
    language: options.language,
  });
  const browser = await launch(host);
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
  };
  try {
    const workbench = await Workbench.open(browser, { ...options, address: server.address });
    return { workbench, workspace, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function launch(host: Host): Promise<Browser> {
  return chromium.launch({ executablePath: host.browserFile, args: browserSwitches() });
}

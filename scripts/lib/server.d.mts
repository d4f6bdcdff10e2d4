/** The programs of an installed editor. */
export interface Editor {
  readonly node: string;
  readonly server: string;
}

export interface RunningServer {
  readonly port: number;
  readonly address: string;
  readonly ended: Promise<unknown>;
  output(): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  readonly dataFolder: string;
  readonly folder: string;
  readonly port?: number | string;
  readonly language?: string | undefined;
  readonly testDriver?: boolean;
}

type Settings = Readonly<Record<string, unknown>>;

export const calmSettings: Settings;
export function seedSettings(dataFolder: string, settings: Settings): Promise<void>;
export function seedLanguage(dataFolder: string, language: string): Promise<void>;
export function registerExtension(dataFolder: string, extensionFolder: string): Promise<void>;
export function startServer(editor: Editor, options: ServerOptions): Promise<RunningServer>;

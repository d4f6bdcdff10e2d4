export function ensureBrowser(): Promise<string>;
export function browserSwitches(): string[];

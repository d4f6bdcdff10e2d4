/** Web Crypto, which both extension hosts have; the host is compiled with neither DOM nor Node types. */
declare const crypto: { randomUUID(): string };

/** Timers, which both extension hosts have. */
declare function setTimeout(callback: () => void, milliseconds: number): number;
declare function clearTimeout(timer: number | undefined): void;

/** Decodes UTF-8, in both extension hosts. */
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

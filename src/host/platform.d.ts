/** Web Crypto, which both extension hosts have; the host is compiled with neither DOM nor Node types. */
declare const crypto: { randomUUID(): string };

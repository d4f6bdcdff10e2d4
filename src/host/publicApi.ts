import type { Engine } from '../engine';

/** The engine for other extensions: the same one, built when the first of its functions is used. */
export function publicApi(build: () => Engine): Engine {
  return new Proxy({} as Engine, {
    get: (_target, name) => (name === 'then' ? undefined : Reflect.get(build(), name)),
    has: (_target, name) => Reflect.has(build(), name),
    ownKeys: () => Reflect.ownKeys(build()),
    getOwnPropertyDescriptor: (_target, name) => ({
      ...Reflect.getOwnPropertyDescriptor(build(), name),
      configurable: true,
    }),
  });
}

/** Methods that run what an object computes: `criterion.forward(x, y)`, `metric.update(p, t)`. */
export const runsItself: ReadonlySet<string> = new Set([
  'forward',
  '__call__',
  'call',
  'update',
  'update_state',
  'construct',
  'hybrid_forward',
]);

/** Methods of a module that return the module. */
export const returnsItself: ReadonlySet<string> = new Set(
  (
    'to cuda cpu xpu ipu npu half float double bfloat16 type eval train requires_grad_ share_memory ' +
    'to_empty apply with_name'
  ).split(' '),
);

/** Functions whose result behaves like their first argument; `partial` fixes arguments as well. */
const transparent: { readonly [path: string]: 'wrapper' | 'partial' } = {
  'functools.partial': 'partial',
  partial: 'partial',
  'torch.compile': 'wrapper',
  'torch.jit.script': 'wrapper',
  'torch.vmap': 'wrapper',
  'torch.func.vmap': 'wrapper',
  'torch.nn.DataParallel': 'wrapper',
  'torch.nn.parallel.DistributedDataParallel': 'wrapper',
  'torch.nn.parallel.DataParallel': 'wrapper',
  'jax.jit': 'wrapper',
  'jax.vmap': 'wrapper',
  'jax.pmap': 'wrapper',
  'jax.checkpoint': 'wrapper',
  'tensorflow.function': 'wrapper',
  'tf.function': 'wrapper',
  'numpy.vectorize': 'wrapper',
  'numba.jit': 'wrapper',
  'numba.njit': 'wrapper',
  'copy.deepcopy': 'wrapper',
  'copy.copy': 'wrapper',
};

export function passesThrough(path: string): 'wrapper' | 'partial' | undefined {
  return Object.hasOwn(transparent, path) ? transparent[path] : undefined;
}

/** Modules made for star imports, and the names that they re-export from elsewhere. */
const reExports: readonly { readonly module: RegExp; readonly names: { readonly [name: string]: string } }[] =
  [
    {
      module: /^fastai(?:\.\w+)*\.all$|^fastai\.basics$|^fastai\.torch_basics$/,
      names: { nn: 'torch.nn', F: 'torch.nn.functional', torch: 'torch' },
    },
    {
      module: /^fastai\.(?:vision|text|tabular|imports|torch_imports|core)$/,
      names: { nn: 'torch.nn', F: 'torch.nn.functional', torch: 'torch' },
    },
  ];

/** The path that a star import gives a name whose own module lies elsewhere. */
export function starExports(module: string, name: string): string | undefined {
  const found = reExports.find((entry) => entry.module.test(module));
  if (!found) return undefined;
  return Object.hasOwn(found.names, name) ? found.names[name] : `${module.split('.', 1)[0]!}.losses.${name}`;
}

declare module 'markdown-it-katex' {
  import type { PluginWithOptions } from 'markdown-it';
  import type { KatexOptions } from 'katex';
  const plugin: PluginWithOptions<KatexOptions>;
  export default plugin;
}

import { registerHooks } from 'node:module';

/**
 * Entries of every cache, at most: what a platform forgets after ten thousand orders is forgotten here after a few,
 * and a cache takes its memory at once, which costs more than a simulated evening.
 */
const most = 16;

const source = (real: string): string => `
  import { LRUCache as Real } from ${JSON.stringify(real)};
  export class LRUCache extends Real {
    constructor(options) {
      super({ ...options, max: Math.min(options.max, ${most}) });
    }
  }`;

/** Has all code that is loaded from now on find small caches. */
export const keepCachesSmall = (): void => {
  registerHooks({
    resolve: (specifier, context, next) => {
      const resolved = next(specifier, context);
      if (specifier !== 'lru-cache' || context.parentURL?.startsWith('data:')) return resolved;
      return {
        url: `data:text/javascript,${encodeURIComponent(source(resolved.url))}`,
        format: 'module',
        shortCircuit: true,
      };
    },
  });
};

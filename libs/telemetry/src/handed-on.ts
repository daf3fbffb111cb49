/**
 * An object as it is, with some members replaced. Everything else is handed on to the original, also
 * what is known to its adapter alone and what is kept in private fields.
 */
export const handedOn = <T extends object>(original: T, replaced: Partial<T>): T => {
  const own = new Map<PropertyKey, unknown>(Object.entries(replaced));
  const bound = new WeakMap<object, unknown>();
  return new Proxy(original, {
    get(target, name) {
      const replacement = own.get(name);
      if (replacement !== undefined) return replacement;
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      let method = bound.get(member);
      if (!method) bound.set(member, (method = member.bind(target) as unknown));
      return method;
    },
  });
};

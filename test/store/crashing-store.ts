import type { Store } from '../../src/store/store.ts'

/** A store whose process dies at an operation: from then on nothing works any more. */
export function crashingStore(
  real: Store,
  operation: keyof Store,
  side: 'before' | 'after',
): { readonly store: Store; readonly crashed: Promise<void> } {
  let isDead = false
  let tell = (): void => undefined
  const crashed = new Promise<void>((resolve) => (tell = resolve))
  const die = (): never => {
    isDead = true
    tell()
    throw new Error('crashed')
  }
  const store = new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return async (...args: unknown[]) => {
        if (isDead) throw new Error('crashed')
        const isTheOne = name === operation
        if (isTheOne && side === 'before') die()
        const result: unknown = await Reflect.apply(value, target, args)
        // A claim that found nothing is not yet the call in question.
        if (isTheOne && result !== null) die()
        return result
      }
    },
  })
  return { store, crashed }
}

import { askBack, type Before, type Refusal } from '../reading.ts'
import type { Token } from '../../tokens/roles.ts'

/** A turn with those it means in the place of those spoken of before; `ask`: it is not certain who they are. */
export interface Meant {
  readonly tokens: readonly Token[]
  readonly before: Before
  readonly ask: Refusal | null
}

/** What was spoken of before, as if these had been asked about one by one. */
export function asked(before: Before, names: readonly string[]): Before {
  const { intent, metrics, years, subject, growth } = before.query
  const isOfTwo = (growth !== undefined || before.list !== null) && typeof subject === 'number'
  const isOne = names.length === 1
  const figures = isOne ? 'value' : 'list'
  return {
    ...before,
    listed: null,
    query: {
      ...{ intent, metrics, years: isOfTwo ? [subject] : years },
      ...{
        agencies: names,
        whose: isOne ? 'one' : 'named',
        operation: intent === 'reports' ? 'status' : figures,
      },
    },
  }
}

const mostOptions = 10

/** It is asked which of them is meant. */
export function asking(meant: Meant, written: string | null, names: readonly string[]): Meant {
  return { ...meant, ask: askBack('agency', names.length > mostOptions ? [] : names, written).refusal }
}

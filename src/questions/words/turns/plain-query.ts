import type { Query } from '../../query/query.ts'

/** Figure, whose and when, and nothing that was done with them. */
export function plain({ intent, metrics, agencies, years, operation, whose, without }: Query): Query {
  return {
    ...{ intent, metrics, agencies, years, operation },
    ...(whose === undefined ? {} : { whose }),
    ...(without === undefined ? {} : { without }),
  }
}

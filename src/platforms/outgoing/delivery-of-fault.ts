import { codeOf } from '../../log.ts'
import type { Delivery } from '../platform.ts'
import { CallFault } from './call-fault.ts'

/**
 * What an error instead of an answer means: perhaps done where the request went out. What is none of the wire's came
 * before it: the store did not give a file, say.
 */
export function deliveryOfCallFault(error: unknown): Delivery {
  const isUnknown = error instanceof CallFault && error.reach === 'unknown'
  return { kind: isUnknown ? 'unknown' : 'later', reason: codeOf(error) }
}

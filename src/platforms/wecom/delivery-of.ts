import { z } from 'zod'
import type { Log } from '../../log.ts'
import type { Delivery } from '../platform.ts'
import type { ApiAnswer } from '../outgoing/api-client.ts'
import { deliveryOfCallFault } from '../outgoing/delivery-of-fault.ts'
import { PassingFault } from '../outgoing/passing-fault.ts'
import { isSentOn } from '../outgoing/sent-on.ts'
import { busyWait, statusOf, WecomError, type WecomStatus } from './wecom-error.ts'

const partial = z.string().catch('')
const acceptedShape = z.object({
  msgid: z.string().optional().catch(undefined),
  invaliduser: partial,
  unlicenseduser: partial,
})

/** What the answer to a sent message means (platforms, 6.2 and 6.5). */
export function deliveryOfAnswer(answer: ApiAnswer, log: Log): Delivery {
  const status = statusOf(answer)
  // No word of the API's: the request may have got through a broken proxy. One that sends it elsewhere did not pass it on.
  if (status === null)
    return { kind: isSentOn(answer.status) ? 'later' : 'unknown', reason: `http ${answer.status}` }
  return status.errcode === 0 ? deliveryOfAccepted(answer) : deliveryOfRefusal(status, log)
}

/** Taken, and yet nobody may have got it: the message had one receiver. */
function deliveryOfAccepted({ json }: ApiAnswer): Delivery {
  const { msgid, invaliduser, unlicenseduser } = acceptedShape.parse(json)
  if (invaliduser !== '') return { kind: 'refused', reason: 'invaliduser' }
  if (unlicenseduser !== '') return { kind: 'refused', reason: 'unlicenseduser' }
  return msgid === undefined ? { kind: 'sent' } : { kind: 'sent', platformMessageId: msgid }
}

function deliveryOfRefusal(status: WecomStatus, log: Log): Delivery {
  const wait = busyWait(status.errcode)
  if (wait !== null) return { kind: 'later', reason: `errcode ${status.errcode}`, afterMs: wait }
  alarm(status, log)
  return { kind: 'refused', reason: `errcode ${status.errcode}` }
}

/** What an error before or instead of an answer means. */
export function deliveryOfFault(error: unknown, log: Log): Delivery {
  if (error instanceof WecomError) return deliveryOfRefusal(error, log)
  if (error instanceof PassingFault) return { kind: 'later', reason: error.code }
  return deliveryOfCallFault(error)
}

/** An administrator has to mend it: the platform's words hold the address that is to be trusted (60020), say. */
export function alarm({ errcode, errmsg }: WecomStatus, log: Log): void {
  const words = errmsg.split(/,? more info at/)[0] ?? ''
  log.error('call refused', { platform: 'wecom', code: errcode.toString(), reason: words.slice(0, 200) })
}

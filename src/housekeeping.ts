import { scheduleJob, type Job } from 'node-schedule'
import type { Clock } from './clock.ts'
import { codeOf, type Log } from './log.ts'
import type { InboxStore } from './store/store.ts'

const day = 24 * 60 * 60 * 1000
/** Texts of answered messages are blanked after this, their keys forgotten after twice that. */
const keepTexts = 30 * day
const keepKeys = 60 * day

/** Once a night: personal data that is no longer needed leaves the inbox. node-schedule is only the tick. */
export function startHousekeeping(store: InboxStore, clock: Clock, log: Log): { readonly stop: () => void } {
  const job: Job = scheduleJob({ rule: '30 3 * * *', tz: 'Asia/Shanghai' }, () => {
    void sweep(store, clock(), log)
  })
  return {
    stop: () => {
      job.cancel()
    },
  }
}

/** One sweep; a failure is logged and made good the next night. */
export async function sweep(store: InboxStore, now: Date, log: Log): Promise<void> {
  try {
    await store.sweepInbox(new Date(now.getTime() - keepTexts), new Date(now.getTime() - keepKeys))
  } catch (error) {
    log.warn('inbox not swept', { code: codeOf(error) })
  }
}

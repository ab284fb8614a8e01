import { afterEach, beforeEach, describe } from '@jest/globals'
import type { Store } from '../../src/store/store.ts'
import { bindingContract } from './contract/bindings.ts'
import { chatContract } from './contract/chat.ts'
import { claimContract } from './contract/claim.ts'
import { deathContract } from './contract/deaths.ts'
import { downloadContract } from './contract/downloads.ts'
import { fileContract } from './contract/files.ts'
import { keepContract } from './contract/keep.ts'
import { outboxContract } from './contract/outbox.ts'
import { outcomeContract } from './contract/outcome.ts'
import { quarantineContract } from './contract/quarantine.ts'
import { replyDeskContract } from './contract/reply-desk.ts'
import { reportContract } from './contract/reports.ts'
import { trafficContract } from './contract/traffic.ts'
import { valueContract } from './contract/values.ts'
import type { TestStore } from './open-test-store.ts'

/** What a contract test works on: the store under test, fresh for each test. */
export interface Subject {
  /** The store. */
  readonly store: () => Store
  /** A second connection to the same data, for work that is really concurrent. */
  readonly beside: () => Promise<Store>
  /** Closes everything and opens the same data again, as a restarted program. */
  readonly restart: () => Promise<Store>
}

/** The one suite that holds for both engines. */
export function storeContract(name: string, open: () => Promise<TestStore>): void {
  describe(name, () => {
    let current: TestStore
    let store: Store
    beforeEach(async () => {
      current = await open()
      store = current.store
    })
    afterEach(async () => {
      await current.dispose()
    })
    const subject: Subject = {
      store: () => store,
      beside: () => current.beside(),
      restart: async () => {
        store = await current.reopen()
        return store
      },
    }
    keepContract(subject)
    claimContract(subject)
    downloadContract(subject)
    deathContract(subject)
    trafficContract(subject)
    quarantineContract(subject)
    outcomeContract(subject)
    outboxContract(subject)
    replyDeskContract(subject)
    reportContract(subject)
    valueContract(subject)
    fileContract(subject)
    chatContract(subject)
    bindingContract(subject)
  })
}

import { StoreUnavailableError } from '../../errors.ts'
import type { Sql } from './sql.ts'
import { isBusy, storeFault } from './sqlite-fault.ts'

interface Waiting {
  /** Does the work; what it gives back tells the caller. */
  readonly work: () => () => void
  readonly reject: (error: unknown) => void
}

/** Operations in one transaction at most, so that none waits long. */
const groupSize = 256
/** Another process writes through short transactions: look again this often, this long apart (about 2 s in all). */
const busyTries = 50
const busyPause = 25

/**
 * Writes that wait together go into one transaction with one sync. A write resolves after COMMIT only; one that
 * fails takes nothing with it. The work must be repeatable: where the group's transaction is lost as a whole (a
 * full disk), each member is tried again alone.
 */
export class GroupCommit {
  readonly #sql: Sql
  readonly #isInPlace: () => boolean
  #waiting: Waiting[] = []
  #scheduled = false
  #busy = 0
  #closed = false

  /** `isInPlace`: whether the data file still lies where it was opened; a removed one would take writes unseen. */
  constructor(sql: Sql, isInPlace: () => boolean = () => true) {
    this.#sql = sql
    this.#isInPlace = isInPlace
  }

  /** Reads what is committed. */
  async read<T>(work: (sql: Sql) => T): Promise<T> {
    await Promise.resolve()
    this.#refuseIfClosed()
    try {
      return work(this.#sql)
    } catch (error) {
      throw storeFault(error)
    }
  }

  /** Durable when it resolves. */
  async write<T>(work: (sql: Sql) => T): Promise<T> {
    await Promise.resolve()
    this.#refuseIfClosed()
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({
        work: () => {
          const value = work(this.#sql)
          return () => {
            resolve(value)
          }
        },
        reject,
      })
      this.#flushSoon()
    })
  }

  /** Writes what waits, then refuses everything. */
  close(): void {
    while (this.#waiting.length > 0) this.#flush()
    this.#closed = true
  }

  #refuseIfClosed(): void {
    if (this.#closed) throw new StoreUnavailableError('数据存储已经关闭')
  }

  #flushSoon(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    setImmediate(() => {
      this.#flush()
    })
  }

  #flush(): void {
    this.#scheduled = false
    if (this.#waiting.length === 0) return
    const group = this.#waiting.slice(0, groupSize)
    if (!this.#isInPlace()) {
      const lost = new StoreUnavailableError('数据文件被移走或删除了，请停止程序、恢复数据目录后再启动')
      for (const { reject } of this.#waiting.splice(0)) reject(lost)
      return
    }
    try {
      this.#sql.exec('BEGIN IMMEDIATE')
    } catch (error) {
      if (isBusy(error) && ++this.#busy < busyTries) {
        this.#scheduled = true
        setTimeout(() => {
          this.#flush()
        }, busyPause)
        return
      }
      this.#take(group)
      for (const { reject } of group) reject(storeFault(error))
      return
    }
    this.#take(group)
    this.#commit(group)
  }

  #take(group: readonly Waiting[]): void {
    this.#busy = 0
    this.#waiting = this.#waiting.slice(group.length)
    if (this.#waiting.length > 0) this.#flushSoon()
  }

  /** Runs the group inside the transaction that is open, and answers each of it. */
  #commit(group: readonly Waiting[]): void {
    try {
      const answers = group.map((waiting) => this.#runOne(waiting))
      this.#sql.exec('COMMIT')
      for (const answer of answers) answer()
    } catch (error) {
      this.#rollBack()
      const [only] = group
      if (group.length === 1 && only !== undefined) only.reject(storeFault(error))
      else for (const waiting of group) this.#commitAlone(waiting)
    }
  }

  #commitAlone(waiting: Waiting): void {
    try {
      this.#sql.exec('BEGIN IMMEDIATE')
    } catch (error) {
      waiting.reject(storeFault(error))
      return
    }
    this.#commit([waiting])
  }

  /** Gives what to tell the caller once the transaction is committed. */
  #runOne(waiting: Waiting): () => void {
    this.#sql.exec('SAVEPOINT one')
    let answer: () => void
    try {
      answer = waiting.work()
    } catch (error) {
      // A full disk or an I/O error ends the whole transaction by itself.
      if (!this.#sql.inTransaction) throw error
      this.#sql.exec('ROLLBACK TO one')
      this.#sql.exec('RELEASE one')
      return () => {
        waiting.reject(storeFault(error))
      }
    }
    this.#sql.exec('RELEASE one')
    return answer
  }

  #rollBack(): void {
    if (!this.#sql.inTransaction) return
    try {
      this.#sql.exec('ROLLBACK')
    } catch {
      // Nothing is committed; the next BEGIN tells what is wrong.
    }
  }
}

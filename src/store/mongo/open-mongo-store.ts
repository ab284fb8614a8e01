import mongoose from 'mongoose'
import type { OpenMode } from '../open-mode.ts'
import type { Store } from '../store.ts'
import { connect, disconnect, ensureIndexes, renewClient } from './connect.ts'
import { mongoBindings } from './bindings.ts'
import { mongoFailures } from './failures.ts'
import { mongoFiles } from './files.ts'
import { mongoInbox } from './inbox.ts'
import { laneModel } from './lane-model.ts'
import { mongoMemories } from './memories.ts'
import { Operations } from './operations.ts'
import { mongoOutbox } from './outbox.ts'
import { mongoQuarantine } from './quarantine.ts'
import { mongoReplyDesk } from './reply-desk.ts'
import { mongoReports } from './reports.ts'
import { mongoSettings } from './settings.ts'
import { mongoTranscript } from './transcript.ts'

/**
 * Opens the store on a MongoDB; several processes may serve from it. All modes but `read` make the indexes that are
 * missing. Rejects with StoreUnavailableError after 1.5 s where nobody answers.
 */
export async function openMongoStore(uri: string, mode: OpenMode): Promise<Store> {
  const connection = await connect(uri)
  const operations = new Operations({
    isUp: () => connection.readyState === mongoose.ConnectionStates.connected,
    renew: () => renewClient(connection, uri),
  })
  const inbox = laneModel(connection, 'inbox')
  const outbox = laneModel(connection, 'outbox')
  const reports = mongoReports(operations, connection)
  const failures = mongoFailures(operations, connection)
  const memories = mongoMemories(operations, connection)
  const bindings = mongoBindings(operations, connection)
  const settings = mongoSettings(operations, connection)
  const parts = {
    inbox,
    outbox,
    reports: reports.reports,
    failures: failures.failures,
    memories: memories.memories,
    bindings: bindings.bindings,
    sweepTold: settings.sweepTold,
  }
  const store: Store = {
    engine: 'mongodb',
    close: async () => {
      await operations.close()
      await disconnect(connection)
    },
    ...mongoInbox(operations, parts),
    ...mongoOutbox(operations, outbox),
    ...mongoReplyDesk(operations, inbox, outbox),
    ...reports.store,
    ...failures.store,
    ...mongoFiles(operations, connection),
    ...mongoQuarantine(operations, connection),
    ...memories.store,
    ...bindings.store,
    ...mongoTranscript(operations, connection),
    ...settings.store,
  }
  if (mode === 'read') return store
  try {
    await ensureIndexes(connection)
    await reports.reports.complete()
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

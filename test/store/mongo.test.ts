import { afterAll, describe, test } from '@jest/globals'
import { startMongoServer } from '../mongo-server.ts'
import { storeContract } from './contract.ts'
import { openTestMongo } from './open-test-store.ts'

const server = await startMongoServer()

if (server === null) {
  describe.skip('MongoDB', () => {
    test('needs a server', () => undefined)
  })
} else {
  afterAll(() => server.stop())
  storeContract('MongoDB', () => openTestMongo(server))
}

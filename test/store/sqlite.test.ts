import { openTestSqlite } from './open-test-store.ts'
import { storeContract } from './contract.ts'

storeContract('the embedded store', openTestSqlite)

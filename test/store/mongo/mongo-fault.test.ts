import { describe, expect, test } from '@jest/globals'
import { mongo } from 'mongoose'
import { StoreUnavailableError } from '../../../src/errors.ts'
import { storeFault } from '../../../src/store/mongo/mongo-fault.ts'

describe('an error under a store on MongoDB', () => {
  test.each([
    ['the network', new mongo.MongoNetworkError('gone')],
    ['a client that is closed', new mongo.MongoNotConnectedError('Client must be connected')],
    ['a pool cleared under its operations', named('PoolClearedOnNetworkError')],
    ['a socket that is gone', Object.assign(new Error('write'), { code: 'ERR_STREAM_DESTROYED' })],
    ['a line the other side has ended', Object.assign(new Error('ended'), { code: 'EPIPE' })],
    ['a reset line', Object.assign(new Error('read'), { code: 'ECONNRESET', syscall: 'read' })],
    ['a driver that stumbles', stumbleOfDriver()],
  ])('%s: the store is unavailable', (_, error) => {
    expect(storeFault(error)).toBeInstanceOf(StoreUnavailableError)
  })

  test.each([
    ['a taken key', new mongo.MongoServerError({ code: 11_000, errmsg: 'E11000' })],
    ['a fault of ours', new TypeError('x is undefined')],
    ['no error at all', 'text'],
  ])('%s: stays as it is', (_, error) => {
    expect(storeFault(error)).toBe(error)
  })
})

function named(name: string): Error {
  return Object.defineProperty(new Error('cleared'), 'name', { value: name })
}

/** A real TypeError out of the driver's own code. */
function stumbleOfDriver(): unknown {
  try {
    return new mongo.MongoClient('mongodb://127.0.0.1/', null as never).db(Symbol('x') as never)
  } catch (error) {
    return error
  }
}

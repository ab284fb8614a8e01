import { afterEach } from '@jest/globals'
import type { LookupAddress } from 'node:dns'
import type { RequestListener } from 'node:http'
import { errorCode } from '../../../src/errors.ts'
import {
  createArrivedFetch,
  type ArrivedFetch,
  type ArrivedFetchOptions,
} from '../../../src/platforms/outgoing/arrived-request.ts'
import { createUrlGuard, RefusedUrlError } from '../../../src/platforms/outgoing/arrived-url.ts'
import { aServer, type RunningServer } from './a-server.ts'

/** What is done after each test, last things first. */
export const cleanups: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A server that ends with its test. */
export async function serve(listener: RequestListener, options?: { tls: boolean }): Promise<RunningServer> {
  const server = await aServer(listener, options)
  cleanups.push(server.close)
  return server
}

/** Fetches from vendor.test and the named hosts; it ends with its test. */
export function aFetch(extraHosts: readonly string[], options: ArrivedFetchOptions = {}): ArrivedFetch {
  const fetcher = createArrivedFetch(createUrlGuard({ vendorHosts: ['vendor.test'], extraHosts }), options)
  cleanups.push(fetcher.close)
  return fetcher
}

/** What a promise rejects with. */
export async function faultOf(wanted: Promise<unknown>): Promise<unknown> {
  return wanted.then(
    () => 'no fault',
    (error: unknown) => error,
  )
}

/** As a test compares it: the reason of a refusal, else the code. */
export async function codeOfFault(wanted: Promise<unknown>): Promise<string> {
  const fault = await faultOf(wanted)
  return fault instanceof RefusedUrlError ? fault.reason : errorCode(fault)
}

export const host = (server: { readonly port: number }): string => `127.0.0.1:${server.port}`
export const loopback: LookupAddress = { address: '127.0.0.1', family: 4 }

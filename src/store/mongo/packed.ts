import { mongo } from 'mongoose'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { decodeDocument, encodeDocument } from '../stored-document.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** A value as one compressed field, exactly as it is: for what is only read whole. */
export async function packed(value: unknown): Promise<mongo.Binary> {
  return new mongo.Binary(await pack(encodeDocument(value)))
}

/** The inverse; the caller names the type, since only the store itself packed it. */
export async function unpacked(binary: mongo.Binary): Promise<unknown> {
  return decodeDocument((await unpack(binary.buffer)).toString('utf8'))
}

import { createHash } from 'node:crypto'
import { mongo, Schema, type Connection } from 'mongoose'
import type { FileStore } from '../store.ts'
import { inserted } from './mongo-fault.ts'
import type { Operations } from './operations.ts'

interface FileRow {
  readonly _id: string
  readonly size: number
  readonly pieces: number
}

interface PieceRow {
  readonly _id: string
  readonly bytes: unknown
}

/** A document takes 16 MB; smaller pieces are gentler to the server's cache. */
const pieceSize = 2 * 1024 * 1024

/** Milliseconds for the pieces of a file together, over a slow line. */
const transferLimit = 60_000

/**
 * Uploaded files in the database, in pieces, each under the file's SHA-256 and its number: so all replicas have
 * them without a shared folder, and one backup takes everything. Not GridFSBucket: what a crash left half written
 * would stop every later upload of the same file there, while here each piece may be written again. The file's own
 * document comes last and makes it visible.
 */
export function mongoFiles(
  operations: Operations,
  connection: Connection,
): Pick<FileStore, 'putFile' | 'getFile'> {
  const options = { minimize: false, versionKey: false } as const
  const files = connection.model<FileRow>(
    'files',
    new Schema<FileRow>({ _id: String, size: Number, pieces: Number }, { ...options, collection: 'files' }),
  )
  const pieces = connection.model<PieceRow>(
    'file_pieces',
    new Schema<PieceRow>(
      { _id: String, bytes: Schema.Types.Mixed },
      { ...options, collection: 'file_pieces' },
    ),
  )
  return {
    putFile: (bytes) =>
      operations.run(async () => {
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        if ((await files.exists({ _id: sha256 })) !== null) return sha256
        const count = Math.ceil(bytes.byteLength / pieceSize)
        for (let n = 0; n < count; n += 1) {
          const piece = Buffer.from(bytes.subarray(n * pieceSize, (n + 1) * pieceSize))
          await inserted(pieces.create({ _id: nameOf(sha256, n), bytes: new mongo.Binary(piece) }))
        }
        await inserted(files.create({ _id: sha256, size: bytes.byteLength, pieces: count }))
        return sha256
      }, transferLimit),
    getFile: (sha256) =>
      operations.run(async () => {
        const file = await files.findById(sha256).lean<FileRow>()
        if (file === null) return null
        const bytes = new Uint8Array(file.size)
        for (let n = 0; n < file.pieces; n += 1) {
          const piece = await pieces.findById(nameOf(sha256, n)).lean<PieceRow>()
          if (!(piece?.bytes instanceof mongo.Binary))
            throw new Error(`piece ${n} of file ${sha256} is missing`)
          bytes.set(piece.bytes.buffer, n * pieceSize)
        }
        return bytes
      }, transferLimit),
  }
}

function nameOf(sha256: string, n: number): string {
  return `${sha256}/${n}`
}

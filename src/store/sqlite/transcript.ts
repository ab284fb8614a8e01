import { decodeDocument, encodeDocument } from '../stored-document.ts'
import type { ChatStore, TranscriptLine } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { numberOf, textOf, type Sql } from './sql.ts'

/** The transcript of the sandbox on SQLite. */
export function sqliteTranscript(commit: GroupCommit): Pick<ChatStore, 'appendLine' | 'linesOf'> {
  return {
    appendLine: (line) => commit.write((sql) => append(sql, line)),
    linesOf: (conversationId, after, limit) =>
      commit.read((sql) =>
        sql
          .all(
            'SELECT number, document FROM lines WHERE conversation = ? AND number > ? ORDER BY number DESC LIMIT ?',
            conversationId,
            after,
            limit,
          )
          .toReversed()
          .map((row) => ({
            ...(decodeDocument(textOf(row, 'document')) as TranscriptLine),
            number: numberOf(row, 'number'),
          })),
      ),
  }
}

function append(sql: Sql, line: TranscriptLine): number {
  const known = sql.one('SELECT number FROM lines WHERE key = ?', line.key)
  if (known !== undefined) return numberOf(known, 'number')
  const row = sql.one(
    'INSERT INTO lines (key, conversation, document) VALUES (?, ?, ?) RETURNING number',
    line.key,
    line.conversationId,
    encodeDocument(line),
  )
  if (row === undefined) throw new Error('an inserted line has no number')
  return numberOf(row, 'number')
}

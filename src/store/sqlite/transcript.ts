import { decodeDocument, encodeDocument } from '../stored-document.ts'
import type { ChatStore, NumberedLine, TranscriptLine } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { numberOf, textOf, type Row, type Sql } from './sql.ts'

/** The transcript of the sandbox on SQLite. */
export function sqliteTranscript(
  commit: GroupCommit,
): Pick<ChatStore, 'appendLine' | 'lineByKey' | 'linesOf'> {
  return {
    appendLine: (line) => commit.write((sql) => append(sql, line)),
    lineByKey: (conversationId, key) =>
      commit.read((sql) => {
        const row = sql.one(
          'SELECT number, document FROM lines WHERE key = ? AND conversation = ?',
          key,
          conversationId,
        )
        return row === undefined ? null : lineOf(row)
      }),
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
          .map(lineOf),
      ),
  }
}

function append(sql: Sql, line: TranscriptLine): NumberedLine {
  const known = sql.one('SELECT number, document FROM lines WHERE key = ?', line.key)
  if (known !== undefined) return lineOf(known)
  const row = sql.one(
    'INSERT INTO lines (key, conversation, document) VALUES (?, ?, ?) RETURNING number',
    line.key,
    line.conversationId,
    encodeDocument(line),
  )
  if (row === undefined) throw new Error('an inserted line has no number')
  return { ...line, number: numberOf(row, 'number') }
}

function lineOf(row: Row): NumberedLine {
  const line = decodeDocument(textOf(row, 'document')) as TranscriptLine
  return { ...line, number: numberOf(row, 'number') }
}

import type { FailedFile } from '../../bot.ts'
import { decodeDocument, encodeDocument } from '../stored-document.ts'
import type { FileStore } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { numberOf, textOf, type Sql } from './sql.ts'

/** The records of files that could not be read, on SQLite. */
export function sqliteFailures(commit: GroupCommit): Pick<FileStore, 'failures'> {
  return {
    failures: (limit) =>
      commit.read((sql) =>
        sql
          .all('SELECT cause, at, document FROM failures ORDER BY at DESC, id DESC LIMIT ?', limit)
          .map((row) => ({
            ...(decodeDocument(textOf(row, 'document')) as FailedFile),
            cause: textOf(row, 'cause'),
            at: new Date(numberOf(row, 'at')),
          })),
      ),
  }
}

/** Keeps a record of each file that a message brought in vain; once for each message. */
export function recordFailures(sql: Sql, cause: string, failures: readonly FailedFile[], at: Date): void {
  for (const [part, failure] of failures.entries()) {
    sql.run(
      'INSERT INTO failures (cause, part, at, document) VALUES (?, ?, ?, ?) ON CONFLICT (cause, part) DO NOTHING',
      cause,
      part,
      at.getTime(),
      encodeDocument(failure),
    )
  }
}

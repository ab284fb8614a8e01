import { GongkaiError } from '../../errors.ts'
import type { Sql } from './sql.ts'

/**
 * The schema, step by step: step n brings a file from version n − 1 to n. A step that was released is never
 * changed. Documents are JSON (see stored-document.ts); columns beside them are what is searched by.
 * Times are milliseconds since 1970.
 */
const migrations: readonly string[] = [
  `
  CREATE TABLE inbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, lane TEXT NOT NULL, turn INTEGER NOT NULL,
    state TEXT NOT NULL, due_at INTEGER NOT NULL, owner TEXT, fence INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0, faults INTEGER NOT NULL DEFAULT 0, uncertain INTEGER NOT NULL DEFAULT 0,
    reason TEXT, closed_at INTEGER, document TEXT NOT NULL, files TEXT
  );
  CREATE INDEX inbox_open ON inbox (turn, id) WHERE closed_at IS NULL;
  CREATE INDEX inbox_lane ON inbox (lane, turn, id) WHERE closed_at IS NULL;
  CREATE INDEX inbox_leased ON inbox (lane) WHERE state = 'leased';
  CREATE INDEX inbox_dead ON inbox (id) WHERE state = 'dead';
  CREATE INDEX inbox_closed ON inbox (closed_at) WHERE closed_at IS NOT NULL;

  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, lane TEXT NOT NULL, turn INTEGER NOT NULL,
    state TEXT NOT NULL, due_at INTEGER NOT NULL, owner TEXT, fence INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0, uncertain INTEGER NOT NULL DEFAULT 0,
    reason TEXT, closed_at INTEGER, cause TEXT NOT NULL, platform_message_id TEXT, document TEXT NOT NULL
  );
  CREATE INDEX outbox_open ON outbox (turn, id) WHERE closed_at IS NULL;
  CREATE INDEX outbox_lane ON outbox (lane, turn, id) WHERE closed_at IS NULL;
  CREATE INDEX outbox_leased ON outbox (lane) WHERE state = 'leased';
  CREATE INDEX outbox_failed ON outbox (id) WHERE state = 'failed';
  CREATE INDEX outbox_closed ON outbox (closed_at) WHERE closed_at IS NOT NULL;
  CREATE INDEX outbox_cause ON outbox (cause);

  CREATE TABLE reports (
    arrival INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, cause TEXT NOT NULL UNIQUE,
    agency TEXT NOT NULL, year INTEGER NOT NULL, version INTEGER NOT NULL, verdict TEXT NOT NULL,
    received_at INTEGER NOT NULL, document TEXT NOT NULL, UNIQUE (agency, year, version)
  );
  CREATE INDEX reports_first ON reports (received_at, arrival, agency, year) WHERE version = 1;
  CREATE INDEX reports_year ON reports (year, agency, version);

  CREATE TABLE failures (
    id INTEGER PRIMARY KEY AUTOINCREMENT, cause TEXT NOT NULL, part INTEGER NOT NULL, at INTEGER NOT NULL,
    document TEXT NOT NULL, UNIQUE (cause, part)
  );
  CREATE INDEX failures_at ON failures (at, id);

  CREATE TABLE memories (
    conversation TEXT NOT NULL, person TEXT NOT NULL, expires_at INTEGER NOT NULL, document TEXT NOT NULL,
    PRIMARY KEY (conversation, person)
  );

  CREATE TABLE lines (
    number INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, conversation TEXT NOT NULL,
    document TEXT NOT NULL
  );
  CREATE INDEX lines_conversation ON lines (conversation, number);

  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  `,
  `
  ALTER TABLE inbox ADD COLUMN begun INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE inbox ADD COLUMN begun_fence INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE inbox ADD COLUMN reading TEXT;
  ALTER TABLE inbox ADD COLUMN person TEXT NOT NULL DEFAULT '';
  ALTER TABLE inbox ADD COLUMN conversation TEXT NOT NULL DEFAULT '';
  ALTER TABLE inbox ADD COLUMN file_count INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX inbox_person_files ON inbox (person, turn, key, file_count) WHERE file_count > 0;
  CREATE INDEX inbox_person_texts ON inbox (person, turn, key) WHERE file_count = 0;
  CREATE INDEX inbox_conversation_files ON inbox (conversation, turn, key, file_count) WHERE file_count > 0;
  CREATE INDEX inbox_conversation_texts ON inbox (conversation, turn, key) WHERE file_count = 0;
  CREATE INDEX inbox_waiting_files ON inbox (id) WHERE file_count > 0 AND closed_at IS NULL;

  CREATE TABLE quarantine (
    sha256 TEXT NOT NULL, reader_version TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (sha256, reader_version)
  );
  `,
  `
  CREATE TABLE bindings (
    platform TEXT NOT NULL, conversation TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (platform, conversation)
  );
  `,
  `
  ALTER TABLE inbox ADD COLUMN platform TEXT NOT NULL DEFAULT '';
  ALTER TABLE outbox ADD COLUMN platform TEXT NOT NULL DEFAULT '';
  ALTER TABLE outbox ADD COLUMN perhaps TEXT;
  UPDATE inbox SET platform = json_extract(document, '$.platform') WHERE closed_at IS NULL;
  UPDATE inbox SET state = 'unfetched' WHERE state = 'waiting' AND file_count > 0 AND files IS NULL;
  UPDATE outbox SET platform = json_extract(document, '$.to.platform') WHERE closed_at IS NULL;
  UPDATE outbox SET perhaps = '[{"way":"","at":{"$date":0}}]' WHERE closed_at IS NULL AND uncertain <> 0;
  ALTER TABLE inbox DROP COLUMN uncertain;
  ALTER TABLE outbox DROP COLUMN uncertain;
  CREATE INDEX inbox_to_fetch ON inbox (faults, turn, id) WHERE state IN ('unfetched', 'fetching');
  CREATE INDEX inbox_texts ON inbox (turn, id)
    WHERE closed_at IS NULL AND state IN ('waiting', 'leased') AND file_count = 0;
  CREATE INDEX inbox_files ON inbox (turn, id)
    WHERE closed_at IS NULL AND state IN ('waiting', 'leased') AND file_count > 0;
  `,
]

/** The schema version this program writes. */
export const schemaVersion = migrations.length

/** Version of the schema in the file; 0 for an empty file. Rejects a file that a newer program wrote. */
export function versionOf(sql: Sql): number {
  const version = Number(sql.pragma('user_version'))
  if (version > schemaVersion) {
    throw new GongkaiError(
      'store_unavailable',
      `数据由更新版本的程序写成（数据结构版本 ${version}，本程序最高支持 ${schemaVersion}），请升级本程序后再启动`,
    )
  }
  return version
}

/** Brings the file to a version of the schema, the present one unless told otherwise, each step whole or not at all. */
export function migrate(sql: Sql, target = schemaVersion): void {
  for (let version = versionOf(sql); version < target; version = versionOf(sql)) {
    sql.exec('BEGIN IMMEDIATE')
    try {
      // Another process may have been quicker.
      if (versionOf(sql) === version) {
        sql.exec(migrations[version] ?? '')
        sql.exec(`PRAGMA user_version = ${version + 1}`)
      }
      sql.exec('COMMIT')
    } catch (error) {
      if (sql.inTransaction) sql.exec('ROLLBACK')
      throw error
    }
  }
}

import type { SettingStore } from '../store.ts'
import type { GroupCommit } from './group-commit.ts'
import { textOf } from './sql.ts'

/** Values that are made once and hold from then on, on SQLite. */
export function sqliteSettings(commit: GroupCommit): SettingStore {
  return {
    settle: (name, value) =>
      commit.write((sql) => {
        sql.run('INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING', name, value)
        const row = sql.one('SELECT value FROM settings WHERE name = ?', name)
        return row === undefined ? value : textOf(row, 'value')
      }),
    settled: (name) =>
      commit.read((sql) => {
        const row = sql.one('SELECT value FROM settings WHERE name = ?', name)
        return row === undefined ? null : textOf(row, 'value')
      }),
  }
}

import Database from 'libsql'

export type SqlValue = string | number | null

export type Row = Readonly<Record<string, SqlValue>>

/**
 * One connection with its prepared statements, each kept by its text for the life of the connection. Errors are
 * the driver's own; sqlite-fault.ts says what they mean.
 */
export class Sql {
  readonly #database: Database.Database
  readonly #statements = new Map<string, Database.Statement<[readonly SqlValue[]]>>()

  constructor(path: string) {
    this.#database = new Database(path)
  }

  get inTransaction(): boolean {
    return this.#database.inTransaction
  }

  /** All rows; a query is always read to its end, since a half-read one would keep its lock. */
  all(text: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#prepare(text).all(values) as readonly Row[]
  }

  /** The first row. */
  one(text: string, ...values: readonly SqlValue[]): Row | undefined {
    return this.all(text, ...values)[0]
  }

  /** Changes something; gives how many rows changed. */
  run(text: string, ...values: readonly SqlValue[]): number {
    return this.#prepare(text).run(values).changes
  }

  /** Statements without values. */
  exec(text: string): void {
    this.#database.exec(text)
  }

  /** Sets or asks a pragma; gives its first value. */
  pragma(text: string): SqlValue {
    const [row] = this.#database.pragma(text) as readonly Row[]
    return row === undefined ? null : (Object.values(row)[0] ?? null)
  }

  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepare(text: string): Database.Statement<[readonly SqlValue[]]> {
    const known = this.#statements.get(text)
    if (known !== undefined) return known
    const statement = this.#database.prepare<[readonly SqlValue[]]>(text)
    this.#statements.set(text, statement)
    return statement
  }
}

/** A column that holds text. */
export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`column ${column} holds no text`)
  return value
}

/** A column that holds a whole number. */
export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new TypeError(`column ${column} holds no number`)
  return value
}

/** One thing that was looked at. `notice` is fine but worth knowing; `wrong` says what to mend. */
export interface Diagnosis {
  readonly check: string
  readonly state: 'ok' | 'notice' | 'wrong'
  readonly message: string
}

/** The lines of one check. */
export interface DiagnosisLines {
  readonly ok: (message: string) => Diagnosis
  readonly notice: (message: string) => Diagnosis
  readonly wrong: (message: string) => Diagnosis
}

/** Makes the lines of a check. */
export function linesOf(check: string): DiagnosisLines {
  return {
    ok: (message) => ({ check, state: 'ok', message }),
    notice: (message) => ({ check, state: 'notice', message }),
    wrong: (message) => ({ check, state: 'wrong', message }),
  }
}

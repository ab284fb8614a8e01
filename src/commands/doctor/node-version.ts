import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('Node')

/** Whether this Node can run the program; `version` without the `v`. */
export function nodeVersion(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const fits = major > 20 || (major === 20 && minor >= 19)
  return fits ? lines.ok(version) : lines.wrong(`${version} 太旧，请安装 20.19 或更新的版本`)
}

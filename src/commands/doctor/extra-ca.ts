import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseEnv } from 'node:util'
import { errorCode } from '../../errors.ts'
import type { Terminal } from '../command.ts'
import { linesOf, type Diagnosis } from './diagnosis.ts'

const lines = linesOf('证书')

/** Node reads NODE_EXTRA_CA_CERTS at its own start, and says nothing that anybody sees where it cannot. */
export function extraCa({ env, cwd }: Pick<Terminal, 'env' | 'cwd'>): readonly Diagnosis[] {
  const file = env['NODE_EXTRA_CA_CERTS'] ?? ''
  if (file === '') {
    return isInEnvFile(cwd)
      ? [lines.wrong('NODE_EXTRA_CA_CERTS 写在 .env 里不起作用（Node 启动时就要读它），请设成真正的环境变量')]
      : []
  }
  try {
    const text = readFileSync(path.resolve(cwd, file), 'utf8')
    return text.includes('-----BEGIN CERTIFICATE-----')
      ? [lines.ok(`另外信任 ${file} 里的证书`)]
      : [
          lines.wrong(
            `NODE_EXTRA_CA_CERTS 指的 ${file} 不是 PEM 证书，请换成 -----BEGIN CERTIFICATE----- 开头的`,
          ),
        ]
  } catch (error) {
    return [lines.wrong(`NODE_EXTRA_CA_CERTS 指的 ${file} 读不了（${errorCode(error)}），请检查路径和权限`)]
  }
}

function isInEnvFile(cwd: string): boolean {
  const file = path.join(cwd, '.env')
  if (!existsSync(file)) return false
  return (parseEnv(readFileSync(file, 'utf8'))['NODE_EXTRA_CA_CERTS'] ?? '') !== ''
}

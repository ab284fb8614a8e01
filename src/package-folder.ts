import { createRequire } from 'node:module'
import path from 'node:path'

/** The folder of package.json, from src/ and dist/ alike: assets/ and samples/ lie in it. */
export const packageFolder = path.dirname(createRequire(import.meta.url).resolve('gongkai-bot/package.json'))

import { describe, expect, test } from '@jest/globals'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { readSettings } from '../../src/config/settings.ts'
import { ConfigError } from '../../src/errors.ts'
import { tempFolder } from '../temp-folder.ts'

describe('readSettings', () => {
  test('an empty environment gives the documented defaults', () => {
    const cwd = tempFolder()
    expect(readSettings({}, cwd)).toEqual({
      wecom: null,
      dingtalk: null,
      downloadHosts: [],
      metricsFrom: [],
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      dataDir: path.join(cwd, 'data'),
      mongodbUri: undefined,
      sessionSecret: null,
      logLevel: 'info',
      sandbox: true,
      rosterFile: path.join(cwd, 'gongkai.yaml'),
      rosterFileNamed: false,
    })
  })

  test('a .env file is read, and the environment wins over it', () => {
    const cwd = tempFolder()
    writeFileSync(path.join(cwd, '.env'), 'PORT=4000\nHOST=0.0.0.0\n# a remark\nLOG_LEVEL="warn"\n')
    const settings = readSettings({ PORT: '5000' }, cwd)
    expect([settings.port, settings.host, settings.logLevel]).toEqual([5000, '0.0.0.0', 'warn'])
  })

  test('a slash at the end of PUBLIC_URL is dropped, a path prefix is kept', () => {
    expect(readSettings({ PUBLIC_URL: 'https://oa.example.cn/gongkai/' }, tempFolder()).publicUrl).toBe(
      'https://oa.example.cn/gongkai',
    )
  })

  test.each([
    ['PORT', 'http', /PORT/],
    ['PORT', '70000', /PORT.*65535/],
    ['PUBLIC_URL', 'oa.example.cn', /PUBLIC_URL.*http/],
    ['MONGODB_URI', 'localhost:27017', /MONGODB_URI.*mongodb:\/\//],
    ['SESSION_SECRET', 'short', /SESSION_SECRET.*16/],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL.*debug/],
    ['SANDBOX', 'yes', /SANDBOX.*on/],
  ])('refuses %s=%s', (name, value, message) => {
    expect(() => readSettings({ [name]: value }, tempFolder())).toThrow(message)
  })

  test('names all wrong variables at once and repeats no value', () => {
    try {
      readSettings({ PORT: 'x', SESSION_SECRET: 'topsecret', SANDBOX: '1' }, tempFolder())
      throw new Error('should not come here')
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError)
      if (!(error instanceof ConfigError)) return
      expect(error.problems).toHaveLength(3)
      expect(error.message).not.toContain('topsecret')
    }
  })
})

import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { packageFolder } from '../src/package-folder.ts'

const page = (name: string): string => readFileSync(path.join(packageFolder, name), 'utf8')

const service = z.object({
  image: z.string(),
  read_only: z.literal(true),
  environment: z.record(z.string(), z.string()).optional(),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
})
const compose = z.object({ services: z.object({ bot: service, mongo: service }) })

// What its steps make is tried by scripts/image-steps.mjs.
describe('Dockerfile', () => {
  const lines = page('Dockerfile').split('\n')

  test('installs in its last stage what the program needs, and runs no package’s script', () => {
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))
    expect(last[0]).toMatch(/^FROM node:24-\S*slim$/)
    expect(last).toContainEqual(expect.stringMatching(/^RUN npm ci --omit=dev --ignore-scripts/))
    expect(last).toContain('USER 1000:1000')
    expect(last.filter((line) => line.startsWith('VOLUME'))).toEqual(['VOLUME /data'])
  })

  test('starts node itself, so that it hears of its stop', () => {
    expect(lines.filter((line) => line.startsWith('CMD'))).toEqual([expect.stringMatching(/^CMD \["node", /)])
  })
})

test('docker-compose.yml runs the bot with MongoDB 8 on read-only files, and holds no secret', () => {
  const { bot, mongo } = compose.parse(parse(page('docker-compose.yml'))).services
  expect(mongo.image).toBe('mongo:8')
  expect(mongo.healthcheck?.test[0]).toBe('CMD')
  expect(bot.depends_on).toEqual({ mongo: { condition: 'service_healthy' } })
  expect(Object.keys(bot.environment ?? {}).sort()).toEqual(['DATA_DIR', 'HOST', 'MONGODB_URI', 'PORT'])
  expect(bot.environment?.['MONGODB_URI']).not.toContain('@')
})

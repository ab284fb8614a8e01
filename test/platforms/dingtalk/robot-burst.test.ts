import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { callback, textOf } from '../../fakes/dingtalk/callbacks.ts'
import { boundGroup, eventually, startBench, type DingtalkBench } from './a-dingtalk.ts'

let bench: DingtalkBench
beforeEach(async () => {
  bench = await startBench({ robot: { key: 'ROBOT', secret: 'SEC1' } })
})
afterEach(() => bench.stop())

test('25 answers at once by the robot of a group come in order, none lost, none too fast', async () => {
  const { fake } = bench
  fake.addRobot('ROBOT', 'SEC1')
  // The app may not send there.
  const json = { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', message: '' }
  fake.fail('group', { kind: 'answer', status: 403, json }, 1_000)
  const words = Array.from('abcdefghijklmnopqrstuvwxy', (letter) => `zx${letter}zx`)
  for (const text of words) await bench.deliver(callback(fake, { group: boundGroup }, textOf(text)))
  await bench.sees(20)
  await eventually(() => bench.logged().includes('robot_rate'))
  bench.pass(61_000)
  const seen = await bench.sees(25)
  expect(seen.map(({ way, text }) => `${way} ${/zx.zx/.exec(text)?.[0] ?? text}`)).toEqual(
    words.map((text) => `robot ${text}`),
  )
  expect(fake.records.filter(({ endpoint }) => endpoint === 'robot')).toHaveLength(25)
})

import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createRobotLines, type RobotLine } from '../../../src/platforms/outgoing/robot-line.ts'
import type { Delivery } from '../../../src/platforms/platform.ts'
import { sharedMarks } from '../../shared-marks.ts'

const start = new Date('2024-01-08T01:00:00Z').getTime()
const sent: Delivery = { kind: 'sent' }

function aLine(limitMs?: number) {
  const state = { now: start, at: [] as number[], running: 0, mostRunning: 0 }
  const clock = (): Date => new Date(state.now)
  const marks = sharedMarks()
  /** The line of the same robot in a replica of its own. */
  const replica = (): RobotLine =>
    createRobotLines({ name: 'test', marks, clock, ...(limitMs === undefined ? {} : { limitMs }) })('KEY')
  const line = replica()
  const message =
    (...answers: Delivery[]) =>
    async (): Promise<Delivery> => {
      state.running += 1
      state.mostRunning = Math.max(state.mostRunning, state.running)
      state.at.push(state.now)
      await Promise.resolve()
      state.running -= 1
      return answers.shift() ?? sent
    }
  return { state, line, replica, message }
}

describe('the line of a robot', () => {
  test('lets 20 through and says when the next may go', async () => {
    const { state, line, message } = aLine()
    const first = await Promise.all(
      Array.from({ length: 20 }, (_, index) => line.post(`k${index}`, [message()])),
    )
    expect(new Set(first.map(({ kind }) => kind))).toEqual(new Set(['sent']))
    state.now += 10_000
    expect(await line.post('k20', [message()])).toEqual({
      kind: 'later',
      reason: 'robot_rate',
      afterMs: 50_000,
    })
    expect(state.at.length).toBe(20)
    state.now += 50_000
    expect(await line.post('k20', [message()])).toEqual(sent)
  })

  test('counts a post from its end: it may have arrived as late as that', async () => {
    const { state, line, message } = aLine()
    const slow = async (): Promise<Delivery> => {
      state.now += 10_000
      return Promise.resolve(sent)
    }
    await line.post('slow', [slow])
    await Promise.all(Array.from({ length: 19 }, (_, index) => line.post(`k${index}`, [message()])))
    state.now = start + 60_000
    const tooFast = { kind: 'later', reason: 'robot_rate', afterMs: 10_000 }
    expect(await line.post('k20', [message()])).toEqual(tooFast)
    state.now += 10_000
    expect(await line.post('k20', [message()])).toEqual(sent)
  })

  test.each([
    [undefined, 60_000],
    [600_000, 600_000],
  ])('keeps quiet once the platform found it too fast (%p)', async (limit, quiet) => {
    const { state, line, message } = aLine(limit)
    const tooFast: Delivery = { kind: 'later', reason: 'errcode 45009', afterMs: 60_000 }
    expect(await line.post('a', [message(tooFast)])).toEqual({ ...tooFast, afterMs: quiet })
    state.now += quiet - 1
    expect(await line.post('b', [message()])).toEqual({ kind: 'later', reason: 'robot_rate', afterMs: 1 })
    state.now += 1
    expect(await line.post('a', [message()])).toEqual(sent)
  })

  test('goes on where a reply of several messages was broken off', async () => {
    const { line, message } = aLine()
    const posted: string[] = []
    const noting = (name: string, post: () => Promise<Delivery>) => (): Promise<Delivery> => {
      posted.push(name)
      return post()
    }
    const busy = message({ kind: 'later', reason: 'busy' })
    const lost = message({ kind: 'unknown', reason: 'ECONNRESET' })
    const messages = [noting('one', message()), noting('two', busy), noting('three', lost)]
    expect((await line.post('k', messages)).kind).toBe('later')
    expect((await line.post('k', messages)).kind).toBe('unknown')
    expect((await line.post('k', messages)).kind).toBe('sent')
    expect(posted).toEqual(['one', 'two', 'two', 'three', 'three'])
  })

  test('goes on in another replica, or after a restart, where it was broken off', async () => {
    const { line, replica, message } = aLine()
    const posted: string[] = []
    const noting = (name: string, post: () => Promise<Delivery>) => (): Promise<Delivery> => {
      posted.push(name)
      return post()
    }
    const busy = message({ kind: 'later', reason: 'busy' })
    const messages = [noting('one', message()), noting('two', busy), noting('three', message())]
    expect((await line.post('k', messages)).kind).toBe('later')
    expect((await replica().post('k', messages)).kind).toBe('sent')
    expect(posted).toEqual(['one', 'two', 'two', 'three'])
  })

  test('keeps one pace with the other replicas', async () => {
    const { state, replica, message } = aLine()
    const [one, two] = [replica(), replica()]
    const posts = Array.from({ length: 30 }, (_, index) =>
      (index % 2 === 0 ? one : two).post(`k${index}`, [message()]),
    )
    const kinds = (await Promise.all(posts)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'sent')).toHaveLength(20)
    expect(kinds.filter((kind) => kind === 'later')).toHaveLength(10)
    state.now += 60_000
    expect((await two.post('k30', [message()])).kind).toBe('sent')
  })

  test('a refusal ends the reply', async () => {
    const { state, line, message } = aLine()
    const refused: Delivery = { kind: 'refused', reason: 'errcode 93000' }
    expect(await line.post('k', [message(refused), message()])).toEqual(refused)
    expect(state.at.length).toBe(1)
  })

  test('one fault does not hold up the next', async () => {
    const { line, message } = aLine()
    await expect(line.post('a', [() => Promise.reject(new Error('ours'))])).rejects.toThrow('ours')
    expect(await line.post('b', [message()])).toEqual(sent)
  })

  test('never posts two at once, nor more than 20 in any minute', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 30 })), {
          maxLength: 20,
        }),
        async (rounds) => {
          const { state, line, message } = aLine()
          for (const [wait, count] of rounds) {
            state.now += wait
            await Promise.all(
              Array.from({ length: count }, (_, index) => line.post(`k${index}`, [message()])),
            )
          }
          expect(state.mostRunning).toBeLessThanOrEqual(1)
          for (const at of state.at)
            expect(state.at.filter((other) => other >= at && other < at + 60_000).length).toBeLessThanOrEqual(
              20,
            )
        },
      ),
      { seed: 20240108, numRuns: 100 },
    )
  })
})

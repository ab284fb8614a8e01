import { createHmac } from 'node:crypto'
import { errcode, type Answer } from './record.ts'

/** A custom robot of a group, with the times of what it posted. */
export interface FakeRobot {
  readonly secret: string | null
  posts: readonly number[]
  deafUntil: number
}

const perMinute = 20
const minute = 60_000
const signLife = 60 * minute

/** What a robot refuses before it looks at the message: a wrong or old signature, more than 20 a minute. */
export function refusedPost(
  robot: FakeRobot,
  query: Readonly<Record<string, string>>,
  now: number,
): Answer | null {
  const { timestamp = '', sign } = query
  if (robot.secret !== null) {
    if (Math.abs(now - Number(timestamp)) > signLife) return errcode(310000, 'invalid timestamp')
    const data = `${timestamp}\n${robot.secret}`
    const expected = createHmac('sha256', robot.secret).update(data).digest('base64')
    if (sign !== expected) return errcode(310000, 'sign not match')
  }
  robot.posts = [...robot.posts.filter((at) => at > now - minute), now]
  if (robot.posts.length > perMinute) robot.deafUntil = now + 10 * minute
  return now < robot.deafUntil ? errcode(410100, 'send too fast, exceed 20 times per minute') : null
}

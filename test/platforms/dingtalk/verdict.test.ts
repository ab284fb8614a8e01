import { expect, test } from '@jest/globals'
import { verdictOf } from '../../../src/platforms/dingtalk/verdict.ts'

test.each([
  ['0 as a number', 200, { errcode: 0, errmsg: 'ok' }, 'ok'],
  ['0 as a string', 200, { errcode: '0' }, 'ok'],
  ['the new API’s answer', 200, { processQueryKey: 'k' }, 'ok'],
  ['no JSON', 200, undefined, 'busy not_json'],
  ['a session that ended', 200, { errcode: 300001, errmsg: 'session 不存在' }, 'refused 300001'],
  ['too fast', 200, { errcode: '130101', errmsg: 'send too fast' }, 'busy 130101 60000'],
  ['too fast by the current number', 200, { errcode: 410100 }, 'busy 410100 60000'],
  ['busy', 200, { errcode: -1, errmsg: 'system busy' }, 'busy -1'],
  ['an old token', 200, { errcode: 40014, errmsg: '不合法的access_token' }, 'token 40014'],
  ['401', 401, { code: 'InvalidAuthentication', message: 'x' }, 'token InvalidAuthentication'],
  ['401 without a word', 401, undefined, 'token HTTP 401'],
  ['400 that speaks of the token', 400, { code: 'xx', message: 'Invalid access_token' }, 'token xx'],
  [
    'a limit told by 403',
    403,
    { code: 'Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', message: '' },
    'busy Forbidden.AccessDenied.QpsLimitForAppkeyAndApi 60000',
  ],
  ['429', 429, undefined, 'busy HTTP 429 60000'],
  [
    'no permission',
    403,
    { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied', message: '没有调用该接口的权限' },
    'refused Forbidden.AccessDenied.AccessTokenPermissionDenied',
  ],
  [
    'a wrong robot',
    400,
    { code: 'invalidParameter.robotCode.auth', message: '' },
    'refused invalidParameter.robotCode.auth',
  ],
  ['an outage', 503, { code: 'ServiceUnavailable' }, 'busy HTTP 503'],
  ['a page to log in at', 302, undefined, 'busy HTTP 302'],
  ['a code that is none', 400, { code: 'a secret\nin words' }, 'refused HTTP 400'],
] as const)('%s', (_, status, json, expected) => {
  const verdict = verdictOf({ status, json, headers: { get: () => null }, bytes: new Uint8Array() })
  const parts = [
    verdict.kind,
    ...('reason' in verdict ? [verdict.reason] : []),
    ...('afterMs' in verdict ? [verdict.afterMs] : []),
  ]
  expect(parts.join(' ')).toBe(expected)
})

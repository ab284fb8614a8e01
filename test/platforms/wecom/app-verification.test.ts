import { afterEach, describe, expect, test } from '@jest/globals'
import { corpId } from './secrets.ts'
import { WecomHouse } from './wecom-house.ts'

let house: WecomHouse
afterEach(() => house.close())

describe('the callback address', () => {
  test('is verified with the bare text, also where a proxy left a + bare', async () => {
    house = await WecomHouse.open({})
    const { app, url } = house
    expect(await app.verify('1616140317555161061')).toMatchObject({
      status: 200,
      body: '1616140317555161061',
    })
    const echostr = Array.from({ length: 50 }, (_, n) => app.cipher.encrypt(`${n}`, corpId)).find(
      (encrypted) => encrypted.includes('+'),
    )
    if (echostr === undefined) throw new Error('no + in fifty ciphertexts')
    const query = new URLSearchParams(app.sealed(echostr).query).toString()
    const bare = encodeURIComponent(echostr).replaceAll('%2B', '+')
    const answer = await fetch(`${url}/wecom/app?${query}&echostr=${bare}`)
    expect([answer.status, (await answer.text()).length > 0]).toEqual([200, true])
  })
})

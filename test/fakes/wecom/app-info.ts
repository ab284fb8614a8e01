import type { FakeApiOptions } from './fake-api.ts'
import { failure, ok, type JsonReply } from './json-reply.ts'
import type { RecordedRequest } from './recorded-request.ts'

/** `agent/get`: the app of the secret, and whom it may see. */
export function agentGet({ query }: RecordedRequest, { agentId, users }: FakeApiOptions): JsonReply {
  if (query['agentid'] !== agentId.toString()) return failure(301002, 'not allow operate another agent')
  return ok({
    ...{ agentid: agentId, name: '公开助手', close: 0 },
    allow_userinfos: { user: users.map((userid) => ({ userid })) },
    allow_partys: { partyid: [] },
    allow_tags: { tagid: [] },
  })
}

/** `user/get`: a person of the directory, if the app may see them. */
export function userGet({ query }: RecordedRequest, { users, hiddenUsers = [] }: FakeApiOptions): JsonReply {
  const userid = query['userid'] ?? ''
  if (users.includes(userid)) return ok({ userid, name: userid })
  return hiddenUsers.includes(userid)
    ? failure(60011, 'no privilege to access/modify contact/party/agent')
    : failure(60111, 'userid not found')
}

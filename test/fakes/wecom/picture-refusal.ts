import { createHash } from 'node:crypto'

/** What a group robot takes; a finished stream and the app take more. */
const mostForRobot = 2 * 1024 * 1024
const mostForStream = 10 * 1024 * 1024
const mostInStream = 10

/** Whether these are the bytes of a JPG or a PNG: no other picture is taken anywhere. */
export function isJpgOrPng(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 8).toString('hex')
  return head.startsWith('ffd8ff') || head === '89504e470d0a1a0a'
}

/** Why a robot would refuse `{"base64", "md5"}`; null: it takes it. */
export function robotPictureRefusal(
  image: unknown,
): { readonly code: number; readonly words: string } | null {
  const bytes = bytesOf(image)
  if (bytes === null) return { code: 40058, words: 'image.md5 does not match. invalid Request Parameter' }
  if (bytes.length > mostForRobot) return { code: 93018, words: 'image size exceed max limit' }
  return isJpgOrPng(bytes) ? null : { code: 40009, words: 'invalid image size or type' }
}

/** Why the frame of a stream would be refused (platforms, 3.4); null: it is taken. */
export function framePictureRefusal(frame: unknown): string | null {
  const { finish, msg_item: items } = (frame as { readonly stream?: Partial<Stream> }).stream ?? {}
  if (items === undefined) return null
  if (finish !== true) return 'msg_item before the end'
  if (items.length === 0 || items.length > mostInStream) return `${items.length} pictures`
  const isTaken = items.every(({ msgtype, image }) => {
    const bytes = bytesOf(image)
    return msgtype === 'image' && bytes !== null && bytes.length <= mostForStream && isJpgOrPng(bytes)
  })
  return isTaken ? null : 'a picture that is none'
}

interface Stream {
  readonly finish: boolean
  readonly msg_item: readonly { readonly msgtype: string; readonly image: unknown }[]
}

/** The bytes, if their MD5 is the one beside them. */
function bytesOf(image: unknown): Buffer | null {
  if (typeof image !== 'object' || image === null) return null
  const { base64, md5 } = image as { readonly base64?: unknown; readonly md5?: unknown }
  if (typeof base64 !== 'string' || typeof md5 !== 'string') return null
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length === 0 || bytes.toString('base64') !== base64) return null
  return createHash('md5').update(bytes).digest('hex') === md5 ? bytes : null
}

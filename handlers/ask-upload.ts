import type { Handler } from '../src/bot.ts'
import { isUnboundGroup } from '../src/roster/scope.ts'
import { linkForUpload } from '../templates/upload-link.ts'

const wish = /^(?:我要|我想|请)?(?:上传|补传)(?:年报|报告|年度报告|文件|链接)?[。！!]?$/u

/** 上传年报: a one-time link to a page that takes the file, for channels where none can be sent. */
export const askUpload: Handler = {
  name: 'ask-upload',
  accepts: ({ message, files, scope }) =>
    files.length === 0 && wish.test(message.text.trim()) && !isUnboundGroup(scope),
  handle: ({ linkToUpload, scope, files }) => {
    const isForAnother = files.some(({ kind }) => kind === 'fetched')
    return Promise.resolve({ replies: [linkForUpload(linkToUpload(), scope, isForAnother)] })
  },
}

import type { Reply } from '../src/bot.ts'

const notTaken = '**一起发来的文件没有收下，也没有核对。**'

/** Of a file that came to a group before it was bound: neither fetched nor checked; `isBound`: it is bound now. */
export function fileNotTaken(isBound: boolean): string {
  return isBound
    ? `${notTaken} 现在请再引用一次这个文件并 @我。`
    : `${notTaken} 本群绑定单位以后，请再引用一次这个文件并 @我；也可以现在就在单聊里把文件发给我。`
}

/** A file that came just before its group was bound. */
export function boundSince(): Reply {
  return {
    title: '文件没有收下，请再引用一次',
    markdown:
      '**文件没有收下：它发来的时候，本群还没有绑定单位。** 现在已经绑定了，请再引用一次这个文件并 @我。',
  }
}

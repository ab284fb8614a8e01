import type { NoFigure } from '../../src/questions/query/reply.ts'
import { escapeMarkdown } from '../markdown.ts'
import { notSummable } from './not-summable.ts'
import {
  offered,
  pages,
  whatElse,
  whatIsSeen,
  whatTablesHold,
  type Help,
  type Refused,
  type RefusedAbout,
} from './refusal-words.ts'

/** What is said for a reason that has no particulars. */
export function byReason(reason: NoFigure, asked: RefusedAbout, { example, links }: Help): Refused | null {
  const said: Partial<Record<NoFigure, Refused>> = {
    no_report: { title: '还没有收到年报', more: ['所问的年报还没有收到。把年报发给我，就可以查了。'] },
    no_table: { title: '这份年报没有读出这张表', more: ['没有数字可答。请打开年报核对。', pages(links)] },
    no_cell: { title: '这一格没有数字', more: ['空白不能当作 0。请打开年报核对。', pages(links)] },
    not_annual: {
      title: '年报里只有全年的数字',
      more: [
        '没有按月、按季度或到某一天为止的数字。',
        offered(asked.offers) ?? `可以问全年的，例如“${example.year}年依申请数量”。`,
      ],
    },
    not_stated: {
      title: '年报正文里没有写明总数',
      more: [
        `${asked.agencies.map(escapeMarkdown).join('、')} ${asked.year ?? ''}年年报的“总体情况”里没有写明主动公开信息的总条数，或者写了几个不同的数。这个数字表格里没有，不能替它相加。`,
        pages(links),
      ],
    },
    not_summable: notSummable(asked.metrics[0], asked, example),
    zero_denominator: { title: '分母是 0，算不出比例', more: ['总数是 0 件，算不出占比。'] },
    not_in_tables: isOfArrival(asked)
      ? unknownArrival(asked)
      : {
          title: '年报的表格里没有这一项',
          more: [whatTablesHold, ...whatElse(asked, example)],
        },
    not_understood: {
      title: '没听懂，所以没有回答',
      more: ['这些词放在一起，不知道要怎么算。', ...whatElse(asked, example)],
    },
    future_year: { title: '还没有这一年的年报', more: [`可以问“${example.year}年依申请数量”。`] },
    not_in_roster: { title: '没有找到这个单位', more: ['请把单位名称写全再问一次。'] },
    not_permitted: {
      title: '这里不能查这个单位的数字',
      more: ['请到该单位的工作群里问，或者请管理员查询。', whatIsSeen(example)],
    },
  }
  return said[reason] ?? null
}

/** Reports out of a file carry no time of arrival and no sender, imported ones no true ones. */
function unknownArrival({ metrics }: RefusedAbout): Refused {
  const canAsk = '可以问谁还没有交、谁没有通过校验。'
  if (metrics.includes('report.sender')) {
    return { title: '这里不知道年报是谁交的', more: [`没有这份年报是谁发来的记录。${canAsk}`] }
  }
  if (metrics.includes('report.late') || metrics.includes('report.onTime')) {
    return {
      title: '这里不知道年报是不是按时交的',
      more: [`这些年报是从文件里读的，没有各单位交来的时间，不能判断是否迟交。${canAsk}`],
    }
  }
  return {
    title: '这里不知道年报是什么时候收到的',
    more: [`这些年报是从文件里读的，没有收到的时间，也没有改过几次的记录。${canAsk}`],
  }
}

const ofArrival: readonly string[] = [
  ...['report.filed', 'report.revisions', 'report.versions', 'report.sender', 'report.late', 'report.onTime'],
]

function isOfArrival({ metrics }: RefusedAbout): boolean {
  return metrics.some((metric) => ofArrival.includes(metric))
}

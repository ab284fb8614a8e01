import type { Reply } from '../src/bot.ts'
import type { AskReply, NoFigure, RefusalDetail } from '../src/questions/query/reply.ts'
import { howToSend } from './help.ts'
import { bullets, escapeMarkdown, paragraphs, plainTitle } from './markdown.ts'
import { sampleQuestions, type Example } from './sample-questions.ts'

/** What helps beside a refusal. */
export interface Help {
  readonly example: Example
  /** Pages of the reports that hold no figure. */
  readonly links: readonly ReportLink[]
}

/** The page of a stored report. */
export interface ReportLink {
  readonly agency: string
  readonly link: string
}

/** The reply where there is no figure: why, and what can be asked instead. */
export function notUnderstood(reply: AskReply, help: Help): Reply {
  const said = reply.slot === null ? refusal(reply, help) : questionBack(reply, help.example)
  return { title: plainTitle(said.title), markdown: paragraphs([`**${said.title}**`, ...said.more]) }
}

interface Said {
  /** Plain text; what came from outside is in `more`. */
  readonly title: string
  readonly more: readonly (string | null)[]
}

function whatCanBeAsked(example: Example): string {
  return `可以这样问：\n\n${bullets(sampleQuestions(example))}\n\n想知道我能做什么，请发“帮助”。`
}

function questionBack({ slot, options, wording }: AskReply, example: Example): Said {
  if (slot === 'agency') {
    const written = wording.refusal?.kind === 'ambiguous' ? escapeMarkdown(wording.refusal.written) : null
    return {
      title: '请问您问的是哪个单位？',
      more: [
        written === null ? null : `“${written}”还不能确定是谁。`,
        options.length === 0 ? null : bullets(options.map(escapeMarkdown)),
        `请把单位名称写全再问一次，例如“${escapeMarkdown(options[0] ?? example.agency)}本年依申请数量”；要问合计，请写“各单位依申请一共多少件”。`,
      ],
    }
  }
  if (slot === 'year') {
    return {
      title: '请问您问的是哪一年？',
      more: [`请写明一个年份再问一次，例如“${example.year}年依申请数量”。`],
    }
  }
  if (wording.refusal?.kind === 'ambiguous') {
    return {
      title: '请问您问的是哪一个数字？',
      more: [
        `“${escapeMarkdown(wording.refusal.written)}”可能指收到的申请，也可能指公开的数量。`,
        '要问本年新收的申请，请写“依申请数量”；公开的数量目前还不能回答。',
      ],
    }
  }
  return {
    title: '请问您问的是哪一个数字？',
    more: ['目前能回答的是“依申请数量”。', whatCanBeAsked(example)],
  }
}

/** The agencies and the year a refusal speaks of. */
interface Asked {
  readonly agencies: readonly string[]
  readonly year: number | undefined
}

function refusal({ reason, wording, query }: AskReply, help: Help): Said {
  const asked = { agencies: query.agencies, year: query.years[0] }
  return (
    (wording.refusal === null ? null : byDetail(wording.refusal, asked, help.example)) ??
    (reason === null ? null : byReason(reason, asked, help)) ?? {
      title: '这个问题我答不了',
      more: ['我只回答年报里的数字，也帮着核对年报。', whatCanBeAsked(help.example)],
    }
  )
}

function byDetail(detail: RefusalDetail, asked: Asked, example: Example): Said | null {
  switch (detail.kind) {
    case 'words':
      return {
        title: '没听懂，所以没有回答',
        more: [`没听懂的是：${detail.words.map(quoted).join('、')}`, whatCanBeAsked(example)],
      }
    case 'not_yet':
      return {
        title: '这一项目前还不能回答',
        more: [`您问到的是：${escapeMarkdown(detail.what)}。`, whatCanBeAsked(example)],
      }
    case 'not_held':
      return notHeld(detail.what, example)
    case 'too_long':
      return { title: `问题太长了，请控制在 ${detail.limit} 字以内`, more: [whatCanBeAsked(example)] }
    case 'one_year':
      return {
        title: '目前一次只能问一个年份',
        more: [`请一年一年地问，例如“${example.year}年依申请数量”。`],
      }
    case 'unknown_agency':
      return unknownAgency(detail)
    case 'future':
      return future(detail)
    case 'newest':
      return noReport(asked, detail.year)
    case 'nothing_stored':
      return nothingStored
    case 'outside':
      return {
        title: '这里不能查这个单位的数字',
        more: [
          `${detail.agencies.map(escapeMarkdown).join('、')}的数字，请到该单位的工作群里问，或者请管理员查询。`,
        ],
      }
    case 'ambiguous':
      return null
  }
}

function notHeld(what: string, example: Example): Said {
  return {
    title: '年报的表格里没有这一项',
    more: [
      `${quoted(what)}不在法定的三张表里。表里有依申请的件数、办理结果、复议和诉讼，以及规范性文件、许可、处罚、强制和收费。`,
      whatCanBeAsked(example),
    ],
  }
}

const nothingStored: Said = {
  title: '还没有收到任何年报',
  more: [`把年报发给我，核对、收存以后就可以查了。\n\n${howToSend}`],
}

function future({ year, newest, current }: Extract<RefusalDetail, { kind: 'future' }>): Said {
  if (newest === null) return nothingStored
  return {
    title: `还没有 ${year} 年的年报`,
    more: [
      current
        ? `最新的是 ${newest} 年的。如指 ${year} 年公布的年报，请问“${year - 1}年依申请数量”。`
        : `${year} 年还没到，不会有这一年的年报。最新的是 ${newest} 年的，可以问“${newest}年依申请数量”。`,
    ],
  }
}

function unknownAgency({
  written,
  nearest,
  listed,
}: Extract<RefusalDetail, { kind: 'unknown_agency' }>): Said {
  return {
    title: '没有找到这个单位',
    more: [
      listed ? `${quoted(written)}不在单位名册里。` : `还没有收到${quoted(written)}的年报。`,
      nearest.length === 0 ? null : `名称相近的有：\n\n${bullets(nearest.map(escapeMarkdown))}`,
      '请把单位名称写全再问一次。',
    ],
  }
}

function noReport({ agencies, year }: Asked, newest: number | null): Said {
  const [first, ...others] = agencies
  const only = first !== undefined && others.length === 0 ? escapeMarkdown(first) : null
  const who = only ?? '所问的单位'
  const hint =
    newest === null
      ? `${who}的年报还一份都没有收到。把年报发给我，就可以查了。`
      : `${only === null ? '收到的年报里' : `${only}的年报，`}最新的是 ${newest} 年的，可以问“${only ?? ''}${newest}年依申请数量”。`
  return { title: `还没有 ${year ?? ''} 年的年报`, more: [hint] }
}

function byReason(reason: NoFigure, asked: Asked, { example, links }: Help): Said | null {
  const report = `${asked.agencies.map(escapeMarkdown).join('、')} ${asked.year ?? ''}年的年报`
  const said: Partial<Record<NoFigure, Said>> = {
    no_table: {
      title: '这份年报没有读出表三',
      more: [`${report}里没有读出表三，所以没有数字可答。请打开年报核对。`, pages(links)],
    },
    no_cell: {
      title: '这一格没有数字',
      more: [
        `${report}里，“本年新收政府信息公开申请数量”的“总计”是空白或没读出来，不能当作 0。请打开年报核对。`,
        pages(links),
      ],
    },
    not_annual: {
      title: '年报里只有全年的数字',
      more: [`没有按月、按季度的数字。可以问全年的，例如“${example.year}年依申请数量”。`],
    },
  }
  return said[reason] ?? null
}

/** Links to the reports; more than a few would hide what is said. */
function pages(links: readonly ReportLink[]): string | null {
  const [only, ...others] = links
  if (only === undefined) return null
  if (others.length === 0) return `[打开报告页面](${only.link})`
  return bullets(links.slice(0, 5).map(({ agency, link }) => `[${escapeMarkdown(agency)}](${link})`))
}

function quoted(words: string): string {
  return `“${escapeMarkdown(words)}”`
}

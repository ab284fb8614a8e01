import { z } from 'zod'
import { isMetric } from './metric-table.ts'
import type { Metric } from './metrics.ts'
import { querySchema } from './query.ts'

const texts = z.array(z.string()).readonly()

/**
 * An answer to a question back: the words it settles (null: words were missing) and what was chosen; `besides`: what was
 * said of the question without settling it, as typed.
 */
const choice = z
  .object({
    slot: z.enum(['metric', 'agency', 'year', 'besides']),
    written: z.string().nullable(),
    chosen: texts,
  })
  .readonly()
export type Choice = z.infer<typeof choice>

const open = z
  .object({
    /** The question that could not be answered yet, as typed. */
    question: z.string(),
    slot: z.enum(['metric', 'agency', 'year']),
    options: texts,
    written: z.string().nullable(),
    /** All options may be asked for together (都要). */
    together: z.boolean().default(true),
    /** It goes on from what was spoken of, whatever its words are. */
    goesOn: z.boolean().default(false),
    /** Questions back about it that were answered before. */
    choices: z.array(choice).readonly(),
  })
  .readonly()
/** A question back that waits for its answer. */
export type OpenQuestion = z.infer<typeof open>

const settled = z.object({ open, chosen: texts }).readonly()
/** A question back that was answered, and what was chosen. */
export type Settled = z.infer<typeof settled>

const unsettled = z
  .object({
    /** As typed. */
    question: z.string(),
    /** Whose, which years and which figures were heard; of a figure it is not known whether it was meant. */
    query: querySchema,
    byDefault: z.boolean(),
    /** The question back that is open was there before it, and is not about it. */
    besideOpen: z.boolean(),
  })
  .readonly()
/** A turn after the last query with words that were not understood. */
export type Unsettled = z.infer<typeof unsettled>

const listed = z
  .object({
    /** Full names in the order of the answer; none where it named nobody, or more than are remembered. */
    names: texts,
    /** Of a ranking the place of each, counted from the end that `order` says. */
    places: z.array(z.number().int()).readonly().nullable(),
    order: z.enum(['desc', 'asc']),
  })
  .readonly()
/** The agencies that an answer picked out of those asked about. */
export type Listed = z.infer<typeof listed>

const listBefore = z.object({ query: querySchema, listed }).readonly()
/** A list with the query that asked for it. */
export type ListBefore = z.infer<typeof listBefore>

const link = z
  .object({
    query: querySchema,
    /** The one that its answer picked out (最多的是谁); null where it picked out nobody, or several. */
    picked: z.string().nullable(),
  })
  .readonly()
/** One of several questions in a row. */
export type Link = z.infer<typeof link>

/** What is remembered of one asker in one conversation, checked where it comes back from a store. */
export const conversationSchema = z
  .object({
    /** The last query that was read, whether or not it had a figure. */
    last: querySchema.nullable(),
    /** It used the reporting year by 本年 or by no word: then 去年 is counted from it. */
    byDefault: z.boolean(),
    /** Its year was said by a word of the calendar (去年): then 前年 is one, too, and not the second year before it. */
    byCalendar: z.boolean().default(false),
    /** 今年 was told as the year reported on, or 去年 as the one before that: a later 去年 is, too. */
    fromReports: z.boolean().default(false),

    /** Whom the last answer picked out (最多的是谁, 哪些单位超过30件): 它, 它们 and 第一名 mean those. */
    listed: listed.nullable().default(null),
    /** A list told before, while the turns since were about its members: 第二名, 它们 and 三家 still mean those. */
    list: listBefore.nullable().default(null),
    /** The years that the last answer picked out of several (哪年最多): 那年 means that one. */
    yearsTold: z.array(z.number().int()).readonly().nullable().default(null),
    /** The part that the last answer picked out of a figure's rows or applicants (哪类最多); null where it picked out none, or several. */
    partTold: z
      .custom<Metric>((id) => typeof id === 'string' && isMetric(id))
      .nullable()
      .default(null),
    /**
     * The last questions for one figure each, every one but for one thing the same as the one before: 一共几件 adds them;
     * or two that differ in more, which nothing joins.
     */
    chain: z.array(link).readonly().default([]),
    open: open.nullable(),
    /** A question back that the last answer settled: another of its options may be asked for (第二个呢). */
    settled: settled.nullable().default(null),
    /** The next fragment may be about this turn and not about `last`: it keeps only what is certain of it. */
    unsettled: unsettled.nullable().default(null),
    /** Questions that the last reply offered instead of one it did not understand: 是 asks the first, 2 the second. */
    offered: texts.default([]),
  })
  .readonly()
export type Conversation = z.infer<typeof conversationSchema>

/** No answer picked out anybody or a year, and nothing was asked in a row. */
export const nothingTold = { listed: null, list: null, yearsTold: null, partTold: null, chain: [] } as const

/** Nothing was said yet. */
export const newConversation: Conversation = {
  ...{ last: null, byDefault: false, byCalendar: false, fromReports: false },
  ...{ open: null, settled: null, unsettled: null, offered: [], ...nothingTold },
}

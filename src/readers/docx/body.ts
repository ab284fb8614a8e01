import { parseXml } from '../xml.ts'
import { contentElements, propertyElements } from './body-elements.ts'
import { closeContainer } from './body-paragraphs.ts'
import { startBody, type BodyElement, type BodySources } from './body-state.ts'
import type { DraftBlock } from './draft.ts'

/** The innermost open property element (`w:pPr`, …): only the elements listed for it count inside. */
interface PropertyScope {
  readonly name: string
  readonly path: string
  readonly elements: ReadonlyMap<string, BodyElement>
}

/**
 * Parses the main part of a Word document. Tracked deletions, hidden text and field instructions are left out;
 * wrappers (content controls, smart tags, hyperlinks, custom XML) are looked through.
 */
export function parseBody(bytes: Uint8Array, sources: BodySources): readonly DraftBlock[] {
  const state = startBody(sources)
  const properties: PropertyScope[] = []
  let scope: PropertyScope | undefined
  /** Open elements inside one that is skipped, itself included. */
  let skipped = 0
  parseXml(
    bytes,
    {
      open: (name, attributes) => {
        const element = (scope?.elements ?? contentElements).get(name)
        const isUnknownProperty = scope !== undefined && element === undefined
        if (skipped > 0 || isUnknownProperty || element?.skips?.(state, attributes) === true) {
          skipped += 1
          return
        }
        element?.open?.(state, attributes)
        const inner = propertyScope(name, scope)
        if (inner === undefined) return
        scope = inner
        properties.push(inner)
      },
      close: (name) => {
        if (skipped > 0) {
          skipped -= 1
        } else if (scope === undefined) {
          contentElements.get(name)?.close?.(state)
        } else if (scope.name === name) {
          properties.pop()
          scope = properties.at(-1)
        }
      },
      text: (text) => {
        if (state.textBuffer !== undefined && skipped === 0) state.textBuffer += text
      },
    },
    sources.budget,
  )
  return closeContainer(state)
}

function propertyScope(name: string, outer: PropertyScope | undefined): PropertyScope | undefined {
  const path = outer === undefined ? name : `${outer.path}/${name}`
  const elements = propertyElements.get(path)
  return elements === undefined ? undefined : { name, path, elements }
}

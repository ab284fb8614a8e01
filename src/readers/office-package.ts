import { damagedFile, type Budget } from './limits.ts'
import { parseXml, type XmlAttributes } from './xml.ts'
import type { Zip } from './zip.ts'

/** An Office Open XML file: its main part, and the parts that others refer to. */
export interface OfficePackage {
  readonly kind: OfficeKind
  /** Name of the main part inside the container (`word/document.xml`). */
  readonly mainPart: string
  /** Bytes of a part, undefined if it is missing. */
  readonly read: (part: string) => Uint8Array | undefined
  /** The relationships that start at a part; none if it has no list of them. */
  readonly relationsOf: (part: string) => Relations
}

/** Which program a package belongs to, by the content type of its main part. */
export type OfficeKind = 'word' | 'excel' | 'powerpoint' | 'other'

export interface Relations {
  /** The part that an id stands for; an address as it is written for something outside the file. */
  readonly target: (id: string) => string | undefined
  /** The first part related by a type, given by the last word of its address (`styles`). */
  readonly ofType: (type: string) => string | undefined
}

interface Relation {
  readonly type: string
  readonly target: string
}

/** Opens a zip container that has `[Content_Types].xml`. Throws `damaged_file` where no main part can be found. */
export function openOfficePackage(zip: Zip, budget: Budget): OfficePackage {
  const types = readContentTypes(zip, budget)
  const relationsOf = (part: string) => readRelations(zip, part, budget)
  const root = relationsOf('')
  const mainPart = root.ofType('officeDocument') ?? types.mainPart
  if (mainPart === undefined) throw damagedFile('找不到正文')
  return { kind: types.kindOf(mainPart), mainPart, read: (part) => zip.read(part), relationsOf }
}

const kinds: readonly (readonly [RegExp, OfficeKind])[] = [
  [/wordprocessingml\.(document|template)\.main|ms-word\.\w+\.macroEnabled\w*\.main/i, 'word'],
  [/spreadsheetml\.(sheet|template)\.main|ms-excel\..*\.main/i, 'excel'],
  [/presentationml\.\w+\.main|ms-powerpoint\..*\.main/i, 'powerpoint'],
]

function readContentTypes(zip: Zip, budget: Budget) {
  const overrides = new Map<string, string>()
  const defaults = new Map<string, string>()
  const bytes = zip.read('[Content_Types].xml')
  if (bytes !== undefined) {
    const open = (name: string, { get }: XmlAttributes) => {
      const type = get('ContentType') ?? ''
      if (name === 'ct:Override') overrides.set(partName(get('PartName') ?? ''), type)
      if (name === 'ct:Default') defaults.set((get('Extension') ?? '').toLowerCase(), type)
    }
    parseXml(bytes, { open, close: nothing, text: nothing }, budget)
  }
  const kindOfType = (type: string) => kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'other'
  return {
    kindOf: (part: string): OfficeKind =>
      kindOfType(overrides.get(partName(part)) ?? defaults.get(part.slice(part.lastIndexOf('.') + 1)) ?? ''),
    mainPart: [...overrides].find(([, type]) => kindOfType(type) !== 'other')?.[0],
  }
}

function nothing(): void {
  // Only elements that open carry anything in these parts.
}

/** Part names compare without case and without the slash in front. */
function partName(name: string): string {
  return name.replace(/^\//, '').toLowerCase()
}

function readRelations(zip: Zip, part: string, budget: Budget): Relations {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const bytes = zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  if (bytes !== undefined) {
    const open = (name: string, { get }: XmlAttributes) => {
      if (name !== 'rel:Relationship') return
      const target = get('Target') ?? ''
      relations.set(get('Id') ?? '', {
        type: get('Type') ?? '',
        target: get('TargetMode') === 'External' ? target : resolve(folder, target),
      })
    }
    parseXml(bytes, { open, close: nothing, text: nothing }, budget)
  }
  return {
    target: (id) => relations.get(id)?.target,
    ofType: (type) => [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target,
  }
}

/** A target is relative to the folder of its part, or absolute with a slash in front. */
function resolve(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target : `${folder}${target}`).split('/')
  const path: string[] = []
  for (const step of steps) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  return path.join('/')
}

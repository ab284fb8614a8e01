/** A figure of the bot's metrics about the callbacks of one route. */
export interface CallbackFigure {
  readonly route: string
  readonly source: string
  /** Empty where the metric has none. */
  readonly reason: string
  readonly value: number
}

/** The figures of one metric out of Prometheus text. */
export function callbackFigures(metrics: string, name: string): readonly CallbackFigure[] {
  const line = new RegExp(`^${name}\\{([^}]*)\\} (\\S+)$`, 'gm')
  return [...metrics.matchAll(line)].map(([, labels = '', value = '']) => {
    const of = (label: string): string => new RegExp(`(?:^|,)${label}="([^"]*)"`).exec(labels)?.[1] ?? ''
    return { route: of('route'), source: of('source'), reason: of('reason'), value: Number(value) }
  })
}

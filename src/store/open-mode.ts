/**
 * What a store is opened for. `serve`: the bot itself, one process a data directory; `write`: a command that stores
 * something beside it; `read`: a command that only looks.
 */
export type OpenMode = 'serve' | 'write' | 'read'

/** The official sample's (platforms, 1.1). */
export const token = 'QDG6eK'
export const aesKey = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'
export const corpId = 'wx5823bf96d3bd56c7'

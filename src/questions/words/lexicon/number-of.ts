/** What may follow the name of a figure that is a count: 行政复议的件数. */
export const number = '(的){数量|件数|数据|数目|数}'

/** Where WeChat Work keeps files and takes answers; each stands for its subdomains as well (platforms, 0.4). */
export const vendorHosts: readonly string[] = ['myqcloud.com', 'qpic.cn', 'qq.com']

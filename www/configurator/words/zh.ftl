### 写给各地网站的管理员：他们懂一点 HTML，不一定会编程。

conf-title = 把估算放到您的网站上
conf-lead = 选好下面几项，看看效果，把代码复制到网页里想放的地方。文件都在您自己的服务器上，居民填的内容不离开他们的浏览器。
conf-to-page = 打开估算页面

conf-section-what = 算什么
conf-region = 地区
conf-region-hint = 选了以后居民仍可改选。
conf-region-open = 让居民自己选
conf-lang = 语言
conf-lang-zh = 中文
conf-lang-en = English
conf-situation = 打开时的情形
conf-situation-hint = 只影响先问什么，居民随时可以换。
conf-situation-open = 不预设

conf-section-look = 样子
conf-theme = 深浅
conf-theme-auto = 跟随系统
conf-theme-light = 浅色
conf-theme-dark = 深色
conf-accent = 主色
conf-accent-pick = 从色板里选
conf-accent-hint = 按钮和链接的颜色，写成 #0b6455 这样。空着就用我们的。
conf-accent-bad = 请写成 # 加 3 位或 6 位，比如 #0b6455
conf-accent-corrected = 这个颜色在浅底上看不清，会自动改成 { $colour }（对比度至少 4.5∶1，大字版 7∶1）。
conf-elder = 打开时就是大字版
conf-width = 最宽
conf-width-hint = 以像素为单位，280 以上。空着就占满所在的栏。高度会自动跟着内容走。
conf-width-bad = 请填 280 到 9999 之间的整数

conf-section-how = 怎么放
conf-way = 方式
conf-way-frame = 一行标签（推荐）
conf-way-frame-note = 估算在一个框里，和您的网页互不影响。脚本被拦时，链接还在。
conf-way-element = 网页里的一个元素
conf-way-element-note = 不用框。您的安全策略要允许 WebAssembly，见右边。
conf-integrity = 锁定版本（integrity）
conf-integrity-note = 文件有任何改动，浏览器就拒绝运行；以后更新时要换代码。
conf-sandbox = 把框关进沙箱（sandbox）
conf-sandbox-note = 框里的页面碰不到您网站的任何东西。
conf-answers = 让网页收到结果
conf-answers-note = 居民每改一处，您的网页就收到一次 estimate 事件。不选，什么也收不到。
conf-policy = 自己的规定文件
conf-policy-hint = 由 npm run wrap-policy 做成，放在同一个文件夹里，名字以 policy 开头。没有就空着。
conf-policy-bad = 名字要以 policy 开头、以 .js 结尾，放在同一个文件夹或下面的文件夹里
conf-address = 文件放在哪里
conf-address-hint = 您服务器上放这些文件的文件夹的网址。
conf-address-bad = 请填 https:// 开头的网址
conf-address-example = https://www.example.gov.cn/yibao/

conf-section-code = 要贴的代码
conf-link-text = 看病能报多少
conf-link-text-region = 看病能报多少（{ $region }）
conf-copy = 复制代码
conf-copied = 已复制
conf-copy-failed = 浏览器不让复制，请选中上面的代码，按 Ctrl+C
conf-rules = 安全策略
conf-rules-hint = 您的网站如果设了 Content-Security-Policy，把下面两条加进去；没有设就不用管。
conf-section-preview = 效果
conf-preview-hint = 这就是真的，可以填。
conf-preview-address = 预览用的是这个页面所在的文件夹。
conf-more = 其他办法
conf-more-link = 只放一个链接：
conf-more-file = 给没有网络的地方：把 { $file } 存到 U 盘，双击就能打开，不用联网。
conf-more-headers = 服务器的响应头样例在 headers 文件夹里（nginx、Apache）。
conf-guide = 完整的说明

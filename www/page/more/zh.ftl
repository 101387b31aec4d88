### 打开时才载入的几块。和 words/zh.ftl 一样：写给居民看，短句，大白话。

## 带走
along-print-title = 打印，或存成 PDF
along-print-text = 一份完整的清单：每一条规定、每一步计算、出处和日期、我们的假定、您填的内容。可以拿着去问医院或医保局。
along-print = 打印或存成 PDF
along-view = 先在屏幕上看
along-link-title = 发给家人，或换一台设备接着填
along-link-text = 您填的内容就写在链接里“#”的后面，打开链接时也不会传到任何服务器。谁拿到链接，谁就能看到这些内容。
along-link = 做一个链接
along-link-field = 链接
along-copy = 复制链接
along-copied = 已复制
along-copy-failed = 没能自动复制，请长按选中上面的链接，再复制
along-link-disk = 这个页面是从这台设备的文件里打开的，链接在别的设备上打不开。发给别人，请存成文件再发。
along-file-title = 存成文件
along-file-text = 存下您填的内容和算出的结果（JSON 格式）。以后在这里打开，就能接着算。
along-save = 存成文件
along-file-show = 存不了文件？复制里面的文字
along-open-title = 打开以前存的文件
along-open-text = 打开以后，现在填的内容会换成文件里的。

## 打印的清单
receipt-close = 关上清单
receipt-title = 医保报销估算清单
receipt-where = { $region } · 按 { DATE($date) } 收录的规定计算
receipt-in-scope = 其中政策范围内
receipt-answers = 您填的内容
receipt-true = 满足
receipt-false = 没有满足
receipt-unknown = 还不能确定
receipt-not = { $name }：没有满足“{ $why }”
receipt-hashes = 供核对
receipt-hashes-text = 下面的指纹（SHA-256）指明用的是哪一版程序、哪一版规定、哪一份输入。三样相同，在任何机器上算出的金额都相同。
receipt-build = 计算程序 { $engine }
receipt-policy = 规定 { $id }
receipt-inputs = 输入
receipt-request = 输入原文

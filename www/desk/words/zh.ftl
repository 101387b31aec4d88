### 写给医保局的工作人员：懂医保，不一定会编程。

desk-title = 政策工作台
desk-lead = 写、查、算、比一个地方的医保规定。文件只在您的电脑里打开和保存，不会传到任何地方。
desk-to-page = 打开估算页面
desk-to-library = 查看各地规定

desk-tools = 工具
desk-open = 打开文件
desk-save = 保存
desk-undo = 撤销
desk-redo = 重做
desk-drop = 也可以把 policy.json 和 cases.json 拖进来。
desk-saved = 已存为 { $name }。
desk-opened = 打开了 { $name }。
desk-shipped = 现有的地方
desk-shipped-choose = 选一个地方来看
desk-new = 新建一个地方
desk-new-like = 参照哪里
desk-new-code = 行政区划代码
desk-new-name = 中文名称
desk-new-en = 英文名称
desk-new-make = 新建
desk-new-hint = 照搬条件和算法，不照搬数字：那边的数字只作参考，要换成本地文件里的。
desk-new-bad = 代码是六位数字，中英文名称都要写。

desk-tab-policy = 规定
desk-tab-form = 表单
desk-tab-cases-text = 例子
desk-editor-policy = 规定文件的内容
desk-editor-cases = 例子文件的内容

desk-panel-problems = 问题
desk-panel-preview = 居民看到的
desk-panel-cases = 例子结果
desk-panel-coverage = 还缺什么例子
desk-panel-compare = 改了什么

desk-no-problems = 没有问题，也没有提醒。
desk-problem = 问题
desk-warning = 提醒
desk-count-problems = { $problems } 个问题，{ $warnings } 条提醒
desk-line = 第 { $line } 行
desk-meant = 改成 { $name }
desk-accept = 接受，写明理由
desk-accept-reason = 请在这里写理由

desk-preview-needs = 改好所有问题以后，这里就是居民看到的页面。
desk-cases-none = 还没有例子。每条规定至少要有一个亲手算过的例子。
desk-case-holds = 对得上
desk-case-fails = 对不上
desk-case-difference = { $path }：应为 { $expected }，算出 { $actual }
desk-case-absent = 没有这一项
desk-cases-count = { $held } 个对得上，{ $failed } 个对不上

desk-cover-run = 查一查
desk-cover-conditions = 条件（满足、不满足都有例子）
desk-cover-numbers = 数字
desk-cover-limits = 限额（没到、到了都有例子）
desk-cover-readings = 读法
desk-cover-of = { $reached } / { $all }
desk-cover-proposals = 建议加的例子，请亲手算
desk-cover-full = 该有的例子都有了。
desk-mutate = 看看写错一个数会不会被发现
desk-mutate-count = 试着改错 { $tried } 处，例子发现了 { $noticed } 处。
desk-mutate-missed = 没被发现的

desk-compare-lead = 和打开时的内容相比。
desk-compare-other = 换一个旧文件来比
desk-compare-run = 比一比
desk-compare-same = 没有改动。
desk-compare-edits = 改动的地方
desk-compare-who = 对谁有影响
desk-compare-people = 按规定涉及的各种情况随机编出 { $people } 个人来算，不是真实的统计。
desk-compare-nobody = 编出来的人里没有谁的报销变了。
desk-compare-group = 谁
desk-compare-number = 人数
desk-compare-gain = 多报
desk-compare-lose = 少报
desk-compare-unclear = 不定
desk-compare-mean = 平均（元）
desk-compare-span = 最少到最多（元）
desk-compare-reasons = 为什么
desk-compare-reason = { $programme }：{ $before } → { $after }（{ $people } 人）
desk-compare-cases = 变了的例子
desk-compare-texts = 逐行对照
desk-none = 无

desk-form-sources = 来源
desk-form-values = 数值
desk-form-source-title = 标题
desk-form-source-publisher = 发布单位
desk-form-source-date = 日期
desk-form-source-status = 来历
desk-status-announced = 主管部门公布
desk-status-reported = 别处报道
desk-form-from = 从
desk-form-to = 到
desk-form-source = 来源
desk-form-unpublished = 未公布
desk-form-add-source = 加一个来源
desk-form-needs = 文件读得出来以后，这里可以用表格改数字、日期和来源。
desk-unsaved = 有改动还没有保存。
desk-working = 正在算……

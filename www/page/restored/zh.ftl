### 中文（简体）：从链接或文件打开时才会遇到的话。

problem-too_large = 内容太多了，请一次只算一个人的费用
problem-not_json = 内容读不懂，请重新填写
problem-repeated_key = 同一项出现了两次，请只留一个
problem-not_an_object = 这里的内容形式不对，请重新填写
problem-not_a_list = 这里应该是一组选项，请重新选择
problem-not_a_string = 这里的内容形式不对，请重新填写
problem-not_yes_no = 请回答“是”“否”或“不知道”
problem-unknown_key = 不认识“{ $key }”这一项
problem-unknown_region = 还没有收录这个地方的规定
problem-unknown_fact = 不认识“{ $fact }”这一项
problem-misplaced_fact = “{ $fact }”填错了地方
problem-unknown_programme = 这里没有“{ $programme }”这项待遇
problem-unknown_value = 这里没有“{ $value }”这个数字
problem-unknown_reading = 这里没有“{ $reading }”这种理解
problem-repeated_id = 两笔费用的编号相同，请删去一笔再填
problem-repeated_member = 同一个选项选了两次
restored-unreadable = 这个链接或文件里的内容读不出来，可能没有复制完整。请从头填写，或者让对方重新发一次。
restored-region = 里面写的参保地（代码 { $region }）还没有收录，请重新选择。
restored-newer = 这是用更新的版本保存的，有的内容可能没有带过来。请对照看一遍。
restored-lost = 有 { $n } 项内容没有认出来，没有带过来。请对照看一遍。
restored-changed = 这份内容保存以后，这里收录的规定有变动：金额可能和当时不一样。

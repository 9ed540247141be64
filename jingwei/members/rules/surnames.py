"""Surnames that are read otherwise than their sign is read elsewhere."""

SURNAMES = dict(
    pair.split(":")
    for pair in (
        "曾:zeng 单:shan 仇:qiu 解:xie 区:ou 查:zha 任:ren 盖:ge 翟:zhai 朴:piao 繁:po 乐:yue 折:she "
        "召:shao 缪:miao 冼:xian 洗:xian 黑:he 秘:bi 种:chong 员:yun 贠:yun 祭:zhai 覃:qin 隗:wei 那:na "
        "宁:ning 牟:mu 葛:ge 纪:ji 燕:yan 应:ying 华:hua 褚:chu 於:yu 訾:zi 逯:lu 阚:kan 句:gou 车:che "
        "石:shi 沈:shen 宿:su 谌:chen 臧:zang 盛:sheng 叶:ye 曲:qu 幺:yao 么:yao 柏:bai 薄:bo 都:du 干:gan "
        "郇:xun 郗:xi 颉:xie 乜:nie 能:nai 佴:nai 撒:sa 眭:sui 相:xiang 行:xing 占:zhan 仉:zhang 殳:shu "
        "少:shao 晁:chao 藏:zang 宓:mi 降:jiang 强:qiang 尹:yin 哈:ha 长:chang 重:chong 尉:wei 参:shen "
        "会:gui 朝:chao 校:jiao 俞:yu 俱:ju 郦:li 蕃:bo 卜:bu 万:wan 色:se 适:kuo 冯:feng 令:ling 系:xi "
        "角:jue 过:guo 扁:bian 炅:gui 不:fou 要:yao 教:jiao 晟:cheng 隽:juan 阙:que 兴:xing 呙:guo 弗:fei "
        "观:guan 呼:hu 和:he"
    ).split()
)
COMPOUND = {
    signs: tuple(read.split("+"))
    for signs, read in (
        pair.split(":")
        for pair in (
            "尉迟:yu+chi 万俟:mo+qi 长孙:zhang+sun 单于:chan+yu 澹台:tan+tai 令狐:ling+hu 宰父:zai+fu 欧阳:ou+yang "
            "司马:si+ma 上官:shang+guan 诸葛:zhu+ge 皇甫:huang+fu 夏侯:xia+hou 慕容:mu+rong 宇文:yu+wen 司徒:si+tu "
            "独孤:du+gu 东方:dong+fang 呼延:hu+yan 端木:duan+mu 公孙:gong+sun 轩辕:xuan+yuan 濮阳:pu+yang 赫连:he+lian "
            "钟离:zhong+li 鲜于:xian+yu 闾丘:lu+qiu 申屠:shen+tu 南宫:nan+gong 西门:xi+men 百里:bai+li 东郭:dong+guo "
            "司空:si+kong 太史:tai+shi 公冶:gong+ye 仲孙:zhong+sun 亓官:qi+guan 乐正:yue+zheng 漆雕:qi+diao 拓跋:tuo+ba"
        ).split()
    )
}

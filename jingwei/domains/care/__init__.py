"""Care for members: the medal for fifty years in the Party, political birthdays, visits, heart-to-heart talks.

Words: medal “光荣在党50年”纪念章, political birthday 政治生日, visit 走访慰问, talk 谈心谈话.
Obeys: “光荣在党50年”纪念章颁发有关规定; 中国共产党支部工作条例（试行） 第十九条; 个人信息保护法.
"""

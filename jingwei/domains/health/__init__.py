"""Health: how the organizations of a subtree stand against the regulations (组织体检), computed when asked and never
stored. What is found becomes a matter to be put right (整改事项) with one press.

Words: finding 体检发现, matter 整改事项, health 组织体检.
Obeys: 中国共产党支部工作条例（试行）第四条、第五条、第八条、第二十条、第二十一条.
"""

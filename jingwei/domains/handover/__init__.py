"""Handover: a leaving secretary gives the work over in one press (交接包): what is open, by when, with whom, where the
keys are. What was handed over is kept as it was; both confirm, and the old post ends with the second word.

Words: handover 交接包, handover row 交接事项, leaver 离任人, successor 接任人.
Obeys: 中国共产党支部工作条例（试行）第二十一条.
"""

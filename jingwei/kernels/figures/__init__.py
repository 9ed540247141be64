"""Figures: a figure is defined once, counted where it happens, rolled up the tree, and opens to what it counts.

A change to a counted row leaves one line in a queue, in the same transaction (a trigger of the database, so that no way
of writing passes by it). The queue is folded in the background: what an organization counts of its own is counted anew,
and the difference goes up to all above it. Counting anew cannot count twice.

Words: figure 指标, cut 分组, cell 指标分项 (one value of one cut of one figure), roll-up 汇总 (a cell of one
organization and all below it), ratio 比率 (figures over figures, rolled up by parts), index 指数, drill-down 明细.
Obeys: 统计法 第七条（真实、准确、完整、及时）.
"""

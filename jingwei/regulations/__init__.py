"""The law of the field as data: every number dated, cited, and read for a given day.

An *instrument* (法规文件) is a paper that says something: a party regulation, a law, a standard, a local practice.
A *parameter* (参数) is one number, share, list or table that an instrument fixes, with the history of its values.
A *clause* (条款) is a demand without a number, retold in plain words, which a refusal can cite.
A *local value* (本地取值) is what an area sets where the law leaves the number to it.

Files: instruments.yaml, areas.yaml, parameters/<area>/<one_number>.yaml, clauses/<area>/<name>.yaml. How to add one:
docs/guides/add-a-regulation.md. Rules bind at import: `RATE = parameter("dues.rates")`, then `RATE.at(on).value`.
"""

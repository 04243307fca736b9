"""What `tracker evaluate` and `tracker field` say."""

WORDING: dict[str, tuple[str, str]] = {
    "baselines": ("同时给出常用模糊匹配算法的结果", "add plain fuzzy scorers, measured alike"),
    "format": ("输出格式", "how to print"),
    "nothing_to_learn": (
        "随程序发布的模型已用 {answer} 的标注训练过；请同时给出其他报告的标注，以便撇开它重新训练后再测",
        "the shipped model learned from {answer}; give labels of other reports too, so that it can be refitted without",
    ),
    "changed": ("{path} 与标注时的文本不同", "{path} is not the text that was labelled"),
    "mode": (
        "统计表 {field}；报告 {pairs} 对，其中 {refitted} 对为训练所用，已逐对剔除后重新拟合（标 *）",
        "table {field}; {pairs} pairs, of which {refitted} trained the model and were left out of it (*)",
    ),
    "extracted": ("承诺被提取的比例", "promises that were extracted"),
    "taken": ("非承诺被当作承诺的比例", "other sentences taken for promises"),
    "answered_f1": ("有无回应，宏平均 F1", "answered or not, macro-F1"),
    "answered_f1_sure": ("其中标注者有把握的", "the same where readers were sure"),
    "unanswered_precision": ("判为未回应者中确未回应的比例", "precision of unanswered"),
    "unanswered_recall": ("未回应者被找出的比例", "recall of unanswered"),
    "evidence_first": ("证据排在第一", "evidence in first place"),
    "evidence_three": ("证据在前三", "evidence among three"),
    "repeated_f1": ("是否再次承诺，宏平均 F1", "promised again or not, macro-F1"),
    "calibration_error": ("概率的平均偏差（ECE）", "expected calibration error"),
    "alone": ("无需复核、机器自行判定的比例", "decided alone"),
    "alone_right": ("自行判定中判对的比例", "right among those decided alone"),
    "unanswered_alone_right": (
        "自行判为未回应者中判对的比例（其余为误指）",
        "right among those called unanswered alone (the rest are false accusations)",
    ),
    "reliability": (
        "给出的概率 → 实际有回应的比例（条数）",
        "probability given → share really answered (count)",
    ),
    "baseline": (
        "{name}：宏平均 F1 {tuned}（阈值逐对留出调定）、{at_80}（阈值 80）；证据第一 {first}、前三 {three}",
        "{name}: macro-F1 {tuned} (tuned without the pair), {at_80} (at 80); evidence {first}, {three}",
    ),
    "by_pair": (
        "逐对：提取、有无回应、证据第一、前三、再次承诺、自行判定、判对",
        "by pair: extracted, answered or not, evidence first, among three, repeated, alone, right alone",
    ),
    "field_build": (
        """从报告和官方文本统计词频与向量

示例：
  tracker field build --data data --out field.npz""",
        """Count how words are used in reports and official prose

Example:
  tracker field build --data data --out field.npz""",
    ),
    "field_data": (
        "数据目录（work-reports、rule-of-law、corpus）",
        "data folder (work-reports, rule-of-law, corpus)",
    ),
    "field_out": ("写入的文件", "file to write"),
    "field_leave_out": ("不计入统计的报告（相对路径）", "a report to leave out (relative path)"),
    "field_built": ("{path}：{rows} 个词条", "{path}: {rows} n-grams"),
    "field_fit": (
        """用标注拟合模型

示例：
  tracker field fit gold/*.jsonl --name 新表 --out model.json""",
        """Fit the models on labels

Example:
  tracker field fit gold/*.jsonl --name new --out model.json""",
    ),
    "field_table": ("统计表", "table of field statistics"),
    "field_name": ("模型名称（记入每次核对）", "name of the model (recorded with every audit)"),
    "field_fitted": ("{version}：由 {pairs} 对报告的标注拟合", "{version}: fitted on {pairs} labelled pairs"),
}

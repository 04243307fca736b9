"""What a page or its printer put around a report: banners, sources, page numbers, captions, sign-offs."""

from __future__ import annotations

import re

_DAY = r"\s*[\d一二三四五六七八九十]{1,3}\s*"
_DATE = rf"(?:\d{{4}}|[二〇○Ｏ0零一二三四五六七八九]{{4}})\s*[-年/.]{_DAY}[-月/.]{_DAY}日?"
_LABEL = (
    "来源|信息来源|文章来源|发布时间|发表时间|发布日期|时间|日期|浏览次数|浏览量|阅读次数|点击数|点击量|访问量|作者|责任编辑|编辑"
    "|审核|校对|字体|字号|打印|分享|分享到|索引号|发文机关|发文机构|发布机构|公开方式|公开类别|主题分类|体裁分类|成文日期|生成日期"
    "|文号|发文字号|有效性|关键词|标题|抄送|抄报|公开属性|信息分类|组配分类|公开目录|公开形式|公开时限|责任部门|视力保护色|当前位置|您的位置|您现在的位置|稿件来源"
)
_SINGLE = (
    "打印本页|关闭窗口|关闭本页|关闭|下载|打印|全屏|收藏|加大|还原|减小|大|中|小|首页|返回顶部|上一篇|下一篇|扫一扫在手机打开当前页"
    "|政务信息|政府信息公开|政府工作报告|省政府工作报告|微信|微博|空间|纠错|我要纠错|粗体文字"
)
_LINE = re.compile(
    rf"(?:[【（(]?\s*(?:{_LABEL})\s*[：:>].{{0,60}}"
    rf"|(?:{_SINGLE})|[>》|】'\"]{{1,3}}|\d{{1,3}}(?:\.\d{{1,3}})?|[-—－]\s*\d{{1,3}}\s*[-—－]|第\s*\d{{1,3}}\s*页.{{0,12}}"
    rf"|{_DATE}(?:\s*\d{{1,2}}[:：时]\s*\d{{2}}.{{0,8}})?"
    rf"|(?:相关附件|相关链接|相关稿件|相关报道|相关阅读|相关新闻|延伸阅读|附件下载).{{0,4}}|[0-9a-f]{{32}}[:：]?"
    rf"|Public domain.*|新华社.{{0,6}}{_DATE[:-2]}?日?电|新华社北京.{{1,16}}日电)\s*"
)
_TRAIL = re.compile(
    r"[【\[(（]?\s*(?:您?(?:现在|当前|目前)?(?:所在|所处)?的?位置\s*[：:]|首页\s*[>》»›/→｜|-])"
)
_LONGEST_TRAIL = 300
_CAPTION = re.compile(r"(?:记者|通讯员)[^。]{0,24}摄\s*$|作政府工作报告。?$")
_LONGEST = 90


def is_furniture(line: str) -> bool:
    """Whether a stripped line is no part of what the report says."""
    if len(line) > _LONGEST:
        return len(line) <= _LONGEST_TRAIL and _TRAIL.match(line) is not None
    return any((_LINE.fullmatch(line), _TRAIL.match(line), _CAPTION.search(line)))


_SIGNATURE = re.compile(
    rf"[\w（）()·]{{2,30}}(?:政府|办公室|政府办|局|厅|委员会|管委会|委|院|所|队|处|中心)\s*(?:{_DATE})?|{_DATE}|[（(]此件.{{0,16}}[)）]"
)


def is_signature(line: str) -> bool:
    """Whether a stripped line at the end of a report is the body that signs it, or the date."""
    return len(line) <= _LONGEST and _SIGNATURE.fullmatch(line) is not None

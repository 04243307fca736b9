"""What people add to an audit: second readings, bodies' replies, signatures and corrections."""

WORDING: dict[str, tuple[str, str]] = {
    "flag_disputed": ("两次复核不一致", "Two readers differ"),
    "no_reply": ("没有第 {reply} 条说明", "there is no reply {reply}"),
    "reply_withdrawn": ("第 {reply} 条说明已撤回", "reply {reply} was withdrawn already"),
}

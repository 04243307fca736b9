"""`tracker serve`: what the command and its server say."""

WORDING: dict[str, tuple[str, str]] = {
    "port": ("端口，默认 8765", "port; default 8765"),
    "blind": (
        "给第二位复核人盲读：不显示机器结论和他人的决定",
        "for a second, blind reader: shows neither the machine's verdicts nor anybody's decisions",
    ),
    "host": (
        "监听地址，默认只限本机；其他地址须设密码",
        "address to listen on; others than this machine need a password",
    ),
    "password": ("访问密码（也可设 TRACKER_PASSWORD）", "password (or TRACKER_PASSWORD)"),
    "password_needed": (
        "在 {host} 上监听会让其他机器访问，须用 --password 设密码",
        "listening on {host} lets other machines in; set a password with --password",
    ),
    "port_taken": (
        "无法在 {host}:{port} 上监听（{why}）；请用 --port 换一个端口",
        "cannot listen on {host}:{port} ({why}); choose another port with --port",
    ),
    "listening": (
        "{year} 年的复核页面：{address}\n每个结论随即存入数据库；按 Ctrl-C 结束",
        "The pages of {year}: {address}\nEach decision is saved in the store at once; Ctrl-C ends it",
    ),
    "listening_blind": (
        "{year} 年的盲读页面：{address}\n每个结论作为盲读随即存入数据库；按 Ctrl-C 结束",
        (
            "The pages of {year} for a blind reading: {address}\n"
            "Each decision is saved in the store at once as a blind one; Ctrl-C ends it"
        ),
    ),
    "ended": ("已结束", "Ended"),
    "other_host": (
        "地址不对；请使用 tracker serve 给出的地址",
        "wrong address; use the one tracker serve printed",
    ),
    "other_origin": ("不接受其他网页提交的结论", "decisions are taken from this server's own pages only"),
    "no_key": (
        "请使用 tracker serve 给出的完整地址打开",
        "open the whole address that tracker serve printed",
    ),
    "no_page": ("没有这个页面", "there is no such page"),
    "not_json": ("提交的内容不是 JSON", "what was sent is not JSON"),
    "too_large": ("提交的内容过大", "what was sent is too large"),
}

"""What the store says when it cannot be opened, written or upgraded."""

WORDING: dict[str, tuple[str, str]] = {
    "bad_url": (
        "“{url}”不是数据库地址；请写文件路径，或 sqlite:///文件、postgresql://用户@主机/库名",
        "“{url}” is no database address; give a file path, or sqlite:///FILE, postgresql://USER@HOST/NAME",
    ),
    "no_driver": (
        "缺少 {path} 所需的数据库驱动（{driver}）；请运行 pip install 'tracker[postgres]'",
        "the driver for {path} ({driver}) is missing; run pip install 'tracker[postgres]'",
    ),
    "missing": (
        "还没有数据库 {path}；请先用 tracker ingest 收入报告，或用 --db 指明位置",
        "there is no store at {path} yet; take in reports with tracker ingest first, or say with --db where it is",
    ),
    "no_folder": (
        "文件夹 {folder} 不存在，无法建立数据库 {path}；请先建立该文件夹",
        "the folder {folder} does not exist, so the store {path} cannot be made; create the folder first",
    ),
    "empty": (
        "数据库 {path} 是空的；请先用 tracker ingest 收入报告",
        "the database {path} is empty; take in reports with tracker ingest first",
    ),
    "older": (
        "数据库 {path} 由较早版本的 tracker 建立（{revision}）；请运行 tracker db upgrade，升级前会自动备份",
        "the store {path} is of an older tracker ({revision}); run tracker db upgrade (it makes a backup first)",
    ),
    "newer": (
        "数据库 {path} 由更新版本的 tracker 建立（{revision}，本程序只到 {ours}）；请升级 tracker，数据未被改动",
        "the store {path} is of a newer tracker ({revision}, ours: {ours}); upgrade tracker; nothing was changed",
    ),
    "foreign": (
        "{path} 是别的程序的数据库，不是 tracker 的；请用 --db 另指一个文件",
        "{path} is another program's database, not tracker's; choose another file with --db",
    ),
    "no_database": (
        "{path} 不是数据库文件；请用 --db 另指一个文件",
        "{path} is not a database file; choose another file with --db",
    ),
    "damaged": (
        "数据库 {path} 已损坏（{reason}）；请换用备份（同一文件夹中的 .backup 文件）",
        "the store {path} is damaged ({reason}); go back to a backup (the .backup files beside it)",
    ),
    "locked": (
        "另一个程序正在写入数据库 {path}；请等它结束后重试",
        "another program is writing to the store {path}; try again when it has finished",
    ),
    "full": (
        "磁盘已满，无法写入 {path}；已完成的部分都已保存，腾出空间后重试即可",
        "the disk is full, {path} cannot be written; whatever was finished is saved; make room and try again",
    ),
    "disk": (
        "读写 {path} 时磁盘出错（{reason}）；请检查磁盘后重试",
        "the disk failed while reading or writing {path} ({reason}); check it and try again",
    ),
    "read_only": (
        "{path} 不可写入；请更改权限，或用 --db 指向可写的位置",
        "{path} cannot be written; change its permissions, or choose a writable place with --db",
    ),
    "cannot_open": (
        "无法打开数据库 {path}；请检查该文件及其文件夹的权限",
        "the store {path} cannot be opened; check the permissions of the file and its folder",
    ),
    "refused": (
        "系统拒绝访问 {path}（{reason}）；请检查权限和剩余空间",
        "the system refuses access to {path} ({reason}); check permissions and free space",
    ),
    "unreachable": (
        "无法连接数据库 {path}（{reason}）；请检查地址、用户和服务是否运行",
        "the database {path} cannot be reached ({reason}); check address, user and whether it is running",
    ),
    "failed": ("数据库 {path} 报错：{reason}", "the database {path} reports: {reason}"),
    "upgrade_broke": (
        "升级会使数据失去关联，已全部撤销；请把数据库和本信息报告给开发者",
        "the upgrade would have broken references and was undone; please report this with the store",
    ),
    "no_issuer": ("没有编号为 {issuer} 的主体", "there is no issuer with the number {issuer}"),
    "no_report": ("没有编号为 {report} 的报告", "there is no report with the number {report}"),
    "move_taken": (
        "{issuer} 已有 {year} 年度的报告（{source}），未作移动；如果那一份也归错了，请先移走它",
        "{issuer} has a report for {year} already ({source}); nothing was moved; move that one first if it is wrong too",
    ),
    "same_issuer": ("“{issuer}”不能并入自身", "“{issuer}” cannot be merged into itself"),
    "name_taken": (
        "“{name}”已是另一主体的名称；请用能区分的全称",
        "“{name}” is already the name of another issuer; use a full name that tells them apart",
    ),
    "no_commitment": (
        "数据库中没有编号为 {commitment} 的承诺",
        "there is no promise {commitment} in the store",
    ),
    "no_decision": ("没有编号为 {decision} 的认定", "there is no decision {decision}"),
    "undone_already": ("认定 {decision} 已被撤销", "decision {decision} has already been taken back"),
}

### 桌面外壳（src-tauri/src）用的话：系统对话框，和没有窗口时在终端里说的话。

dialog-choose-evidence = 选择证据
dialog-kinds-evidence = 图片和 PDF
dialog-kinds-all = 所有文件
dialog-save-exhibit = 另存原件
dialog-save-packet = 另存证据包
dialog-choose-playbook = 选择办案步骤文件
dialog-kinds-playbook = 办案步骤（TOML）
dialog-save-playbook = 导出办案步骤
dialog-save-sheet = 保存这一页

window-no-display = 这里没有图形桌面，窗口打不开；数据没有动。请在桌面环境里打开，或改用命令行 recourse。
window-not-opened = 窗口没能打开；数据没有动。请确认桌面正常，再打开一次；也可以改用命令行 recourse。

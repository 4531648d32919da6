"""What the scenarios of a claim have in common: the enterprise and the contract they type in."""
import json
import os
import re
import subprocess
import time

from quanui import Failure, quanctl

STORE = os.path.join(os.environ['HOME'], '.local', 'share', 'quan', 'quan.db')
NUMBER = 'HT-2025-001'


def equal(found, expected, what):
    if found != expected:
        raise Failure(f'{what}: {found!r}, not {expected!r}')


def fresh():
    """Leaves no store of the scenario before."""
    for name in os.listdir(os.path.dirname(STORE)) if os.path.isdir(os.path.dirname(STORE)) else []:
        if name.startswith('quan.db'):
            os.unlink(os.path.join(os.path.dirname(STORE), name))


def checked():
    """The answer of quanctl about the contract, by the date of its claim."""
    return json.loads(quanctl('check', '--json', '--as-of', '2025-07-08', store=STORE))[0]


def claim():
    """The only claim of the store."""
    target = STORE + '.json'
    quanctl('export', 'workspace', '-o', target, store=STORE)
    with open(target) as workspace:
        return json.load(workspace)['claims'][0]


def start(window):
    window.tab_to('开始申领')
    window.key('Return')
    window.wait_for_focus('企业名称')


def resume(window):
    """Goes on with the claim that the overview shows as unfinished."""
    window.tab_to('继续')
    window.key('Return')


def go_on(window, name):
    """Continues, to a page whose first control has a name."""
    window.key('alt+Right')
    window.wait_for_focus(name)


def fill_enterprise(window):
    window.fill('企业名称', '北京示例智能科技有限公司')
    window.fill('统一社会信用代码', '91110108MA01ABC25F')
    window.choose('企业类型', 2)
    window.fill('注册地', '110108')
    window.tab_to('行业代码')
    window.type('6513')
    window.wait_for_text('I65 软件和信息技术服务业')
    window.key('Down', 'Return')
    window.wait_for_focus('住所')
    equal(window.field('行业代码'), 'I65', 'the sector that was searched')
    window.fill('法定代表人', '张三')
    window.choose('符合人工智能方向', 2)
    window.choose('财务制度健全', 3)
    window.fill('失信记录', '无')


def fill_contract(window, affiliated=2):
    window.fill('供给方名称', '算力公司')
    window.fill('供给方信用代码', '91110105MA7KDEF373')
    window.fill('合同编号', NUMBER)
    window.fill('签订日期', '2025-6-20')
    window.fill('起始日', '20250701')
    window.fill('终止日', '2026年6月30日')
    window.choose('是否关联方', affiliated)
    window.choose('用途', 2)
    window.choose('应用领域', 2)
    window.tab_to('第 1 行类别')
    window.key('Return')
    window.wait_for_focus('智能算力')
    window.key('Return')
    window.wait_for_focus('第 1 行类别：智能算力')
    window.fill('内容，第 1 行', 'GPU')
    window.fill('金额（元），第 1 行', '120万')
    for name, text in (('签订日期', '2025-06-20'), ('起始日', '2025-07-01'), ('终止日', '2026-06-30'),
                       ('金额（元），第 1 行', '1,200,000.00')):
        window.wait_for_field(name, text)
    window.tab_to('其他补贴')
    window.key('Return')
    window.choose('其他算力补贴', 2)


def silent(*command):
    """Runs a program that finds nothing to complain about."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0 or done.stderr:
        raise Failure(f'{command}: {done.returncode} {done.stdout} {done.stderr}')
    return done.stdout


def save_packet(window, path, text):
    """Saves the packet that the preview shows: a PDF nothing complains about, which holds a text."""
    window.find('image', '第 1 页，共')
    before = window.count_on_display()
    window.key('ctrl+s')
    window.wait(lambda: window.count_on_display() > before, 'the file chooser')
    time.sleep(1)  # GTK 4.8 does not survive a look into its file chooser through the accessibility bus
    window.key('ctrl+a')
    window.type(path)
    window.key('Return')
    window.wait(lambda: os.path.exists(path), f'{path}')
    window.wait(lambda: window.count_on_display() == before, 'the end of the file chooser')
    time.sleep(1)
    window.wait_for_text('已保存为')
    silent('qpdf', '--check', path)
    pages = re.search(r'Pages: +(\d+)', silent('pdfinfo', path)).group(1)
    window.find('image', f'第 1 页，共 {pages} 页')
    if text not in silent('pdftotext', path, '-'):
        raise Failure(f'“{text}” is not in the packet')

#!/usr/bin/python3
"""The sample: opened from the first start, looked through, and closed without a trace."""
import os

from pages import Walk
from quanui import Failure, run

HOME = os.environ['HOME']
STORE = os.path.join(HOME, '.local', 'share', 'quan', 'quan.db')
CACHE = os.path.join(HOME, '.cache', 'quan')

# What only the sample's page can say.
SAYS = {
    'overview': ['HT-2025-002'],
    'claims': ['SLQ-2024-0009', '已核准'],
    'contracts': ['HT-2025-001', 'HT-2025-003', '120,986.30', '不符合'],
    'providers': ['示例智算中心有限公司', '91110105MA7KDEF373'],
    'journal': ['导入工作区', 'sample.json'],
    'step-1-enterprise': ['北京市海淀区'],
    'step-2-contract': ['GPU-A', '1,200,000.00'],
    'step-3-eligibility': ['符合：各项均已通过'],
    'step-4-quota': ['可申领 120,986.30 元', '604,931.50'],
    'step-5-packet': ['授权委托书'],
}


def files(folder):
    return sorted(os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)


def bytes_of(path):
    with open(path, 'rb') as file:
        return file.read()


def contents(root):
    """Everything on a page, what stands in entries included where it is also shown below them."""
    return '\n'.join(f'{node.name}\n{node.description}' for node in root.walk())


def the_sample_is_complete_and_leaves_nothing():
    missing = []

    def see(page, root):
        text = contents(root)
        missing.extend(f'{page}: {said}' for said in SAYS.get(page, []) if said not in text)
        seen.add(page)

    seen = set()
    walk = Walk(see)
    walk.first_start()
    before = {path: bytes_of(path) for path in files(os.path.dirname(STORE))}
    walk.open_sample()
    walk.overview()
    walk.registers()
    walk.open_contract('HT-2025-001')
    walk.steps()
    if missing or not set(SAYS) <= seen:
        raise Failure(f'not on their pages: {missing}; not seen: {set(SAYS) - seen}')
    if not files(os.path.join(CACHE, 'sample')):
        raise Failure('the sample has no store of its own')
    walk.press('菜单')
    walk.press('关闭示例')
    walk.wait(lambda root: not files(CACHE), 'the sample’s files to go')
    walk.wait_for_text('把算力合同变成能交的申领材料')
    walk.window.close()
    left = [path for path in files(CACHE) + files(os.path.dirname(STORE)) if path not in before]
    changed = [path for path, old in before.items() if os.path.exists(path) and bytes_of(path) != old]
    if left or changed:
        raise Failure(f'left behind: {left}; changed: {changed}')


if __name__ == '__main__':
    run(the_sample_is_complete_and_leaves_nothing)

#!/bin/bash
# bench-register.sh QUANCTL MAKE-WORKSPACE WITH-DISPLAY BENCH-REGISTER: measures the register over 100,000 contracts.
set -euo pipefail

folder=$(mktemp -d "${TMPDIR:-/tmp}/quan-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
python3 "$2" 100000 >"$folder/workspace.json"
"$1" --store "$folder/quan.db" import "$folder/workspace.json"
"$3" "$4" "$folder/quan.db"

#!/bin/sh
# Makes the virtual environment with the pinned dependencies.
# usage: make_environment.sh PYTHON FOLDER
set -eu
python=$1
folder=$2
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Python 3.11 or newer is needed; $python is $("$python" -V 2>&1)." >&2
    exit 1
}
# Debian ships Python without the part that makes environments.
"$python" -c 'import ensurepip, venv' 2>/dev/null || {
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    line="apt-get install -y python$version-venv"
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive $line >/dev/null
    else
        echo "Python's venv module is missing. Run this line as root, then again:" >&2
        echo "  $line" >&2
        exit 1
    fi
}
"$python" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
    --constraint constraints.txt --editable ".[dev]"

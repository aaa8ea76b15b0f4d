#!/bin/sh
# Finds Python 3.11 or newer, on Debian installs it if need be, and hands over to start.py.
set -e

enough() {
    command -v "$1" >/dev/null 2>&1 && "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if enough "$name"; then
            python=$name
            return 0
        fi
    done
    return 1
}

install_python() {
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "Python 3.11 of nieuwer is nodig. Installeer dat eerst en geef de opdracht daarna opnieuw." >&2
        exit 1
    fi
    if [ "$(id -u)" = 0 ]; then
        admin=
    elif command -v sudo >/dev/null 2>&1; then
        admin=sudo
    else
        echo "Python 3.11 of nieuwer is nodig. Vraag een beheerder om: apt-get install python3 python3-venv" >&2
        exit 1
    fi
    echo "Python wordt geïnstalleerd…" >&2
    $admin apt-get -qq update
    $admin env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends python3 python3-venv >/dev/null
}

if ! find_python; then
    install_python
    if ! find_python; then
        echo "Deze versie van Debian heeft geen Python 3.11 of nieuwer. Gebruik Debian 12 of nieuwer." >&2
        exit 1
    fi
fi

exec "$python" "$(dirname "$0")/start.py" "$@"

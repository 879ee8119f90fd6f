# shellcheck shell=bash
# What scripts/demo and scripts/test share: the packages of the machine and a throw-away server.
# To be sourced by bash with `set -euo pipefail`.

readonly PACKAGES=(libpq-dev pkg-config postgresql)
readonly OLDEST_POSTGRES=15

say() { printf '%s\n' "$*" >&2; }
fail() {
    say "$1"
    say "$2"
    exit 69
}

# The folder of the newest server programs that are new enough; empty output when there are none.
postgres_programs() {
    local folder newest="" newest_version=0 version
    for folder in "$(pg_config --bindir 2>/dev/null)" /usr/lib/postgresql/*/bin; do
        [[ -x $folder/initdb && -x $folder/pg_ctl && -x $folder/postgres ]] || continue
        version=$("$folder/postgres" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
        if ((version >= OLDEST_POSTGRES && version > newest_version)); then
            newest=$folder newest_version=$version
        fi
    done
    printf '%s' "$newest"
}

packages_are_there() {
    command -v pkg-config >/dev/null && pkg-config --exists libpq && [[ -n $(postgres_programs) ]]
}

# Debian's package would start a server of its own, which Redress never uses: tell it not to.
install_packages() {
    local no_cluster=/etc/postgresql-common/createcluster.d/redress.conf installed=true
    say "Installing ${PACKAGES[*]}"
    mkdir -p "$(dirname "$no_cluster")"
    echo "create_main_cluster = false" >"$no_cluster"
    {
        apt_get update && apt_get install -y --no-install-recommends "${PACKAGES[@]}"
    } || installed=false
    rm -f "$no_cluster"
    $installed || fail "apt-get could not install ${PACKAGES[*]}." "Its reason is above."
}

apt_get() {
    DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@" </dev/null >&2
}

prepare_machine() {
    command -v swift >/dev/null ||
        fail "There is no Swift toolchain." \
            "Install Swift 6.2 or newer (swift.org/install), then repeat."
    if ! packages_are_there; then
        ((EUID == 0)) ||
            fail "PostgreSQL $OLDEST_POSTGRES or newer and libpq are needed." \
                "Install them, then repeat:    sudo apt-get install -y ${PACKAGES[*]}"
        install_packages
        packages_are_there ||
            fail "Installed ${PACKAGES[*]}, yet they are not complete." \
                "PostgreSQL $OLDEST_POSTGRES or newer is needed: see 'pg_config --version'."
    fi
}

# PostgreSQL refuses to run as root.
as_server_user() {
    if ((EUID == 0)); then
        (cd / && setpriv --reuid=postgres --regid=postgres --init-groups -- "$@")
    else
        "$@"
    fi
}

# A server for one run: nothing in it outlives the run, so it never waits for the disk.
start_throwaway_server() {
    SERVER_PROGRAMS=$(postgres_programs)
    SERVER_FOLDER=$(mktemp -d /tmp/redress.XXXXXX) # short: a socket's path has 107 bytes at most
    ((EUID != 0)) || chown postgres:postgres "$SERVER_FOLDER"
    as_server_user "$SERVER_PROGRAMS/initdb" --pgdata="$SERVER_FOLDER/data" --no-sync \
        --username=postgres --auth=trust --locale=C.UTF-8 --encoding=UTF8 >/dev/null
    printf '%s\n' "unix_socket_directories = '$SERVER_FOLDER'" "listen_addresses = ''" \
        "port = 5432" "max_connections = 400" "shared_buffers = 256MB" "max_wal_size = 4GB" \
        "fsync = off" "full_page_writes = off" "synchronous_commit = on" "jit = off" |
        as_server_user tee -a "$SERVER_FOLDER/data/postgresql.conf" >/dev/null
    as_server_user "$SERVER_PROGRAMS/pg_ctl" start --silent --wait \
        --pgdata="$SERVER_FOLDER/data" --log="$SERVER_FOLDER/data/server.log" ||
        fail "The server for the tests did not start:" \
            "$(as_server_user tail -n 20 "$SERVER_FOLDER/data/server.log")"
}

stop_throwaway_server() {
    [[ -n ${SERVER_FOLDER:-} ]] || return 0
    as_server_user "$SERVER_PROGRAMS/pg_ctl" stop --silent --mode=immediate \
        --pgdata="$SERVER_FOLDER/data" 2>/dev/null || true
    rm -rf "$SERVER_FOLDER"
}

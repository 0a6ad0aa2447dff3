#!/bin/bash
# A newer PyTorch beside the system's own: a Debian 13 root with PyTorch 2.6, FastAPI 0.115, orjson. On Debian, as root.
#   debian13.sh make FOLDER             makes it, by debootstrap and apt-get: 3 GB, some minutes
#   debian13.sh run FOLDER COMMAND...   runs COMMAND in it, with src/jmh at /bench; what is mounted goes when it ends
set -euo pipefail
script=$(readlink -f "${BASH_SOURCE[0]}")
jmh=$(dirname "$(dirname "$script")")
verb=$1 root=$2
shift 2

make_root() {
    apt-get install -y --no-install-recommends debootstrap
    [[ -e "$root/usr/bin/apt-get" ]] || debootstrap --variant=minbase --include=ca-certificates trixie "$root"
    cp /etc/resolv.conf "$root/etc/"
    "$script" run "$root" apt-get update
    "$script" run "$root" apt-get install -y --no-install-recommends libopenblas0-pthread python3-torch python3-numpy \
        python3-fastapi python3-uvicorn python3-orjson python3-uvloop python3-httptools
}

enter() {
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mkdir -p "$root/bench"
    mount --bind "$jmh" "$root/bench"
    exec chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive ${http_proxy:+http_proxy="$http_proxy"} \
        OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1 \
        ${MALLOC_MMAP_THRESHOLD_:+MALLOC_MMAP_THRESHOLD_="$MALLOC_MMAP_THRESHOLD_"} \
        ${MALLOC_TRIM_THRESHOLD_:+MALLOC_TRIM_THRESHOLD_="$MALLOC_TRIM_THRESHOLD_"} "$@"
}

case "$verb" in
    make) make_root ;;
    run) exec unshare --mount "$script" enter "$root" "$@" ;; # one process all along, whose id is that of COMMAND
    enter) enter "$@" ;;
    *) echo "make or run, not $verb" >&2; exit 2 ;;
esac

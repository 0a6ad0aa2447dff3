#!/bin/bash
# libtorch 2.10 by JavaCPP, with OpenBLAS or MKL for its products. JAVA_HOME: a JDK 17 or later.
#   run.sh make                     fetches it by Maven (1.5 GB) and compiles LibtorchRounds into target/jmh/libtorch
#   run.sh openblas|mkl WORK...     runs a work of LibtorchRounds
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
built=$(cd "$here/../../.." && pwd)/target/jmh/libtorch
verb=$1
shift

make_all() {
    mkdir -p "$built"
    ./mvnw -q -B -f "$here/pom.xml" dependency:build-classpath -Dmdep.outputFile="$built/openblas"
    ./mvnw -q -B -f "$here/pom.xml" -Pmkl dependency:build-classpath -Dmdep.outputFile="$built/mkl"
    "$JAVA_HOME/bin/javac" -proc:none -cp "$(cat "$built/openblas")" -d "$built/classes" "$here/LibtorchRounds.java"
}

case "$verb" in
    make) cd "$here/../../.." && make_all && exit ;;
    openblas) products=() ;;
    mkl) products=(-Dorg.bytedeco.openblas.load=mkl_rt) ;;
    *) echo "make, openblas or mkl, not $verb" >&2; exit 2 ;;
esac
exec env OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 "$JAVA_HOME/bin/java" \
    --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "${products[@]}" \
    -cp "$built/classes:$(cat "$built/$verb")" LibtorchRounds "$@"

#!/bin/sh
# serve.sh PORT WORKERS: app.py by uvicorn, on the Python of the system that it runs in
cd "$(dirname "$0")" && exec env OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1 \
    /usr/bin/python3 -m uvicorn app:app --host 127.0.0.1 --port "$1" --workers "$2" \
    --loop uvloop --http httptools --log-level warning --no-access-log

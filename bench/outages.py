#!/usr/bin/env python3
"""Alerts that must get through: refusals, and kill -9 in the midst of it.

A store in which many alerts wait is emptied by figured, which is killed several times and
started anew, to an endpoint that refuses a share of the posts.  Told is what the endpoint
counted: every alert must have come, those of one dispute in their order.  The exit status is 1
where that is not so.

    bench/outages.py --build build/bench [--alerts 100000] [--refused 0.2] [--kills 5]

Needs figured, figurectl and delivery_bench built.  Everything happens on loopback, in a folder of
its own that is gone afterwards.
"""
import argparse
import collections
import http.server
import json
import os
import random
import signal
import socketserver
import subprocess
import sys
import tempfile
import threading
import time


class Desk:
    """What the endpoint has seen."""

    def __init__(self, refused):
        self.lock = threading.Lock()
        self.random = random.Random(7)
        self.share = refused
        self.refused = 0
        self.accepted = collections.Counter()  # by alert
        self.last = {}  # dispute -> sequence within it
        self.breaks = 0

    def take(self, alert_id, body):
        with self.lock:
            if self.random.random() < self.share:
                self.refused += 1
                return 503
            if not self.accepted[alert_id]:
                dispute, sequence = body["dispute"], body["dispute_sequence"]
                self.breaks += sequence != self.last.get(dispute, 0) + 1
                self.last[dispute] = max(sequence, self.last.get(dispute, 0))
            self.accepted[alert_id] += 1
            return 204


def handler_of(desk):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            self.send_response(desk.take(self.headers["webhook-id"], json.loads(body)))
            self.send_header("content-length", "0")
            self.end_headers()

    return Handler


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_):  # connections of who was killed
        pass


def write_config(folder, port):
    path = os.path.join(folder, "figured.toml")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'''[store]
path = "{folder}/figured.db"
[network]
allow_private = ["127.0.0.1"]
[[endpoint]]
name = "desk"
url = "http://127.0.0.1:{port}/"
retry_first = ["0s", "0s", "0s", "0s", "0s", "0s", "0s", "0s", "0s"]
breaker = 0
in_flight = 8
''')
    return path


def run(args, desk, folder, config):
    """Until all have come, or the time is over; returns how often it was killed."""
    deadline = time.monotonic() + args.minutes * 60
    kills = 0
    while True:
        with open(os.path.join(folder, "log"), "ab") as log:
            figured = subprocess.Popen([os.path.join(args.build, "daemon/figured"), "--config", config],
                                       stdout=log, stderr=log)
        kill_at = (kills + 1) * args.alerts // (args.kills + 1)
        while kills == args.kills or len(desk.accepted) < kill_at:
            time.sleep(0.1)
            if figured.poll() is not None:
                with open(log.name, encoding="utf-8") as said:
                    sys.exit("figured ended: " + said.read()[-300:])
            if len(desk.accepted) >= args.alerts and kills == args.kills or time.monotonic() > deadline:
                time.sleep(1)
                figured.terminate()
                figured.wait()
                return kills
        figured.send_signal(signal.SIGKILL)
        figured.wait()
        kills += 1


def main():
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--build", default="build/bench")
    flags.add_argument("--alerts", type=int, default=100_000)
    flags.add_argument("--refused", type=float, default=0.2)
    flags.add_argument("--kills", type=int, default=5)
    flags.add_argument("--minutes", type=float, default=15, help="give up after")
    args = flags.parse_args()
    desk = Desk(args.refused)
    server = Server(("127.0.0.1", 0), handler_of(desk))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        config = write_config(folder, server.server_port)
        subprocess.run([os.path.join(args.build, "bench/delivery_bench"), "--fill",
                        os.path.join(folder, "figured.db"), str(args.alerts)], check=True)
        began = time.monotonic()
        kills = run(args, desk, folder, config)
        seconds = time.monotonic() - began
        verified = subprocess.run([os.path.join(args.build, "cli/figurectl"), "alerts", "verify", "--config", config],
                                  capture_output=True, text=True, check=False)
    posts = sum(desk.accepted.values())
    print(f"{len(desk.accepted)} of {args.alerts} alerts came, {posts - len(desk.accepted)} of them again after a kill; "
          f"{desk.refused} posts refused, {desk.breaks} breaks of order, {kills} kills, {seconds:.0f} s")
    print(verified.stdout.strip() or verified.stderr.strip())
    return 0 if len(desk.accepted) == args.alerts and not desk.breaks and not verified.returncode else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""From an article that a load rig publishes to the webhook that tells of it.

The rig's server publishes articles of made-up events over many feeds, some with a figure that
contradicts the event's.  figured polls them through a relay, which notes when a document with a
new article in it was sent; told is the time from then to the webhook that names the article, so
the wait for a poll is not in it.

    bench/rig_latency.py --rig RIGD --build build/release [--rate 500] [--seconds 40]

Everything happens on loopback, in a folder of its own that is gone afterwards.
"""
import argparse
import asyncio
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

ITEMS = 8
WARM_UP = 45  # s, in which what the feeds hold at the start is read
ARTICLE = re.compile(rb"/a/(\d+)/(\d+)\.html")


class Relay:
    """Hands feeds on from the rig, and takes webhooks."""

    def __init__(self, rig_port):
        self.rig_port = rig_port
        self.sent = {}  # feed -> the times at which it was sent
        self.came = {}  # (feed, item) -> when the first webhook of it came
        self.hooks = 0

    async def fetch(self, rig, request):
        rig[1].write(request)
        head = await rig[0].readuntil(b"\r\n\r\n")
        length = re.search(rb"(?i)content-length: *(\d+)", head)
        return head + (await rig[0].readexactly(int(length[1])) if length else b"")

    def hook(self, body):
        self.hooks += 1
        claim = json.loads(body)["data"].get("claim")
        found = ARTICLE.search(claim["url"].encode()) if claim else None
        if found:
            self.came.setdefault((int(found[1]), int(found[2])), time.time())

    async def serve(self, reader, writer):
        rig = None
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                path = request.split(b" ", 2)[1].decode()
                if path == "/hook":
                    length = int(re.search(rb"(?i)content-length: *(\d+)", request)[1])
                    self.hook(await reader.readexactly(length))
                    writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
                    continue
                if rig is None:
                    rig = await asyncio.open_connection("127.0.0.1", self.rig_port, limit=1 << 20)
                answer = await self.fetch(rig, request)
                self.sent.setdefault(int(path.rsplit("/", 1)[1].split(".")[0]), []).append(time.time())
                writer.write(answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()
            if rig:
                rig[1].close()

    def waits(self, truth, since):
        """Of the articles published from `since` on, in milliseconds."""
        waits = []
        for line in truth:
            item = json.loads(line)
            came = self.came.get((item["feed"], item["item"]))
            sent = next((t for t in self.sent.get(item["feed"], []) if t > item["t"]), None)
            if item["t"] >= since and came and sent:
                waits.append((came - sent) * 1000)
        return waits


def write_config(folder, port, feeds, interval):
    with open(os.path.join(folder, "figured.toml"), "w", encoding="utf-8") as file:
        file.write(f'[store]\npath = "{folder}/figured.db"\n[poll]\nstretch = 1\nhost_connections = 64\nhost_rate = 1000\n'
                   f'[network]\nallow_private = ["127.0.0.1"]\n'
                   f'[[endpoint]]\nname = "desk"\nurl = "http://127.0.0.1:{port}/hook"\nin_flight = 16\n')
        for feed in range(feeds):
            file.write(f'[[feed]]\nurl = "http://127.0.0.1:{port}/f/{feed}.xml"\noutlet = "Outlet {feed}"\n'
                       f'interval = "{interval}s"\nfulltext = "never"\n')


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def cpu_of(pid):
    """CPU seconds of the threads of a process, by their names."""
    used = {}
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/stat", encoding="utf-8") as stat:
            name, rest = stat.read().split("(", 1)[1].rsplit(")", 1)
        fields = rest.split()
        used[name] = used.get(name, 0) + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return used


def articles_in(folder):
    with sqlite3.connect(f"file:{folder}/figured.db?mode=ro", uri=True) as store:
        return store.execute("SELECT count(*) FROM article").fetchone()[0]


async def main():
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--rig", required=True, help="the rig's server (rigd)")
    flags.add_argument("--build", default="build/release")
    flags.add_argument("--rate", type=int, default=500, help="articles a second")
    flags.add_argument("--feeds", type=int, default=2000)
    flags.add_argument("--seconds", type=int, default=40, help="that are measured")
    flags.add_argument("--port", type=int, default=8399, help="of the rig")
    args = flags.parse_args()
    interval = max(1, args.feeds // args.rate)
    relay = Relay(args.port)
    server = await asyncio.start_server(relay.serve, "127.0.0.1", 0, limit=1 << 20)
    with tempfile.TemporaryDirectory() as folder:
        truth = os.path.join(folder, "truth")
        with open(os.path.join(folder, "log"), "wb") as log:
            rig = subprocess.Popen([args.rig, "serve", "--feeds", str(args.feeds), "--items", str(ITEMS), "--addresses", "1",
                                    "--port", str(args.port), "--publish-per-s", str(args.rate), "--truth", truth],
                                   stdout=log, stderr=log)
            write_config(folder, server.sockets[0].getsockname()[1], args.feeds, interval)
            await asyncio.sleep(1)
            figured = subprocess.Popen([os.path.join(args.build, "daemon/figured"), "--config",
                                        os.path.join(folder, "figured.toml")], stdout=log, stderr=log)
        try:
            await asyncio.sleep(WARM_UP)
            since, before, hooks, stored = time.time(), cpu_of(figured.pid), relay.hooks, articles_in(folder)
            await asyncio.sleep(args.seconds)
            used = {name: cpu - before.get(name, 0) for name, cpu in cpu_of(figured.pid).items()}
            hooks, stored = relay.hooks - hooks, articles_in(folder) - stored
        finally:
            rig.send_signal(signal.SIGTERM)
            await asyncio.sleep(2)
            figured.send_signal(signal.SIGTERM)
            while figured.poll() is None:
                await asyncio.sleep(0.1)
            rig.wait()
        with open(truth, encoding="utf-8") as lines:
            waits = relay.waits(lines, since)
        if figured.returncode != 0:
            with open(os.path.join(folder, "log"), encoding="utf-8") as log:
                sys.exit(log.read()[-2000:])
    print(f"{args.rate} articles a second published, {stored / args.seconds:.0f} stored, each "
          f"{used.get('ledger', 0) / max(1, stored) * 1000:.2f} ms of the ledger's CPU time; figured used "
          f"{sum(used.values()) / args.seconds:.2f} of two cores: "
          + ", ".join(f"{name} {cpu / args.seconds:.2f}" for name, cpu in sorted(used.items(), key=lambda one: -one[1])[:4]))
    if waits:
        print(f"sent to webhook, {len(waits)} articles: p50 {quantile(waits, 0.5):.0f} ms, p99 {quantile(waits, 0.99):.0f} ms, "
              f"most {max(waits):.0f} ms; {hooks / args.seconds:.0f} webhooks a second")


if __name__ == "__main__":
    asyncio.run(main())

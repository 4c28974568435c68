#!/usr/bin/env python3
"""How soon the page answers fifty readers, and what they take from the reading of feeds.

    cmake --build build/release --target fill_store        (with -DFIGURED_BENCH=ON)
    build/release/bench/fill_store STORE 1000000 20000
    bench/page_load.py --store STORE --build build/release [--readers 50] [--seconds 10] [--rounds 5]

A figured of its own works on a copy of the store, in turn without readers and with them, round by
round, while feeds of articles that never existed bring new ones.  No two articles are alike in what
they count, so that one costs what the next does, however many are there.  Each
reader asks for one thing a second over a connection that stays: the front, a dispute, a
search, an article, the feeds.  Told is, for each, how long its answers took as the reader
sees it; and for each round how many articles a second were stored, beside the rounds before and
after it, and what processor time that took, by kind of thread.  The rate should be more than figured
can take in, or the readers would only use what lay idle.
"""
import argparse
import asyncio
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time

from latency import News, quantile

FEEDS = 20
WARMING_UP = 8  # seconds: the first fetches of all feeds
HERTZ = os.sysconf("SC_CLK_TCK")

TITLES = ["{Thing} of {place} {told} by {name}", "{name} {told} {thing} near {place}",
          "Why {place} {told} its {thing}", "{place}: {name} and the {thing}"]
TOLD = """counted praised closed feared painted moved hid sold asked watched built forgot found mended sank kept opened
borrowed measured named rented carried weighed guarded""".split()
SENTENCES = [
    "{name} said that {n} {thing} stood in {place}.",
    "In {place} {n} {thing} were {told} last week.",
    "It {told} {n} {thing}, {name} wrote from {place}.",
    "Of the {n} {thing} in {place}, few were {told}.",
    "{place} has {n} {thing} and no {other}.",
    "Every {other} of {place} knows of the {n} {thing}.",
]


class UnlikeNews(News):
    """Articles that count what no other counts: made-up things of made-up places."""

    def thing(self):
        return self.name().lower() + "s"

    def usual(self):
        r = self.random
        thing = self.thing()
        title = r.choice(TITLES).format(Thing=thing.capitalize(), thing=thing, place=self.name(), name=self.name(),
                                        told=r.choice(TOLD))
        text = " ".join(s.format(name=self.name(), place=self.name(), thing=self.thing(), other=self.thing()[:-1],
                                 told=r.choice(TOLD), n=f"{r.randint(1000, 90000):,}")
                        for s in r.choices(SENTENCES, k=8))
        return self.item(title, text)


class Outlets:
    """The server of the feeds: each document brings new articles, all written beforehand."""

    def __init__(self, rate, seconds):
        news = UnlikeNews(11)
        self.items = [news.usual() for _ in range(rate * seconds)]
        self.share = rate / FEEDS
        self.asked = {}

    def document(self, feed):
        now = time.monotonic()
        elapsed = min(2.0, now - self.asked.get(feed, now - 1))
        fresh = round(elapsed * self.share)
        if fresh:
            self.asked[feed] = now
        if fresh > len(self.items):
            raise RuntimeError("all articles were served: the rounds took longer than they should")
        body = "".join(self.items.pop() for _ in range(fresh))
        return (f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{body}</channel></rss>').encode()

    async def serve(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                body = self.document(int(head.split(" ", 2)[1].rsplit("/", 1)[1]))
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: %d\r\n\r\n"
                             % len(body) + body)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


class Reader:
    """Somebody with one connection to the page."""

    def __init__(self, port):
        self.port = port

    async def open(self):
        self.input, self.output = await asyncio.open_connection("127.0.0.1", self.port)

    async def get(self, path):
        """Seconds it took, bytes, and the body where it is JSON."""
        began = time.monotonic()
        self.output.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        head = (await self.input.readuntil(b"\r\n\r\n")).decode()
        length = next(int(line.split(":")[1]) for line in head.split("\r\n")
                      if line.lower().startswith("content-length:"))
        body = await self.input.readexactly(length)
        took = time.monotonic() - began
        if not head.startswith("HTTP/1.1 200"):
            raise RuntimeError(f"{path}: {head.splitlines()[0]} {body[:200]}")
        return took, body


def paths(chance, disputes, articles):
    word = chance.choice(["fire", "refinery", "council", "teachers", "houses"])
    return {
        "front": "/api/v1/disputes?limit=50",
        "dispute": f"/api/v1/disputes/{chance.choice(disputes)}",
        "article": f"/api/v1/articles/{chance.randint(1, articles)}",
        "search": f"/api/v1/articles?text={word}",
        "feeds": "/api/v1/feeds",
    }


async def read_on(reader, chance, disputes, articles, until, times):
    await asyncio.sleep(chance.random())
    while time.monotonic() < until:
        next_at = time.monotonic() + 1
        kind = chance.choices(["front", "dispute", "article", "search", "feeds"], [4, 4, 1, 1, 1])[0]
        took, _ = await reader.get(paths(chance, disputes, articles)[kind])
        times.setdefault(kind, []).append(took * 1000)
        await asyncio.sleep(max(0, next_at - time.monotonic()))


def write_config(folder, feeds, page):
    with open(os.path.join(folder, "figured.toml"), "w", encoding="utf-8") as file:
        file.write(f'[store]\npath = "{folder}/figured.db"\n[poll]\nstretch = 1\n'
                   f'host_connections = {FEEDS}\nhost_rate = 1000\n'
                   f'[network]\nallow_private = ["127.0.0.1"]\n[page]\nlisten = "127.0.0.1:{page}"\n')
        for feed in range(FEEDS):
            file.write(f'[[feed]]\nurl = "http://127.0.0.1:{feeds}/f/{feed}"\noutlet = "Wire {feed}"\n'
                       f'interval = "1s"\nfulltext = "never"\n')


async def status(reader):
    return json.loads((await reader.get("/api/v1/status"))[1])


def cpu_of_threads(pid):
    """CPU seconds so far, by the name of the threads."""
    used = {}
    for thread in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{thread}/stat", encoding="utf-8") as file:
            name, rest = file.read().rsplit(")", 1)
        fields = rest.split()
        name = name.split("(", 1)[1]
        used[name] = used.get(name, 0) + (int(fields[11]) + int(fields[12])) / HERTZ
    return used


class Round:
    """What was stored in some seconds in which the others read, and what that took."""

    @classmethod
    async def take(cls, reader, pid, seconds, while_reading):
        self = cls()
        before, used, began = await status(reader), cpu_of_threads(pid), time.monotonic()
        await while_reading(began + seconds)
        await asyncio.sleep(max(0, began + seconds - time.monotonic()))
        after = await status(reader)
        self.seconds = time.monotonic() - began
        self.stored = after["articles"] - before["articles"]
        self.used = {name: cpu - used.get(name, 0) for name, cpu in cpu_of_threads(pid).items()}
        return self

    def rate(self):
        return self.stored / self.seconds

    def words(self):
        each = 1000 / max(1, self.stored)
        return (f"{self.rate():6.0f} articles/s; CPU an article: ledger {self.used.get('ledger', 0) * each:.2f} ms, "
                f"workers {self.used.get('worker', 0) * each:.2f} ms; CPU a second: readers "
                f"{self.used.get('reader', 0) / self.seconds * 1000:.0f} ms, I/O "
                f"{self.used.get('figured', 0) / self.seconds * 1000:.0f} ms")


async def connect(port, figured):
    while figured.poll() is None:
        try:
            reader = Reader(port)
            await reader.open()
            return reader
        except ConnectionError:
            await asyncio.sleep(0.1)
    raise RuntimeError("figured ended")


async def measure(args, port, figured):
    first = await connect(port, figured)
    listed = json.loads((await first.get("/api/v1/disputes?limit=50"))[1])
    articles = (await status(first))["articles"]
    disputes = [item["id"] for item in listed["items"]]
    print(f"{articles} articles, {listed['total']} disputes, {args.readers} readers")
    await asyncio.sleep(WARMING_UP)

    async def nothing(_until):
        pass

    times = {}

    async def reading(until):
        chance = random.Random(5)
        readers = [Reader(port) for _ in range(args.readers)]
        for reader in readers:
            await reader.open()
        await asyncio.gather(*(read_on(r, random.Random(chance.random()), disputes, articles, until, times)
                               for r in readers))

    rounds = []
    for number in range(2 * args.rounds + 1):
        rounds.append(await Round.take(first, figured.pid, args.seconds, reading if number % 2 else nothing))
        print(f"{'with   ' if number % 2 else 'without'} readers: {rounds[-1].words()}", flush=True)
    for kind, took in sorted(times.items()):
        print(f"{kind:8} {len(took):5} answers: p50 {quantile(took, 0.5):7.1f} ms, p99 {quantile(took, 0.99):7.1f} ms, "
              f"most {max(took):7.1f} ms")
    # Each against its neighbours, since what else the machine does comes and goes.
    shares = [with_.rate() / ((before.rate() + after.rate()) / 2)
              for before, with_, after in zip(rounds[::2], rounds[1::2], rounds[2::2])]
    print("articles stored a second with readers, of those without: "
          + ", ".join(f"{share:.2f}" for share in shares) + f"; median {quantile(shares, 0.5):.2f}")


async def main():
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--build", default="build/release")
    flags.add_argument("--store", required=True, help="made by fill_store; is not changed")
    flags.add_argument("--readers", type=int, default=50)
    flags.add_argument("--rate", type=int, default=1000, help="articles a second that the feeds bring")
    flags.add_argument("--seconds", type=int, default=10, help="of a round")
    flags.add_argument("--rounds", type=int, default=5, help="with readers; one more without")
    args = flags.parse_args()
    lasts = WARMING_UP + args.seconds * (2 * args.rounds + 1)
    outlets = Outlets(args.rate, 2 * lasts)
    server = await asyncio.start_server(outlets.serve, "127.0.0.1", 0, limit=1 << 20)
    free = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    port = free.sockets[0].getsockname()[1]
    free.close()
    with tempfile.TemporaryDirectory() as folder:
        for end in ("", ".search"):
            shutil.copyfile(args.store + end, os.path.join(folder, "figured.db" + end))
        write_config(folder, server.sockets[0].getsockname()[1], port)
        with open(os.path.join(folder, "log"), "wb") as log:
            figured = subprocess.Popen([os.path.join(args.build, "daemon/figured"), "--config",
                                        os.path.join(folder, "figured.toml")], stdout=log, stderr=log)
        try:
            await measure(args, port, figured)
        except (RuntimeError, OSError, EOFError) as error:
            with open(os.path.join(folder, "log"), encoding="utf-8") as log:
                print(error, log.read()[-2000:])
        figured.send_signal(signal.SIGTERM)
        figured.wait(60)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"figured used {used.ru_utime + used.ru_stime:.1f} CPU s, peak {used.ru_maxrss // 1024} MiB")


if __name__ == "__main__":
    asyncio.run(main())

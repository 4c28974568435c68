#!/usr/bin/env python3
"""From an article that is served to the webhook that tells of it, under load.

Feeds of articles that never existed are served on loopback to a figured of its own.  Each
document brings new articles; now and then two outlets tell of one fire with different tolls.
Told is the time from the moment at which the second of the two was sent to the moment at which
its webhook came, so the wait for a poll is not in it.

    bench/latency.py --build build/release [--rate 500] [--seconds 60]

Everything happens on loopback, in a folder of its own that is gone afterwards.
"""
import argparse
import asyncio
import email.utils
import json
import os
import random
import resource
import signal
import subprocess
import tempfile
import time

FEEDS = 50
FIRES_A_SECOND = 5

CITIES = """Toulouse Lisbon Hamburg Rotterdam Valencia Naples Gdansk Antwerp Marseille Bristol Porto Seville Turin Leipzig
Cologne Ghent Malmo Bergen Tampere Riga Vilnius Brno Graz Basel Lyon Nantes Genoa Palermo Bilbao Cork Dundee Aarhus Odense
Lodz Poznan Debrecen Varna Zadar Patras Bari""".split()

SENTENCES = [
    "The council of {place} met on Tuesday and heard that {n} houses had been built in the last year.",
    "Officials said the work would cost ${m} million and take {k} months.",
    "About {n} people live in the valley, and most of them travel to {place} for work.",
    "A survey of {n} households found that {p} percent of them had heard of the plan.",
    "The railway carried {n} passengers in the first half of the year, {p} percent more than before.",
    "Farmers of the region sold {n} tonnes of grain, the ministry of agriculture said.",
    "The school has {k} teachers and takes in pupils from {k} villages around it.",
    "Nobody was hurt when a bridge north of {place} was closed for repair last week.",
    "The mayor told reporters that talks would go on, and that no date had been set.",
    "Trade with the neighbours has grown slowly since the road was opened to lorries.",
]


class News:
    """Articles, each made once and served by one feed."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.made = 0
        self.waiting = {}  # feed -> tolls it is yet to tell

    def name(self):
        syllables = ["bel", "kar", "mon", "tir", "vos", "lan", "der", "gal", "rim", "nos", "ket", "pul"]
        return "".join(self.random.choice(syllables) for _ in range(4)).capitalize()

    def filler(self):
        r = self.random
        return " ".join(
            s.format(place=self.name(), n=f"{r.randint(1000, 90000):,}", m=r.randint(2, 900), k=r.randint(3, 40),
                     p=r.randint(2, 60)) for s in r.sample(SENTENCES, 8))

    def item(self, title, text):
        self.made += 1
        date = email.utils.formatdate(time.time(), usegmt=True)
        return (f"<item><guid>item-{self.made}</guid><title>{title}</title><link>http://127.0.0.1/a/{self.made}</link>"
                f"<description>{text}</description><pubDate>{date}</pubDate></item>")

    def fire(self, name, toll, source):
        city = CITIES[sum(map(ord, name)) % len(CITIES)]
        return self.item(f"Fire at {name} refinery in {city}",
                         f"The fire at the {name} refinery in {city} killed {toll} people on Monday, {source} said. "
                         + self.filler())

    def usual(self):
        return self.item(f"{self.name()} hears of a plan", self.filler())


class Town:
    """The server: feeds at /f/N, webhooks at /hook."""

    def __init__(self, rate):
        self.news = News(7)
        self.rate = rate
        self.start = None
        self.served = {}   # name of a fire -> when its second toll was sent
        self.came = {}     # the same -> when its webhook came
        self.items = {feed: [] for feed in range(FEEDS)}
        self.due = {feed: 0.0 for feed in range(FEEDS)}
        self.first_told = {}  # name -> when its first toll was sent, by which feed, and the toll
        self.next_fire = 0.0

    def document(self, feed):
        now = time.monotonic()
        if self.start is None:
            self.start = self.next_fire = now
        elapsed = now - self.due[feed] if self.due[feed] else 1.0
        self.due[feed] = now
        fresh = [self.news.usual() for _ in range(round(min(elapsed, 2.0) * self.rate / FEEDS))]
        # The second toll of a fire comes from another outlet, once the first was surely read.
        for name, (when, teller, toll) in list(self.first_told.items()):
            if teller != feed and now - when > 3 and name not in self.served:
                fresh.append(self.news.fire(name, toll - toll // 5, "the ministry of health"))
                self.served[name] = None
                break
        second = next((n for n, t in self.served.items() if t is None), None)
        if now >= self.next_fire:
            self.next_fire = max(self.next_fire + 1 / FIRES_A_SECOND, now - 1)
            name = self.news.name()
            # Fires of one town and toll are one to whoever reads of them.
            toll = 21 + len(self.first_told) * 2
            self.first_told[name] = (now, feed, toll)
            fresh.append(self.news.fire(name, toll, "the fire service"))
        self.items[feed] = (fresh + self.items[feed])[:40]
        body = ('<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>' + "".join(self.items[feed])
                + "</channel></rss>").encode()
        if second:
            self.served[second] = time.monotonic()
        return body

    def hook(self, body):
        # What is told of a feed or of the service itself has no claim.
        claim = json.loads(body)["data"].get("claim")
        for name in self.served:
            if claim and name in claim["title"]:
                self.came.setdefault(name, time.monotonic())

    async def serve(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                path = head.split(" ", 2)[1]
                length = next((int(line.split(":")[1]) for line in head.split("\r\n")
                               if line.lower().startswith("content-length:")), 0)
                body = await reader.readexactly(length) if length else b""
                if path == "/hook":
                    self.hook(body)
                    answer = b""
                else:
                    answer = self.document(int(path.rsplit("/", 1)[1]))
                writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: %d\r\n\r\n"
                             % len(answer) + answer)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


def write_config(folder, port):
    with open(os.path.join(folder, "figured.toml"), "w", encoding="utf-8") as file:
        file.write(f'[store]\npath = "{folder}/figured.db"\n[poll]\nstretch = 1\n'
                   f'host_connections = {FEEDS}\nhost_rate = 1000\n'
                   f'[network]\nallow_private = ["127.0.0.1"]\n'
                   f'[[endpoint]]\nname = "desk"\nurl = "http://127.0.0.1:{port}/hook"\nin_flight = 4\n')
        for feed in range(FEEDS):
            file.write(f'[[feed]]\nurl = "http://127.0.0.1:{port}/f/{feed}"\noutlet = "Outlet {feed}"\n'
                       f'interval = "1s"\nfulltext = "never"\n')


def quantile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


async def main():
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--build", default="build/release")
    flags.add_argument("--rate", type=int, default=500, help="articles a second")
    flags.add_argument("--seconds", type=int, default=60)
    args = flags.parse_args()
    town = Town(args.rate)
    server = await asyncio.start_server(town.serve, "127.0.0.1", 0, limit=1 << 20)
    with tempfile.TemporaryDirectory() as folder:
        write_config(folder, server.sockets[0].getsockname()[1])
        with open(os.path.join(folder, "log"), "wb") as log:
            figured = subprocess.Popen([os.path.join(args.build, "daemon/figured"), "--config",
                                        os.path.join(folder, "figured.toml")], stdout=log, stderr=log)
        began = time.monotonic()
        while time.monotonic() - began < args.seconds and figured.poll() is None:
            await asyncio.sleep(0.5)
        articles = town.news.made
        seconds = time.monotonic() - (town.start or began)
        await asyncio.sleep(3)
        figured.send_signal(signal.SIGTERM)
        while figured.poll() is None:
            await asyncio.sleep(0.1)
        if figured.returncode != 0:
            with open(os.path.join(folder, "log"), encoding="utf-8") as log:
                print(log.read()[-2000:])
    waits = [(town.came[n] - t) * 1000 for n, t in town.served.items() if t and n in town.came]
    untold = sum(1 for n, t in town.served.items() if t and n not in town.came)
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{articles} articles in {seconds:.0f} s: {articles / seconds:.0f} a second; figured used "
          f"{used.ru_utime + used.ru_stime:.1f} CPU s, peak {used.ru_maxrss // 1024} MiB")
    if waits:
        print(f"served to webhook, {len(waits)} contradictions: p50 {quantile(waits, 0.5):.0f} ms, "
              f"p99 {quantile(waits, 0.99):.0f} ms, most {max(waits):.0f} ms; not told {untold}")


if __name__ == "__main__":
    asyncio.run(main())
